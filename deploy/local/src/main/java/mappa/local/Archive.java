package mappa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A program that comes as `tar.gz` from a Maven repository.
///
/// @param size in bytes, to show how far a download has come
record Archive(
        String name, String group, String artifact, String version, String sha256, long size) {

    static Archive keycloak(Versions versions) {
        return new Archive(
                "Keycloak",
                "org.keycloak",
                "keycloak-quarkus-dist",
                versions.keycloak(),
                "77657f30b7e90d70f727712ce1c967f430fd6a5e9f458d32d8c6df0635345f47",
                176_448_763);
    }

    static Archive zeebe(Versions versions) {
        return new Archive(
                "Zeebe",
                "io.camunda",
                "camunda-zeebe",
                versions.zeebe(),
                "53ce62b008e61a87a3f7aed700065ad1352084a24c85771bc4e8300828bf95b4",
                212_102_843);
    }

    String coordinates() {
        return "%s:%s:%s:tar.gz".formatted(group, artifact, version);
    }

    /// Where Maven keeps it.
    Path in(Path repository) {
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve("%s-%s.tar.gz".formatted(artifact, version));
    }

    /// @throws Refusal if the file is not, byte for byte, the one that was tried
    void check(Path file) {
        var found = digest(file);
        if (!found.equals(sha256)) {
            throw new Refusal(
                    "%s is damaged or has been changed (SHA-256 %s, expected %s): delete it and start again, so that it is fetched anew."
                            .formatted(file, found, sha256));
        }
    }

    private static String digest(Path file) {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            var buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // the stream counts what passes
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has SHA-256
        }
    }
}
