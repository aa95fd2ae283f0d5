package mappa.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;

/// Every port that is opened, all of them on 127.0.0.1 only.
enum Port {
    HTTP("http-port", 8080, "the server"),
    KEYCLOAK("keycloak-port", 8180, "Keycloak"),
    DATABASE("database-port", 5442, "PostgreSQL"),
    SMTP("smtp-port", 2525, "the mail catcher"),
    ZEEBE("zeebe-port", 26500, "Zeebe's gRPC gateway"),
    ZEEBE_COMMAND("zeebe-command-port", 26501, "Zeebe's command API"),
    ZEEBE_INTERNAL("zeebe-internal-port", 26502, "Zeebe's internal API"),
    ZEEBE_REST("zeebe-rest-port", 26510, "Zeebe's REST API"),
    ZEEBE_MANAGEMENT("zeebe-management-port", 26520, "Zeebe's management API");

    final String option;
    final int standard;
    final String user;

    Port(String option, int standard, String user) {
        this.option = option;
        this.standard = standard;
        this.user = user;
    }

    static Map<Port, Integer> standards() {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : values()) {
            ports.put(port, port.standard);
        }
        return ports;
    }

    /// All ports side by side, in the order of this enum.
    static Map<Port, Integer> from(int first) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        for (var port : values()) {
            ports.put(port, first + port.ordinal());
        }
        return ports;
    }

    /// @throws Refusal naming the first port that somebody else listens on, or that is meant twice
    static void refuseTaken(Map<Port, Integer> ports) {
        var seen = new java.util.HashMap<Integer, Port>();
        for (var entry : ports.entrySet()) {
            var port = entry.getKey();
            var number = entry.getValue();
            var other = seen.put(number, port);
            if (other != null) {
                throw new Refusal(
                        "Port %d is given to %s and to %s: change --%s or --%s."
                                .formatted(
                                        number, other.user, port.user, other.option, port.option));
            }
            if (!isFree(number)) {
                throw new Refusal(
                        "Port %d, wanted for %s, is taken on this machine: end what listens there, or choose another with --%s."
                                .formatted(number, port.user, port.option));
            }
        }
    }

    private static boolean isFree(int number) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port that was left a moment ago is free
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
