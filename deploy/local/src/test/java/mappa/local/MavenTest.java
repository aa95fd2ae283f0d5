package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MavenTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void countsTheTimeInWhichSomethingWasDownloadedOnce() {
        var network = new Maven.Network();
        network.read("[INFO] Downloading from central: https://r/a.jar", 0);
        network.read("[INFO] Downloading from central: https://r/b.jar", SECOND);
        network.read(
                "[INFO] Downloaded from central: https://r/a.jar (1 kB at 2 kB/s)", 2 * SECOND);
        network.read(
                "[INFO] Downloaded from central: https://r/b.jar (1 kB at 2 kB/s)", 5 * SECOND);
        network.read("[INFO] Compiling", 60 * SECOND);
        assertThat(network.spent()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void stopsCountingWhenAFileIsNotThere() {
        var network = new Maven.Network();
        network.read("[INFO] Downloading from central: https://r/a.jar", 0);
        network.read("[INFO] --- resources", SECOND);
        network.read("[INFO] --- compile", 60 * SECOND);
        assertThat(network.spent()).isEqualTo(Duration.ofSeconds(1));
    }
}
