package mappa.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the process `meeting-cycle` does by itself, on any engine whose clock can be moved.
///
/// The same stories are told of the in-memory engine and of the broker that the product runs on.
abstract class MeetingCycleStories {

    private static final String DEADLINE = "meeting.deadline-passed";

    private static final List<String> NINE =
            List.of(
                    "police",
                    "probation",
                    "prisons",
                    "youth",
                    "children",
                    "adults",
                    "health",
                    "housing",
                    "jobcentre");

    private final TestEngine engine;

    private final UUID cycle = UuidCreator.getTimeOrderedEpoch();

    /// Tasks of this cycle that were asked, oldest first, open or not.
    private final List<ActivatedJob> asked = new ArrayList<>();

    /// @param engine with the models of this project
    MeetingCycleStories(TestEngine engine) {
        this.engine = engine;
    }

    @Test
    void asksTheUnitThenTheChairAndNineAgenciesTwiceAtOnce() {
        begin(null);
        assertThat(only("Task_Arrange").getCustomHeaders())
                .contains(
                        Map.entry("taskKind", "arrange-meeting"),
                        Map.entry("candidateRole", "MAPPA_ADMINISTRATOR"));

        answer("Task_Arrange", Map.of());
        assertThat(open()).containsExactly("Task_SendInvitations/1/-");

        answer("Task_SendInvitations", Map.of("invitees", NINE));
        assertThat(open()).containsExactlyInAnyOrderElementsOf(whileAsked(1));
    }

    @Test
    void theMeetingWaitsForNobodysAnswerAndWhatIsUnansweredIsGone() {
        invited();
        for (var agency : NINE.subList(0, 7)) {
            ofAgency("Task_AnswerInvitation", agency, 1);
            ofAgency("Task_SendReturn", agency, 1);
        }
        var silent = seat("Task_SendReturn", "jobcentre", 1);
        assertThat(open()).hasSize(5); // to hold it, and two agencies twice

        held(1, 2, false, true);

        assertThat(engine.isOpen(silent)).isFalse();
        assertThat(open()).containsExactlyInAnyOrder("Task_Arrange/2/-", "Task_DraftMinutes/1/1");
    }

    @Test
    void allAnswersLeaveTheMeetingToBeHeld() {
        invited();
        for (var agency : NINE) {
            ofAgency("Task_AnswerInvitation", agency, 1);
            ofAgency("Task_SendReturn", agency, 1);
        }
        assertThat(open()).containsExactly("Task_HoldMeeting/1/-");
    }

    @Test
    @Tag("MIN-03")
    void minutesAreDraftedReturnedApprovedAndDistributedBesideTheNextMeeting() {
        invited();
        held(1, 2, false, true);
        answer("Task_DraftMinutes", Map.of());
        answer("Task_Arrange", Map.of());
        assertThat(open())
                .containsExactlyInAnyOrder("Task_SendInvitations/2/-", "Task_ApproveMinutes/1/1");

        answer("Task_ApproveMinutes", Map.of("approved", false, "draft", 2));
        answer("Task_SendInvitations", Map.of("invitees", NINE.subList(0, 1)));
        assertThat(open()).contains("Task_HoldMeeting/2/-", "Task_DraftMinutes/1/2");

        answer("Task_DraftMinutes", Map.of());
        assertThat(open()).contains("Task_ApproveMinutes/1/2");
        answer("Task_ApproveMinutes", Map.of("approved", true));
        assertThat(open()).contains("Task_DistributeMinutes/1/-");
        answer("Task_DistributeMinutes", Map.of());
        assertThat(open())
                .containsExactlyInAnyOrder(
                        "Task_HoldMeeting/2/-",
                        "Task_AnswerInvitation/2/police",
                        "Task_SendReturn/2/police");
    }

    /// The minutes of one meeting do not answer for those of another.
    @Test
    void theMinutesOfTwoMeetingsKeepApart() {
        invited();
        held(1, 2, false, true);
        answer("Task_DraftMinutes", Map.of());
        answer("Task_ApproveMinutes", Map.of("approved", false, "draft", 2));
        answer("Task_Arrange", Map.of());
        answer("Task_SendInvitations", Map.of("invitees", NINE));
        held(2, 3, false, true);
        assertThat(open())
                .containsExactlyInAnyOrder(
                        "Task_Arrange/3/-", "Task_DraftMinutes/1/2", "Task_DraftMinutes/2/1");

        engine.complete(seat("Task_DraftMinutes", "1", 2), Map.of());
        engine.complete(seat("Task_ApproveMinutes", "1", 2), Map.of("approved", true));

        assertThat(open())
                .containsExactlyInAnyOrder(
                        "Task_Arrange/3/-", "Task_DraftMinutes/1/2", "Task_DistributeMinutes/2/-");
    }

