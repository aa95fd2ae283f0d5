package mappa.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/// Tells what a file is by looking into it, and refuses what could do harm (SEC-12).
@ApplicationScoped
class ContentCheck {

    /// Files that are unpacked at the same time: each needs memory.
    private final Semaphore turns = new Semaphore(2, true);

    CheckedContent check(byte[] bytes) throws FileRefused {
        if (bytes.length == 0) {
            throw new FileRefused(Refusal.EMPTY);
        }
        turns.acquireUninterruptibly();
        try {
            return looked(bytes);
        } finally {
            turns.release();
        }
    }

    private static CheckedContent looked(byte[] bytes) throws FileRefused {
        if (startsWith(bytes, PdfCheck.START)) {
            PdfCheck.check(bytes);
            return new CheckedContent(FileType.PDF, bytes);
        }
        if (startsWith(bytes, PackedDocument.START)) {
            return new CheckedContent(PackedDocument.check(bytes), bytes);
        }
        if (startsWith(bytes, JpegPicture.START)) {
            return new CheckedContent(FileType.JPEG, new JpegPicture(bytes).stripped());
        }
        if (startsWith(bytes, PngPicture.START)) {
            return new CheckedContent(FileType.PNG, new PngPicture(bytes).stripped());
        }
        throw new FileRefused(Refusal.OTHER_TYPE);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
