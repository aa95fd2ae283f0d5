package mappa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// All parts: starts them, side by side where that saves time, and stops them in reverse.
final class Stack {
    private final Path home;
    private final Options options;
    private final DataFolder data;
    private final Steps steps;
    private final Processes processes;
    private final Versions versions = Versions.load();
    private final Secrets passwords;
    private final Secrets keys;
    private final RunFile runFile;
    private final boolean empty;

    private final PostgreSql postgres;
    private final ProgramPart zeebe;
    private final ProgramPart keycloak;
    private final MailCatcher mail;
    private final ProgramPart server;
    private final Map<String, String> serverSettings;
    private final Maven maven;
    private final Programs programs;

    /// Parts in the order in which they were told to start.
    private final List<Part> started = new ArrayList<>();

    private boolean stopping;

    /// @param home the project's folder
    /// @param data already ours
    Stack(Path home, Options options, DataFolder data, Steps steps) {
        this.home = home;
        this.options = options;
        this.data = data;
        this.steps = steps;
        empty = isEmpty(options, data, steps);
        processes = new Processes(data.tmp());
        passwords = new Secrets(data.passwords());
        keys = new Secrets(data.keys());
        runFile = new RunFile(data, options, passwords);
        maven = new Maven(processes, steps, data.log("maven"));
        programs = new Programs(options.programs(), versions, maven, steps);
        postgres =
                new PostgreSql(
                        programs.folder("postgresql", versions.postgres()),
                        versions.postgres(),
                        home.resolve("deploy/database-roles.sql"),
                        options.ports().get(Port.DATABASE),
                        data,
                        passwords,
                        processes,
                        steps);
        zeebe =
                Zeebe.part(
                        programs.folder("zeebe", versions.zeebe()),
                        versions,
                        options,
                        data,
                        processes,
                        steps);
        var realm =
                new Realm(
                        Server.webUrl(options),
                        passwords.password("web-client"),
                        passwords.password("program-client"),
                        passwords.spelled("demo"),
                        DemoUser.all(empty));
        keycloak =
                Keycloak.part(
                        programs.folder("keycloak", versions.keycloak()),
                        versions,
                        options,
                        data,
                        passwords,
                        realm,
                        processes,
                        steps);
        mail = new MailCatcher(options.ports().get(Port.SMTP), data, Clock.systemUTC());
        serverSettings = Server.settings(options, empty, data, passwords, data.keys());
        server = Server.part(home, serverSettings, options, data, processes, steps);
    }

    /// Whether there is a demo area is settled at the first start of a data folder.
    private static boolean isEmpty(Options options, DataFolder data, Steps steps) {
        var file = data.root().resolve("demo-area");
        try {
            if (!Files.exists(file)) {
                Secrets.write(file, options.empty() ? "none" : "northshire");
            }
            var empty = Files.readString(file).strip().equals("none");
            if (options.empty() && !empty) {
                throw new Refusal(
                        "The data folder %s was made with the demo area: for one without, choose another folder with --data."
                                .formatted(data.root()));
            }
            if (empty && !options.empty()) {
                steps.say(
                        "The data folder %s was made with --empty and stays without the demo area."
                                .formatted(data.root()));
            }
            return empty;
        } catch (IOException e) {
            throw new Refusal("%s cannot be read or made: %s.".formatted(file, e.getMessage()), e);
        }
    }

    /// @throws Refusal as soon as one part does not come up; the others are then still to be
    ///   stopped
    void start() {
        data.refuseWithoutSpace(programs.complete() ? 1 : 3);
        runFile.delete();
        endLeftovers();
        data.clearTmp();
        Port.refuseTaken(options.ports());
        keys.key("session.key");
        writeServerSettings();
        // not closed: that would wait for an unpacking that nobody needs once another part has
        // failed
        if (options.onlyZeebe()) {
            startZeebe();
        } else {
            startOn(Executors.newVirtualThreadPerTaskExecutor());
        }
        runFile.write(parts());
        for (var part : List.of(zeebe, keycloak, server)) {
            watch(part);
        }
    }

