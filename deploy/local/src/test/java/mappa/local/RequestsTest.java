package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    @TempDir private Path folder;

    @Test
    void reachTheRunningLauncherAndBringItsAnswerBack() throws InterruptedException {
        try (var data = new DataFolder(folder.resolve("data")).open()) {
            var seen = new LinkedBlockingQueue<Options.Request>();
            var serving =
                    Thread.ofVirtual()
                            .start(
                                    () ->
                                            new Requests(data)
                                                    .serve(
                                                            request -> {
                                                                seen.add(request);
                                                                if (request.part()
                                                                        .equals("wheel")) {
                                                                    throw new Refusal(
                                                                            "There is no part 'wheel'.");
                                                                }
                                                            }));
            try {
                new Requests(data).send(new Options.Request("stop-part", "zeebe"));
                assertThat(seen.take()).isEqualTo(new Options.Request("stop-part", "zeebe"));
                assertThatThrownBy(
                                () ->
                                        new Requests(data)
                                                .send(new Options.Request("start-part", "wheel")))
                        .hasMessage("There is no part 'wheel'.");
                assertThat(data.run().resolve("requests")).isEmptyDirectory();
            } finally {
                serving.interrupt();
                serving.join();
            }
        }
    }
}
