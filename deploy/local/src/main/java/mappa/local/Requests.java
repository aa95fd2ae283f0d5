package mappa.local;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.time.Duration;
import java.util.UUID;

/// Lets a second `deploy/up` ask the running one for something.
///
/// A request is a file `<id>.request` with the words of the command; its answer is `<id>.answer`,
/// empty when it was done, otherwise the sentence that says why not. Both vanish afterwards. Only
/// the owner of the data folder can write there.
final class Requests {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private final Path folder;

    Requests(DataFolder data) {
        folder = data.run().resolve("requests");
    }

    interface Handler {
        /// @throws Refusal if it cannot be done
        void handle(Options.Request request);
    }

    /// Answers requests from now on, until this thread is interrupted.
    void serve(Handler handler) {
        try (var watch = folder.getFileSystem().newWatchService()) {
            Files.createDirectories(folder);
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (true) {
                answerAll(handler);
                var key = watch.take();
                key.pollEvents();
                key.reset();
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be watched: %s.".formatted(folder, e.getMessage()), e);
        } catch (InterruptedException | ClosedWatchServiceException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerAll(Handler handler) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.request")) {
            for (var file : files) {
                var words = Files.readString(file).split(" ", 2);
                Files.delete(file);
                var answer = "";
                try {
                    handler.handle(new Options.Request(words[0], words.length > 1 ? words[1] : ""));
                } catch (Refusal e) {
                    answer = e.getMessage();
                }
                Secrets.write(Path.of(file.toString().replace(".request", ".answer")), answer);
            }
        }
    }

    /// Asks the running launcher and waits for its answer.
    ///
    /// @throws Refusal with its answer, or if it does not answer
    void send(Options.Request request) {
        var id = UUID.randomUUID().toString();
        var answer = folder.resolve(id + ".answer");
        try {
            Files.createDirectories(folder);
            Secrets.write(
                    folder.resolve(id + ".request"),
                    (request.action() + " " + request.part()).strip());
            if (!Poll.until(PATIENCE, () -> Files.exists(answer))) {
                throw new Refusal(
                        "The running deploy/up has not answered within %d minutes."
                                .formatted(PATIENCE.toMinutes()));
            }
            var text = Files.readString(answer);
            Files.delete(answer);
            if (!text.isEmpty()) {
                throw new Refusal(text);
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be used: %s.".formatted(folder, e.getMessage()), e);
        }
    }
}
