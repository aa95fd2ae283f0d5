package mappa.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortTest {
    @Test
    void namesTheTakenPortAndTheOptionThatChangesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> Port.refuseTaken(Map.of(Port.KEYCLOAK, taken.getLocalPort())))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("Keycloak")
                    .hasMessageContaining("--keycloak-port");
        }
    }

    @Test
    void takesAPortThatWasLeftAMomentAgo() throws IOException {
        int left;
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            left = socket.getLocalPort();
        }
        assertThatCode(() -> Port.refuseTaken(Map.of(Port.HTTP, left))).doesNotThrowAnyException();
    }

    @Test
    void refusesOnePortForTwo() {
        var ports = Port.from(30000);
        ports.put(Port.SMTP, ports.get(Port.HTTP));
        assertThatThrownBy(() -> Port.refuseTaken(ports))
                .hasMessageContaining("--http-port")
                .hasMessageContaining("--smtp-port");
    }
}
