package mappa.notice;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import mappa.web.Said;
import mappa.web.Words;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How a notice reads as a mail: plain text, marked, with a link that asks for sign-in.
@ApplicationScoped
class NoticeMail {

    private final Words words;
    private final URI baseUrl;
    private final String marking;

    NoticeMail(
            Words words,
            @ConfigProperty(name = "mappa.base-url") URI baseUrl,
            @ConfigProperty(name = "mappa.marking", defaultValue = "OFFICIAL-SENSITIVE")
                    String marking) {
        this.words = words;
        this.baseUrl = baseUrl;
        this.marking = marking;
    }

    /// The same notice has the same Message-ID however often it is sent, so that whoever gets it
    /// twice can tell.
    Mail of(QueuedNotice notice, String address) {
        var reference =
                notice.reference() == null ? say("notice.not-numbered") : notice.reference();
        var day = Said.day(notice.dueOn());
        var kind = notice.kind().name();
        var subject = marking + ": " + say("notice.subject." + kind, reference, day);
        var text =
                String.join(
                        "\n\n",
                        marking,
                        say("notice.subject." + kind, reference, day) + ".",
                        say("notice.body." + kind, reference, day),
                        baseUrl.resolve(notice.path()).toString(),
                        say("notice.footer"));
        return Mail.withText(address, subject, text + "\n")
                .addHeader("Message-ID", "<notice-%s@%s>".formatted(notice.id(), baseUrl.getHost()))
                // No out-of-office answers.
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Sensitivity", "Company-Confidential");
    }

    private String say(String key, Object... arguments) {
        return words.of(Words.ENGLISH, key, arguments);
    }
}
