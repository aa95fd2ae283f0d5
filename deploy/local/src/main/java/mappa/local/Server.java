package mappa.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The product itself: its jar, built when a source is newer, and the settings it runs with.
final class Server {
    private static final List<String> SOURCES = List.of("pom.xml", "src/main", "bpmn");

    private Server() {}

    static Path jar(Path home) {
        return home.resolve("target/quarkus-app/quarkus-run.jar");
    }

    /// Builds the jar if it is not there or older than a source.
    static void build(Path home, Maven maven, Steps steps) {
        if (isUpToDate(home)) {
            return;
        }
        try (var step = steps.begin("Building the server")) {
            step.progress("waiting");
            var files = new int[1];
            // Not the life cycle: it would fetch what only the tests need, a browser driver among
            // it.
            var fine =
                    maven.run(
                            List.of(
                                    "-f",
                                    home.resolve("pom.xml").toString(),
                                    "quarkus:generate-code",
                                    "resources:resources",
                                    "compiler:compile",
                                    "quarkus:build"),
                            () -> step.progress(""),
                            _ -> step.progress("(%d files downloaded)".formatted(++files[0])));
            if (!fine || !Files.exists(jar(home))) {
                throw new Refusal(
                        "The server could not be built: the end of %s says why."
                                .formatted(maven.log()));
            }
            step.done("The server is built");
        }
    }

    private static boolean isUpToDate(Path home) {
        try {
            if (!Files.exists(jar(home))) {
                return false;
            }
            var built = Files.getLastModifiedTime(jar(home));
            for (var source : SOURCES) {
                try (var files = Files.walk(home.resolve(source))) {
                    for (var file : (Iterable<Path>) files::iterator) {
                        if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                            return false;
                        }
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new Refusal(
                    "The sources in %s cannot be read: %s.".formatted(home, e.getMessage()), e);
        }
    }

    static ProgramPart part(
            Path home,
            Map<String, String> settings,
            Options options,
            DataFolder data,
            Processes processes,
            Steps steps) {
        var command =
                JavaCommand.with(data.tmp(), "-Xms64m", "-Xmx256m", "-jar", jar(home).toString());
        return new ProgramPart(
                "server",
                "The server",
                data,
                processes,
                steps,
                new ProgramPart.Program(command, settings),
                URI.create(
                        "http://127.0.0.1:%d/q/health/ready"
                                .formatted(options.ports().get(Port.HTTP))),
                () -> {});
    }

    /// Its settings, which are also written to a file for running it in another way.
    static Map<String, String> settings(
            Options options, boolean empty, DataFolder data, Secrets passwords, Path keys) {
        var ports = options.ports();
        var settings = new TreeMap<String, String>();
        settings.put("MAPPA_HTTP_PORT", ports.get(Port.HTTP).toString());
        settings.put("MAPPA_BASE_URL", webUrl(options));
        settings.put(
                "MAPPA_DB_URL",
                "jdbc:postgresql://127.0.0.1:%d/mappa".formatted(ports.get(Port.DATABASE)));
        settings.put("MAPPA_DB_OWNER_PASSWORD", passwords.password("mappa_owner"));
        settings.put("MAPPA_DB_APP_PASSWORD", passwords.password("mappa_app"));
        settings.put("MAPPA_DB_RELAY_PASSWORD", passwords.password("mappa_relay"));
        settings.put("MAPPA_OIDC_ORIGIN", keycloakUrl(options));
        settings.put("MAPPA_OIDC_URL", issuer(options));
        settings.put(
                "MAPPA_OIDC_ORIGIN",
                "http://localhost:" + ports.get(Port.KEYCLOAK)); // a form may lead to signing in
        settings.put("MAPPA_OIDC_SECRET", passwords.password("web-client"));
        settings.put("MAPPA_ENGINE", "http://127.0.0.1:" + ports.get(Port.ZEEBE));
        settings.put("MAPPA_SMTP_HOST", "127.0.0.1");
        settings.put("MAPPA_SMTP_PORT", ports.get(Port.SMTP).toString());
        settings.put("MAPPA_KEYS", keys.toString());
        settings.put("MAPPA_DEMO", Boolean.toString(!empty));
        settings.put("MAPPA_FIRST_ADMIN", DemoUser.SYSTEM_ADMIN.id().toString());
        return settings;
    }

    static String webUrl(Options options) {
        return "http://localhost:" + options.ports().get(Port.HTTP);
    }

    static String keycloakUrl(Options options) {
        return "http://localhost:" + options.ports().get(Port.KEYCLOAK);
    }

    static String issuer(Options options) {
        return keycloakUrl(options) + "/realms/" + Realm.NAME;
    }
}
