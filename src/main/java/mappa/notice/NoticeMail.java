package mappa.notice;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import mappa.icalendar.CalendarItem;
import mappa.icalendar.CalendarItem.Standing;
import mappa.icalendar.CalendarWriter;
import mappa.web.Said;
import mappa.web.Words;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How a notice reads as a mail: plain text, marked, with a link that asks for sign-in; where it
/// tells of an appointment, the same for the reader's calendar beside it.
@ApplicationScoped
class NoticeMail {

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\n'});

    private final Words words;
    private final URI baseUrl;
    private final String marking;
    private final CalendarWriter calendars;
    private final String sender;

    NoticeMail(
            Words words,
            @ConfigProperty(name = "mappa.base-url") URI baseUrl,
            @ConfigProperty(name = "mappa.marking", defaultValue = "OFFICIAL-SENSITIVE")
                    String marking,
            CalendarWriter calendars,
            @ConfigProperty(name = "quarkus.mailer.from") String sender) {
        this.words = words;
        this.baseUrl = baseUrl;
        this.marking = marking;
        this.calendars = calendars;
        this.sender = sender;
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
        return mail(notice, address, subject, text + "\n")
                .addHeader("Message-ID", "<notice-%s@%s>".formatted(notice.id(), baseUrl.getHost()))
                // No out-of-office answers.
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Sensitivity", "Company-Confidential");
    }

    private Mail mail(QueuedNotice notice, String address, String subject, String text) {
        return notice.entry() == null
                ? Mail.withText(address, subject, text)
                : withEntry(notice, notice.entry(), address, subject, text);
    }

    /// Outlook takes an appointment only from a part that is an alternative to the text, not from
    /// an attachment (RFC 6047, MS-STANOIMP 2.2.168). The mailer knows no such part, but sends a
    /// text that is one already as it is.
    private Mail withEntry(
            QueuedNotice notice, NoticeEntry entry, String address, String subject, String text) {
        var item =
                new CalendarItem(
                        notice.thing(),
                        Objects.requireNonNull(notice.reference()),
                        entry.startsAt(),
                        entry.endsAt(),
                        entry.sequence(),
                        entry.cancelled() ? Standing.CANCELLED : Standing.CONFIRMED,
                        notice.createdAt(),
                        notice.path());
        var organizer = entry.organizer() == null ? sender : entry.organizer();
        var calendar = calendars.invitation(item, organizer, address, notice.createdAt());
        var boundary = "notice-" + notice.id();
        var body =
                String.join(
                        "\n",
                        "--" + boundary,
                        part("text/plain; charset=utf-8", text),
                        "--" + boundary,
                        part(
                                "text/calendar; charset=utf-8; method="
                                        + CalendarWriter.method(item),
                                calendar),
                        "--" + boundary + "--",
                        "");
        return Mail.withText(address, subject, body)
                .addHeader(
                        "Content-Type",
                        "multipart/alternative; boundary=\"%s\"".formatted(boundary));
    }

    private static String part(String type, String content) {
        return "Content-Type: %s\nContent-Transfer-Encoding: base64\n\n%s"
                .formatted(type, LINES.encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    private String say(String key, Object... arguments) {
        return words.of(Words.ENGLISH, key, arguments);
    }
}
