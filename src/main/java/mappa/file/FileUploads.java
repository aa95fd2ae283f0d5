package mappa.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.rule.Invalid;
import mappa.web.Upload;
import org.jspecify.annotations.Nullable;

/// The way of a file from a form to its record. Looking into it and scanning it take time, so they
/// are between two transactions, not in one.
@ApplicationScoped
public class FileUploads {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LONGEST_NAME = 150;

    private final FileService service;
    private final ContentCheck check;
    private final VirusScanner scanner;
    private final FileSettings settings;

    FileUploads(
            FileService service, ContentCheck check, VirusScanner scanner, FileSettings settings) {
        this.service = service;
        this.check = check;
        this.scanner = scanner;
        this.settings = settings;
    }

    /// @param upload null where none was chosen
    /// @throws Invalid at `file` if the file is not taken, with why
    UUID add(String holder, UUID record, String title, @Nullable Upload upload, Actor actor) {
        service.requireRoom(holder, record, actor);
        if (upload == null) {
            throw refused(Refusal.NOTHING_CHOSEN);
        }
        if (upload.size() > (long) settings.largest() * MEGABYTE) {
            throw refused(Refusal.TOO_LARGE);
        }
        return add(holder, record, title, upload.name(), upload.bytes(), actor);
    }

    /// The same for content that did not come by a form.
    ///
    /// @param name as the sender's machine calls it
    public UUID add(
            String holder, UUID record, String title, String name, byte[] sent, Actor actor) {
        try {
            var content = check.check(sent);
            if (scanner.isConfigured()) {
                scanner.scan(sent); // as it came: what is left out could be what is to be found
            }
            return service.add(
                    new AddFile(
                            holder,
                            record,
                            title,
                            safe(name),
                            content.type(),
                            sha256(content.bytes()),
                            scanner.isConfigured(),
                            content.bytes()),
                    actor);
        } catch (FileRefused refused) {
            throw refused(refused.why());
        }
    }

    private Invalid refused(Refusal why) {
        return new Invalid("file", "file.problem." + why, settings.largest());
    }

    /// The last part of a path, without what cannot be seen or turns the direction of writing.
    private static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return shown.isEmpty() ? "?" : shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
