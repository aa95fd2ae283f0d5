package mappa.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.identity.Actor;
import mappa.referral.Question.Kind;
import mappa.referral.ReferralStories.Team;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who is told by mail of a referral, and that nobody is told twice of the same.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class ReferralNoticesTest {

    @Inject ReferralService service;
    @Inject ReferralStories stories;
    @Inject MovedClock clock;

    private Team team;

    @BeforeEach
    void seatThePanel() {
        team = stories.team("RN");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void tellsTheSeatsOfEachRoundTheReferrerOfQuestionsAndOfTheOutcome() throws SQLException {
        var id = stories.inScreening(team);
        assertThat(told(id))
                .containsExactly(
                        "BALLOT_OPEN round-1 RN-coordinator-a",
                        "BALLOT_OPEN round-1 RN-coordinator-b",
                        "BALLOT_OPEN round-1 RN-inspector");

        stories.ask(id, team.inspector());
        assertThat(told(id)).contains("QUESTIONS_ASKED round-1 RN-referrer");

        stories.answer(id, team.referrer());
        assertThat(told(id)).filteredOn(one -> one.startsWith("BALLOT_OPEN round-2")).hasSize(3);

        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_2);
        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_2);
        assertThat(told(id)).noneMatch(one -> one.startsWith("OUTCOME"));
        var feedback = new Feedback("Accepted because of the harm", null, null, null, null);
        stories.as(
                team.coordinatorA(), () -> service.sendFeedback(id, feedback, team.coordinatorA()));
        assertThat(told(id)).contains("OUTCOME decision RN-referrer");
    }

    @Test
    void tellsTheReferrerWhatCameBack() throws SQLException {
        var id = stories.sent(team);
        var missing =
                List.of(
                        new CheckedItem(
                                Section.values()[0], CheckedItem.Finding.MISSING, "Which name?"));
        stories.as(team.administrator(), () -> service.giveBack(id, missing, team.administrator()));
        assertThat(told(id)).containsExactly("REFERRAL_RETURNED round-1 RN-referrer");
    }

    @Test
    void tellsTheDeputyWhoTakesASeatAndNoLongerWhoLeftIt() throws SQLException {
        var id = stories.inScreening(team);
        stories.as(
                team.inspector(),
                () -> service.declareConflict(id, "A neighbour", team.inspector()));
        assertThat(told(id)).contains("BALLOT_OPEN round-1 RN-deputy-inspector");

        passAll(id);
        assertThat(told(id))
                .filteredOn(one -> one.startsWith("BALLOT_REMINDER"))
                .hasSize(3)
                .noneMatch(one -> one.endsWith("RN-inspector"));
    }

    @Test
    @Tag("REF-11")
    void remindsChasesAndEscalatesOnceHoweverOftenTheEngineAsks() throws SQLException {
        var id = stories.inScreening(team);
        passAll(id);
        var once = told(id);
        passAll(id);
        assertThat(told(id)).isEqualTo(once);
        assertThat(once).filteredOn(one -> one.startsWith("BALLOT_REMINDER")).hasSize(3);
        assertThat(once)
                .filteredOn(one -> one.startsWith("CHASE_PANEL"))
                .extracting(one -> one.substring(one.lastIndexOf(' ') + 1))
                .containsExactly("RN-coordinator-a", "RN-coordinator-b", "RN-deputy");
        assertThat(once)
                .filteredOn(one -> one.startsWith("ESCALATION"))
                .extracting(one -> one.substring(one.lastIndexOf(' ') + 1))
                .containsExactly("RN-chair");
    }

    @Test
    @Tag("SEC-03")
    void noMailHoldsAWordOfTheReferral() throws SQLException {
        var words =
                Arrays.stream(Section.values())
                        .flatMap(section -> section.questions().stream())
                        .filter(
                                question ->
                                        question.kind() == Kind.LINE
                                                || question.kind() == Kind.TEXT)
                        .flatMap(question -> Stream.of(question.key(), "Zzcanary" + question.key()))
                        .toList();
        assertThat(words).hasSizeGreaterThan(30);
        var id = stories.inScreening(team, words.toArray(String[]::new));
        passAll(id);
        stories.vote(id, team.coordinatorA(), Vote.ACCEPT_3);
        stories.vote(id, team.coordinatorB(), Vote.ACCEPT_3);
        var notices = notices("n.id::text", id);
        var expected = notices.size();
        var mails = List.<String>of();
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while ((mails = mails(notices)).size() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        assertThat(mails).hasSize(expected);
        assertThat(mails)
                .allSatisfy(
                        mail ->
                                assertThat(mail)
                                        .contains("OFFICIAL-SENSITIVE")
                                        .doesNotContainIgnoringCase("zzcanary", "level 3"));
    }

    /// All deadlines of the panel, one after another, and each of them asked for twice.
    private void passAll(UUID id) {
        var system = Actor.system("referral.deadline-passed");
        for (var i = 0; i < 5; i++) {
            var next = stories.as(system, () -> service.passDeadlines(id, system));
            next.ifPresent(clock::moveTo);
            stories.as(system, () -> service.passDeadlines(id, system));
        }
    }

    /// By Message-ID, for not every one names the referral.
    private static List<String> mails(List<String> notices) {
        return Arrays.stream(RealParts.mail().getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .map(text -> text.replace("=\r\n", ""))
                .filter(text -> notices.stream().anyMatch(text::contains))
                .toList();
    }

    private static List<String> told(UUID id) throws SQLException {
        return notices(
                "n.kind || ' ' || regexp_replace(n.occasion, '^[0-9-]{10}-', '') || ' ' || u.subject",
                id);
    }

    private static List<String> notices(String what, UUID id) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select %s from notice n join user_account u on u.id = n.recipient_id
                                where n.thing_id = '%s' order by 1
                                """
                                        .formatted(what, id))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
