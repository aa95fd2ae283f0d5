package mappa.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.grpc.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the process `referral-panel` does by itself, on any engine whose clock can be moved.
///
/// The same stories are told of the in-memory engine and of the broker that the product runs on.
abstract class ReferralPanelStories {

    private static final String DEADLINE = "referral.deadline-passed";

    private final TestEngine engine;

    private final UUID referral = UuidCreator.getTimeOrderedEpoch();

    /// Tasks of this referral that were asked, oldest first, open or not.
    private final List<ActivatedJob> asked = new ArrayList<>();

    /// @param engine with the models of this project
    ReferralPanelStories(TestEngine engine) {
        this.engine = engine;
    }

    @Test
    @Tag("REF-03")
    void asksTheUnitThenAllSeatsAtOnce() {
        send();
        assertThat(open()).extracting(this::identity).containsExactly("Task_CheckCompleteness/1/-");
        var check = only("Task_CheckCompleteness");
        assertThat(check.getCustomHeaders())
                .contains(
                        Map.entry("taskKind", "completeness-check"),
                        Map.entry("candidateRole", "MAPPA_ADMINISTRATOR"));

        engine.complete(check, sentToPanel(null));

        assertThat(open())
                .extracting(this::identity)
                .containsExactlyInAnyOrder(
                        "Task_Vote/1/COORDINATOR_A",
                        "Task_Vote/1/COORDINATOR_B",
                        "Task_Vote/1/POLICE_DI");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT_2, ACCEPT_2, ACCEPTED, 2, Event_Accepted",
        "ACCEPT_3, ACCEPT_3, ACCEPTED, 3, Event_Accepted",
        "ACCEPT_2, ACCEPT_3, ACCEPTED, 2, Event_Accepted",
        "ACCEPT_3, ACCEPT_2, ACCEPTED, 2, Event_Accepted",
        "DECLINE,  DECLINE,  DECLINED,  , Event_Declined",
    })
    @Tag("REF-05")
    void twoEqualBallotsDecideAndTheThirdIsGone(
            String first, String second, String outcome, @Nullable Integer level, String end) {
        sendToPanel(null);
        vote("COORDINATOR_A", first);
        assertThat(open()).hasSize(2);

        vote("POLICE_DI", second);

        var third = seat("COORDINATOR_B");
        assertThat(engine.isOpen(third)).isFalse();
        assertThatThrownBy(() -> engine.complete(third, Map.of("vote", first)))
                .isInstanceOfSatisfying(
                        ClientStatusException.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(Status.Code.NOT_FOUND));
        var feedback = only("Task_SendFeedback");
        var screening = (Map<?, ?>) feedback.getVariablesAsMap().get("screening");
        assertThat(screening.get("outcome")).isEqualTo(outcome);
        assertThat(screening.get("level")).isEqualTo(level);
        engine.complete(feedback, Map.of());
        assertEndedAt(end);
    }

    @Test
    @Tag("REF-05")
    void aSplitWaitsForTheThirdSeat() {
        sendToPanel(null);
        vote("COORDINATOR_A", "DECLINE");
        vote("COORDINATOR_B", "ACCEPT_3");
        assertThat(open()).extracting(this::identity).containsExactly("Task_Vote/1/POLICE_DI");

        vote("POLICE_DI", "ACCEPT_3");

        engine.complete(only("Task_SendFeedback"), Map.of());
        assertEndedAt("Event_Accepted");
    }

    @Test
    void seatsAndVotesNeededAreVariables() {
        send();
        var seats = List.of("ONE", "TWO", "THREE", "FOUR", "FIVE");
        engine.complete(
                only("Task_CheckCompleteness"),
                Map.of("complete", true, "seats", seats, "votesNeeded", 3));
        vote("ONE", "ACCEPT_3");
        vote("TWO", "DECLINE");
        vote("THREE", "ACCEPT_3");
        vote("FOUR", "DECLINE");
        assertThat(open()).extracting(this::identity).containsExactly("Task_Vote/1/FIVE");

        vote("FIVE", "ACCEPT_2");

        var screening = only("Task_SendFeedback").getVariablesAsMap().get("screening");
        assertThat(screening).isEqualTo(Map.of("outcome", "ACCEPTED", "level", 2));
    }

    @Test
    @Tag("REF-02")
    void anIncompleteReferralGoesBackAndIsCheckedAgain() {
        send();
        engine.complete(only("Task_CheckCompleteness"), Map.of("complete", false));
        assertThat(open()).extracting(this::identity).containsExactly("Task_AmendReferral/1/-");
        assertThat(only("Task_AmendReferral").getCustomHeaders())
                .containsEntry("candidateRole", "REFERRER");

        engine.complete(only("Task_AmendReferral"), Map.of("checkRound", 2));
        assertThat(open()).extracting(this::identity).containsExactly("Task_CheckCompleteness/2/-");
        engine.complete(only("Task_CheckCompleteness"), Map.of("complete", false));
        engine.complete(only("Task_AmendReferral"), Map.of("checkRound", 3));
        engine.complete(only("Task_CheckCompleteness"), sentToPanel(null));

        assertThat(open()).hasSize(3).allMatch(job -> job.getElementId().equals("Task_Vote"));
    }

    @Test
    @Tag("REF-07")
    void moreInformationClosesTheSeatsAndOpensThemAgainInTheNextRound() {
        sendToPanel(null);
        vote("COORDINATOR_A", "DECLINE");
        engine.publish("referral.more-information", referral, Map.of());
        assertThat(open()).extracting(this::identity).containsExactly("Task_AnswerQuestions/1/-");

        engine.complete(only("Task_AnswerQuestions"), Map.of("panelRound", 2));

        assertThat(open())
                .extracting(this::identity)
                .containsExactlyInAnyOrder(
                        "Task_Vote/2/COORDINATOR_A",
                        "Task_Vote/2/COORDINATOR_B",
                        "Task_Vote/2/POLICE_DI");
        vote("POLICE_DI", "DECLINE"); // the ballot of the first round no longer counts
        assertThat(open()).hasSize(2);
        vote("COORDINATOR_B", "DECLINE");
        assertThat(only("Task_SendFeedback").getVariablesAsMap().get("screening"))
                .isEqualTo(declined());
    }

    @Test
    void twoDeadlinesPassOneAfterTheOther() {
        var now = engine.now();
        sendToPanel(now.plus(Duration.ofDays(4)));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(4).plusMinutes(1));
        var reminder = onlyDeadline();
        engine.complete(reminder, deadline(now.plus(Duration.ofDays(5))));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1));
        engine.complete(onlyDeadline(), deadline(null));

        engine.moveClock(Duration.ofDays(30));
        assertThat(deadlines()).isEmpty();
        assertThat(open()).hasSize(3);
    }

    @Test
    void aClockMovedOutDoesNotFireAndMovedInDoes() {
        var now = engine.now();
        sendToPanel(now.plus(Duration.ofDays(2)));
        clockChanged(now.plus(Duration.ofDays(20)));
        engine.moveClock(Duration.ofDays(3));
        assertThat(deadlines()).isEmpty();

        clockChanged(now.plus(Duration.ofDays(4)));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    @Test
    @Tag("REF-07")
    void aStoppedClockWaitsUntilItIsSetAgain() {
        var now = engine.now();
        sendToPanel(now.plus(Duration.ofDays(2)));
        clockChanged(null);
        engine.moveClock(Duration.ofDays(60));
        assertThat(deadlines()).isEmpty();

        clockChanged(engine.now().plus(Duration.ofHours(1)));
        engine.moveClock(Duration.ofHours(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    @Test
    void aDatePassedAlreadyFiresAtOnce() {
        sendToPanel(engine.now().minus(Duration.ofDays(1)));
        assertThat(onlyDeadline()).isNotNull();
    }

    @Test
    void changesOfTheClockAreKeptInOrderWhileTheDeadlineIsHandled() {
        var now = engine.now();
        sendToPanel(now.minus(Duration.ofMinutes(1)));
        var late = onlyDeadline();
        clockChanged(now.plus(Duration.ofDays(1)));
        clockChanged(now.plus(Duration.ofDays(9)));

        engine.complete(late, deadline(now.plus(Duration.ofDays(9))));
        engine.moveClock(Duration.ofDays(8));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    /// Good Friday and Easter Monday are no working days: Tuesday to Thursday of the next week.
    @Test
    @Tag("REF-11")
    void overEasterThePanelIsRemindedChasedAndTheChairToldAtNineInLondon() {
        var sentOn = nextGoodFriday().minusDays(3);
        assertThat(isRemindedChasedAndTold(sentOn)).isEqualTo(sentOn.plusDays(9));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("REF-11")
    void overAClockChangeThePanelIsRemindedChasedAndTheChairToldAtNineInLondon(boolean forward) {
        var change = nextClockChange(forward); // reminded on the Thursday before, chased after
        var dueOn = isRemindedChasedAndTold(change.minusDays(9));
        assertThat(WorkingDays.NATIONAL.previous(dueOn)).isBefore(change);
        assertThat(WorkingDays.NATIONAL.next(dueOn)).isAfter(change);
    }

    /// Five working days for the votes; a reminder the working day before the last, a chase the
    /// working day after it, the chair two working days later (DECISIONS 3).
    ///
    /// @return the last day for the votes
    private LocalDate isRemindedChasedAndTold(LocalDate sentOn) {
        var days = WorkingDays.NATIONAL;
        var dueOn = days.add(sentOn, 5);
        var chaseOn = days.next(dueOn);
        var acts = List.of(days.previous(dueOn), chaseOn, days.add(chaseOn, 2));
        moveClockTo(London.noonOf(sentOn));
        sendToPanel(nineInLondon(acts.getFirst()));
        for (var act : acts) {
            moveClockTo(nineInLondon(act).minusSeconds(30));
            assertThat(deadlines()).as("before nine on %s", act).isEmpty();
            moveClockTo(nineInLondon(act).plusSeconds(1));
            var next = acts.stream().filter(act::isBefore).findFirst();
            engine.complete(
                    onlyDeadline(),
                    deadline(next.map(ReferralPanelStories::nineInLondon).orElse(null)));
        }
        engine.moveClock(Duration.ofDays(30));
        assertThat(deadlines()).as("after the chair").isEmpty();
        assertThat(open()).hasSize(3);
        return dueOn;
    }

    private void moveClockTo(Instant moment) {
        engine.moveClock(Duration.between(engine.now(), moment));
    }

    private static Instant nineInLondon(LocalDate day) {
        return day.atTime(9, 0).atZone(London.ZONE).toInstant();
    }

    private LocalDate nextGoodFriday() {
        var today = London.dayOf(engine.now());
        return Stream.of(today.getYear(), today.getYear() + 1)
                .flatMap(year -> WorkingDays.bankHolidays(year).stream())
                .filter(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY)
                .filter(day -> WorkingDays.bankHolidays(day.getYear()).contains(day.plusDays(3)))
                .filter(day -> day.getMonthValue() <= 4 && day.minusDays(5).isAfter(today))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The Sunday of it, not so near that the story would have to begin in the past.
    private LocalDate nextClockChange(boolean forward) {
        var rules = London.ZONE.getRules();
        var next = rules.nextTransition(engine.now().plus(Duration.ofDays(11)));
        var change = next.isGap() == forward ? next : rules.nextTransition(next.getInstant());
        return London.dayOf(change.getInstant());
    }

    @Test
    void theClockEndsWithTheDecision() {
        sendToPanel(engine.now().plus(Duration.ofDays(2)));
        vote("COORDINATOR_A", "DECLINE");
        vote("COORDINATOR_B", "DECLINE");
        engine.complete(only("Task_SendFeedback"), Map.of());
        engine.moveClock(Duration.ofDays(3));
        assertThat(deadlines()).isEmpty();
        assertEndedAt("Event_Declined");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Task_CheckCompleteness",
                "Task_AmendReferral",
                "Task_Vote",
                "Task_AnswerQuestions",
                "Task_SendFeedback"
            })
    void anEndedReferralLeavesNothingOpenAtAnyStage(String stage) {
        bringTo(stage);
        assertThat(open()).isNotEmpty().allMatch(job -> job.getElementId().equals(stage));

        engine.publish("referral.ended", referral, Map.of());

        assertThat(open()).isEmpty();
        assertThat(engine.terminatedElements(instance())).contains(stage);
        assertEndedAt("Event_ClosedUndecided");
        engine.moveClock(Duration.ofDays(30));
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void aReferralEndedWhileItsDeadlineIsHandledLeavesNothingOpen() {
        sendToPanel(engine.now().minus(Duration.ofMinutes(1)));
        var late = onlyDeadline();
        engine.publish("referral.ended", referral, Map.of());
        assertThat(engine.isOpen(late)).isFalse();
        assertEndedAt("Event_ClosedUndecided");
    }

    @Test
    void aSecondStartOfTheSameReferralWaitsWhileTheFirstRuns() {
        send();
        send();
        assertThat(open()).hasSize(1);
    }

    private void send() {
        engine.publish(
                "referral.sent",
                referral,
                Map.of("referralId", referral.toString(), "area", "NS", "checkRound", 1));
    }

    private void sendToPanel(@Nullable Instant nextDeadline) {
        send();
        engine.complete(only("Task_CheckCompleteness"), sentToPanel(nextDeadline));
        // what the service does: the clock is told of its first date by message
        if (nextDeadline != null) {
            clockChanged(nextDeadline);
        }
    }

    private static Map<String, Object> sentToPanel(@Nullable Instant nextDeadline) {
        var variables = new HashMap<>(deadline(nextDeadline));
        variables.put("complete", true);
        variables.put("seats", List.of("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI"));
        variables.put("votesNeeded", 2);
        variables.put("panelRound", 1);
        return variables;
    }

    private void bringTo(String stage) {
        send();
        if (stage.equals("Task_CheckCompleteness")) {
            return;
        }
        if (stage.equals("Task_AmendReferral")) {
            engine.complete(only("Task_CheckCompleteness"), Map.of("complete", false));
            return;
        }
        var deadline = engine.now().plus(Duration.ofDays(1));
        engine.complete(only("Task_CheckCompleteness"), sentToPanel(deadline));
        clockChanged(deadline);
        if (stage.equals("Task_AnswerQuestions")) {
            engine.publish("referral.more-information", referral, Map.of());
        }
        if (stage.equals("Task_SendFeedback")) {
            vote("COORDINATOR_A", "ACCEPT_2");
            vote("COORDINATOR_B", "ACCEPT_2");
        }
    }

    private void vote(String seat, String ballot) {
        engine.complete(seat(seat), Map.of("vote", ballot));
    }

    private void clockChanged(@Nullable Instant nextDeadline) {
        engine.publish("referral.clock-changed", referral, deadline(nextDeadline));
    }

    private static Map<String, Object> deadline(@Nullable Instant next) {
        var variables = new HashMap<String, Object>();
        variables.put(
                "nextDeadlineAt", next == null ? null : next.atOffset(ZoneOffset.UTC).toString());
        return variables;
    }

    private static Map<String, Object> declined() {
        var expected = new HashMap<String, Object>();
        expected.put("outcome", "DECLINED");
        expected.put("level", null);
        return expected;
    }

    private List<ActivatedJob> open() {
        collect();
        return asked.stream().filter(engine::isOpen).toList();
    }

    private void collect() {
        asked.addAll(ours(engine.newJobs(TestEngine.USER_TASK)));
    }

    private ActivatedJob only(String element) {
        var jobs = open().stream().filter(job -> job.getElementId().equals(element)).toList();
        assertThat(jobs).as(element).hasSize(1);
        return jobs.getFirst();
    }

    /// The latest task of that seat, open or gone.
    private ActivatedJob seat(String seat) {
        collect();
        return asked.stream()
                .filter(job -> seat.equals(job.getVariablesAsMap().get("seat")))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private String identity(ActivatedJob job) {
        var variables = job.getVariablesAsMap();
        return "%s/%s/%s"
                .formatted(
                        job.getElementId(),
                        variables.get("round"),
                        variables.getOrDefault("seat", "-"));
    }

    private List<ActivatedJob> deadlines() {
        return ours(engine.newJobs(DEADLINE));
    }

    /// Waits for it: a timer fires a moment after its time.
    private ActivatedJob onlyDeadline() {
        for (var attempt = 0; attempt < 5; attempt++) {
            var jobs = ours(engine.awaitJobs(DEADLINE));
            if (!jobs.isEmpty()) {
                assertThat(jobs).hasSize(1);
                return jobs.getFirst();
            }
        }
        throw new AssertionError("No deadline fired");
    }

    private List<ActivatedJob> ours(List<ActivatedJob> jobs) {
        return jobs.stream()
                .filter(
                        job ->
                                referral.toString()
                                        .equals(job.getVariablesAsMap().get("referralId")))
                .toList();
    }

    private long instance() {
        collect();
        return asked.getFirst().getProcessInstanceKey();
    }

    private void assertEndedAt(String end) {
        assertThat(engine.completedElements(instance())).contains(end, "referral-panel");
    }
}
