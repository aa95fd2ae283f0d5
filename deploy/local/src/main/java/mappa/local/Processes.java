package mappa.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Starts every process of the local run, all in the launcher's process group.
///
/// Once [#stopping] was called nothing new is started, so nothing can slip past the stop.
final class Processes {
    /// Ctrl-C reaches the whole process group; parts ignore it and are ended in order instead. The
    /// part's mark is written before the part begins, so that no part can be lost.
    private static final String PART =
            "trap '' INT HUP; cat /proc/$$/stat /proc/sys/kernel/random/boot_id > \"$0.new\""
                    + " && mv \"$0.new\" \"$0\" && exec \"$@\"";

    private static final long LOG_LIMIT = 10_000_000;

    private final Path tmp;
    private final Set<Process> commands = new HashSet<>();
    private boolean stopping;

    Processes(Path tmp) {
        this.tmp = tmp;
    }

    /// Starts a part that stays.
    ///
    /// @param mark the file that names its process
    Process startPart(Path mark, List<String> command, Map<String, String> environment, Path log) {
        var words = new ArrayList<>(List.of("sh", "-c", PART, mark.toString()));
        words.addAll(command);
        return spawn(words, environment, log, false);
    }

    /// Runs a command to its end.
    ///
    /// @return its exit code
    int run(List<String> command, Map<String, String> environment, Path log) {
        return waitFor(spawn(command, environment, log, false));
    }

    /// Runs a command to its end, although the product is stopping.
    int runToStop(List<String> command, Path log) {
        return waitFor(spawn(command, Map.of(), log, true));
    }

    /// Runs a command to its end; each line it prints goes to the log and to the reader.
    int run(
            List<String> command,
            Map<String, String> environment,
            Path log,
            Consumer<String> line) {
        var process = spawn(command, environment, null, false);
        try (var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                var out =
                        Files.newBufferedWriter(
                                log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                out.write(text);
                out.newLine();
                line.accept(text);
            }
        } catch (IOException e) {
            process.destroy();
            throw new Refusal("%s cannot be written: %s.".formatted(log, e.getMessage()), e);
        }
        return waitFor(process);
    }

    /// From here on nothing is started; commands under way are ended.
    void stopping() {
        Set<Process> running;
        synchronized (this) {
            stopping = true;
            running = Set.copyOf(commands);
        }
        running.forEach(Process::destroy);
    }

    private Process spawn(
            List<String> command,
            Map<String, String> environment,
            @org.jspecify.annotations.Nullable Path log,
            boolean whileStopping) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(tmp.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        // what the caller's shell has set for other installations must not reach the parts
        builder.environment().keySet().removeIf(Processes::isForeign);
        builder.environment().put("TMPDIR", tmp.toString());
        builder.environment().putAll(environment);
        try {
            if (log != null) {
                shorten(log);
                builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            }
            synchronized (this) {
                if (stopping && !whileStopping) {
                    throw new Refusal("Stopping.");
                }
                var process = builder.start();
                if (!whileStopping && !command.contains(PART)) {
                    commands.add(process);
                }
                return process;
            }
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be run: %s.".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    static boolean isForeign(String name) {
        return name.startsWith("KC_")
                || name.startsWith("ZEEBE_")
                || name.startsWith("PG")
                || name.startsWith("SPRING_")
                || name.startsWith("SERVER_")
                || name.startsWith("MANAGEMENT_")
                || name.equals("JAVA_OPTS");
    }

    private int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", e);
        } finally {
            synchronized (this) {
                commands.remove(process);
            }
        }
    }

    /// Keeps one older log beside the current one.
    private static void shorten(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
