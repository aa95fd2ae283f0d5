package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir private Path parent;

    @Test
    void isClosedToOtherUsers() throws IOException {
        try (var data = new DataFolder(parent.resolve("data")).open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void refusesASecondLauncherAndNamesFolderAndProcess() {
        try (var first = new DataFolder(parent.resolve("data")).open()) {
            assertThatThrownBy(() -> new DataFolder(first.root()).open())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(first.root().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeAgainWhenItsHolderHasGone() {
        new DataFolder(parent.resolve("data")).open().close();
        var data = new DataFolder(parent.resolve("data"));
        assertThat(data.holder()).isNull();
        data.open().close();
    }

    @Test
    void namesTheFolderThatCannotBeMade() throws IOException {
        var file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).open())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void refusesADiskWithTooLittleRoom() {
        try (var data = new DataFolder(parent.resolve("data")).open()) {
            assertThatThrownBy(() -> data.refuseWithoutSpace(1_000_000))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(data.root().toString())
                    .hasMessageContaining("1000000 GB are needed");
        }
    }

    @Test
    void throwsAwayWhatKilledProgramsLeft() throws IOException {
        try (var data = new DataFolder(parent.resolve("data")).open()) {
            Files.createDirectories(data.tmp().resolve("a/b"));
            Files.createFile(data.tmp().resolve("a/b/left.so"));
            data.clearTmp();
            assertThat(data.tmp()).isEmptyDirectory();
        }
    }
}
