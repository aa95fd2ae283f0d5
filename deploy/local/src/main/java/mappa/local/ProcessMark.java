package mappa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Names one process for good: its id, the moment it started, and the boot in which it did.
///
/// A process id alone is used again after its process has gone; whoever has the same id but another
/// start is a stranger and is left alone.
///
/// @param startTicks field 22 of `/proc/<pid>/stat`: clock ticks since the boot
record ProcessMark(long pid, long startTicks, String boot) {
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /// The process with that id as it runs now.
    static Optional<ProcessMark> of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return parse(stat + Files.readString(BOOT));
        } catch (IOException e) {
            return Optional.empty(); // gone, perhaps while it was read
        }
    }

    /// What [Processes] had a part write: its line of `/proc/<pid>/stat` and the id of the boot.
    static Optional<ProcessMark> read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /// @param text `<pid> (<command>) <state> ...`, then a line with the boot; empty if it is
    ///   neither, or if the process has ended and only waits for its parent
    static Optional<ProcessMark> parse(String text) {
        var lines = text.strip().lines().toList();
        var afterCommand = lines.isEmpty() ? -1 : lines.getFirst().lastIndexOf(')');
        if (lines.size() != 2 || afterCommand < 0) {
            return Optional.empty();
        }
        var first = lines.getFirst();
        var fields = first.substring(afterCommand + 1).strip().split(" ");
        if (fields.length < 20 || fields[0].equals("Z") || fields[0].equals("X")) {
            return Optional.empty();
        }
        try {
            var pid = Long.parseLong(first.substring(0, first.indexOf(' ')));
            return Optional.of(
                    new ProcessMark(pid, Long.parseLong(fields[19]), lines.getLast().strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /// Asks the process to end and, if it has not after the patience, ends it.
    void end(Duration patience) {
        signal(false);
        if (!Poll.until(patience, () -> !isAlive())) {
            signal(true);
            Poll.until(Duration.ofSeconds(10), () -> !isAlive());
        }
    }

    private void signal(boolean hard) {
        if (!isAlive()) {
            return;
        }
        ProcessHandle.of(pid)
                .ifPresent(
                        process -> {
                            if (hard) {
                                process.destroyForcibly();
                            } else {
                                process.destroy();
                            }
                        });
    }
}
