package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {
    @TempDir private Path folder;

    @Test
    void leavesOutTheTopFolderAndKeepsWhatCanBeRun() throws IOException {
        Unpacker.unpack(
                tar("program-1.0/bin/run", 0755, "program-1.0/README", 0644),
                1,
                folder.resolve("p"));
        assertThat(folder.resolve("p/bin/run")).isExecutable();
        assertThat(folder.resolve("p/README")).hasContent("program-1.0/README");
        assertThat(Files.isExecutable(folder.resolve("p/README"))).isFalse();
    }

    @Test
    void isThereWholeOrNotAtAll() throws IOException {
        Files.createDirectories(folder.resolve("p.new/left"));
        var whole = tar("a/b", 0644, "a/c", 0644).readAllBytes();
        var cut = new ByteArrayInputStream(whole, 0, 700);
        assertThatThrownBy(() -> Unpacker.unpack(cut, 0, folder.resolve("p")))
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("p")).doesNotExist();
        Unpacker.unpack(new ByteArrayInputStream(whole), 0, folder.resolve("p"));
        assertThat(folder.resolve("p/a/c")).exists();
        assertThat(folder.resolve("p/left")).doesNotExist();
    }

    @Test
    void refusesToLeaveItsFolder() throws IOException {
        var escaping = tar("a/../../outside", 0644);
        assertThatThrownBy(() -> Unpacker.unpack(escaping, 0, folder.resolve("p")))
                .hasMessageContaining("outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void refusesALinkOutOfItsFolder() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes)) {
            var link = new TarArchiveEntry("a/link", TarConstants.LF_SYMLINK);
            link.setLinkName("../../../etc");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
        }
        assertThatThrownBy(
                        () ->
                                Unpacker.unpack(
                                        new ByteArrayInputStream(bytes.toByteArray()),
                                        0,
                                        folder.resolve("p")))
                .hasMessageContaining("a/link");
    }

    /// @param entries name, mode, name, mode ...; each file holds its own name
    private static InputStream tar(Object... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes)) {
            for (var i = 0; i < entries.length; i += 2) {
                var content = entries[i].toString().getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry(entries[i].toString());
                entry.setMode((Integer) entries[i + 1]);
                entry.setSize(content.length);
                out.putArchiveEntry(entry);
                out.write(content);
                out.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
