package mappa.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `deploy/up` with ports and a data folder of its own, until the tests end.
///
/// @param data the folder, with `run.json`
public record Launch(Path data, Process launcher) {

    private static final Duration START = Duration.ofMinutes(6);
    private static final int PORTS = 12;

    /// Returns when all that was asked for is ready.
    ///
    /// @param options of `deploy/up`, beside those for folders and ports
    public static Launch of(List<String> options) {
        try {
            return start(options);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("deploy/up did not come up", broken);
        }
    }

    private static Launch start(List<String> options) throws IOException, InterruptedException {
        var target =
                Path.of(System.getProperty("project.build.directory", "target")).toAbsolutePath();
        var folder = Files.createTempDirectory(Files.createDirectories(target), "whole-");
        var log = folder.resolve("launcher.log");
        var command =
                new ArrayList<>(
                        List.of(
                                "deploy/up",
                                "--data",
                                folder.resolve("data").toString(),
                                "--programs",
                                target.resolve("programs").toString(),
                                "--no-build",
                                "--ports-from",
                                Integer.toString(freePorts())));
        command.addAll(options);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var launch = new Launch(folder.resolve("data"), process);
        Runtime.getRuntime().addShutdownHook(new Thread(launch::stop));
        var until = System.nanoTime() + START.toNanos();
        while (!Files.exists(runFile(launch.data()))) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException(
                        "deploy/up did not come up:\n" + Files.readString(log));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        return launch;
    }

    /// First of several neighbouring ports that nobody listens on.
    private static int freePorts() throws IOException {
        for (var first = 20_000 + (int) (ProcessHandle.current().pid() % 2_000) * PORTS;
                ;
                first += PORTS) {
            if (areFree(first)) {
                return first;
            }
        }
    }

    private static boolean areFree(int first) throws IOException {
        for (var port = first; port < first + PORTS; port++) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress("127.0.0.1", port));
            } catch (java.net.BindException taken) {
                return false;
            }
        }
        return true;
    }

    private static Path runFile(Path data) {
        return data.resolve("run.json");
    }

    /// What the launcher wrote when all was ready: addresses, ports, process numbers.
    public JsonNode run() {
        return run(data);
    }

    static JsonNode run(Path data) {
        try {
            return new ObjectMapper().readTree(runFile(data).toFile());
        } catch (IOException missing) {
            throw new IllegalStateException("nothing runs on " + data, missing);
        }
    }

    /// Ends it in good order; ending it again changes nothing.
    public void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException ending) {
            launcher.destroyForcibly();
        }
    }
}
