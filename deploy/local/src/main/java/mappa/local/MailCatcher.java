package mappa.local;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A real SMTP server that keeps what it gets as files, one for each message and recipient:
/// `20260302T143015.123Z-1-coordinator.a@northshire.example.eml`. Nothing leaves the machine.
final class MailCatcher implements Part {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final AtomicInteger count = new AtomicInteger();
    private final int port;
    private final Path folder;
    private final Clock clock;
    private @Nullable GreenMail server;

    MailCatcher(int port, DataFolder data, Clock clock) {
        this.port = port;
        this.folder = data.mail();
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Path log() {
        return folder;
    }

    @Override
    public synchronized void start() {
        var mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        try {
            mail.start();
        } catch (IllegalStateException e) {
            throw new Refusal(
                    "The mail catcher did not start on port %d: %s."
                            .formatted(port, e.getMessage()),
                    e);
        }
        var users = mail.getUserManager();
        users.setAuthRequired(false);
        users.setMessageDeliveryHandler((_, to) -> new Mailbox(to.getEmail()));
        server = mail;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized OptionalLong pid() {
        return server == null
                ? OptionalLong.empty()
                : OptionalLong.of(ProcessHandle.current().pid());
    }

    /// A recipient whose mail goes straight to a file. Nobody reads it over the network.
    private final class Mailbox implements GreenMailUser {
        private final String address;

        private Mailbox(String address) {
            this.address = address;
        }

        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            var name =
                    "%s-%d-%s.eml"
                            .formatted(
                                    STAMP.format(clock.instant()),
                                    count.incrementAndGet(),
                                    address.replaceAll("[^A-Za-z0-9@._-]", "_"));
            var fresh = folder.resolve(name + ".new");
            try {
                try (var out = Files.newOutputStream(fresh)) {
                    message.writeTo(out);
                }
                Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | MessagingException e) {
                // the sender is refused, keeps the mail and tries again
                throw new IllegalStateException("mail could not be kept", e);
            }
        }

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) throws UserException {
            throw new UserException("mail is not read here");
        }

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }
    }
}
