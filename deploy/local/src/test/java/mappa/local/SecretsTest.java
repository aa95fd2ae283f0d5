package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir private Path folder;

    @Test
    void areMadeOnceAndReadByTheirOwnerOnly() throws IOException {
        var made = new Secrets(folder).password("mappa_app");
        assertThat(new Secrets(folder).password("mappa_app")).isEqualTo(made);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("mappa_app"))))
                .isEqualTo("rw-------");
    }

    @Test
    void differFromEachOther() {
        var secrets = new Secrets(folder);
        assertThat(secrets.password("a")).isNotEqualTo(secrets.password("b"));
    }

    @Test
    void needNoQuotingInSql() {
        assertThat(new Secrets(folder).password("a")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void canBeTyped() {
        assertThat(new Secrets(folder).spelled("demo"))
                .matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}");
    }

    @Test
    void keysAreThirtyTwoBytes() {
        assertThat(Base64.getDecoder().decode(new Secrets(folder).key("session.key"))).hasSize(32);
    }
}