    @Test
    void aMovedMeetingAsksEverybodyAgainInANewRound() {
        invited();
        ofAgency("Task_AnswerInvitation", "police", 1);
        var before = seat("Task_AnswerInvitation", "housing", 1);

        rearranged(2, null);
        assertThat(engine.isOpen(before)).isFalse();
        assertThat(open()).containsExactly("Task_Arrange/2/-");
        // what the service does: the date is known, and so are the agencies
        answer("Task_Arrange", Map.of());
        answer("Task_SendInvitations", Map.of("invitees", NINE));

        assertThat(open()).containsExactlyInAnyOrderElementsOf(whileAsked(2));
    }

    @Test
    void aMeetingMovedTwiceAtOnceIsAskedInTheLastRound() {
        invited();
        rearranged(2, null);
        rearranged(3, null);
        assertThat(open()).containsExactly("Task_Arrange/3/-");
    }

    @Test
    void aMeetingCalledOffMustBeArrangedAnew() {
        begin(null);
        answer("Task_Arrange", Map.of());
        rearranged(2, null);
        assertThat(open()).containsExactly("Task_Arrange/2/-");
    }

    @Test
    @Tag("MTG-09")
    void anAdjournedMeetingHasNoMinutesAndIsArrangedAnew() {
        invited();
        held(1, 2, true, true);
        assertThat(open()).containsExactly("Task_Arrange/2/-");

        answer("Task_Arrange", Map.of());
        answer("Task_SendInvitations", Map.of("invitees", NINE));
        held(2, 3, false, true);
        assertThat(open()).containsExactlyInAnyOrder("Task_Arrange/3/-", "Task_DraftMinutes/2/1");
    }

    @Test
    @Tag("LVL-10")
    void anExitEndsTheMeetingsAndItsMinutesAreFinished() {
        invited();
        held(1, 2, false, false);
        assertThat(open()).containsExactly("Task_DraftMinutes/1/1");
        answer("Task_DraftMinutes", Map.of());
        answer("Task_ApproveMinutes", Map.of("approved", true));
        assertThat(ended()).isFalse();

        answer("Task_DistributeMinutes", Map.of());

        assertThat(engine.completedElements(instance()))
                .contains("Event_Left", "Event_MinutesDone");
        assertThat(ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Task_Arrange", "Task_SendInvitations", "Task_HoldMeeting"})
    void endedOutsideAMeetingLeavesNothingToDoAtAnyStage(String stage) {
        begin(engine.now().plus(Duration.ofDays(3)));
        if (!stage.equals("Task_Arrange")) {
            answer("Task_Arrange", Map.of());
        }
        if (stage.equals("Task_HoldMeeting")) {
            answer("Task_SendInvitations", Map.of("invitees", NINE));
        }
        engine.publish("meeting.cycle-ended", cycle, Map.of());

        assertThat(open()).isEmpty();
        assertThat(engine.terminatedElements(instance())).contains(stage);
        assertThat(engine.completedElements(instance())).contains("Event_Ended");
        assertThat(ended()).isTrue();
        engine.moveClock(Duration.ofDays(30));
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void endedOutsideAMeetingTheMinutesOfTheLastOneAreFinished() {
        invited();
        held(1, 2, false, true);
        engine.publish("meeting.cycle-ended", cycle, Map.of());
        assertThat(open()).containsExactly("Task_DraftMinutes/1/1");
    }

    @Test
    void deadlinesPassOneAfterTheOther() {
        var now = engine.now();
        begin(now.plus(Duration.ofDays(4)));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(4).plusMinutes(1));
        engine.complete(onlyDeadline(), deadline(now.plus(Duration.ofDays(5))));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1));
        engine.complete(onlyDeadline(), deadline(null));

        engine.moveClock(Duration.ofDays(30));
        assertThat(deadlines()).isEmpty();
        assertThat(open()).containsExactly("Task_Arrange/1/-");
    }

