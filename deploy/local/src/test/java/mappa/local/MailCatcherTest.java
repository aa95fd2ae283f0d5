package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-03-02T12:00:00.5Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void keepsEachMailAsAFileForEachRecipient() throws IOException {
        try (var data = new DataFolder(folder.resolve("data")).open()) {
            var port = freePort();
            var mail = new MailCatcher(port, data, NOON);
            mail.start();
            try {
                send(port, "a@x.example", "../b@x.example");
            } finally {
                mail.stop();
            }
            var names = data.mail().toFile().list();
            assertThat(names)
                    .containsExactlyInAnyOrder(
                            "20260302T120000.500Z-1-a@x.example.eml",
                            "20260302T120000.500Z-2-.._b@x.example.eml");
            assertThat(Files.readString(data.mail().resolve(names[0])))
                    .contains("Something waits for you.");
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws IOException {
        try (var data = new DataFolder(folder.resolve("data")).open();
                var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var mail = new MailCatcher(taken.getLocalPort(), data, NOON);
            assertThatThrownBy(mail::start)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("" + taken.getLocalPort());
        }
    }

    private static void send(int port, String... recipients) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var in =
                    new java.io.BufferedReader(
                            new java.io.InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            var out = socket.getOutputStream();
            in.readLine();
            say(out, in, "HELO test");
            say(out, in, "MAIL FROM:<product@x.example>");
            for (var recipient : recipients) {
                say(out, in, "RCPT TO:<" + recipient + ">");
            }
            say(out, in, "DATA");
            assertThat(say(out, in, "Subject: Work\r\n\r\nSomething waits for you.\r\n."))
                    .startsWith("250");
            say(out, in, "QUIT");
        }
    }

    private static String say(java.io.OutputStream out, java.io.BufferedReader in, String line)
            throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return in.readLine();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
