package mappa;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/// Real PostgreSQL with the roles of an installation, a real mail server, and fresh keys, for all
/// tests that start the server.
public class RealParts implements QuarkusTestResourceLifecycleManager {

    private static final Set<String> EXISTS_ALREADY = Set.of("42710", "42P04");

    /// Of each role of the database.
    public static final String PASSWORD = "only-in-tests";

    /// Where a test may start an engine; until one does, the engine is away.
    private static final int ENGINE_PORT = freePort();

    private static EmbeddedPostgres postgres;
    private static GreenMail mail;

    @Override
    public Map<String, String> start() {
        try {
            var target = Path.of(System.getProperty("project.build.directory", "target"));
            if (postgres == null) {
                postgres =
                        EmbeddedPostgres.builder()
                                .setOverrideWorkingDirectory(target.resolve("postgres").toFile())
                                .setServerConfig("log_error_verbosity", "terse") // as installed
                                .start();
                makeRoles();
            }
            if (mail == null) {
                mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));
                mail.start();
            }
            var settings = new HashMap<String, String>();
            settings.put(
                    "quarkus.mailer.port",
                    Integer.toString(mail.getSmtp().getServerSetup().getPort()));
            settings.put("MAPPA_DB_URL", url());
            settings.put("quarkus.datasource.jdbc.url", url());
            settings.put("quarkus.datasource.password", PASSWORD);
            settings.put("quarkus.datasource.relay.password", PASSWORD);
            settings.put("quarkus.flyway.password", PASSWORD);
            settings.put("mappa.process.engine", "http://127.0.0.1:" + ENGINE_PORT);
            settings.put("mappa.keys", sessionKey(target).toString());
            settings.putAll(signingKeys(target));
            return settings;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Address of the database without a user: `getJdbcUrl` carries one that would silently win.
    public static String url() {
        return "jdbc:postgresql://127.0.0.1:%d/mappa".formatted(postgres.getPort());
    }

    /// The mail server; whoever stops it starts it again.
    public static GreenMail mail() {
        return mail;
    }

    /// The port at which the server looks for its engine.
    public static int enginePort() {
        return Integer.parseInt(
                ConfigProvider.getConfig()
                        .getValue("mappa.process.engine", URI.class)
                        .toString()
                        .replaceFirst(".*:", ""));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /// A connection as one of the roles, for tests of what the database itself refuses.
    public static Connection as(String role) throws SQLException {
        return java.sql.DriverManager.getConnection(url(), role, PASSWORD);
    }

    /// Changes rows past the server, to where a test begins.
    public static void execute(String sql) {
        try (var connection = as("mappa_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The first column of the first row, as text.
    public static String value(String query) {
        try (var connection = as("mappa_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new AssertionError("no row: " + query);
            }
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void makeRoles() throws IOException, SQLException {
        var script = Files.readAllLines(Path.of("deploy/database-roles.sql"));
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var line : script) {
                if (line.isBlank() || line.startsWith("--")) {
                    continue;
                }
                try {
                    statement.execute(line);
                } catch (SQLException refused) {
                    if (!EXISTS_ALREADY.contains(refused.getSQLState())) {
                        throw refused;
                    }
                }
            }
            for (var role :
                    Set.of(
                            "mappa_owner",
                            "mappa_app",
                            "mappa_relay",
                            "mappa_auditor",
                            "mappa_reporter")) {
                statement.execute("alter role %s password '%s'".formatted(role, PASSWORD));
            }
        }
    }

    private static Path sessionKey(Path target) throws IOException {
        var folder = Files.createDirectories(target.resolve("test-keys"));
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        Files.writeString(folder.resolve("session.key"), Base64.getEncoder().encodeToString(key));
        return folder.toAbsolutePath();
    }

    /// Keys with which tests sign the API's tokens: verified for real, only the issuer is ours.
    private static Map<String, String> signingKeys(Path target) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var file = target.resolve("test-keys/signing.pem").toAbsolutePath();
        var mime = Base64.getMimeEncoder();
        Files.writeString(
                file,
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(mime.encodeToString(pair.getPrivate().getEncoded())));
        return Map.of(
                "mappa.test.public-key",
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                "smallrye.jwt.sign.key.location",
                file.toString());
    }

    @Override
    public void stop() {
        // One database for the whole run; its own shutdown hook ends it with the tests' virtual
        // machine.
    }
}
