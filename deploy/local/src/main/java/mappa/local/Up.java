package mappa.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// `deploy/up`: runs the product on this machine until it is told to end.
final class Up {
    private Up() {}

    public static void main(String[] words) {
        var home = Path.of(System.getProperty("mappa.home", "")).toAbsolutePath().normalize();
        try {
            if (List.of(words).contains("--help")) {
                IO.print(Options.help());
                return;
            }
            var options = Options.parse(List.of(words), home);
            var data = new DataFolder(options.data());
            if (options.request().isPresent()) {
                ask(options.request().get(), data);
            } else {
                run(home, options, data);
            }
        } catch (Refusal e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void ask(Options.Request request, DataFolder data) {
        var holder = data.holder();
        if (holder == null) {
            throw new Refusal("No deploy/up runs on %s.".formatted(data.root()));
        }
        if (request.action().equals("stop")) {
            ProcessMark.of(holder).ifPresent(launcher -> launcher.end(Duration.ofMinutes(3)));
        } else {
            new Requests(data).send(request);
        }
    }

    private static void run(Path home, Options options, DataFolder data) {
        var console = System.console();
        var before =
                Duration.ofMillis(
                        System.currentTimeMillis()
                                - Long.getLong("mappa.begun", System.currentTimeMillis()));
        var steps = new Steps(System.out, console != null && console.isTerminal(), before);
        steps.network(Duration.ofMillis(Long.getLong("mappa.network", 0)));
        data.open();
        var stack = new Stack(home, options, data, steps);
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .name("stop")
                                .unstarted(
                                        () -> {
                                            stack.stop();
                                            steps.close();
                                            data.close();
                                        }));
        stack.start();
        steps.say(stack.welcome());
        steps.say(
                String.format(
                        Locale.ROOT,
                        "Started in %.1f s, of which Maven downloaded for %.1f s.",
                        steps.elapsed().toMillis() / 1000.0,
                        steps.network().toMillis() / 1000.0));
        new Requests(data)
                .serve(
                        request -> {
                            switch (request.action()) {
                                case "stop-part" -> stack.stopPart(request.part());
                                case "start-part" -> stack.startPart(request.part());
                                default ->
                                        throw new Refusal(
                                                "'%s' is not known.".formatted(request.action()));
                            }
                        });
    }
}
