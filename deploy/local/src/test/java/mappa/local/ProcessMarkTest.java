package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {
    @Test
    void endsTheProcessItNames() throws IOException {
        var process = new ProcessBuilder("sleep", "600").start();
        try {
            var mark = ProcessMark.of(process.pid()).orElseThrow();
            assertThat(mark.isAlive()).isTrue();
            mark.end(Duration.ofSeconds(10));
            assertThat(process.onExit().join().isAlive()).isFalse();
            assertThat(mark.isAlive()).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leavesAStrangerWithTheSameIdAlone() throws IOException {
        var process = new ProcessBuilder("sleep", "600").start();
        try {
            var now = ProcessMark.of(process.pid()).orElseThrow();
            var earlier = new ProcessMark(now.pid(), now.startTicks() - 1, now.boot());
            var otherBoot = new ProcessMark(now.pid(), now.startTicks(), "11111111-2222");
            assertThat(earlier.isAlive()).isFalse();
            earlier.end(Duration.ofSeconds(1));
            otherBoot.end(Duration.ofSeconds(1));
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void endsAProcessThatDoesNotListen() throws IOException {
        var process =
                new ProcessBuilder(
                                "sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done")
                        .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("ready");
            ProcessMark.of(process.pid()).orElseThrow().end(Duration.ofMillis(300));
            assertThat(process.onExit().join().exitValue()).isEqualTo(128 + 9);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void readsACommandWithSpacesAndBrackets() {
        var stat =
                "42 (a) b (c) S 1 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 987654 0 0\nboot\n";
        assertThat(ProcessMark.parse(stat)).contains(new ProcessMark(42, 987654, "boot"));
    }

    @Test
    void takesNothingForAProcessThatIsNone() {
        assertThat(ProcessMark.parse("")).isEmpty();
        assertThat(ProcessMark.parse("42\nboot")).isEmpty();
        assertThat(
                        ProcessMark.parse(
                                "42 (z) Z 1 42 42 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 9 0 0\nboot"))
                .isEmpty();
    }
}
