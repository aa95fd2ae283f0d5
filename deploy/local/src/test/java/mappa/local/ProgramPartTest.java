package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramPartTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private DataFolder data;
    private Steps steps;
    private Processes processes;
    private HttpServer ready;

    @BeforeEach
    void open() throws IOException {
        data = new DataFolder(folder.resolve("data")).open();
        steps =
                new Steps(
                        new PrintStream(shown, true, StandardCharsets.UTF_8), false, Duration.ZERO);
        processes = new Processes(data.tmp());
        ready = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ready.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        ready.start();
    }

    @AfterEach
    void close() {
        ready.stop(0);
        steps.close();
        data.close();
    }

    @Test
    void sayWhereTheReasonIsWhenItDiesWhileStarting() {
        ready.stop(0);
        var part = part("echo out of luck; exit 7");
        assertThatThrownBy(part::start)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("A part ended while it was starting (exit code 7)")
                .hasMessageContaining(data.log("part").toString());
        assertThat(data.log("part")).hasContent("out of luck");
    }

    @Test
    void startsAndStopsAndStartsAgain() {
        var part = part("exec sleep 600");
        part.start();
        var first = part.pid().orElseThrow();
        part.stop();
        assertThat(part.pid()).isEmpty();
        assertThat(ProcessMark.of(first)).isEmpty();
        part.start();
        assertThat(part.pid().orElseThrow()).isNotEqualTo(first);
        part.stop();
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .contains("A part is ready", "A part has stopped");
    }

    @Test
    void endsWhatAKilledLauncherLeft() {
        var killed = part("exec sleep 600");
        killed.start();
        var left = killed.pid().orElseThrow();
        part("exec sleep 600")
                .endLeftover(); // as the next launcher does, which knows the mark only
        assertThat(ProcessMark.of(left)).isEmpty();
        assertThat(ProgramPart.mark(data, "part")).doesNotExist();
    }

    @Test
    void leavesAloneWhoeverGotTheIdOfWhatWasLeft() throws IOException {
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            var stat = Files.readString(Path.of("/proc", "" + stranger.pid(), "stat"));
            var ticks = Long.toString(ProcessMark.of(stranger.pid()).orElseThrow().startTicks());
            Files.writeString(
                    ProgramPart.mark(data, "part"),
                    stat.replace(" " + ticks + " ", " 1 ")
                            + Files.readString(Path.of("/proc/sys/kernel/random/boot_id")));
            part("exec sleep 600").endLeftover();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void ignoresTheCtrlCThatReachesTheWholeGroup() throws Exception {
        var part = part("exec sleep 600");
        part.start();
        var pid = part.pid().orElseThrow();
        assertThat(new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor()).isZero();
        assertThat(Files.readString(Path.of("/proc", "" + pid, "status")))
                .containsPattern("SigIgn:\\s+[0-9a-f]*[2367abef]\n");
        assertThat(ProcessMark.of(pid)).isPresent();
        part.stop();
    }

    @Test
    void nothingStartsOnceTheStopHasBegun() {
        processes.stopping();
        assertThatThrownBy(part("exec sleep 600")::start).isInstanceOf(Refusal.class);
        assertThat(ProgramPart.mark(data, "part")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"KC_DB", "ZEEBE_BROKER_NETWORK_HOST", "PGDATA", "SERVER_PORT", "JAVA_OPTS"})
    void settingsOfOtherInstallationsStayOutside(String name) {
        assertThat(Processes.isForeign(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "MAPPA_LOG_JSON", "QUARKUS_LOG_LEVEL", "https_proxy"})
    void settingsForTheServerGoIn(String name) {
        assertThat(Processes.isForeign(name)).isFalse();
    }

    private ProgramPart part(String script) {
        return new ProgramPart(
                "part",
                "A part",
                data,
                processes,
                steps,
                new ProgramPart.Program(List.of("sh", "-c", script), Map.of()),
                URI.create("http://127.0.0.1:%d/".formatted(ready.getAddress().getPort())),
                () -> {});
    }
}
