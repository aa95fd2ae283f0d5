package mappa.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The user's own Maven with the user's own settings, run on this JDK, one run at a time.
final class Maven {
    private final ReentrantLock lane = new ReentrantLock(); // a local repository bears one writer
    private final Processes processes;
    private final Steps steps;
    private final Path log;

    Maven(Processes processes, Steps steps, Path log) {
        this.processes = processes;
        this.steps = steps;
        this.log = log;
    }

    Path log() {
        return log;
    }

    /// @param waiting called when the run begins, after earlier ones have ended
    /// @param downloaded called with the address of each file that was fetched
    /// @return whether Maven was content
    boolean run(List<String> words, Runnable waiting, Consumer<String> downloaded) {
        var command = new ArrayList<>(List.of("mvn", "-B", "-Dstyle.color=never"));
        command.addAll(words);
        lane.lock();
        try {
            waiting.run();
            var network = new Network();
            var code =
                    processes.run(
                            command,
                            Map.of("JAVA_HOME", System.getProperty("java.home")),
                            log,
                            line -> {
                                network.read(line, System.nanoTime());
                                if (line.startsWith(Network.DOWNLOADED)) {
                                    downloaded.accept(line);
                                }
                            });
            steps.network(network.spent());
            return code == 0;
        } finally {
            lane.unlock();
        }
    }

    /// Reads from Maven's own lines how long at least one download was under way.
    static final class Network {
        static final String DOWNLOADING = "[INFO] Downloading from ";
        static final String DOWNLOADED = "[INFO] Downloaded from ";

        private final Set<String> open = new HashSet<>();
        private long sinceNanos;
        private long spentNanos;

        void read(String line, long nanos) {
            if (line.startsWith(DOWNLOADING)) {
                if (open.isEmpty()) {
                    sinceNanos = nanos;
                }
                open.add(address(line));
            } else if (!open.isEmpty()) {
                if (line.startsWith(DOWNLOADED)) {
                    open.remove(address(line));
                } else {
                    open.clear(); // Maven goes on only when it has what it asked for, or knows
                    // that it is not there
                }
                if (open.isEmpty()) {
                    spentNanos += nanos - sinceNanos;
                }
            }
        }

        Duration spent() {
            return Duration.ofNanos(spentNanos);
        }

        private static String address(String line) {
            var start = line.indexOf(": ") + 2;
            var end = line.indexOf(' ', start);
            return end < 0 ? line.substring(start) : line.substring(start, end);
        }
    }
}
