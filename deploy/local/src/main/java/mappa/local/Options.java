package mappa.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was asked for on the command line.
///
/// @param data where everything is kept
/// @param programs where the unpacked programs are kept; several data folders may share one
/// @param empty no demo area, only the user `system.admin`
/// @param server false leaves the server out, for running it from an IDE
/// @param onlyZeebe the broker and nothing else, for tests of process models
/// @param zeebeSettings environment of the broker beyond its own, for tests: a clock that can be
///   moved, an exporter
/// @param build false takes the server's jar as it is
/// @param request something for a launcher that already runs
record Options(
        Path data,
        Path programs,
        Map<Port, Integer> ports,
        boolean empty,
        boolean server,
        boolean onlyZeebe,
        Map<String, String> zeebeSettings,
        boolean build,
        Optional<Request> request) {

    /// @param action `stop-part`, `start-part` or `stop`
    /// @param part empty for `stop`
    record Request(String action, String part) {}

    /// @throws Refusal if an option is not known or its value makes no sense
    static Options parse(List<String> words, Path home) {
        var data = home.resolve("data");
        Path programs = null;
        var ports = Port.standards();
        var chosen = new EnumMap<Port, Integer>(Port.class);
        var empty = false;
        var server = true;
        var onlyZeebe = false;
        var zeebeSettings = new TreeMap<String, String>();
        var build = true;
        Request request = null;
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            switch (word) {
                case "--data" -> data = Path.of(value(word, rest)).toAbsolutePath().normalize();
                case "--programs" ->
                        programs = Path.of(value(word, rest)).toAbsolutePath().normalize();
                case "--empty" -> empty = true;
                case "--without-server" -> server = false;
                case "--no-build" -> build = false;
                case "--only-zeebe" -> onlyZeebe = true;
                case "--zeebe-setting" -> {
                    var setting = setting(word, value(word, rest));
                    zeebeSettings.put(setting.getKey(), setting.getValue());
                }
                case "--ports-from" ->
                        ports =
                                Port.from(
                                        number(
                                                word,
                                                value(word, rest),
                                                65536 - Port.values().length));
                case "stop-part", "start-part" -> request = new Request(word, value(word, rest));
                case "stop" -> request = new Request(word, "");
                default -> {
                    var port = portOf(word);
                    chosen.put(port, number(word, value(word, rest), 65535));
                }
            }
        }
        ports.putAll(chosen);
        if (programs == null) {
            programs = data.resolve("programs");
        }
        return new Options(
                data,
                programs,
                ports,
                empty,
                server,
                onlyZeebe,
                Map.copyOf(zeebeSettings),
                build,
                Optional.ofNullable(request));
    }

    private static Port portOf(String word) {
        for (var port : Port.values()) {
            if (word.equals("--" + port.option)) {
                return port;
            }
        }
        throw new Refusal(
                "'%s' is not an option of deploy/up: see deploy/up --help.".formatted(word));
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Refusal("%s needs a value: see deploy/up --help.".formatted(option));
        }
        return rest.next();
    }

    private static Map.Entry<String, String> setting(String option, String value) {
        var equals = value.indexOf('=');
        if (equals < 1) {
            throw new Refusal("%s needs NAME=VALUE, not '%s'.".formatted(option, value));
        }
        return Map.entry(value.substring(0, equals), value.substring(equals + 1));
    }

    private static int number(String option, String value, int greatest) {
        try {
            var number = Integer.parseInt(value);
            if (number >= 1 && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal(
                "%s needs a port number from 1 to %d, not '%s'."
                        .formatted(option, greatest, value));
    }

    static String help() {
        var text =
                new StringBuilder(
                        """
                        deploy/up [options]               runs the product on this machine until Ctrl-C
                        deploy/up [--data DIR] stop       ends a running one from elsewhere
                        deploy/up [--data DIR] stop-part PART
                        deploy/up [--data DIR] start-part PART
                                                          one part of a running product: postgres, zeebe,
                                                          keycloak, mail, server

                          --data DIR                      keep everything there instead of data/
                          --programs DIR                  keep the unpacked programs there instead of in the data folder
                          --empty                         no demo area: only the user system.admin
                          --without-server                all parts but the server; its settings are in run/server.env
                          --no-build                      do not look whether the server's jar is up to date
                          --only-zeebe                    the broker and nothing else, for tests of process models
                          --zeebe-setting NAME=VALUE      one more environment variable for the broker, for tests; repeatable
                          --ports-from N                  all ports side by side from N on, in the order below
                        """);
        for (var port : Port.values()) {
            text.append(
                    "  %-31s %s (%d)%n"
                            .formatted("--" + port.option + " N", port.user, port.standard));
        }
        return text.toString();
    }
}
