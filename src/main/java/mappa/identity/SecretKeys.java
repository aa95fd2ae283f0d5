package mappa.identity;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Keys of this installation, all derived from `session.key`: 32 random bytes in base64, readable
/// by the server alone.
@ApplicationScoped
public class SecretKeys {

    private static final int BYTES = 32;

    private final AesGcmJce sealing;
    private final SecretKeySpec signing;

    SecretKeys(@ConfigProperty(name = "mappa.keys") Path folder) throws GeneralSecurityException {
        var master = read(folder.resolve("session.key"));
        sealing = new AesGcmJce(derive(master, "seal"));
        signing = new SecretKeySpec(derive(master, "sign"), "HmacSHA256");
    }

    private static byte[] read(Path file) {
        try {
            var key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalStateException(
                        "%s holds %d bytes, expected %d".formatted(file, key.length, BYTES));
            }
            return key;
        } catch (IOException missing) {
            throw new UncheckedIOException("cannot read the session key " + file, missing);
        }
    }

    private static byte[] derive(byte[] master, String use) throws GeneralSecurityException {
        return Hkdf.computeHkdf(
                "HmacSha256",
                master,
                new byte[BYTES],
                ("case-meetings " + use).getBytes(StandardCharsets.UTF_8),
                BYTES);
    }

    /// Encrypts a text so that it can be opened only under the same name.
    ///
    /// @param name what it belongs to, for example `held_form:<id>`: moved elsewhere it does not
    ///   open
    public byte[] seal(String text, String name) {
        try {
            return sealing.encrypt(
                    text.getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @throws IllegalArgumentException if it was changed, moved or sealed with another key
    public String open(byte[] sealed, String name) {
        try {
            return new String(
                    sealing.decrypt(sealed, name.getBytes(StandardCharsets.UTF_8)),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("does not open as " + name, refused);
        }
    }

    /// Signature of a text, 43 characters that are safe in a URL.
    public String sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(signing);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
