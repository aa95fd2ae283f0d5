package mappa.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who somebody is: Keycloak on a database of its own in the same PostgreSQL.
final class Keycloak {
    /// What Keycloak settles once, before its first start. Pushed authorization requests stay on.
    private static final List<String> BUILD =
            List.of(
                    "build",
                    "--db=postgres",
                    "--health-enabled=true",
                    "--http-management-health-enabled=false", // health on the main port, so no
                    // second one
                    "--features-disabled=kerberos,impersonation,ciba,device-flow,organization");

    static final String ADMIN_CLIENT = "local-run";

    private Keycloak() {}

    /// Runs Keycloak's own build once for each unpacked program.
    static void build(
            Path program,
            Versions versions,
            DataFolder data,
            Programs programs,
            Processes processes,
            Steps steps) {
        var built = program.resolve("built-for-local-run");
        programs.prepareOnce(
                built,
                () -> {
                    try (var step = steps.begin("Preparing Keycloak " + versions.keycloak())) {
                        var command = java(program, data, "-Xmx512m");
                        command.addAll(BUILD);
                        if (processes.run(command, Map.of(), data.log("keycloak")) != 0) {
                            throw new Refusal(
                                    "Keycloak could not be prepared: its log %s says why."
                                            .formatted(data.log("keycloak")));
                        }
                        Files.createFile(built);
                        step.done("Keycloak %s is prepared".formatted(versions.keycloak()));
                    }
                });
    }

    static ProgramPart part(
            Path program,
            Versions versions,
            Options options,
            DataFolder data,
            Secrets passwords,
            Realm realm,
            Processes processes,
            Steps steps) {
        var port = options.ports().get(Port.KEYCLOAK);
        var url = "http://localhost:" + port;
        var command =
                java(
                        program,
                        data,
                        "-Xms64m",
                        "-Xmx320m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:TieredStopAtLevel=1");
        command.addAll(
                List.of(
                        "start",
                        "--optimized",
                        "--cache=local", // no cluster, so no port for one
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + url,
                        "--db-url=jdbc:postgresql://127.0.0.1:%d/keycloak"
                                .formatted(options.ports().get(Port.DATABASE)),
                        "--db-username=keycloak",
                        "--db-pool-initial-size=1",
                        "--db-pool-max-size=15"));
        var adminSecret = passwords.password("keycloak-admin-client");
        var environment =
                Map.of(
                        "KC_DB_PASSWORD", passwords.password("keycloak"),
                        "KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN_CLIENT,
                        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", adminSecret);
        return new ProgramPart(
                "keycloak",
                "Keycloak " + versions.keycloak(),
                data,
                processes,
                steps,
                new ProgramPart.Program(command, environment),
                URI.create("http://127.0.0.1:%d/health/ready".formatted(port)),
                () -> new KeycloakAdmin(URI.create(url), adminSecret).bring(realm));
    }

    /// What `bin/kc.sh` runs, without the shell that would stay in between.
    private static List<String> java(Path program, DataFolder data, String... options) {
        var words = new ArrayList<>(JavaCommand.with(data.tmp(), options));
        words.addAll(
                List.of(
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Duser.country=GB",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dkc.home.dir=" + program,
                        "-Djboss.server.config.dir=" + program.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "-cp",
                        program.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return words;
    }
}
