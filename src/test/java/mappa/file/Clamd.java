package mappa.file;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Speaks the protocol of a clamd over TCP, and finds EICAR.
final class Clamd implements AutoCloseable {

    private static final int LARGEST = 25 * 1024 * 1024;

    private final ServerSocket door;
    private volatile int scanned;

    Clamd() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                answer(caller);
            } catch (IOException hungUp) {
                // the next one
            }
        }
    }

    private void answer(Socket caller) throws IOException {
        var in = new DataInputStream(caller.getInputStream());
        var command = new ByteArrayOutputStream();
        for (var one = in.read(); one > 0; one = in.read()) {
            command.write(one);
        }
        if (!command.toString(StandardCharsets.US_ASCII).equals("zINSTREAM")) {
            say(caller, "UNKNOWN COMMAND");
            return;
        }
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
            if (content.size() > LARGEST) {
                say(caller, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }
        scanned++;
        say(
                caller,
                content.toString(StandardCharsets.ISO_8859_1).contains(SampleFiles.EICAR)
                        ? "stream: Eicar-Test-Signature FOUND"
                        : "stream: OK");
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    int scanned() {
        return scanned;
    }

    /// A scanner of ours that asks this one.
    VirusScanner scanner() {
        return new VirusScanner(settings(door.getLocalPort()));
    }

    private static FileSettings settings(int port) {
        return new FileSettings() {
            @Override
            public int largest() {
                return 10;
            }

            @Override
            public Optional<String> scanner() {
                return Optional.of("127.0.0.1:" + port);
            }

            @Override
            public Duration scannerTimeout() {
                return Duration.ofSeconds(5);
            }
        };
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
