package mappa.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.caseload.CaseloadService;
import mappa.caseload.DateKind;
import mappa.caseload.Fact;
import mappa.caseload.Location;
import mappa.identity.Actor;
import mappa.meeting.AnswerInvitation;
import mappa.meeting.ArrangeMeeting;
import mappa.meeting.InvitationAnswer;
import mappa.meeting.InvitationService;
import mappa.meeting.MeetingMode;
import mappa.meeting.MeetingService;
import mappa.meeting.MeetingStories;
import mappa.meeting.MeetingType;
import mappa.meeting.Relevance;
import mappa.meeting.ReturnKind;
import mappa.meeting.SendInvitations;
import mappa.meeting.SendReturn;
import mappa.schedule.DueOracle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Meetings through service, relay and process, with the clocks of server and engine moved
/// together: what happens around each of them, and when, an oracle says that uses nothing of the
/// product.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MeetingRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    // the defaults of an area, written down again
    private static final int ARRANGE_DAYS = 28;
    private static final int RETURN_DAYS = 3;
    private static final int RETURN_REMINDER_DAYS = 2;
    private static final int SENTENCE_DAYS = 28;
    private static final int WINDOW_MONTHS = 6;

    @Inject MeetingStories stories;
    @Inject MeetingService service;
    @Inject InvitationService invitations;
    @Inject CaseloadService caseload;
    @Inject Engine connection;
    @Inject MovedClock clock;
    @Inject Clock time;

    private @Nullable MemoryEngine engine;
    private MeetingStories.Circle circle;
    private UUID caseId;
    private UUID cycle;

    // what the oracle knows
    private int level;
    private LocalDate begun;
    private @Nullable LocalDate heldOn;
    private @Nullable LocalDate release;
    private final List<DueOracle.Held> held = new ArrayList<>();

    // what it expects
    private final List<String> happened = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int round = 1;

    @AfterEach
    void engineGoes() {
        clock.reset();
        if (engine != null) {
            engine.close();
            await("the engine's absence is noticed", () -> !connection.isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 2", "2, 1"})
    @Tag("MTG-02")
    @Tag("MTG-03")
    @Tag("MTG-04")
    @Tag("NOT-07")
    void aYearGoesAsTheOracleSays(int level, int meetingsBeforeCustody) {
        this.level = level;
        circle = stories.circle(level == 3 ? "YT" : "YS");
        clock.moveTo(at(stories.today().plusDays(1), LocalTime.of(8, 0)));
        engineComes();
        accepted();
        for (var meetings = 1; stories.today().isBefore(begun.plusDays(365)); meetings++) {
            if (meetings == meetingsBeforeCustody + 1) {
                toPrisonAndBack();
                aMeetingThatNobodyArrangesInTime();
            } else {
                aMeetingInTime();
            }
        }
        assertThat(told()).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aMeetingHeldAndClosedWithoutTheEngineIsToldToItLater() {
        level = 2;
        circle = stories.circle("YA");
        clock.moveTo(at(stories.today().plusDays(1), LocalTime.of(8, 0)));
        accepted();
        var meeting = arranged(workingDayUntil(due()));
        answersOfTwo(meeting);
        moveTo(begins(meeting));
        hold(meeting);
        assertThat(pending()).isPositive();
        assertThat(open()).isEmpty();

        engineComes();

        await("everything is sent", () -> pending() == 0);
        await("the next is to be arranged", () -> open().equals(List.of("Task_Arrange/2/-")));
        assertThat(asked()).as("asked again of what was done").containsExactly("Task_Arrange/2");
        assertThat(engine().completedElements(instance()))
                .containsSubsequence(
                        "Task_Arrange",
                        "Task_SendInvitations",
                        "Task_AnswerInvitation",
                        "Task_HoldMeeting",
                        "Event_Held");
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due());
    }

    private void accepted() {
        begun = stories.today();
        caseId = stories.accepted(circle, level);
        cycle = stories.cycle(circle, caseId).id();
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due());
    }

    /// Reminded to arrange it, held on the last working day, with one agency silent.
    private void aMeetingInTime() {
        remindedToArrange();
        var meeting = arranged(workingDayUntil(due()));
        agenciesReminded(meeting);
        moveTo(begins(meeting));
        hold(meeting);
    }

    private void aMeetingThatNobodyArrangesInTime() {
        remindedToArrange();
        var due = due();
        passes(due.plusDays(1), "limit-passed", due);
        Stream.of("coordinator-a", "coordinator-b", "deputy")
                .forEach(one -> told.add("MEETING_LATE due-%s %s".formatted(due, one)));
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due);
        var meeting = arranged(workingDays(stories.today(), 9));
        agenciesReminded(meeting);
        moveTo(begins(meeting));
        hold(meeting);
    }

    /// Ten days after a meeting into prison for ninety days, of which fifty are taken back.
    private void toPrisonAndBack() {
        var received = heldOn.plusDays(10);
        moveTo(at(received, LocalTime.of(11, 0)));
        release = received.plusDays(90);
        held.add(new DueOracle.Held(false, received, null));
        var unit = circle.team().coordinatorA();
        stories.as(unit, run(() -> located(Location.PRISON, received)));
        stories.as(unit, run(() -> released(release)));
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due());
        var far = due();
        nothingHappensUntil(received.plusDays(20));

        release = received.plusDays(40);
        stories.as(unit, run(() -> released(release)));
        assertThat(due()).isBefore(far);
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due());
        await("the work shows the new date", () -> dueOf("Task_Arrange").equals(due()));
        nothingHappensUntil(release); // reminded 28 days before the due day, after the release
        held.set(0, new DueOracle.Held(false, received, release));
        stories.as(unit, run(() -> located(Location.COMMUNITY, release)));
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due());
    }

    private void located(Location location, LocalDate from) {
        caseload.recordLocation(caseId, location, null, from, circle.team().coordinatorA());
    }

    private void released(LocalDate day) {
        caseload.recordDates(
                caseId, Map.of(DateKind.RELEASE, Fact.known(day)), circle.team().coordinatorA());
    }

    private void remindedToArrange() {
        var due = due();
        var reminder = "MEETING_TO_ARRANGE due-%s administrator".formatted(due);
        if (told.contains(reminder)) {
            return;
        }
        await(
                "it is to be arranged",
                () -> open().equals(List.of("Task_Arrange/%d/-".formatted(round))));
        assertThat(dueOf("Task_Arrange")).isEqualTo(due);
        passes(due.minusDays(ARRANGE_DAYS), "arrangement-reminded", due);
        told.add(reminder);
    }

    private UUID arranged(LocalDate on) {
        var command =
                new ArrangeMeeting(
                        MeetingType.REVIEW,
                        stories.free(circle, on),
                        60,
                        MeetingMode.TEAMS,
                        null,
                        null,
                        circle.chair().personId(),
                        null,
                        null,
                        false);
        var unit = circle.unit();
        var meeting = stories.as(unit, () -> service.arrange(cycle, command, unit));
        var asked =
                circle.agencies().stream()
                        .map(agency -> new SendInvitations.Asked(agency, Relevance.CORE))
                        .toList();
        stories.as(
                unit,
                run(() -> service.invite(meeting, new SendInvitations(asked, Map.of()), unit)));
        Stream.of("spoc-police", "spoc-probation", "spoc-housing")
                .forEach(one -> told.add("MEETING_INVITED invited " + one));
        if (engine != null) {
            await("all are asked", () -> open().size() == 7);
        }
        return meeting;
    }

    /// Two agencies answer; the third is reminded and then chased, each at nine.
    private void agenciesReminded(UUID meeting) {
        answersOfTwo(meeting);
        var silent = circle.agencies().get(2);
        var left =
                List.of(
                        "Task_AnswerInvitation/%d/%s".formatted(round, silent),
                        "Task_HoldMeeting/%d/-".formatted(round),
                        "Task_SendReturn/%d/%s".formatted(round, silent));
        await("two have answered", () -> open().equals(left));

        var on = begins(meeting).atZone(LONDON).toLocalDate();
        var due = workingDays(on, -RETURN_DAYS);
        assertThat(dueOf("Task_SendReturn")).isEqualTo(due);
        passes(workingDays(due, -RETURN_REMINDER_DAYS), "agencies-reminded", due);
        told.add("RETURN_REMINDER agencies_reminded-%s spoc-housing".formatted(due));
        passes(workingDays(due, 1), "returns-late", due);
        told.add("RETURN_REMINDER returns_late-%s spoc-housing".formatted(due));
        var chased = new ArrayList<>(left);
        chased.add("chase-returns/%d/-".formatted(round));
        assertThat(open()).isEqualTo(chased);
    }

    private void answersOfTwo(UUID meeting) {
        var police = circle.spocs().get(0);
        answer(
                meeting,
                police,
                new AnswerInvitation(InvitationAnswer.ATTENDS, null, null, null, null));
        var information =
                new SendReturn(
                        ReturnKind.INFORMATION,
                        Map.of(
                                "systemsChecked",
                                "All",
                                "checkedOn",
                                stories.today().toString(),
                                "facts",
                                "Calm since the last meeting"));
        stories.as(
                police,
                run(
                        () ->
                                invitations.sendReturn(
                                        invitation(meeting, police), information, police)));
        answer(
                meeting,
                circle.spocs().get(1),
                new AnswerInvitation(
                        InvitationAnswer.NOTHING_KNOWN, null, null, "All", stories.today()));
    }

    private void answer(UUID meeting, Actor spoc, AnswerInvitation answer) {
        stories.answer(spoc, invitation(meeting, spoc), answer);
    }

    private UUID invitation(UUID meeting, Actor spoc) {
        return stories.meeting(circle, meeting).invitations().stream()
                .filter(one -> one.agencyId().equals(spoc.agency()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void hold(UUID meeting) {
        stories.as(circle.chair(), run(() -> service.start(meeting, null, circle.chair())));
        stories.complete(circle, meeting, "STAY", null);
        stories.close(circle, meeting);
        heldOn = stories.today();
        round++;
        assertThat(stories.cycle(circle, caseId).dueOn()).isEqualTo(due());
        if (engine != null) {
            await(
                    "nothing is asked but to arrange the next",
                    () -> open().equals(List.of("Task_Arrange/%d/-".formatted(round))));
        }
        assertThat(happened()).isEqualTo(happened);
    }

    // ---- what the oracle says

    private LocalDate due() {
        var due =
                DueOracle.due(
                        new DueOracle.Known(
                                begun,
                                null,
                                held,
                                release,
                                heldOn,
                                null,
                                level == 3 ? 56 : 112,
                                0,
                                level == 3 ? 10 : 20,
                                SENTENCE_DAYS,
                                WINDOW_MONTHS));
        if (due == null) {
            throw new AssertionError("the oracle has no day");
        }
        return due;
    }

    private static LocalDate workingDayUntil(LocalDate day) {
        return DueOracle.isWorkingDay(day) ? day : workingDays(day, -1);
    }

    private static LocalDate workingDays(LocalDate from, int days) {
        var day = from;
        for (var left = Math.abs(days); left > 0; ) {
            day = day.plusDays(days < 0 ? -1 : 1);
            left -= DueOracle.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }

    private Instant begins(UUID meeting) {
        return stories.meeting(circle, meeting).startsAt();
    }

    // ---- moved time

    /// That happens at nine of the day, or at once if that is over, and nothing before it.
    private void passes(LocalDate day, String event, LocalDate dueOn) {
        var nine = at(day, NINE);
        if (nine.isAfter(now())) {
            moveTo(nine.minusSeconds(120));
            await("all is told", () -> pending() == 0);
            assertThat(happened()).as("before %s of %s", event, day).isEqualTo(happened);
            happened.add("%s %s at nine of %s".formatted(event, dueOn, day));
            moveTo(nine.plusSeconds(1));
        } else {
            happened.add("%s %s at once".formatted(event, dueOn));
        }
        await(happened.getLast(), () -> happened().size() == happened.size());
        assertThat(happened()).isEqualTo(happened);
    }

    private void nothingHappensUntil(LocalDate day) {
        moveTo(at(day, LocalTime.of(12, 0)));
        await("all is told", () -> pending() == 0);
        assertThat(happened()).isEqualTo(happened);
    }

    private Instant now() {
        return time.instant();
    }

    private void moveTo(Instant moment) {
        var by = Duration.between(now(), moment);
        if (by.isNegative()) {
            throw new AssertionError("the story goes backwards, to " + moment);
        }
        clock.move(by);
        if (engine != null) {
            engine.moveClock(by);
        }
    }

    private void engineComes() {
        engine = MemoryEngine.at(RealParts.enginePort());
        engine.moveClock(Duration.between(engine.now(), now()));
        await("the engine is noticed", connection::isPresent);
    }

    private MemoryEngine engine() {
        if (engine == null) {
            throw new IllegalStateException("no engine in this test");
        }
        return engine;
    }

    // ---- what is in the database

    /// What deadlines have brought about, and when: at nine, or at another time of the day.
    private List<String> happened() {
        var first = at(begun, LocalTime.MIN);
        return rows(
                """
                select replace(event, 'meeting-', ''), detail ->> 'dueOn', at from audit_event
                where subject_ids @> array[cast(? as uuid)] and event in
                    ('meeting-arrangement-reminded', 'meeting-limit-passed',
                     'meeting-agencies-reminded', 'meeting-returns-late')
                order by at, sequence
                """,
                row -> {
                    var at = row.getObject(3, OffsetDateTime.class).toInstant();
                    var local = at.atZone(LONDON);
                    var nine = local.toLocalTime();
                    assertThat(at).isAfter(first);
                    return "%s %s at %s"
                            .formatted(
                                    row.getString(1),
                                    row.getString(2),
                                    !nine.isBefore(NINE) && nine.isBefore(NINE.plusMinutes(10))
                                            ? "nine of " + local.toLocalDate()
                                            : "once");
                });
    }

    private List<String> told() {
        return rows(
                """
                select n.kind, n.occasion, regexp_replace(u.subject, '^[A-Z0-9]+-', '')
                from (select cast(? as uuid) as id) cycle
                join notice n on n.thing_id = cycle.id
                    or n.thing_id in (select m.id from meeting m where m.cycle_id = cycle.id)
                join user_account u on u.id = n.recipient_id
                """,
                row -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
    }

    /// What somebody is asked about the meetings themselves, not their minutes.
    private List<String> open() {
        return rows(
                """
                select element || '/' || round || '/' || coalesce(seat, '-') from work_item
                where thing_id = ? and state = 'OPEN' and element not like '%Minutes'
                order by element, seat
                """,
                row -> row.getString(1));
    }

    private List<String> asked() {
        return rows(
                """
                select element || '/' || round from work_item
                where thing_id = ? and element not like '%Minutes' order by 1
                """,
                row -> row.getString(1));
    }

    private LocalDate dueOf(String element) {
        return rows(
                        """
                        select due_on, element from work_item where thing_id = ? and state = 'OPEN'
                        """,
                        row ->
                                row.getString(2).equals(element)
                                        ? row.getObject(1, LocalDate.class)
                                        : LocalDate.MIN)
                .stream()
                .filter(day -> !day.equals(LocalDate.MIN))
                .findFirst()
                .orElseThrow();
    }

    private long pending() {
        return rows(
                        "select 1 from outbox where state <> 'SENT' and thing_id = ?",
                        row -> row.getString(1))
                .size();
    }

    private long instance() {
        return rows(
                        "select instance_key from process_instance where thing_id = ?",
                        row -> row.getLong(1))
                .getFirst();
    }

    private interface Row<T> {
        T of(java.sql.ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Row<T> shown) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = RelayDatabase.prepare(owner, sql, cycle);
                var found = statement.executeQuery()) {
            var all = new ArrayList<T>();
            while (found.next()) {
                all.add(shown.of(found));
            }
            return all;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static java.util.function.Supplier<Void> run(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            try {
                never.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
