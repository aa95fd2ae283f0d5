package mappa.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// A PDF that opens without a password, runs nothing and holds no other files.
final class PdfCheck {

    static final byte[] START = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final int TABLE_END_OF_ZIP = 0x06054b50;

    private static final long LARGEST_STREAM = 64L * 1024 * 1024;
    private static final long LARGEST = 8 * LARGEST_STREAM;
    private static final int DEEPEST = 64;

    /// What an action does that nobody asked for.
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "RichMediaExecute", "GoToE");

    /// Keys under which scripts, other files and forms with scripts stand.
    private static final Set<String> KEYS =
            Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent");

    static void check(byte[] bytes) throws FileRefused {
        requireEnd(bytes);
        requireSmallWhenUnpacked(bytes);
        try (var document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw new FileRefused(Refusal.ENCRYPTED);
            }
            if (document.getNumberOfPages() == 0) {
                throw new FileRefused(Refusal.DAMAGED);
            }
            look(document);
        } catch (InvalidPasswordException protectedByOne) {
            throw new FileRefused(Refusal.ENCRYPTED);
        } catch (IOException | RuntimeException unreadable) {
            throw new FileRefused(Refusal.DAMAGED);
        }
    }

    /// Nothing but space follows the end, and the whole is not an archive as well.
    private static void requireEnd(byte[] bytes) throws FileRefused {
        var at = bytes.length - 1;
        while (at > 0 && (bytes[at] <= ' ' && bytes[at] >= 0)) {
            at--;
        }
        if (!stands(bytes, END, at + 1 - END.length) || isArchive(bytes)) {
            throw new FileRefused(Refusal.OTHER_TYPE);
        }
    }

    private static boolean stands(byte[] bytes, byte[] word, int at) {
        if (at < 0 || at + word.length > bytes.length) {
            return false;
        }
        for (var i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether a zip program would open it: the end of its table is within a comment's length.
    private static boolean isArchive(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var earliest = Math.max(0, bytes.length - 22 - 0xFFFF);
        for (var at = bytes.length - 22; at >= earliest; at--) {
            if (buffer.getInt(at) == TABLE_END_OF_ZIP) {
                return true;
            }
        }
        return false;
    }

    /// Before anything is built from it: what is deflated is counted, and not kept.
    private static void requireSmallWhenUnpacked(byte[] bytes) throws FileRefused {
        var left = LARGEST;
        for (var at = 0; at < bytes.length - STREAM.length; at++) {
            if (bytes[at] == 's' && stands(bytes, STREAM, at) && !isEndOfOne(bytes, at)) {
                left -= unpacked(bytes, afterLine(bytes, at + STREAM.length));
                if (left < 0) {
                    throw new FileRefused(Refusal.UNPACKS_TOO_LARGE);
                }
            }
        }
    }

    private static boolean isEndOfOne(byte[] bytes, int at) {
        return at >= 3 && bytes[at - 1] == 'd' && bytes[at - 2] == 'n' && bytes[at - 3] == 'e';
    }

    private static int afterLine(byte[] bytes, int at) {
        var after = at;
        while (after < bytes.length && (bytes[after] == '\r' || bytes[after] == '\n')) {
            after++;
        }
        return after;
    }

    private static long unpacked(byte[] bytes, int start) throws FileRefused {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            var buffer = new byte[64 * 1024];
            while (inflater.inflate(buffer) > 0) {
                if (inflater.getBytesWritten() > LARGEST_STREAM) {
                    throw new FileRefused(Refusal.UNPACKS_TOO_LARGE);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException notDeflated) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    private static void look(PDDocument document) throws FileRefused {
        var objects = document.getDocument();
        for (var key : objects.getXrefTable().keySet()) {
            look(objects.getObjectFromPool(key).getObject(), 0);
        }
        look(objects.getTrailer(), 0);
    }

    private static void look(COSBase found, int depth) throws FileRefused {
        if (depth > DEEPEST) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        if (found instanceof COSArray several) {
            for (var one : several) {
                look(one, depth + 1);
            }
        } else if (found instanceof COSDictionary dictionary) {
            look(dictionary, depth);
        }
    }

    private static void look(COSDictionary dictionary, int depth) throws FileRefused {
        var action = dictionary.getNameAsString(COSName.S);
        if (action != null && ACTIONS.contains(action)) {
            throw new FileRefused(Refusal.ACTIVE);
        }
        for (var entry : dictionary.entrySet()) {
            if (KEYS.contains(entry.getKey().getName())) {
                throw new FileRefused(Refusal.ACTIVE);
            }
            look(entry.getValue(), depth + 1);
        }
    }

    private PdfCheck() {}
}
