package mappa.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import java.util.function.BooleanSupplier;

/// The whole product as a user starts it: `deploy/up` with ports and a data folder of its own, once
/// for all tests.
public final class Product {

    private static Product running;

    private final Path data;
    private JsonNode run;

    private Product(Path data) {
        this.data = data;
        this.run = Launch.run(data);
    }

    /// The product, with the demo area loaded; started by the first test that asks.
    public static synchronized Product get() {
        if (running == null) {
            // the data folder of one that somebody runs, for trying a test quickly
            var already = System.getProperty("mappa.product");
            running = new Product(already == null ? Launch.of(List.of()).data() : Path.of(already));
        }
        return running;
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

    /// One value out of the database as text, read as its owner.
    public String ask(String sql, Object... parameters) {
        try (var connection = owner();
                var statement = connection.prepareStatement(sql)) {
            for (var n = 0; n < parameters.length; n++) {
                statement.setObject(n + 1, parameters[n]);
            }
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("nothing is there: " + sql);
                }
                return rows.getString(1);
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
        run = Launch.run(data);
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
            run = Launch.run(data);
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
}
