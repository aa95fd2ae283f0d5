package mappa.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A document that is a zip archive: Word since 2007, and OpenDocument text.
///
/// The whole of it is unpacked once, up to a limit and without keeping it. It is read from the
/// front, and must have as many entries as its table at the end names: else two programs could see
/// two different documents in it.
final class PackedDocument {

    static final byte[] START = {'P', 'K', 3, 4};

    private static final int TABLE_END = 0x06054b50;
    private static final int TABLE_END_LENGTH = 22;
    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST = 200L * 1024 * 1024;
    private static final int LARGEST_PART = 1024 * 1024;

    private static final String WORD_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// What makes an office program run something, or hold something that it could not be asked
    /// about.
    private static final Pattern ACTIVE =
            Pattern.compile(".*(vbaproject|vbadata|activex|oleobject).*|basic/.*|scripts/.*");

    private static final Pattern ACTIVE_TYPE =
            Pattern.compile("macroEnabled|vbaProject|activeX|oleObject", Pattern.CASE_INSENSITIVE);

    /// A template or object that is fetched from elsewhere when the document is opened.
    private static final Pattern FETCHED =
            Pattern.compile(
                    "<Relationship\\b(?=[^>]*(attachedTemplate|oleObject|frame|subDocument|afChunk)\")"
                            + "(?=[^>]*Target\\s*=\\s*[\"'](https?:|\\\\\\\\|//|file://[^/]))",
                    Pattern.CASE_INSENSITIVE);

    /// The small parts that say what the rest is, by name.
    private final Map<String, String> parts = new HashMap<>();

    private final Map<String, Boolean> names = new HashMap<>();
    private String first = "";
    private long unpacked;

    static FileType check(byte[] bytes) throws FileRefused {
        var document = new PackedDocument();
        document.read(bytes);
        return document.type();
    }

    private PackedDocument() {}

    private void read(byte[] bytes) throws FileRefused {
        var entries = entries(bytes);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                read(entry, zip);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        if (names.size() != entries) {
            throw new FileRefused(Refusal.OTHER_TYPE);
        }
    }

    /// How many the table names; it must be the last thing of the file.
    private static int entries(byte[] bytes) throws FileRefused {
        var end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var at = bytes.length - TABLE_END_LENGTH;
        if (at < 0 || end.getInt(at) != TABLE_END || end.getShort(at + 20) != 0) {
            throw new FileRefused(Refusal.OTHER_TYPE);
        }
        return Short.toUnsignedInt(end.getShort(at + 10));
    }

    private void read(ZipEntry entry, InputStream content) throws IOException, FileRefused {
        var name = entry.getName();
        if (names.isEmpty()) {
            first = name;
        }
        if (names.put(name, true) != null || names.size() > MOST_ENTRIES || isOutside(name)) {
            throw new FileRefused(Refusal.DAMAGED);
        }
        if (ACTIVE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new FileRefused(Refusal.ACTIVE);
        }
        var kept = isTold(name) ? new ByteArrayOutputStream() : null;
        var buffer = new byte[8_192];
        for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            unpacked += read;
            if (unpacked > LARGEST || (kept != null && kept.size() > LARGEST_PART)) {
                throw new FileRefused(Refusal.UNPACKS_TOO_LARGE);
            }
            if (kept != null) {
                kept.write(buffer, 0, read);
            }
        }
        if (kept != null) {
            parts.put(name, kept.toString(StandardCharsets.UTF_8));
        }
    }

    private static boolean isOutside(String name) {
        return name.startsWith("/") || name.contains("\\") || name.contains("..");
    }

    private static boolean isTold(String name) {
        return name.equals("mimetype")
                || name.equals("[Content_Types].xml")
                || name.equals("META-INF/manifest.xml")
                || name.endsWith(".rels");
    }

    private FileType type() throws FileRefused {
        for (var part : parts.values()) {
            if (part.indexOf('\0') >= 0) { // two bytes a letter: what follows would read past it
                throw new FileRefused(Refusal.DAMAGED);
            }
            if (FETCHED.matcher(part).find()) {
                throw new FileRefused(Refusal.ACTIVE);
            }
        }
        if (first.equals("mimetype")
                && FileType.ODT.mediaType().equals(parts.get("mimetype"))
                && names.containsKey("content.xml")) {
            return odt();
        }
        var types = parts.getOrDefault("[Content_Types].xml", "");
        if (ACTIVE_TYPE.matcher(types).find()) {
            throw new FileRefused(Refusal.ACTIVE);
        }
        if (types.contains(WORD_TYPE) && names.containsKey("word/document.xml")) {
            return FileType.WORD;
        }
        throw new FileRefused(Refusal.OTHER_TYPE);
    }

    private FileType odt() throws FileRefused {
        if (parts.getOrDefault("META-INF/manifest.xml", "").contains("encryption-data")) {
            throw new FileRefused(Refusal.ENCRYPTED);
        }
        return FileType.ODT;
    }
}
