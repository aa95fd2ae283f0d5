package mappa.file;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/// A JPEG picture, segment by segment: what is not needed to show it is left out, among it EXIF
/// with place, time and device, comments, previews, and whatever stands behind its end.
final class JpegPicture {

    static final byte[] START = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    /// Adobe's says how colours are coded, and nothing about the picture.
    private static final int ADOBE = 0xEE;

    private static final int ADOBE_LENGTH = 14;

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;
    private boolean sized;

    JpegPicture(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).position(2);
        out = new ByteArrayOutputStream(bytes.length);
    }

    byte[] stripped() throws FileRefused {
        out.write(0xFF);
        out.write(0xD8);
        try {
            for (var marker = marker(); marker != END; marker = marker()) {
                segment(marker);
            }
        } catch (BufferUnderflowException ended) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        if (!sized) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        write(END);
        return out.toByteArray();
    }

    private int marker() throws FileRefused {
        if (next() != 0xFF) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        var marker = next();
        while (marker == 0xFF) { // may be repeated
            marker = next();
        }
        return marker;
    }

    private int next() {
        return Byte.toUnsignedInt(in.get());
    }

    private void write(int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private void segment(int marker) throws FileRefused {
        var length = Short.toUnsignedInt(in.getShort());
        if (length < 2 || length - 2 > in.remaining()) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        var start = in.position();
        if (isFrame(marker)) {
            if (length < 8 || sized) {
                throw new FileRefused(Refusal.DAMAGED);
            }
            Pixels.check(
                    Short.toUnsignedInt(in.getShort(start + 3)),
                    Short.toUnsignedInt(in.getShort(start + 1)));
            sized = true;
        }
        if (isNeeded(marker, length)) {
            write(marker);
            out.write(in.array(), start - 2, length);
        }
        in.position(start + length - 2);
        if (marker == SCAN) {
            scan();
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static boolean isNeeded(int marker, int length) {
        if (marker == ADOBE) {
            return length == ADOBE_LENGTH;
        }
        return marker != COMMENT && (marker < FIRST_APPLICATION || marker > LAST_APPLICATION);
    }

    /// The picture itself, up to the next marker that is not part of it.
    private void scan() {
        var start = in.position();
        while (true) {
            if (next() == 0xFF) {
                var after = next();
                if (after != 0 && !(after >= 0xD0 && after <= 0xD7)) {
                    in.position(in.position() - 2);
                    out.write(in.array(), start, in.position() - start);
                    return;
                }
            }
        }
    }
}
