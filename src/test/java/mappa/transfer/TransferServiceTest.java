package mappa.transfer;

import static mappa.transfer.TransferStories.count;
import static mappa.transfer.TransferStories.id;
import static mappa.transfer.TransferStories.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.Areas;
import mappa.agency.Setting;
import mappa.caseload.AddressKind;
import mappa.caseload.CaseReadingService;
import mappa.caseload.CaseloadService;
import mappa.caseload.Level;
import mappa.caseload.Location;
import mappa.caseload.RecordAddress;
import mappa.caseload.StandingView;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.MeetingStories;
import mappa.meeting.MinutesService;
import mappa.referral.ReferralStories;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Transfers on PostgreSQL, without an engine: what either area has, may and sees on each side of
/// the acceptance.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class TransferServiceTest {

    /// The receiving area's own interval at Level 2, shorter than the other's.
    private static final int INTERVAL = 70;

    @Inject TransferStories stories;
    @Inject MeetingStories meetings;
    @Inject ReferralStories referrals;
    @Inject TransferService service;
    @Inject CaseReadingService cases;
    @Inject CaseloadService caseload;
    @Inject MinutesService minutes;
    @Inject Areas areas;
    @Inject TestPeople people;
    @Inject MovedClock clock;

    private MeetingStories.Circle from;
    private MeetingStories.Circle to;
    private Actor sender;
    private Actor receiver;

    @BeforeEach
    void areas() {
        from = meetings.circle("VA");
        to = meetings.circle("VB");
        sender = from.team().coordinatorA();
        receiver = to.team().coordinatorA();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    // ---- what goes along

    @Test
    @Tag("TRF-06")
    void carriesTheLevelAndCountsTheReviewFromTheLastMeetingInTheReceivingAreasInterval() {
        stories.set(receiver, Setting.REVIEW_DAYS_LEVEL_2, INTERVAL);
        var given = stories.met(from, 2);
        var met = meetings.today();
        clock.move(Duration.ofDays(20));
        var transfer = stories.offered(sender, given, "VB");
        assertThat(stories.view(receiver, transfer).reviewDueOn())
                .isEqualTo(met.plusDays(INTERVAL));

        var taken = stories.accepted(receiver, transfer);

        var cycle = meetings.cycle(to, taken);
        assertThat(cycle.level()).isEqualTo(2);
        assertThat(cycle.lastHeldOn()).isEqualTo(met);
        assertThat(cycle.dueOn()).isEqualTo(met.plusDays(INTERVAL));
        assertThat(cycle.rule()).isEqualTo("MTG-02");
        assertThat(
                        value(
                                "select end_reason from meeting_cycle where case_id = '%s'"
                                        .formatted(given)))
                .isEqualTo("TRANSFERRED");
        assertThat(standing(receiver, taken, meetings.today()))
                .extracting(StandingView::level, StandingView::levelSince)
                .containsExactly(Level.LEVEL_2, meetings.today());
        assertThat(standing(sender, given, meetings.today())).isNull();
    }

    @Test
    @Tag("TRF-06")
    @Tag("MTG-05")
    void anEarlierDateOfTheChairAndDaysInCustodyCountInTheReceivingAreaToo() {
        var given = meetings.accepted(from, 3);
        var meeting = meetings.started(from, given, 1);
        meetings.complete(from, meeting, "STAY", meetings.today().plusDays(30));
        meetings.close(from, meeting);
        var other = stories.met(from, 2);
        var met = meetings.today();
        clock.move(Duration.ofDays(10));
        stories.run(
                sender,
                () ->
                        caseload.recordLocation(
                                other, Location.PRISON, null, met.plusDays(2), sender));
        clock.move(Duration.ofDays(4));
        stories.run(
                sender,
                () ->
                        caseload.recordLocation(
                                other, Location.COMMUNITY, null, met.plusDays(12), sender));

        var taken = stories.accepted(receiver, stories.offered(sender, given, "VB"));
        assertThat(meetings.cycle(to, taken).dueOn()).isEqualTo(met.plusDays(30));
        var there = meetings.cycle(from, other).dueOn();
        assertThat(there).isAfter(met.plusDays(112));
        stories.set(receiver, Setting.REVIEW_DAYS_LEVEL_2, 112);
        var transfer = stories.offered(sender, other, "VB");
        assertThat(meetings.cycle(to, stories.accepted(receiver, transfer)).dueOn())
                .isEqualTo(there);
    }

    @Test
    @Tag("TRF-07")
    void everyDayBelongsToExactlyOneAreaUpToTheLastHourOf31March() {
        clock.moveTo(Instant.parse("2027-03-20T10:00:00Z"));
        var before = stories.met(from, 2);
        var after = stories.met(from, 2);
        var offeredBefore = stories.offered(sender, before, "VB");
        var offeredAfter = stories.offered(sender, after, "VB");
        clock.moveTo(Instant.parse("2027-03-31T22:30:00Z")); // 23:30 in London
        var takenBefore = stories.accepted(receiver, offeredBefore);
        clock.moveTo(Instant.parse("2027-03-31T23:30:00Z")); // 00:30 on 1 April
        var takenAfter = stories.accepted(receiver, offeredAfter);

        clock.moveTo(Instant.parse("2027-04-02T10:00:00Z"));
        var counted = LocalDate.of(2027, 3, 31);
        assertThat(standing(sender, before, counted)).isNull();
        assertThat(standing(receiver, takenBefore, counted)).isNotNull();
        assertThat(standing(sender, after, counted)).isNotNull();
        assertThat(standing(receiver, takenAfter, counted)).isNull();
        for (var day = LocalDate.of(2027, 3, 20);
                day.isBefore(LocalDate.of(2027, 4, 2));
                day = day.plusDays(1)) {
            assertThat(standing(sender, before, day) == null)
                    .as("%s", day)
                    .isNotEqualTo(standing(receiver, takenBefore, day) == null);
            assertThat(standing(sender, after, day) == null)
                    .as("%s", day)
                    .isNotEqualTo(standing(receiver, takenAfter, day) == null);
        }
    }

    @Test
    @Tag("TRF-05")
    void namesWhatIsMissingAndTakesMinutesThatAreApprovedLaterAlong() {
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        assertThat(missing(receiver, transfer))
                .containsEntry("MINUTES", "DRAFT_MINUTES")
                .containsEntry("PLAN", "NO_APPROVED_MINUTES")
                .containsEntry("ACTIONS", "NONE")
                .containsEntry("ORDERS", "NOT_KEPT_HERE")
                .containsEntry("REFERENCE_NUMBER", "NONE")
                .hasSize(PackagePart.values().length);

        stories.accepted(receiver, transfer);
        assertThat(stories.view(receiver, transfer).minutes()).isEmpty();
        var written = stories.approved(from, given);

        assertThat(stories.view(receiver, transfer).minutes())
                .extracting(one -> one.id())
                .containsExactly(written);
        assertThat(stories.as(receiver, () -> minutes.minutes(written, receiver)).parts())
                .hasSizeGreaterThan(10);
        assertThatThrownBy(
                        () -> stories.run(receiver, () -> minutes.sendToChair(written, receiver)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("TRF-05")
    @Tag("ACT-08")
    void noOpenActionIsLost() {
        var given = meetings.accepted(from, 2);
        var first = stories.metWithAction(from, given);
        var second = secondAction(given);
        var transfer = stories.offered(sender, given, "VB");
        assertThat(stories.view(receiver, transfer).actions()).isEmpty();
        var taken = stories.accepted(receiver, transfer);

        assertThat(value("select state from agreed_action where id = '%s'".formatted(first)))
                .isEqualTo("HANDED_OVER");
        assertThat(
                        count(
                                "from work_item where thing_id = '%s' and state = 'OPEN'"
                                        .formatted(first)))
                .isZero();
        var came = stories.view(receiver, transfer).actions();
        assertThat(came).hasSize(2).allMatch(one -> one.unsettled());
        assertThat(came).extracting(one -> one.formerAgency()).containsOnly("Housing");
        assertThat(work(transfer, "settle-actions")).isEqualTo("OPEN");

        var housing = to.agencies().getLast();
        assertThatThrownBy(() -> give(transfer, came.getFirst().id(), from.agencies().getLast()))
                .isInstanceOf(Invalid.class);
        give(transfer, came.getFirst().id(), housing);
        assertThat(work(transfer, "settle-actions")).isEqualTo("OPEN");
        assertThatThrownBy(() -> close(transfer, came.getLast().id(), " "))
                .isInstanceOf(Invalid.class);
        close(transfer, came.getLast().id(), "The address does not exist any more");
        assertThat(work(transfer, "settle-actions")).isEqualTo("COMPLETED");
        assertThatThrownBy(() -> give(transfer, came.getLast().id(), housing))
                .isInstanceOf(RuleBroken.class);

        assertThat(stories.view(receiver, transfer).actions())
                .extracting(one -> one.agency(), one -> one.said())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Housing", null),
                        org.assertj.core.groups.Tuple.tuple(
                                null, "The address does not exist any more"));
        assertThat(
                        count(
                                "from work_item where case_id = '%s' and kind = 'finish-action' and agency_id = '%s' and state = 'OPEN'"
                                        .formatted(taken, housing)))
                .isEqualTo(1);
        assertThat(List.of(first, second)).doesNotHaveDuplicates();
    }

    /// An action that nobody settled cannot be passed over by the next meeting.
    @Test
    @Tag("TRF-05")
    @Tag("ACT-01")
    void aMeetingDoesNotCloseOverAnActionThatCameAlong() {
        var given = meetings.accepted(from, 2);
        stories.metWithAction(from, given);
        var transfer = stories.offered(sender, given, "VB");
        var taken = stories.accepted(receiver, transfer);
        var meeting = meetings.started(to, taken, 1);
        meetings.complete(to, meeting, "STAY", null);
        assertThatThrownBy(() -> meetings.close(to, meeting)).isInstanceOf(RuleBroken.class);

        var action = stories.view(receiver, transfer).actions().getFirst();
        close(transfer, action.id(), "Done by the other area before");
        meetings.close(to, meeting);
    }

    // ---- who sees what

    @Test
    @Tag("TRF-04")
    @Tag("SEC-02")
    void theReceivingAreaReadsNothingOfTheRecordUntilItHasAccepted() throws SQLException {
        var given = stories.met(from, 2);
        var written = stories.approved(from, given);
        var transfer = stories.offered(sender, given, "VB");
        var view = stories.view(receiver, transfer);
        assertThat(view.initials()).hasSize(2);
        assertThat(view.minutes()).isEmpty();
        assertThat(view.history()).isEmpty();
        assertThatThrownBy(() -> stories.as(receiver, () -> cases.view(given, null, receiver)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.as(receiver, () -> minutes.minutes(written, receiver)))
                .isInstanceOf(NotFound.class);
        var rows =
                List.of(
                        "mappa_case where id = '%s'".formatted(given),
                        "person where id in (select person_id from case_transfer where id = '%s')"
                                .formatted(transfer),
                        "mappa_eligibility where case_id = '%s'".formatted(given),
                        "level_spell where case_id = '%s'".formatted(given),
                        "meeting_cycle where case_id = '%s'".formatted(given),
                        "meeting where case_id = '%s'".formatted(given),
                        "agreed_action where case_id = '%s'".formatted(given));
        for (var row : rows) {
            assertThat(seen(receiver, row)).as(row).isZero();
        }
        var section = "minutes_section where minutes_id = '%s'".formatted(written);
        assertThat(seen(receiver, section)).isZero();
        assertThat(seen(receiver, "case_transfer where id = '%s'".formatted(transfer))).isOne();
        var stranger = people.person("VC-coordinator", Role.MAPPA_COORDINATOR, "VC");
        assertThat(seen(stranger, "case_transfer where id = '%s'".formatted(transfer))).isZero();
        assertThatThrownBy(() -> stories.view(stranger, transfer)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.accept(stranger, transfer)).isInstanceOf(NotFound.class);

        stories.accepted(receiver, transfer);

        assertThat(stories.view(receiver, transfer).history()).hasSize(1);
        assertThat(stories.as(receiver, () -> minutes.minutes(written, receiver)).parts())
                .isNotEmpty();
        assertThat(seen(receiver, section)).isPositive();
        for (var row : rows) { // the other area's own record stays its own
            assertThat(seen(receiver, row)).as(row).isZero();
        }
        assertThat(seen(stranger, section)).isZero();
        assertThat(seen(stranger, "case_transfer where id = '%s'".formatted(transfer))).isZero();
    }

    @Test
    @Tag("TRF-04")
    @Tag("SEC-02")
    void theSendingAreaReadsWhatItKeptAndNothingThatIsWrittenAfterwards() throws SQLException {
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        var taken = stories.accepted(receiver, transfer);

        assertThat(stories.as(sender, () -> cases.view(given, null, sender)).standing()).isNull();
        assertThatThrownBy(() -> address(sender, given)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.offered(sender, given, "VB")).isInstanceOf(NotFound.class);

        address(receiver, taken);
        var person = id("select person_id from mappa_case where id = '%s'".formatted(taken));
        assertThat(seen(receiver, "person_address where person_id = '%s'".formatted(person)))
                .isOne();
        for (var row :
                List.of(
                        "mappa_case where id = '%s'".formatted(taken),
                        "person where id = '%s'".formatted(person),
                        "person_address where person_id = '%s'".formatted(person),
                        "level_spell where case_id = '%s'".formatted(taken),
                        "meeting_cycle where case_id = '%s'".formatted(taken))) {
            assertThat(seen(sender, row)).as(row).isZero();
            assertThat(seen(receiver, row)).as(row).isPositive();
        }
        assertThat(stories.view(sender, transfer).takenCaseId()).isNull();
        assertThatThrownBy(() -> stories.as(sender, () -> cases.view(taken, null, sender)))
                .isInstanceOf(NotFound.class);
    }

    // ---- refusals

    @Test
    @Tag("TRF-04")
    void isNotOfferedTwiceNorToTheOwnAreaNorByAnybodyButACoordinator() {
        var given = stories.met(from, 2);
        assertThatThrownBy(() -> stories.offered(sender, given, "VA")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> stories.offered(sender, given, "ZZZ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> stories.offered(from.unit(), given, "VB"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.offered(receiver, given, "VB"))
                .isInstanceOf(NotFound.class);
        var transfer = stories.offered(sender, given, "VB");
        refused(() -> stories.offered(sender, given, "VB"), "transfer.offered-already");
        assertThatThrownBy(() -> stories.accept(to.unit(), transfer)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> stories.accept(sender, transfer)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> recall(receiver, transfer)).isInstanceOf(NotFound.class);
    }

    @Test
    @Tag("TRF-04")
    void isNotHandedOverWhileAReferralIsNotDecided() {
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        var found = summary(given);
        var referral = referrals.matched(from.team(), found);
        refused(() -> stories.accept(receiver, transfer), "transfer.referral-open-there");
        recall(sender, transfer);
        stories.as(sender, () -> referrals.sendToPanel(referral, sender));
        refused(() -> stories.offered(sender, given, "VB"), "transfer.referral-open");
        referrals.vote(referral, sender, mappa.referral.Vote.ACCEPT_2);
        referrals.vote(referral, from.team().inspector(), mappa.referral.Vote.ACCEPT_2);
        stories.accepted(receiver, stories.offered(sender, given, "VB"));
    }

    @Test
    @Tag("TRF-04")
    void isNotAcceptedAfterTheRecallNorWhileAMeetingIsHeld() {
        var given = stories.met(from, 2);
        var recalled = stories.offered(sender, given, "VB");
        recall(sender, recalled);
        refused(() -> stories.accept(receiver, recalled), "transfer.recalled-already");
        assertThat(work(recalled, "answer-transfer")).isEqualTo("WITHDRAWN");

        var transfer = stories.offered(sender, given, "VB");
        var meeting = meetings.started(from, given, 2);
        refused(() -> stories.accept(receiver, transfer), "meeting.held-just-now");
        meetings.complete(from, meeting, "STAY", null);
        meetings.close(from, meeting);
        assertThat(stories.view(receiver, transfer).contents())
                .anyMatch(
                        line ->
                                "MINUTES".equals(line.part())
                                        && "DRAFT_MINUTES".equals(line.missing()));
        stories.accepted(receiver, transfer);
        refused(() -> recall(sender, transfer), "transfer.accepted-already");
    }

    @Test
    @Tag("TRF-04")
    void ofTwoWhoAcceptAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        var other = to.team().coordinatorB();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Acceptance>> attempts =
                    List.of(
                            () -> stories.accept(receiver, transfer),
                            () -> stories.accept(other, transfer));
            var outcomes = both.invokeAll(attempts).stream().map(this::outcome).toList();
            assertThat(outcomes).containsExactlyInAnyOrder("accepted", "transfer.accepted-already");
        }
        assertThat(
                        count(
                                "from mappa_case c join case_transfer t on t.taken_case_id = c.id where t.id = '%s'"
                                        .formatted(transfer)))
                .isOne();
        assertThat(
                        count(
                                "from meeting_cycle where case_id in (select taken_case_id from case_transfer where id = '%s')"
                                        .formatted(transfer)))
                .isOne();
    }

    private String outcome(Future<Acceptance> attempt) {
        try {
            attempt.get();
            return "accepted";
        } catch (Exception failed) {
            return failed.getCause() instanceof RuleBroken broken
                    ? broken.message()
                    : failed.getCause().toString();
        }
    }

    @Test
    @Tag("TRF-04")
    void declinedWithAReasonItComesBackAsWorkAndCanBeOfferedAgain() {
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        assertThatThrownBy(() -> decline(transfer, " ")).isInstanceOf(Invalid.class);
        decline(transfer, "The person does not live here.");
        assertThat(stories.view(sender, transfer))
                .extracting(TransferView::state, TransferView::reason)
                .containsExactly(TransferState.DECLINED, "The person does not live here.");
        assertThat(work(transfer, "transfer-declined")).isEqualTo("OPEN");
        assertThat(work(transfer, "chase-transfer")).isEqualTo("WITHDRAWN");
        assertThat(told("TRANSFER_DECLINED", transfer, sender)).isOne();
        assertThat(meetings.cycle(from, given).ended()).isFalse();
        refused(() -> stories.accept(receiver, transfer), "transfer.declined-already");

        stories.offered(sender, given, "VB");
        assertThat(work(transfer, "transfer-declined")).isEqualTo("COMPLETED");
    }

    @Test
    @Tag("TRF-04")
    void endsWithThePersonsTimeInMappa() {
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        stories.run(
                sender,
                () ->
                        caseload.endEligibility(
                                given,
                                meetings.today(),
                                mappa.caseload.EndReason.DECEASED,
                                sender));
        assertThat(stories.view(receiver, transfer).state()).isEqualTo(TransferState.LAPSED);
        refused(() -> stories.accept(receiver, transfer), "transfer.lapsed-already");
    }

    // ---- work, notices, audit

    @Test
    @Tag("TRF-04")
    void asksTheReceivingAreaInItsWorkingDaysAndTheSendingOneWhenThatIsOver() {
        stories.set(receiver, Setting.TRANSFER_ANSWER_DAYS, 3);
        var given = stories.met(from, 2);
        var transfer = stories.offered(sender, given, "VB");
        var due = areas.workingDays("VB").add(meetings.today(), 3);
        assertThat(due(transfer, "answer-transfer", "VB")).isEqualTo(due);
        assertThat(due(transfer, "chase-transfer", "VA"))
                .isEqualTo(areas.workingDays("VA").next(due));
        assertThat(told("TRANSFER_OFFERED", transfer, receiver)).isOne();
        assertThat(told("TRANSFER_OFFERED", transfer, sender)).isZero();

        stories.accepted(receiver, transfer);
        assertThat(work(transfer, "answer-transfer")).isEqualTo("COMPLETED");
        assertThat(work(transfer, "chase-transfer")).isEqualTo("WITHDRAWN");
        assertThat(told("TRANSFER_ACCEPTED", transfer, sender)).isOne();
        for (var event : List.of("transfer-offered", "transfer-accepted")) {
            for (var area : List.of("VA", "VB")) {
                assertThat(
                                count(
                                        "from audit_event where area_code = '%s' and event = '%s' and '%s' = any (subject_ids)"
                                                .formatted(area, event, transfer)))
                        .as("%s in %s", event, area)
                        .isOne();
            }
        }
        assertThat(
                        count(
                                "from audit_event where area_code = 'VB' and event like 'transfer-%%' and '%s' = any (subject_ids)"
                                        .formatted(given)))
                .as("the other area's case in the chain of the receiving one")
                .isZero();
    }

    @Test
    @Tag("TRF-03")
    void whatWasArrangedIsCalledOffAndEverybodyToldOnce() {
        var given = stories.met(from, 2);
        var meeting = meetings.invited(from, given, 10);
        var transfer = stories.offered(sender, given, "VB");
        assertThat(meetings.meeting(from, meeting).state().name()).isEqualTo("INVITED");
        stories.accepted(receiver, transfer);

        assertThat(meetings.meeting(from, meeting).state().name()).isEqualTo("CALLED_OFF");
        for (var spoc : from.spocs()) {
            assertThat(told("MEETING_CALLED_OFF", meeting, spoc)).isOne();
        }
        assertThat(
                        count(
                                "from work_item where case_id = '%s' and state = 'OPEN' and kind in ('arrange-meeting', 'send-invitations', 'answer-invitation', 'send-return', 'hold-meeting')"
                                        .formatted(given)))
                .isZero();
    }

    // ---- people

    @Test
    @Tag("TRF-04")
    void somebodyWhomTheReceivingAreaKnowsIsComparedAndComesBackToTheSameCase() {
        var given = stories.met(from, 2);
        var taken = stories.accepted(receiver, stories.offered(sender, given, "VB"));
        clock.move(Duration.ofDays(3));
        var back = stories.offered(receiver, taken, "VA");
        var alike = stories.accept(sender, back);
        assertThat(alike.caseId()).isNull();
        assertThat(alike.candidates()).hasSize(1);
        assertThat(stories.view(sender, back).state()).isEqualTo(TransferState.OFFERED);

        var same =
                new AcceptTransfer(
                        sender.personId(),
                        from.agencies().getFirst(),
                        Map.of(
                                alike.candidates().getFirst(),
                                mappa.caseload.CreatePerson.Verdict.SAME));
        var returned = stories.as(sender, () -> service.accept(back, same, sender)).caseId();
        assertThat(returned).isEqualTo(given);
        assertThat(standing(sender, given, meetings.today())).isNotNull();
        address(sender, given);
        assertThat(meetings.cycle(from, given).dueOn()).isNotNull();
    }

    // ---- steps

    private @Nullable StandingView standing(Actor actor, UUID caseId, LocalDate day) {
        return stories.as(actor, () -> cases.levels(caseId, day, actor)).standing();
    }

    private static long seen(Actor actor, String rows) throws SQLException {
        try (var app = RealParts.as("mappa_app");
                var statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute(
                    "select set_config('mappa.principals', '%s', true), set_config('mappa.areas', '%s', true)"
                            .formatted(String.join(",", actor.principals()), actor.area()));
            try (var counted = statement.executeQuery("select count(*) from " + rows)) {
                counted.next();
                return counted.getLong(1);
            }
        }
    }

    private Map<String, String> missing(Actor actor, UUID transfer) {
        var missing = new java.util.HashMap<String, String>();
        stories.view(actor, transfer)
                .contents()
                .forEach(line -> missing.put(line.part(), line.missing()));
        return missing;
    }

    private UUID secondAction(UUID caseId) {
        clock.move(Duration.ofHours(1));
        var meeting = meetings.started(from, caseId, 2);
        meetings.complete(from, meeting, "STAY", null);
        var earlier = id("select id from agreed_action where case_id = '%s'".formatted(caseId));
        meetings.newDate(from, meeting, earlier, meetings.today().plusDays(30));
        var action = meetings.agree(from, meeting, from.agencies().getLast());
        meetings.close(from, meeting);
        return action;
    }

    private void give(UUID transfer, UUID action, UUID agency) {
        stories.run(
                receiver,
                () ->
                        service.give(
                                transfer, action, agency, meetings.today().plusDays(7), receiver));
    }

    private void close(UUID transfer, UUID action, String reason) {
        stories.run(receiver, () -> service.close(transfer, action, reason, receiver));
    }

    private void recall(Actor actor, UUID transfer) {
        stories.run(actor, () -> service.recall(transfer, actor));
    }

    private void decline(UUID transfer, String reason) {
        stories.run(receiver, () -> service.decline(transfer, reason, receiver));
    }

    private void address(Actor actor, UUID caseId) {
        stories.run(
                actor,
                () ->
                        caseload.addAddress(
                                caseId,
                                new RecordAddress(
                                        AddressKind.CURRENT,
                                        "1 New Street",
                                        meetings.today(),
                                        null,
                                        null),
                                actor));
    }

    private mappa.caseload.CaseSummary summary(UUID caseId) {
        return new mappa.caseload.CaseSummary(
                caseId,
                id("select person_id from mappa_case where id = '%s'".formatted(caseId)),
                "VA",
                (String)
                        value(
                                "select reference from meeting_cycle where case_id = '%s'"
                                        .formatted(caseId)));
    }

    private static void refused(Runnable step, String message) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> {
                            assertThat(broken.message()).isEqualTo(message);
                            assertThat(broken.rule().id()).isEqualTo("TRF-04");
                        });
    }

    private static @Nullable Object work(UUID transfer, String kind) {
        return value(
                "select state from work_item where thing_id = '%s' and kind = '%s'"
                        .formatted(transfer, kind));
    }

    private static LocalDate due(UUID transfer, String kind, String area) {
        return ((java.sql.Date)
                        value(
                                "select due_on from work_item where thing_id = '%s' and kind = '%s' and area_code = '%s'"
                                        .formatted(transfer, kind, area)))
                .toLocalDate();
    }

    private static long told(String kind, UUID thing, Actor who) {
        return count(
                "from notice where kind = '%s' and thing_id = '%s' and recipient_id = '%s'"
                        .formatted(kind, thing, who.personId()));
    }
}
