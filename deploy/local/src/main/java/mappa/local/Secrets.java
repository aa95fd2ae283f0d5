package mappa.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/// Passwords, client secrets and keys: each made once, kept in a file that its owner alone reads.
final class Secrets {
    // without letters and digits that look alike
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /// A password for programs: 32 random bytes.
    String password(String name) {
        return kept(name, () -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    /// A password for people to type: four groups of four, some 79 bits.
    String spelled(String name) {
        return kept(
                name,
                () -> {
                    var text = new StringBuilder();
                    for (var i = 0; i < 16; i++) {
                        if (i > 0 && i % 4 == 0) {
                            text.append('-');
                        }
                        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    }
                    return text.toString();
                });
    }

    /// A key of 32 random bytes as Base64 text.
    String key(String name) {
        return kept(name, () -> Base64.getEncoder().encodeToString(bytes(32)));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private String kept(String name, Supplier<String> maker) {
        var file = file(name);
        try {
            if (!Files.exists(file)) {
                write(file, maker.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refusal("%s cannot be read or made: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /// Writes a file that its owner alone may read, whole or not at all.
    static void write(Path file, String text) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            Files.createFile(fresh, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("somebody else is writing " + fresh, e);
        }
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
