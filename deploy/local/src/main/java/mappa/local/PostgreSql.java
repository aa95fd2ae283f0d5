package mappa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/// The database server, run by its own tools and kept like a real one: passwords only, loopback
/// only, every write on the disk before it counts, checksums on each page.
///
/// It detaches itself from the launcher, so it is stopped through its own `postmaster.pid`.
final class PostgreSql implements Part {
    private static final String SUPERUSER = "postgres";
    private static final String ROLE_EXISTS = "42710";
    private static final String DATABASE_EXISTS = "42P04";

    /// Each role of `database-roles.sql` has a password of this name.
    static final List<String> ROLES =
            List.of(
                    "mappa_owner",
                    "mappa_app",
                    "mappa_relay",
                    "mappa_reporter",
                    "mappa_auditor",
                    "keycloak");

    private final Path program;
    private final String version;
    private final Path rolesFile;
    private final int port;
    private final DataFolder data;
    private final Secrets passwords;
    private final Processes processes;
    private final Steps steps;

    PostgreSql(
            Path program,
            String version,
            Path rolesFile,
            int port,
            DataFolder data,
            Secrets passwords,
            Processes processes,
            Steps steps) {
        this.program = program;
        this.version = version;
        this.rolesFile = rolesFile;
        this.port = port;
        this.data = data;
        this.passwords = passwords;
        this.processes = processes;
        this.steps = steps;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Path log() {
        return data.log(name());
    }

    @Override
    public void start() {
        try (var step = steps.begin("Starting PostgreSQL " + version)) {
            refuseOtherVersion();
            if (!Files.exists(cluster())) {
                create();
            }
            forgetStranger();
            if (processes.run(
                            tool(
                                    "pg_ctl",
                                    "start",
                                    "-w",
                                    "-t",
                                    "120",
                                    "-D",
                                    cluster().toString(),
                                    "-l",
                                    log().toString(),
                                    "-o",
                                    settings()),
                            Map.of(),
                            log())
                    != 0) {
                throw new Refusal(
                        "PostgreSQL did not start: its log %s says why.".formatted(log()));
            }
            makeRoles();
            step.done("PostgreSQL %s is ready".formatted(version));
        }
    }

    private Path cluster() {
        return data.postgres().resolve("data");
    }

    private void refuseOtherVersion() {
        try {
            var file = cluster().resolve("PG_VERSION");
            var major = version.substring(0, version.indexOf('.'));
            if (Files.exists(file) && !Files.readString(file).strip().equals(major)) {
                throw new Refusal(
                        "%s was written by PostgreSQL %s and this is %s: move its content with pg_dump, or choose another folder with --data."
                                .formatted(cluster(), Files.readString(file).strip(), version));
            }
        } catch (IOException e) {
            throw new Refusal("%s cannot be read: %s.".formatted(cluster(), e.getMessage()), e);
        }
    }

    /// A cluster is there whole or not at all.
    private void create() {
        var fresh = data.postgres().resolve("data.new");
        try {
            Unpacker.delete(fresh);
            passwords.password(SUPERUSER);
            var code =
                    processes.run(
                            tool(
                                    "initdb",
                                    "-D",
                                    fresh.toString(),
                                    "-U",
                                    SUPERUSER,
                                    "--pwfile=" + passwords.file(SUPERUSER),
                                    "--auth=scram-sha-256",
                                    "--data-checksums",
                                    "--encoding=UTF8",
                                    "--locale-provider=builtin",
                                    "--locale=C.UTF-8"),
                            Map.of("TZ", "UTC"),
                            log());
            if (code != 0) {
                throw new Refusal(
                        "PostgreSQL's initdb failed: its log %s says why%s."
                                .formatted(
                                        log(),
                                        isRoot()
                                                ? " (as root it needs a user namespace of its own; where the machine forbids those, run deploy/up as another user)"
                                                : ""));
            }
            Files.move(fresh, cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refusal("%s cannot be made: %s.".formatted(cluster(), e.getMessage()), e);
        }
    }

    private String settings() {
        return "-p "
                + port
                + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" // none: a path may
                // be too long for
                // one
                + " -c fsync=on -c full_page_writes=on -c synchronous_commit=on"
                + " -c password_encryption=scram-sha-256"
                + " -c shared_buffers=64MB -c max_connections=80"
                + " -c log_error_verbosity=terse" // a refused row stands in the detail
                + " -c dynamic_shared_memory_type=sysv" // else it writes files to /dev/shm
                + " -c timezone=UTC -c log_timezone=UTC";
    }

    /// PostgreSQL refuses to run as root, but runs as the nobody of a user namespace of its own.
    private List<String> tool(String tool, String... words) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.resolve("bin").resolve(tool).toString());
        command.addAll(List.of(words));
        return command;
    }

    static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    private void makeRoles() {
        try (var connection = connect()) {
            for (var sql : statements(Files.readString(rolesFile))) {
                execute(connection, sql);
            }
            for (var role : ROLES) {
                // made of letters, digits, - and _ only
                execute(
                        connection,
                        "alter role %s password '%s'".formatted(role, passwords.password(role)));
            }
        } catch (SQLException | IOException e) {
            throw new Refusal(
                    "The roles of %s could not be made in PostgreSQL: %s."
                            .formatted(rolesFile, e.getMessage()),
                    e);
        }
    }

    private Connection connect() throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", passwords.password(SUPERUSER));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), login);
    }

    /// One statement a line, comments on lines of their own: see the head of that file.
    static List<String> statements(String file) {
        return file.lines().filter(line -> !line.isBlank() && !line.startsWith("--")).toList();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!ROLE_EXISTS.equals(e.getSQLState()) && !DATABASE_EXISTS.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    /// The running postmaster of this cluster. A process that merely got the same id is not it.
    private Optional<ProcessMark> postmaster() {
        try {
            var file = cluster().resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            return ProcessMark.of(pid).filter(PostgreSql::isPostgres);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessMark process) {
        try {
            var words =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                            .split("\0");
            return words.length > 0 && words[0].endsWith("/bin/postgres");
        } catch (IOException e) {
            return false;
        }
    }

    /// Else PostgreSQL would take any process with the id of the old postmaster for its own.
    private void forgetStranger() {
        if (postmaster().isEmpty()) {
            try {
                Files.deleteIfExists(cluster().resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new Refusal(
                        "%s cannot be cleared: %s.".formatted(cluster(), e.getMessage()), e);
            }
        }
    }

    @Override
    public void stop() {
        var running = postmaster();
        if (running.isEmpty()) {
            return;
        }
        try (var step = steps.begin("Stopping PostgreSQL " + version)) {
            processes.runToStop(
                    tool(
                            "pg_ctl",
                            "stop",
                            "-m",
                            "fast",
                            "-w",
                            "-t",
                            "60",
                            "-D",
                            cluster().toString()),
                    log());
            if (running.get().isAlive()) {
                running.get().end(Duration.ofSeconds(10));
            }
            step.done("PostgreSQL %s has stopped".formatted(version));
        }
    }

    @Override
    public OptionalLong pid() {
        return postmaster()
                .map(ProcessMark::pid)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