    @Test
    @Tag("NOT-07")
    void aChangedClockAsksForItsNextDate() {
        var now = engine.now();
        begin(now.plus(Duration.ofDays(2)));
        clockChanged();
        engine.complete(onlyDeadline(), deadline(now.plus(Duration.ofDays(20))));
        engine.moveClock(Duration.ofDays(3));
        assertThat(deadlines()).isEmpty();

        clockChanged();
        engine.complete(onlyDeadline(), deadline(now.plus(Duration.ofDays(4))));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    @Test
    void aStoppedClockWaitsUntilItChanges() {
        begin(null);
        engine.moveClock(Duration.ofDays(60));
        assertThat(deadlines()).isEmpty();

        clockChanged();
        engine.complete(onlyDeadline(), deadline(engine.now().plus(Duration.ofHours(1))));
        engine.moveClock(Duration.ofHours(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    /// The engine keeps a change that comes while a deadline is handled; the meeting is held
    /// meanwhile, and the change reaches the clock of the next round.
    @Test
    @Tag("NOT-07")
    void aChangeThatComesARoundLateOnlyMakesTheClockAskAgain() {
        var now = engine.now();
        begin(now.minus(Duration.ofMinutes(1)));
        answer("Task_Arrange", Map.of());
        answer("Task_SendInvitations", Map.of("invitees", NINE));
        assertThat(onlyDeadline()).isNotNull(); // somebody handles it
        clockChanged();

        var next = now.plus(Duration.ofDays(84));
        held(1, 2, false, true, next);

        engine.complete(onlyDeadline(), deadline(next));
        engine.moveClock(Duration.ofDays(83));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    @Test
    void aMovedMeetingHasADateOfItsOwn() {
        var now = engine.now();
        begin(now.plus(Duration.ofDays(2)));
        answer("Task_Arrange", Map.of());
        rearranged(2, now.plus(Duration.ofDays(9)));
        engine.moveClock(Duration.ofDays(8));
        assertThat(deadlines()).isEmpty();
        engine.moveClock(Duration.ofDays(1).plusMinutes(1));
        assertThat(onlyDeadline()).isNotNull();
    }

    private void begin(@Nullable Instant nextDeadline) {
        var variables = new HashMap<>(deadline(nextDeadline));
        variables.put("cycleId", cycle.toString());
        variables.put("area", "NS");
        variables.put("level", 2);
        variables.put("meetingRound", 1);
        variables.put("invitees", List.of());
        variables.put("adjourned", false);
        variables.put("goesOn", true);
        engine.publish("meeting.cycle-started", cycle, variables);
        assertThat(open()).containsExactly("Task_Arrange/1/-");
    }

    private void invited() {
        begin(null);
        answer("Task_Arrange", Map.of());
        answer("Task_SendInvitations", Map.of("invitees", NINE));
    }

    private void held(int round, int next, boolean adjourned, boolean goesOn) {
        held(round, next, adjourned, goesOn, null);
    }

    private void held(
            int round, int next, boolean adjourned, boolean goesOn, @Nullable Instant deadline) {
        var variables = new HashMap<>(deadline(deadline));
        variables.put("adjourned", adjourned);
        variables.put("goesOn", goesOn);
        variables.put("heldRound", round);
        variables.put("meetingRound", next);
        variables.put("level", 2);
        answer("Task_HoldMeeting", variables);
    }

    private void rearranged(int round, @Nullable Instant nextDeadline) {
        var variables = new HashMap<>(deadline(nextDeadline));
        variables.put("meetingRound", round);
        engine.publish("meeting.rearranged", cycle, variables);
    }

    private void clockChanged() {
        engine.publish("meeting.clock-changed", cycle, Map.of());
    }

    private static Map<String, Object> deadline(@Nullable Instant next) {
        var variables = new HashMap<String, Object>();
        variables.put(
                "nextDeadlineAt", next == null ? null : next.atOffset(ZoneOffset.UTC).toString());
        return variables;
    }

    private static List<String> whileAsked(int round) {
        return Stream.concat(
                        Stream.of("Task_HoldMeeting/%d/-".formatted(round)),
                        NINE.stream()
                                .flatMap(
                                        agency ->
                                                Stream.of(
                                                        "Task_AnswerInvitation/%d/%s"
                                                                .formatted(round, agency),
                                                        "Task_SendReturn/%d/%s"
                                                                .formatted(round, agency))))
                .toList();
    }

    private void answer(String element, Map<String, Object> variables) {
        engine.complete(only(element), variables);
    }

    private void ofAgency(String element, String agency, int round) {
        engine.complete(seat(element, agency, round), Map.of());
    }

    private List<String> open() {
        return openJobs().stream().map(MeetingCycleStories::identity).toList();
    }

    private List<ActivatedJob> openJobs() {
        asked.addAll(ours(engine.newJobs(TestEngine.USER_TASK)));
        return asked.stream().filter(engine::isOpen).toList();
    }

    private ActivatedJob only(String element) {
        var jobs = openJobs().stream().filter(job -> job.getElementId().equals(element)).toList();
        assertThat(jobs).as(element).hasSize(1);
        return jobs.getFirst();
    }

    private ActivatedJob seat(String element, String seat, int round) {
        var wanted = "%s/%d/%s".formatted(element, round, seat);
        var jobs = openJobs().stream().filter(job -> identity(job).equals(wanted)).toList();
        assertThat(jobs).as(wanted).hasSize(1);
        return jobs.getFirst();
    }

    private static String identity(ActivatedJob job) {
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
                .filter(job -> cycle.toString().equals(job.getVariablesAsMap().get("cycleId")))
                .toList();
    }

    private long instance() {
        return asked.getFirst().getProcessInstanceKey();
    }

    private boolean ended() {
        return engine.completedElements(instance()).contains("meeting-cycle");
    }
}