    private void startOn(Executor threads) {
        var failed = new CompletableFuture<Void>();
        var database = run(threads, () -> startPart(postgres, programs.postgres()));
        var signIn =
                run(
                                threads,
                                () ->
                                        Keycloak.build(
                                                programs.unpacked(
                                                        Archive.keycloak(versions), "keycloak"),
                                                versions,
                                                data,
                                                programs,
                                                processes,
                                                steps))
                        .thenCombine(database, (_, _) -> keycloak)
                        .thenAcceptAsync(this::startPart, threads);
        var engine = run(threads, this::startZeebe);
        var mails = run(threads, () -> startPart(mail));
        var built = run(threads, this::buildServer);
        var all =
                CompletableFuture.allOf(signIn, engine, mails, built)
                        .thenRunAsync(
                                () -> {
                                    if (options.server()) {
                                        startPart(server);
                                    }
                                },
                                threads);
        for (var one : List.of(database, signIn, engine, mails, built, all)) {
            one.whenComplete(
                    (_, failure) -> {
                        if (failure != null) {
                            failed.completeExceptionally(failure);
                        }
                    });
        }
        try {
            CompletableFuture.anyOf(failed, all).join();
        } catch (CompletionException e) {
            processes.stopping(); // so that what is still under way ends, too
            throw e.getCause() instanceof Refusal refusal ? refusal : e;
        }
    }

    private void startZeebe() {
        startPart(zeebe, programs.unpacked(Archive.zeebe(versions), "zeebe"));
    }

    private void buildServer() {
        if (options.server() && options.build()) {
            Server.build(home, maven, steps);
        } else if (options.server() && !Files.exists(Server.jar(home))) {
            throw new Refusal(
                    "There is no %s: leave out --no-build, so that it is built."
                            .formatted(Server.jar(home)));
        }
    }

    private static CompletableFuture<Void> run(Executor threads, Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    /// @param program said only because it must be there before
    private void startPart(Part part, Path program) {
        if (!Files.isDirectory(program)) {
            throw new Refusal("%s is not there.".formatted(program));
        }
        startPart(part);
    }

    private void startPart(Part part) {
        synchronized (started) {
            if (stopping) {
                throw new Refusal("Stopping.");
            }
            started.remove(part);
            started.add(part);
        }
        part.start();
    }

    private void endLeftovers() {
        for (var part : List.of(server, keycloak, zeebe)) {
            part.endLeftover();
        }
        postgres.stop();
    }

    private void watch(ProgramPart part) {
        part.whenLost(
                code -> {
                    steps.say(
                            "The part %s has ended by itself (exit code %d), see %s: deploy/up --data %s start-part %s starts it again."
                                    .formatted(
                                            part.name(),
                                            code,
                                            part.log(),
                                            data.root(),
                                            part.name()));
                    runFile.write(parts());
                });
    }

    private void writeServerSettings() {
        try {
            Secrets.write(
                    serverSettings(data),
                    serverSettings.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new Refusal(
                    "%s cannot be written: %s.".formatted(serverSettings(data), e.getMessage()), e);
        }
    }

    /// `NAME=value` lines: what the server's environment holds.
    static Path serverSettings(DataFolder data) {
        return data.run().resolve("server.env");
    }

    private List<Part> parts() {
        return List.of(postgres, zeebe, keycloak, mail, server);
    }

    /// For a running product: stops one part, the others go on.
    void stopPart(String name) {
        part(name).stop();
        runFile.write(parts());
    }

    /// For a running product: starts a part that was stopped or has ended.
    void startPart(String name) {
        var part = part(name);
        part.stop();
        startPart(part);
        runFile.write(parts());
        if (part instanceof ProgramPart program) {
            watch(program);
        }
    }

    private Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "There is no part '%s': the parts are %s."
                                                .formatted(
                                                        name,
                                                        parts().stream()
                                                                .map(Part::name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /// Stops everything, the last started first.
    void stop() {
        List<Part> order;
        synchronized (started) {
            stopping = true;
            order = List.copyOf(started).reversed();
        }
        processes.stopping();
        runFile.delete();
        for (var part : order) {
            part.stop();
        }
    }

    /// What to tell those who want to use it.
    String welcome() {
        if (options.onlyZeebe()) {
            return "%nOnly Zeebe runs, on port %d. Ctrl-C stops it."
                    .formatted(options.ports().get(Port.ZEEBE));
        }
        var text = new StringBuilder();
        text.append(
                "%n%s %s%n%n"
                        .formatted(
                                options.server()
                                        ? "Ready:"
                                        : "The server is not started; it would be at",
                                Server.webUrl(options)));
        text.append(
                "Sign in with the password %s (kept in %s) as:%n"
                        .formatted(passwords.spelled("demo"), passwords.file("demo")));
        for (var user : DemoUser.all(empty)) {
            text.append("  %-22s %s%n".formatted(user.username(), user.purpose()));
        }
        text.append(
                "%nMails are files in %s, logs in %s. Ctrl-C stops everything."
                        .formatted(data.mail(), data.root().resolve("log")));
        return text.toString();
    }
}
