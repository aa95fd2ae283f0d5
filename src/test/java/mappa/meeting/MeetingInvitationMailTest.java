package mappa.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mappa.RealParts;
import mappa.caseload.CaseloadService;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What reaches an agency's calendar by mail, taken from a real mail server and read by another
/// library than the one that wrote it.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingInvitationMailTest {

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject CaseloadService caseload;

    @Test
    @Tag("SEC-03")
    void entersMovesAndCancelsOneEntryWithOneMailEach() throws Exception {
        var circle = stories.circle("MQ");
        RealParts.execute(
                """
                insert into area_setting (id, area_code, setting, value, from_on, recorded_at, recorded_by)
                values (gen_random_uuid(), 'MQ', 'UNIT_EMAIL', 'unit@mq.test', current_date - 1, now(), '%s')
                """
                        .formatted(circle.unit().personId()));
        var caseId = stories.accepted(circle, 2);
        var id = stories.invited(circle, caseId, 6);
        var reference = stories.meeting(circle, id).reference();
        var spoc = "MQ-spoc-housing@mail.test";

        var asked = mails(spoc, reference, 1).getFirst();
        var request = calendar(asked);
        var entry = request.getEvents().getFirst();
        assertThat(method(asked)).isEqualTo("REQUEST");
        assertThat(request.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(request.validate(ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(entry.getSequence().getValue()).isZero();
        assertThat(entry.getDateStart().getValue().toInstant())
                .isEqualTo(stories.meeting(circle, id).startsAt());
        assertThat(entry.getOrganizer().getEmail()).isEqualTo("unit@mq.test");
        assertThat(entry.getAttendees())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.getEmail()).isEqualTo(spoc);
                            assertThat(one.getCommonName()).isNull();
                        });
        assertThat(entry.getSummary().getValue()).isEqualTo("Case meeting " + reference);
        assertThat(text(asked)).startsWith("OFFICIAL-SENSITIVE").contains("/meetings/" + id);
        assertSaysNothingOfAnybody(caseId, request);

        stories.as(
                circle.unit(),
                () -> {
                    service.move(id, stories.at(circle, 7), "The chair is away", circle.unit());
                    return null;
                });
        var moved = mails(spoc, reference, 2).getLast();
        assertSameEntry(entry, moved, "REQUEST", 1);
        assertThat(calendar(moved).getEvents().getFirst().getDateStart().getValue().toInstant())
                .isEqualTo(stories.meeting(circle, id).startsAt());

        stories.as(
                circle.unit(),
                () -> {
                    service.callOff(id, "Not needed", circle.unit());
                    return null;
                });
        var off = mails(spoc, reference, 3).getLast();
        assertSameEntry(entry, off, "CANCEL", 2);
        assertThat(calendar(off).getEvents().getFirst().getStatus().isCancelled()).isTrue();
    }

    @Test
    @Tag("MTG-07")
    void takesTheEntryFromAnAgencyThatIsAskedNoMoreAndGivesItBackWhenItIsAskedAgain()
            throws Exception {
        var circle = stories.circle("MR");
        var id = stories.invited(circle, stories.accepted(circle, 2), 6);
        var reference = stories.meeting(circle, id).reference();
        var housing = circle.agencies().get(2);
        var spoc = "MR-spoc-housing@mail.test";
        var entry = calendar(mails(spoc, reference, 1).getFirst()).getEvents().getFirst();
        var own =
                stories.meeting(circle, id).invitations().stream()
                        .filter(one -> one.agencyId().equals(housing))
                        .findFirst()
                        .orElseThrow()
                        .id();
        stories.as(
                circle.unit(),
                () -> {
                    service.takeOff(id, own, "Not needed", circle.unit());
                    return null;
                });
        assertSameEntry(entry, mails(spoc, reference, 2).getLast(), "CANCEL", 1);
        stories.askLate(circle, id, housing);
        assertSameEntry(entry, mails(spoc, reference, 3).getLast(), "REQUEST", 1);
        // the others hear nothing of it
        assertThat(mails("MR-spoc-police@mail.test", reference, 1)).hasSize(1);
    }

    @Test
    @Tag("LVL-10")
    void tellsOfAMeetingThatIsCalledOffBecauseTheCaseHasLeft() throws Exception {
        var circle = stories.circle("MS");
        var caseId = stories.accepted(circle, 2);
        var id = stories.invited(circle, caseId, 6);
        var reference = stories.meeting(circle, id).reference();
        mails("MS-spoc-police@mail.test", reference, 1);
        stories.as(
                circle.unit(),
                () -> {
                    caseload.decideLevel(
                            caseId,
                            Level.LEVEL_1,
                            stories.today(),
                            new LevelDecision(LevelSetBy.LEAD_AGENCY, "Managed alone", null),
                            circle.unit());
                    return null;
                });
        assertThat(method(mails("MS-spoc-police@mail.test", reference, 2).getLast()))
                .isEqualTo("CANCEL");
    }

    private static void assertSameEntry(VEvent entry, MimeMessage mail, String method, int sequence)
            throws Exception {
        var event = calendar(mail).getEvents().getFirst();
        assertThat(method(mail)).isEqualTo(method);
        assertThat(event.getUid().getValue()).isEqualTo(entry.getUid().getValue());
        assertThat(event.getSequence().getValue()).isEqualTo(sequence);
    }

    private static void assertSaysNothingOfAnybody(UUID caseId, ICalendar calendar) {
        var surname =
                RealParts.value(
                        """
                        select n.surname from person_name n join mappa_case c on c.person_id = n.person_id
                        where n.kind = 'CURRENT' and c.id = '%s'
                        """
                                .formatted(caseId));
        assertThat(Biweekly.write(calendar).go()).doesNotContain(surname, "MQ-meeting-chair");
        assertThat(calendar.getEvents().getFirst().getLocation().getValue())
                .isEqualTo("See the service");
    }

    /// What somebody got about a case, in the order in which it came, once that many have come.
    private static List<MimeMessage> mails(String address, String reference, int number) {
        return await().until(() -> received(address, reference), mails -> mails.size() == number);
    }

    private static List<MimeMessage> received(String address, String reference) throws Exception {
        return Arrays.stream(RealParts.mail().getReceivedMessages())
                .filter(mail -> sentTo(mail, address) && subject(mail).contains(reference))
                .toList();
    }

    private static boolean sentTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equalsIgnoreCase(address);
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static MimeMultipart parts(MimeMessage mail) throws Exception {
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        return parts;
    }

    private static String text(MimeMessage mail) throws Exception {
        assertThat(parts(mail).getBodyPart(0).getContentType()).startsWith("text/plain");
        return read(mail, 0);
    }

    private static String method(MimeMessage mail) throws Exception {
        var type =
                new jakarta.mail.internet.ContentType(parts(mail).getBodyPart(1).getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        return type.getParameter("method");
    }

    private static ICalendar calendar(MimeMessage mail) throws Exception {
        return Biweekly.parse(read(mail, 1)).first();
    }

    private static String read(MimeMessage mail, int part) throws Exception {
        return new String(
                parts(mail).getBodyPart(part).getInputStream().readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
