package mappa.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Shows on the terminal what goes on, each step with the time it has taken.
///
/// What is under way stands on one line that is painted anew each second; where there is no
/// terminal, it is a line each ten seconds. Each finished step leaves a line.
final class Steps implements AutoCloseable {
    private final PrintStream out;
    private final boolean terminal;
    private final long startedNanos;
    private final Set<Step> running = new LinkedHashSet<>();
    private final ScheduledExecutorService painter =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("steps").factory());
    private Duration network = Duration.ZERO;

    /// @param before time that passed before this program started
    Steps(PrintStream out, boolean terminal, Duration before) {
        this.out = out;
        this.terminal = terminal;
        this.startedNanos = System.nanoTime() - before.toNanos();
        var seconds = terminal ? 1 : 10;
        painter.scheduleAtFixedRate(this::paint, seconds, seconds, TimeUnit.SECONDS);
    }

    synchronized Step begin(String what) {
        var step = new Step(what);
        running.add(step);
        if (terminal) {
            paint();
        }
        return step;
    }

    synchronized void say(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    /// Adds to the time that was spent on the network.
    synchronized void network(Duration spent) {
        network = network.plus(spent);
    }

    synchronized Duration network() {
        return network;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private synchronized void paint() {
        if (running.isEmpty()) {
            return;
        }
        var line = running.stream().map(Step::underWay).collect(Collectors.joining(", "));
        if (terminal) {
            out.print("\r\033[K" + stamp() + "  " + line);
        } else {
            out.println(stamp() + "  " + line);
        }
        out.flush();
    }

    private void clear() {
        if (terminal) {
            out.print("\r\033[K");
        }
    }

    private String stamp() {
        return String.format(Locale.ROOT, "%7.1f s", elapsed().toMillis() / 1000.0);
    }

    @Override
    public synchronized void close() {
        painter.shutdownNow();
        clear();
        out.flush();
    }

    /// One thing under way. A step that is closed without being done leaves no line.
    final class Step implements AutoCloseable {
        private final String what;
        private final long begunNanos = System.nanoTime();
        private volatile String progress = "";

        private Step(String what) {
            this.what = what;
        }

        /// @param progress shown behind the step, such as `41 %`
        void progress(String progress) {
            this.progress = progress;
        }

        void done(String result) {
            synchronized (Steps.this) {
                if (running.remove(this)) {
                    clear();
                    out.printf(Locale.ROOT, "%s  %s (%.1f s)%n", stamp(), result, seconds());
                    out.flush();
                }
            }
        }

        private double seconds() {
            return (System.nanoTime() - begunNanos) / 1e9;
        }

        private String underWay() {
            return String.format(
                    Locale.ROOT,
                    "%s %s%.0f s",
                    what,
                    progress.isEmpty() ? "" : progress + " ",
                    seconds());
        }

        @Override
        public void close() {
            synchronized (Steps.this) {
                running.remove(this);
            }
        }
    }
}
