package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    // SHA-256 of "abc" as FIPS 180-2 gives it
    private static final Archive ABC =
            new Archive(
                    "Letters",
                    "org.letters",
                    "abc",
                    "1.0",
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                    3);

    @TempDir private Path folder;

    @Test
    void takesTheFileThatWasTried() throws IOException {
        var file = Files.writeString(folder.resolve("abc.tar.gz"), "abc");
        assertThatCode(() -> ABC.check(file)).doesNotThrowAnyException();
    }

    @Test
    void refusesADamagedFileAndNamesIt() throws IOException {
        var file = Files.writeString(folder.resolve("abc.tar.gz"), "abC");
        assertThatThrownBy(() -> ABC.check(file))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it");
    }

    @Test
    void isWhereMavenKeepsIt() {
        assertThat(ABC.in(Path.of("/repository")))
                .hasToString("/repository/org/letters/abc/1.0/abc-1.0.tar.gz");
        assertThat(ABC.coordinates()).isEqualTo("org.letters:abc:1.0:tar.gz");
    }

    @Test
    void growsUnderMavensOwnNameForIt() throws IOException {
        var file = folder.resolve("abc.tar.gz");
        Files.writeString(folder.resolve("abc.tar.gz.4711.tmp"), "ab");
        assertThat(Watch.largest(file)).isEqualTo(2);
        assertThat(Watch.largest(folder.resolve("nowhere/abc.tar.gz"))).isZero();
    }
}
