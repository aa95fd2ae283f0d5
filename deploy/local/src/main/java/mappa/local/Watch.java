package mappa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// Tells from the size of a growing file how far its download has come.
final class Watch implements AutoCloseable {
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("download").factory());

    private Watch() {}

    /// @param file as it will be called; while it is fetched Maven adds something to its name
    /// @param percent from 0 to 100
    static Watch growing(Path file, long size, IntConsumer percent) {
        var watch = new Watch();
        watch.clock.scheduleAtFixedRate(
                () -> percent.accept((int) Math.min(100, 100 * largest(file) / size)),
                0,
                500,
                TimeUnit.MILLISECONDS);
        return watch;
    }

    static long largest(Path file) {
        if (!Files.isDirectory(file.getParent())) {
            return 0;
        }
        try (var files = Files.list(file.getParent())) {
            return files.filter(
                            found ->
                                    found.getFileName()
                                            .toString()
                                            .contains(file.getFileName().toString()))
                    .mapToLong(found -> found.toFile().length())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // only the display suffers
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
