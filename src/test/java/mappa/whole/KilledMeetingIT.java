package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server is killed with SIGKILL at each boundary of a meeting's closing and of giving out its
/// minutes: nothing is lost, nothing happens twice.
class KilledMeetingIT {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID: *(\\S+)");
    private static final String POLICE = MeetingStory.NINE.get("spoc.police");
    private static final String PROBATION = MeetingStory.NINE.get("spoc.probation");

    private final Product product = Product.get();
    private UUID id;
    private String reference;

    @Test
    @Tag("ACT-09")
    @Tag("MIN-01")
    void atEachBoundaryOfClosingAndOfGivingOutMinutes() {
        try (var story = new MeetingStory()) {
            var found = story.accepted("Quillerton", "ACCEPT_2");
            reference = found.reference();
            var meeting = story.arranged(found, story.workingDay(4), null);
            id = UUID.fromString(meeting);
            story.invited(meeting, MeetingStory.RESPONSIBLE);
            story.held(meeting);
            story.attended(meeting);
            story.written(meeting, "STAY", "");

            killedBeforeClosingIsCommitted(story, meeting);
            killedBeforeTheEngineHearsOfTheClosing(story, meeting);
            var minutes = "/minutes/" + minutes();
            sentToChair(story, minutes);
            killedBeforeTheEngineHearsThatSomebodyWasAsked(story, minutes);
            killedBeforeTheRelayIsMarked(story, minutes);
            killedBeforeTheMailIsMarked(story, minutes);

            assertThat(count("minutes where meeting_id = ? and state = 'DISTRIBUTED'"))
                    .isEqualTo(1);
            assertThat(asked("Task_DraftMinutes")).isEqualTo(1);
            assertThat(asked("Task_ApproveMinutes")).isEqualTo(1);
            assertThat(asked("Task_DistributeMinutes")).isEqualTo(1);
            Product.until(
                    "all that was asked of the minutes is done",
                    () ->
                            count(
                                            "work_item w join minutes n on n.cycle_id = w.thing_id where n.meeting_id = ? and w.element like '%Minutes' and w.state = 'OPEN'")
                                    == 0);
        }
    }

    /// In the middle of the transaction: the meeting is still being held.
    private void killedBeforeClosingIsCommitted(MeetingStory story, String meeting) {
        try (var doomed = halting("mappa.meeting.MinutesService", "begin", "AT ENTRY")) {
            var chair = story.as("chair").go("/meetings/" + meeting + "/closing");
            chair.page()
                    .locator("main form button")
                    .click(new Locator.ClickOptions().setNoWaitAfter(true));
            doomed.dieThere();
        }
        assertThat(count("meeting where id = ? and state = 'STARTED'")).isEqualTo(1);
        assertThat(count("minutes where meeting_id = ?")).isZero();
        assertThat(closings()).isZero();
    }

    private void killedBeforeTheEngineHearsOfTheClosing(MeetingStory story, String meeting) {
        try (var doomed = halting("mappa.process.Relay", "tell", "AT ENTRY")) {
            story.closed(meeting);
            doomed.dieThere();
        }
        assertThat(count("meeting where id = ? and state = 'CLOSED'")).isEqualTo(1);
        assertThat(closings()).isEqualTo(1);
        isAsked("Task_DraftMinutes");
        nothingIsLeftToSay();
    }

    private void sentToChair(MeetingStory story, String minutes) {
        story.as(MeetingStory.UNIT).go(minutes).press("Send to the chair");
        isAsked("Task_ApproveMinutes");
    }

    private void killedBeforeTheEngineHearsThatSomebodyWasAsked(
            MeetingStory story, String minutes) {
        try (var doomed = halting("mappa.process.UserTaskWorker", "ask", "AFTER INVOKE run")) {
            story.as("chair").go(minutes).press("Approve these minutes");
            doomed.dieThere();
        }
        isAsked("Task_DistributeMinutes");
        nothingIsLeftToSay();
    }

    private void killedBeforeTheRelayIsMarked(MeetingStory story, String minutes) {
        try (var doomed = halting("mappa.process.RelayQueue", "sent", "AT ENTRY")) {
            story.givenTo(minutes, List.of(POLICE));
            doomed.dieThere();
        }
        nothingIsLeftToSay();
        everyoneIsToldOnce();
    }

    /// The mail server has it and the record does not say so: it may be sent once more under the
    /// same Message-ID, and that is counted.
    private void killedBeforeTheMailIsMarked(MeetingStory story, String minutes) {
        try (var doomed = halting("mappa.notice.NoticeQueue", "sent", "AT ENTRY")) {
            story.givenTo(minutes, List.of(PROBATION));
            doomed.dieThere();
        }
        product.change( // three minutes later
                "update notice set leased_until = now() where reference = ? and state = 'PENDING'",
                reference);
        everyoneIsToldOnce();
        assertThat(
                        product.count(
                                "select coalesce(sum(uncertain_attempts), 0) from notice where reference like ?",
                                reference + "%"))
                .as("mails that may have been sent twice")
                .isEqualTo(1);
    }

    private DoomedServer halting(String type, String method, String where) {
        return DoomedServer.haltingAt(
                product, "CLASS %s\nMETHOD %s\n%s".formatted(type, method, where));
    }

    private String minutes() {
        return product.ask("select id from minutes where meeting_id = ?", id);
    }

    private long closings() {
        return product.count(
                "select count(*) from audit_event where event = 'meeting-closed' and subject_ids @> array[?]",
                id);
    }

    private long count(String from) {
        return product.count("select count(*) from " + from, id);
    }

    private long asked(String element) {
        return product.count(
                "select count(*) from work_item w join meeting m on m.cycle_id = w.thing_id where m.id = ? and w.element = ?",
                id,
                element);
    }

    private void isAsked(String element) {
        Product.until(element + " is asked", () -> asked(element) > 0);
        assertThat(asked(element)).as(element).isEqualTo(1);
    }

    private void nothingIsLeftToSay() {
        Product.until(
                "the outbox of the cycle is empty",
                () ->
                        count(
                                        "outbox o join meeting m on m.cycle_id = o.thing_id where m.id = ? and o.state <> 'SENT'")
                                == 0);
    }

    private void everyoneIsToldOnce() {
        var told = "select count(*) from notice where reference like ? and state = '%s'";
        Product.until(
                "every notice was sent",
                () -> product.count(told.formatted("PENDING"), reference + "%") == 0);
        var messages =
                product.mails().stream()
                        .filter(mail -> mail.contains(reference))
                        .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
                        .map(MatchResult::group)
                        .distinct()
                        .count();
        assertThat(messages)
                .as("messages about " + reference)
                .isPositive()
                .isEqualTo(product.count(told.formatted("SENT"), reference + "%"));
    }
}
