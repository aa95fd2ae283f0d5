package mappa.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The whole product as a user starts it: `deploy/up` with ports and a data folder of its own, once
/// for all tests.
public final class Product {

    private static final Duration START = Duration.ofMinutes(6);
    private static final int PORTS = 12;

    private static Product running;

    private final Path data;
    private final @Nullable Process launcher;
    private JsonNode run;

    private Product(Path data, @Nullable Process launcher) {
        this.data = data;
        this.launcher = launcher;
    }

    /// The product, with the demo area loaded; started by the first test that asks.
    public static synchronized Product get() {
        if (running == null) {
            try {
                running = start();
            } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException("the product did not start", broken);
            }
        }
        return running;
    }

    private static Product start() throws IOException, InterruptedException {
        var already = System.getProperty("mappa.product");
        if (already
                != null) { // the data folder of one that somebody runs, for trying a test quickly
            var product = new Product(Path.of(already), null);
            product.readRun();
            return product;
        }
        var target =
                Path.of(System.getProperty("project.build.directory", "target")).toAbsolutePath();
        var data = Files.createTempDirectory(Files.createDirectories(target), "whole-");
        var log = data.resolve("launcher.log").toFile();
        var command =
                new ArrayList<>(
                        List.of(
                                "deploy/up",
                                "--data",
                                data.resolve("data").toString(),
                                "--programs",
                                target.resolve("programs").toString(),
                                "--no-build",
                                "--ports-from",
                                Integer.toString(freePorts())));
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        var product = new Product(data.resolve("data"), process);
        Runtime.getRuntime().addShutdownHook(new Thread(product::stop));
        var ready = data.resolve("data/run.json");
        var until = System.nanoTime() + START.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException(
                        "deploy/up did not come up:\n" + Files.readString(log.toPath()));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
        product.readRun();
        return product;
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

    private void readRun() throws IOException {
        run = new ObjectMapper().readTree(data.resolve("run.json").toFile());
    }

    /// What the launcher wrote when all was ready: addresses, ports, process numbers.
    public JsonNode run() {
        return run;
    }

    /// Address of the pages, without a slash at the end.
    public String address() {
        return run.get("address").asText();
    }

    /// The one password of all demo users.
    public String password() {
        try {
            return Files.readString(Path.of(run.get("demoPasswordFile").asText())).strip();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Environment of the server as the launcher sets it.
    public Map<String, String> serverSettings() {
        try {
            var settings = new HashMap<String, String>();
            for (var line : Files.readAllLines(Path.of(run.get("serverSettings").asText()))) {
                var equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    settings.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return settings;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// One figure out of the database, read as its owner, past all row policies.
    public long count(String sql, Object... parameters) {
        try (var connection = owner();
                var statement = connection.prepareStatement(sql)) {
            for (var n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    /// Changes the record behind the product's back, to make it older than it is.
    public int change(String sql, Object... parameters) {
        try (var connection = owner();
                var statement = connection.prepareStatement(sql)) {
            for (var n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            return statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(sql, broken);
        }
    }

    private Connection owner() throws SQLException {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/mappa"
                            .formatted(run.get("ports").get("database").asInt()),
                    "mappa_owner",
                    Files.readString(Path.of(run.get("passwordFiles").get("mappa_owner").asText()))
                            .strip());
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Folder of the running product: logs, mails, keys.
    public Path data() {
        return data;
    }

    /// Mails that arrived at the catcher, oldest first, as text with headers.
    public List<String> mails() {
        try (var files = Files.list(data.resolve("mail"))) {
            var mails = new ArrayList<String>();
            for (var file : files.sorted().toList()) {
                mails.add(Files.readString(file));
            }
            return mails;
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Stops one part in good order: `zeebe`, `keycloak`, `mail`, `server`, `postgres`.
    public void stopPart(String part) {
        ask("stop-part", part);
    }

    public void startPart(String part) {
        ask("start-part", part);
    }

    /// Ends one part as a power cut would: SIGKILL to its process.
    public void killPart(String part) {
        try {
            readRun();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
        var pid = run.get("parts").get(part).get("pid").asLong();
        ProcessHandle.of(pid)
                .ifPresent(
                        process -> {
                            process.destroyForcibly();
                            process.onExit().join();
                        });
    }

    private void ask(String request, String part) {
        try {
            var process =
                    new ProcessBuilder("deploy/up", "--data", data.toString(), request, part)
                            .redirectErrorStream(true)
                            .start();
            var said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
            readRun();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// An answer of the server without a session.
    public HttpResponse<String> get(String path) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address() + path)).GET().build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException away) {
            throw new IllegalStateException(path, away);
        }
    }

    /// Waits until something becomes true, at most three minutes: what a killed server had leased,
    /// at the outbox or from the engine, is free again after one.
    public static void until(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within three minutes: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void stop() {
        if (launcher == null) {
            return;
        }
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
