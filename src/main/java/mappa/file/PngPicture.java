package mappa.file;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/// A PNG picture, chunk by chunk: what is not needed to show it is left out, among it texts, times,
/// EXIF, and whatever stands behind its end.
final class PngPicture {

    static final byte[] START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final String HEADER = "IHDR";
    private static final String END = "IEND";
    private static final Set<String> NEEDED =
            Set.of(HEADER, "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs");

    private final ByteBuffer in;
    private final ByteArrayOutputStream out;

    PngPicture(byte[] bytes) {
        in = ByteBuffer.wrap(bytes).position(START.length);
        out = new ByteArrayOutputStream(bytes.length);
    }

    byte[] stripped() throws FileRefused {
        out.writeBytes(START);
        try {
            var chunk = chunk();
            if (!chunk.equals(HEADER)) {
                throw new FileRefused(Refusal.DAMAGED);
            }
            while (!chunk.equals(END)) {
                chunk = chunk();
                if (chunk.equals(HEADER)) {
                    throw new FileRefused(Refusal.DAMAGED);
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException ended) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        return out.toByteArray();
    }

    /// Reads one chunk, and keeps it if it is needed.
    private String chunk() throws FileRefused {
        var start = in.position();
        var length = in.getInt();
        if (length < 0 || length > in.remaining() - 8) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        var type = new String(in.array(), start + 4, 4, StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(in.array(), start + 4, length + 4);
        if (in.getInt(start + 8 + length) != (int) crc.getValue()) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        if (type.equals(HEADER)) {
            Pixels.check(in.getInt(start + 8), in.getInt(start + 12));
        }
        if (NEEDED.contains(type)) {
            out.write(in.array(), start, length + 12);
        } else if (Character.isUpperCase(type.charAt(0))) { // cannot be shown without it
            throw new FileRefused(Refusal.DAMAGED);
        }
        in.position(start + length + 12);
        return type;
    }
}
