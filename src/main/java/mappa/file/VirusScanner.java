package mappa.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/// Asks a clamd whether content is malicious, by its protocol: `INSTREAM`, pieces with their
/// lengths, an empty one, and one line back.
@ApplicationScoped
class VirusScanner {

    private static final Logger LOG = Logger.getLogger(VirusScanner.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final FileSettings settings;

    VirusScanner(FileSettings settings) {
        this.settings = settings;
    }

    /// Whether files are scanned at all.
    boolean isConfigured() {
        return settings.scanner().isPresent();
    }

    /// @throws FileRefused if it is malicious, or if the scanner does not say that it is not
    void scan(byte[] content) throws FileRefused {
        var answer = answer(content);
        if (answer.endsWith(" FOUND")) {
            throw new FileRefused(Refusal.INFECTED);
        }
        if (!answer.equals("stream: OK")) {
            LOG.warnf("The scanner took no file: %d characters of answer", answer.length());
            throw new FileRefused(Refusal.NOT_SCANNED);
        }
    }

    private String answer(byte[] content) throws FileRefused {
        var address = URI.create("tcp://" + settings.scanner().orElseThrow());
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            socket.setSoTimeout(Math.toIntExact(settings.scannerTimeout().toMillis()));
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (var at = 0; at < content.length; at += PIECE) {
                var length = Math.min(PIECE, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.US_ASCII).replace("\0", "").strip();
        } catch (IOException away) {
            LOG.warnf("The scanner is away: %s", away.getClass().getSimpleName());
            throw new FileRefused(Refusal.NOT_SCANNED);
        }
    }
}
