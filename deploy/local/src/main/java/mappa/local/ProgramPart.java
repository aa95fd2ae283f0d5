package mappa.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A part that is a Java program of its own and says over HTTP when it is ready.
final class ProgramPart implements Part {
    private static final Duration PATIENCE_TO_START = Duration.ofMinutes(5);
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(30);

    /// What is run: words of the command, settings as environment.
    record Program(List<String> command, Map<String, String> environment) {}

    private final String name;
    private final String title;
    private final Path mark;
    private final Path log;
    private final Processes processes;
    private final Steps steps;
    private final Program program;
    private final URI ready;
    private final Runnable afterwards;
    private volatile @Nullable Process process;

    /// @param title as people are told
    /// @param ready answers 200 when the program can be used
    /// @param afterwards what is left to do when it does
    ProgramPart(
            String name,
            String title,
            DataFolder data,
            Processes processes,
            Steps steps,
            Program program,
            URI ready,
            Runnable afterwards) {
        this.name = name;
        this.title = title;
        this.mark = mark(data, name);
        this.log = data.log(name);
        this.processes = processes;
        this.steps = steps;
        this.program = program;
        this.ready = ready;
        this.afterwards = afterwards;
    }

    static Path mark(DataFolder data, String name) {
        return data.run().resolve(name + ".process");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public void start() {
        try (var step = steps.begin("Starting " + inSentence())) {
            var started = processes.startPart(mark, program.command(), program.environment(), log);
            process = started;
            waitUntilReady(started);
            afterwards.run();
            step.done(title + " is ready");
        }
    }

    private String inSentence() {
        return title.startsWith("The ") ? "the " + title.substring(4) : title;
    }

    private void waitUntilReady(Process started) {
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var up = Poll.until(PATIENCE_TO_START, () -> !started.isAlive() || answers(http));
            if (!started.isAlive()) {
                throw new Refusal(
                        "%s ended while it was starting (exit code %d): its log %s says why."
                                .formatted(title, started.exitValue(), log));
            }
            if (!up) {
                throw new Refusal(
                        "%s did not become ready within %d minutes: see its log %s."
                                .formatted(title, PATIENCE_TO_START.toMinutes(), log));
            }
        }
    }

    private boolean answers(HttpClient http) {
        var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", e);
        }
    }

    /// Says so if the program ends by itself.
    void whenLost(java.util.function.Consumer<Integer> lost) {
        var running = process;
        if (running != null) {
            running.onExit()
                    .thenAccept(
                            ended -> {
                                if (process == ended) {
                                    lost.accept(ended.exitValue());
                                }
                            });
        }
    }

    @Override
    public void stop() {
        var running = process;
        process = null;
        if (running != null && running.isAlive()) {
            try (var step = steps.begin("Stopping " + inSentence())) {
                running.destroy();
                if (!Poll.until(PATIENCE_TO_STOP, () -> !running.isAlive())) {
                    running.destroyForcibly();
                    Poll.until(Duration.ofSeconds(10), () -> !running.isAlive());
                }
                step.done(title + " has stopped");
            }
        }
        forget();
    }

    /// Ends what an earlier launcher left behind.
    void endLeftover() {
        ProcessMark.read(mark)
                .filter(ProcessMark::isAlive)
                .ifPresent(
                        left -> {
                            try (var step = steps.begin("Ending a left-behind " + name)) {
                                left.end(PATIENCE_TO_STOP);
                                step.done(
                                        "A left-behind %s (process %d) has ended"
                                                .formatted(name, left.pid()));
                            }
                        });
        forget();
    }

    private void forget() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new Refusal("%s cannot be deleted: %s.".formatted(mark, e.getMessage()), e);
        }
    }

    @Override
    public OptionalLong pid() {
        var running = process;
        return running == null || !running.isAlive()
                ? OptionalLong.empty()
                : OptionalLong.of(running.pid());
    }
}
