package mappa.referral;

import static mappa.identity.Operation.CHECK_REFERRAL;
import static mappa.identity.Operation.NAME_SUBSTITUTE;
import static mappa.identity.Operation.READ_DECISION;
import static mappa.identity.Operation.READ_REFERRAL;
import static mappa.identity.Operation.SEND_FEEDBACK;
import static mappa.identity.Operation.START_REFERRAL;
import static mappa.identity.Operation.VOTE;
import static mappa.identity.Operation.WITHDRAW_REFERRAL;
import static mappa.identity.Operation.WRITE_REFERRAL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mappa.agency.AreaSettings;
import mappa.agency.Areas;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.AcceptedCase;
import mappa.caseload.Basis;
import mappa.caseload.CaseReadingService;
import mappa.caseload.CaseloadService;
import mappa.caseload.Category;
import mappa.caseload.DateKind;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.caseload.Location;
import mappa.caseload.OpenEligibility;
import mappa.caseload.StatedFacts;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Operation;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.process.Outbox;
import mappa.referral.ReferralChanged.What;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.schedule.FirstMeeting;
import mappa.schedule.FirstMeeting.Situation;
import mappa.task.Assignment;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Everything that is done with a referral, and every view of one. Commands act on the referral,
/// never on a task, so all of them work while the engine is away.
@ApplicationScoped
@Transactional
public class ReferralService {

    /// Rows of a page.
    public static final int PAGE = 25;

    static final String PROCESS = "referral-panel";
    static final String CHECK = "Task_CheckCompleteness";
    static final String AMEND = "Task_AmendReferral";
    static final String BALLOT = "Task_Vote";
    static final String ANSWER = "Task_AnswerQuestions";
    static final String TELL = "Task_SendFeedback";

    // work that no process asks for
    private static final String CHASE_PANEL = "chase-panel";
    private static final String CLOSE_OR_EXTEND = "close-or-extend";
    private static final String FILL_SEAT = "name-substitute";

    /// How long decisions stay on the screening page.
    private static final Duration LATELY = Duration.ofDays(28);

    private final Referrals referrals;
    private final Areas areas;
    private final CaseloadService caseload;
    private final CaseReadingService cases;
    private final WorkItemService tasks;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Access access;
    private final Grants grants;
    private final Actors actors;
    private final Event<ReferralAccepted> accepted;
    private final Clock clock;

    ReferralService(
            Referrals referrals,
            Areas areas,
            CaseloadService caseload,
            CaseReadingService cases,
            WorkItemService tasks,
            Outbox outbox,
            AuditTrail audit,
            Access access,
            Grants grants,
            Actors actors,
            Event<ReferralAccepted> accepted,
            Clock clock) {
        this.referrals = referrals;
        this.areas = areas;
        this.caseload = caseload;
        this.cases = cases;
        this.tasks = tasks;
        this.outbox = outbox;
        this.audit = audit;
        this.access = access;
        this.grants = grants;
        this.actors = actors;
        this.accepted = accepted;
        this.clock = clock;
    }

    // ---- writing

    /// Starts a draft of the actor's own.
    ///
    /// @param copyFrom an own earlier referral whose answers are taken over, to be checked; null
    ///   for an empty draft
    @Once
    public ReferralResult start(@Nullable UUID copyFrom, Actor actor) {
        var area = actor.areaFor(START_REFERRAL);
        var now = clock.instant();
        if (actor.agency() == null) {
            throw new RuleBroken(ReferralRule.REFER, "referral.no-agency");
        }
        var draft = new Referral(area, actor.personId(), actor.agency(), now);
        referrals.persist(draft);
        referrals.flush(); // the relation comes before what only a relation may write
        grants.grant(Principals.person(actor.personId()), draft.id(), Relation.REFERRER);
        grants.grant(Principals.unit(area), draft.id(), Relation.UNIT);
        if (copyFrom != null) {
            access.require(WRITE_REFERRAL, copyFrom, actor);
            var earlier = referrals.get(copyFrom, actor);
            draft.copy(earlier, now);
            noteDecline(draft, Optional.of(earlier), now);
        }
        return done(draft, What.STARTED, actor);
    }

    /// Starts a draft of the actor's own about a case that they may see, with what the case says
    /// (R-L1-05).
    ///
    /// @throws mappa.rule.NotFound if there is no such case, or none that the actor may see
    @Once
    public ReferralResult startAbout(UUID caseId, Actor actor) {
        var of = cases.view(caseId, "referral", actor);
        var started = start(null, actor);
        var draft = referrals.get(started.id(), actor);
        ReferralPrefill.of(of)
                .forEach((section, answers) -> draft.save(section, answers, 0, clock.instant()));
        return ReferralResult.of(draft);
    }

    /// Keeps the answers of one section, complete or not, in any order.
    ///
    /// @throws Changed if somebody saved the section since it was read; nothing is overwritten
    @Once
    public ReferralResult save(UUID id, SaveSection command, Actor actor) {
        var referral = lock(WRITE_REFERRAL, id, actor);
        referral.save(command.section(), command.answers(), command.saves(), clock.instant());
        return done(
                referral,
                What.SAVED,
                List.of(),
                Map.of("section", command.section().name()),
                actor);
    }

    /// Sends it to the unit, for the first time or again.
    ///
    /// @throws RuleBroken `REF-02` with gaps
    @Once
    public ReferralResult send(UUID id, Actor actor) {
        var referral = lock(WRITE_REFERRAL, id, actor);
        var round = referral.checkRound();
        referral.send(clock.instant());
        if (round == 0) {
            var settings = areas.settings(referral.area());
            var variables = new HashMap<String, @Nullable Object>();
            variables.put("referralId", id);
            variables.put("area", referral.area());
            variables.put("checkRound", 1);
            variables.put("panelRound", 1);
            variables.put("seats", settings.seats());
            variables.put("votesNeeded", settings.votesNeeded());
            variables.put("nextDeadlineAt", null);
            outbox.start(id, PROCESS, "referral.sent", variables);
        } else {
            tasks.completeFor(id, AMEND, round, null, "SENT", actor);
            tasks.withdraw(id, CLOSE_OR_EXTEND, actor);
            outbox.complete(id, AMEND, round, null, Map.of("checkRound", referral.checkRound()));
            tellClock(referral);
        }
        return done(referral, What.SENT, actor);
    }

    // ---- the unit's check

    /// Says who it is about; a decline not long ago is noted, so that the referral must say what
    /// has changed (R-REF-13).
    @Once
    public ReferralResult match(UUID id, MatchPerson command, Actor actor) {
        var referral = lock(CHECK_REFERRAL, id, actor);
        access.require(Operation.READ_PERSON, command.personId(), actor);
        var others =
                referrals.about(command.personId(), actor).stream()
                        .filter(other -> !other.id().equals(id))
                        .toList();
        referral.match(
                command.personId(),
                command.caseId(),
                "%s/R%d".formatted(command.caseReference(), number(others, command.caseId())));
        noteDecline(
                referral,
                others.stream()
                        .filter(other -> other.state() == ReferralState.DECLINED)
                        .findFirst(),
                clock.instant());
        return done(referral, What.MATCHED, actor);
    }

    private static long number(List<Referral> others, UUID caseId) {
        return 1 + others.stream().filter(other -> caseId.equals(other.caseId())).count();
    }

    private void noteDecline(Referral referral, Optional<Referral> earlier, Instant now) {
        earlier.filter(other -> other.state() == ReferralState.DECLINED)
                .filter(
                        other ->
                                times(referral)
                                        .isReferredAgainSoon(
                                                London.dayOf(other.decision().decidedAt()),
                                                London.dayOf(now)))
                .ifPresent(other -> referral.declinedBefore(other.id()));
    }

    /// Gives it back to the referrer with what is missing.
    @Once
    public ReferralResult giveBack(UUID id, List<CheckedItem> items, Actor actor) {
        var referral = lock(CHECK_REFERRAL, id, actor);
        var round = referral.checkRound();
        referral.giveBack(items, times(referral), clock.instant());
        tasks.completeFor(id, CHECK, round, null, "INCOMPLETE", actor);
        outbox.complete(id, CHECK, round, null, Map.of("complete", false));
        tellClock(referral);
        return done(
                referral,
                What.GIVEN_BACK,
                List.of(referral.referrer()),
                Map.of("round", round),
                actor);
    }

    /// Opens the panel's ballots and starts its clock.
    ///
    /// @throws RuleBroken `REF-02` if something is missing or nobody is matched, `REF-14` if a seat
    ///   is empty
    @Once
    public ReferralResult sendToPanel(UUID id, List<CheckedItem> items, Actor actor) {
        var referral = lock(CHECK_REFERRAL, id, actor);
        var round = referral.checkRound();
        var settings = areas.settings(referral.area());
        var holders =
                areas.seats(referral.area()).stream()
                        .map(seat -> new SeatHolder(seat.code(), seat.holder()))
                        .toList();
        referral.sendToPanel(
                items, holders, settings.votesNeeded(), times(referral), clock.instant());
        tasks.completeFor(id, CHECK, round, null, "COMPLETE", actor);
        outbox.complete(
                id,
                CHECK,
                round,
                null,
                Map.of(
                        "complete",
                        true,
                        "seats",
                        holders.stream().map(SeatHolder::seat).toList(),
                        "votesNeeded",
                        settings.votesNeeded()));
        tellClock(referral);
        var seated = holders.stream().map(SeatHolder::person).toList();
        seated.forEach(person -> grants.grant(Principals.person(person), id, Relation.SEAT));
        return done(
                referral,
                What.SENT_TO_PANEL,
                seated,
                Map.of(
                        "dueOn",
                        referral.panelDueOn().toString(),
                        "round",
                        referral.panel().round()),
                actor);
    }

    // ---- the panel

    /// Casts the actor's vote, the first or one instead of an unconfirmed one. The panel decides at
    /// once when enough votes agree.
    @Once
    public ReferralResult vote(UUID id, Ballot ballot, Actor actor) {
        var referral = lock(VOTE, id, actor);
        var screening = referral.vote(actor.personId(), ballot, times(referral), clock.instant());
        return voted(referral, screening, What.VOTE_CAST, actor);
    }

    /// Casts a later vote instead of the one that counts.
    @Once
    public ReferralResult changeVote(UUID id, Ballot ballot, Actor actor) {
        var referral = lock(VOTE, id, actor);
        var screening =
                referral.changeVote(actor.personId(), ballot, times(referral), clock.instant());
        return voted(referral, screening, What.VOTE_CHANGED, actor);
    }

    /// Lets the vote from before an answer count again.
    @Once
    public ReferralResult confirmVote(UUID id, Actor actor) {
        var referral = lock(VOTE, id, actor);
        var screening = referral.confirmVote(actor.personId(), times(referral), clock.instant());
        return voted(referral, screening, What.VOTE_CONFIRMED, actor);
    }

    private ReferralResult voted(Referral referral, Screening screening, What what, Actor actor) {
        var seat = referral.panel().find(actor.personId()).orElseThrow().code();
        var round = referral.panel().round();
        tasks.completeFor(referral.id(), BALLOT, round, seat, "VOTED", actor);
        record(referral, what, List.of(), Map.of("seat", seat, "round", round), actor);
        switch (screening) {
            case Screening.Accepted(var level) -> accept(referral, level, actor);
            case Screening.Declined() -> decline(referral, actor);
            case Screening.Open(var split) -> askForSubstitute(referral, split, actor);
            case Screening.MoreNeeded _ -> {}
        }
        return done(referral);
    }

    private void accept(Referral referral, int level, Actor actor) {
        tellBallots(referral, actor);
        var today = London.today(clock);
        var settings = areas.settings(referral.area());
        var opened =
                caseload.accept(
                        referral.caseId(),
                        eligibility(referral, level, today),
                        stated(referral),
                        actor);
        var meeting =
                FirstMeeting.due(
                        situation(opened),
                        today,
                        new FirstMeeting.Limits(
                                settings.firstMeetingDays(level),
                                settings.sentenceDays(),
                                settings.windowMonths()),
                        areas.workingDays(referral.area()),
                        today);
        referral.firstMeeting(meeting);
        record(
                referral,
                What.ACCEPTED,
                concerned(referral),
                Map.of(
                        "level",
                        level,
                        "firstMeetingDueOn",
                        meeting.dueOn().toString(),
                        "rule",
                        meeting.basis().rule().id()),
                actor);
        accepted.fire(
                new ReferralAccepted(
                        referral.id(),
                        referral.decision().id(),
                        referral.person(),
                        referral.caseId(),
                        referral.area(),
                        referral.category(),
                        level,
                        today));
    }

    // used only where no category lasts: 3 and discretionary 4 begin with the acceptance
    private static OpenEligibility eligibility(Referral referral, int level, LocalDate today) {
        var category = Category.of(referral.category());
        var statutory = category == Category.CATEGORY_1 || category == Category.CATEGORY_2;
        return new OpenEligibility(
                category,
                statutory ? Basis.STATUTORY : Basis.DISCRETIONARY,
                Set.of(),
                today,
                referral.agency(),
                Level.of(level),
                new LevelDecision(
                        LevelSetBy.SCREENING, referral.reference(), referral.decision().id()));
    }

    private static StatedFacts stated(Referral referral) {
        var location =
                referral.answered(Section.RELEASE, "location")
                        .map(
                                where ->
                                        switch (where) {
                                            case "CUSTODY" -> Location.PRISON;
                                            case "HOSPITAL" -> Location.HOSPITAL_MHA;
                                            default -> Location.COMMUNITY;
                                        });
        var days = new EnumMap<DateKind, LocalDate>(DateKind.class);
        day(referral, "sentenceDate").ifPresent(day -> days.put(DateKind.SENTENCE, day));
        day(referral, "releaseDate").ifPresent(day -> days.put(DateKind.RELEASE, day));
        return new StatedFacts(location.orElse(null), days);
    }

    private static Situation situation(AcceptedCase accepted) {
        return accepted.held()
                ? new Situation.Detained(accepted.releaseOn().toOptional().orElse(null))
                : new Situation.Community(accepted.sentencedOn().toOptional().orElse(null));
    }

    private static Optional<LocalDate> day(Referral referral, String question) {
        return referral.answered(Section.RELEASE, question).map(LocalDate::parse);
    }

    private void decline(Referral referral, Actor actor) {
        tellBallots(referral, actor);
        record(referral, What.DECLINED, concerned(referral), Map.of(), actor);
    }

    // the engine hears of the ballots that count, in order, and only now (DECISIONS 2)
    private void tellBallots(Referral referral, Actor actor) {
        var panel = referral.panel();
        for (var vote : panel.counted()) {
            outbox.complete(
                    referral.id(),
                    BALLOT,
                    panel.round(),
                    vote.seat(),
                    Map.of("vote", vote.vote().name()));
        }
        tasks.withdrawAll(referral.id(), actor);
    }

    private static List<UUID> concerned(Referral referral) {
        var concerned = new LinkedHashSet<UUID>();
        referral.panel().seats().stream()
                .map(PanelSeat::holder)
                .filter(java.util.Objects::nonNull)
                .forEach(concerned::add);
        return List.copyOf(concerned);
    }

    /// Asks the referrer; the clock stands until they answer, and votes cast must then be
    /// confirmed.
    @Once
    public ReferralResult askForMore(UUID id, AskForMore command, Actor actor) {
        var referral = lock(VOTE, id, actor);
        referral.askForMore(
                actor.personId(),
                command.questions(),
                command.reason(),
                times(referral),
                clock.instant());
        var panel = referral.panel();
        var seat = panel.find(actor.personId()).orElseThrow().code();
        tasks.completeFor(id, BALLOT, panel.round(), seat, "MORE_INFORMATION", actor);
        tasks.withdraw(id, BALLOT, actor);
        tasks.withdraw(id, CHASE_PANEL, actor);
        outbox.message(id, "referral.more-information", Map.of());
        tellClock(referral);
        return done(
                referral,
                What.MORE_ASKED,
                List.of(referral.referrer()),
                Map.of(
                        "seat",
                        seat,
                        "round",
                        panel.round(),
                        "dueOn",
                        referral.answerDueOn().toString()),
                actor);
    }

    /// Answers all open questions; the panel goes on.
    ///
    /// @param answers by id of the question
    @Once
    public ReferralResult answer(UUID id, Map<UUID, String> answers, Actor actor) {
        var referral = lock(WRITE_REFERRAL, id, actor);
        var round = referral.panel().round();
        referral.answer(answers, times(referral), clock.instant());
        tasks.completeFor(id, ANSWER, round, null, "ANSWERED", actor);
        tasks.withdraw(id, CLOSE_OR_EXTEND, actor);
        outbox.complete(id, ANSWER, round, null, Map.of("panelRound", referral.panel().round()));
        tellClock(referral);
        return done(
                referral,
                What.ANSWERED,
                concerned(referral),
                Map.of(
                        "dueOn",
                        referral.panelDueOn().toString(),
                        "round",
                        referral.panel().round()),
                actor);
    }

    /// Leaves the actor's seat because of a conflict of interest: they can no longer read the
    /// referral, nor who it is about.
    @Once
    public ReferralResult declareConflict(UUID id, String reason, Actor actor) {
        var referral = lock(VOTE, id, actor);
        var code = referral.panel().find(actor.personId()).map(PanelSeat::code).orElse("");
        var seat =
                referral.declareConflict(
                        actor.personId(), reason, deputies(referral, code), clock.instant());
        handOver(referral, seat, actor.personId(), actor);
        record(referral, What.CONFLICT_DECLARED, holder(seat), seated(referral, seat), actor);
        if (referral.screening() instanceof Screening.Open(var split)) {
            askForSubstitute(referral, split, actor);
        }
        var result = done(referral); // all is written before the actor loses sight of it
        for (var subject : List.of(id, referral.person(), referral.caseId())) {
            grants.exclude(actor.personId(), subject, "CONFLICT_OF_INTEREST");
        }
        return result;
    }

    /// Gives the seat of somebody who is away to the deputy.
    @Once
    public ReferralResult callDeputy(UUID id, CallDeputy command, Actor actor) {
        var referral = lock(CHECK_REFERRAL, id, actor);
        var before =
                referral.panel().seats().stream()
                        .filter(seat -> seat.code().equals(command.seat()))
                        .findFirst()
                        .map(PanelSeat::holder)
                        .orElse(null);
        var seat =
                referral.callDeputy(
                        command.seat(), command.reason(), deputies(referral, command.seat()));
        handOver(referral, seat, before, actor);
        return done(referral, What.DEPUTY_CALLED, holder(seat), seated(referral, seat), actor);
    }

    /// Fills a seat that nobody could take.
    ///
    /// @throws Invalid if the person may not vote in the area
    @Once
    public ReferralResult nameSubstitute(UUID id, NameSubstitute command, Actor actor) {
        var referral = lock(NAME_SUBSTITUTE, id, actor);
        if (!mayVote(referral.area()).contains(command.person())) {
            throw new Invalid("person", "referral.substitute-no-role");
        }
        var request = referral.panel().substitutesNamed() + 1;
        referral.nameSubstitute(
                command.seat(),
                command.person(),
                actor.personId(),
                Set.copyOf(coordinators(referral)));
        tasks.completeFor(id, FILL_SEAT, request, null, "NAMED", actor);
        var seat = referral.panel().find(command.person()).orElseThrow();
        handOver(referral, seat, null, actor);
        record(referral, What.SUBSTITUTE_NAMED, holder(seat), seated(referral, seat), actor);
        if (referral.screening() instanceof Screening.Open(var split)) {
            askForSubstitute(referral, split, actor);
        }
        return done(referral);
    }

    // a seat is a chair, not a person: its work goes to whoever sits on it now
    private void handOver(Referral referral, PanelSeat seat, @Nullable UUID before, Actor actor) {
        var id = referral.id();
        tasks.reassign(
                id,
                BALLOT,
                referral.panel().round(),
                seat.code(),
                new Assignment(ReferralTasks.audience(referral, seat), seat.holder(), null),
                actor);
        if (before != null) {
            grants.end(Principals.person(before), id, Relation.SEAT);
        }
        if (seat.holder() != null) {
            grants.grant(Principals.person(seat.holder()), id, Relation.SEAT);
        }
    }

    // without a day while the panel waits: then nobody can vote
    private static Map<String, ?> seated(Referral referral, PanelSeat seat) {
        return referral.state() == ReferralState.IN_SCREENING
                ? Map.of(
                        "seat",
                        seat.code(),
                        "dueOn",
                        referral.panelDueOn().toString(),
                        "round",
                        referral.panel().round())
                : Map.of("seat", seat.code());
    }

    private static List<UUID> holder(PanelSeat seat) {
        return seat.holder() == null ? List.of() : List.of(seat.holder());
    }

    private List<UUID> deputies(Referral referral, String seat) {
        return areas.seats(referral.area()).stream()
                .filter(one -> one.code().equals(seat))
                .findFirst()
                .map(mappa.agency.PanelSeat::deputies)
                .orElse(List.of());
    }

    private List<UUID> coordinators(Referral referral) {
        return actors.holders(referral.area(), Role.MAPPA_COORDINATOR);
    }

    private List<UUID> freeCoordinators(Referral referral) {
        var conflicted = referral.panel().conflicted();
        return coordinators(referral).stream()
                .filter(coordinator -> !conflicted.contains(coordinator))
                .toList();
    }

    private Set<UUID> mayVote(String area) {
        var people = new HashSet<UUID>();
        for (var role : VOTE.roles()) {
            people.addAll(actors.holders(area, role));
        }
        return people;
    }

    // R-REF-06: a coordinator names; if each of them has a conflict, the chair of the board
    private void askForSubstitute(Referral referral, boolean split, Actor actor) {
        if (!split) {
            return;
        }
        var panel = referral.panel();
        var free = freeCoordinators(referral);
        var audience = List.of(Principals.role(referral.area(), Role.MAPPA_COORDINATOR));
        if (free.isEmpty()) {
            var chair = areas.smbChair(referral.area());
            if (chair.isPresent()) {
                var principal = Principals.person(chair.get());
                grants.grant(principal, referral.id(), Relation.ESCALATED);
                audience = List.of(principal);
            }
        }
        open(
                referral,
                FILL_SEAT,
                panel.substitutesNamed() + 1,
                "/referrals/" + referral.id() + "/substitute",
                audience,
                actor);
    }

    /// Keeps what a seat that had not voted thinks of the decision.
    @Once
    public ReferralResult recordDifferentView(UUID id, RecordDifferentView command, Actor actor) {
        var referral = lock(VOTE, id, actor);
        referral.recordDifferentView(
                actor.personId(), command.vote(), command.reason(), clock.instant());
        return done(referral, What.DIFFERENT_VIEW_RECORDED, actor);
    }

    /// Reminds the seats that have not voted.
    ///
    /// @throws RuleBroken `REF-11` unless the panel votes
    @Once
    public ReferralResult remindSeats(UUID id, Actor actor) {
        var referral = lock(CHECK_REFERRAL, id, actor);
        if (referral.state() != ReferralState.IN_SCREENING) {
            throw new RuleBroken(ReferralRule.CLOCK, "referral.nobody-to-remind");
        }
        tasks.completeFor(
                id,
                CHASE_PANEL,
                Math.max(1, referral.passed(Deadline.Kind.CHASE_PANEL)),
                null,
                "REMINDED",
                actor);
        return done(
                referral,
                What.SEATS_REMINDED,
                awaited(referral),
                Map.of(
                        "dueOn",
                        referral.panelDueOn().toString(),
                        "askedOn",
                        London.today(clock).toString()),
                actor);
    }

    // ---- the end

    /// Takes it back before a decision.
    @Once
    public ReferralResult withdraw(UUID id, String reason, Actor actor) {
        var referral = lock(WITHDRAW_REFERRAL, id, actor);
        var seated = concerned(referral);
        referral.withdraw(reason, clock.instant());
        end(referral, actor);
        return done(referral, What.WITHDRAWN, seated, Map.of(), actor);
    }

    /// Closes one that nobody went on with.
    @Once
    public ReferralResult expire(UUID id, Actor actor) {
        access.require(CHECK_REFERRAL, id, actor);
        var referral = referrals.lockEvenDraft(id, actor);
        referral.expire(times(referral), clock.instant());
        end(referral, actor);
        return done(referral, What.EXPIRED, List.of(referral.referrer()), Map.of(), actor);
    }

    private void end(Referral referral, Actor actor) {
        tasks.withdrawAll(referral.id(), actor);
        if (referral.submittedAt() != null) {
            outbox.message(referral.id(), "referral.ended", Map.of());
        }
    }

    /// Gives the referrer more time.
    @Once
    public ReferralResult extendAnswer(UUID id, LocalDate until, Actor actor) {
        var referral = lock(CHECK_REFERRAL, id, actor);
        referral.extendAnswer(until, clock.instant());
        tasks.changeDue(id, AMEND, until, ReferralTasks.ANSWER_DUE, actor);
        tasks.changeDue(id, ANSWER, until, ReferralTasks.ANSWER_DUE, actor);
        tasks.completeFor(
                id,
                CLOSE_OR_EXTEND,
                Math.max(1, referral.passed(Deadline.Kind.CLOSE_OR_EXTEND)),
                null,
                "EXTENDED",
                actor);
        tellClock(referral);
        return done(
                referral,
                What.ANSWER_EXTENDED,
                List.of(referral.referrer()),
                Map.of("dueOn", until.toString()),
                actor);
    }

    /// Tells the referrer what was decided and why.
    @Once
    public ReferralResult sendFeedback(UUID id, Feedback feedback, Actor actor) {
        var referral = lock(SEND_FEEDBACK, id, actor);
        referral.sendFeedback(feedback, clock.instant());
        var round = referral.panel().round();
        tasks.completeFor(id, TELL, round, null, "SENT", actor);
        outbox.complete(id, TELL, round, null, Map.of());
        return done(referral, What.FEEDBACK_SENT, List.of(referral.referrer()), Map.of(), actor);
    }

    // ---- the clock

    /// A deadline may have come: whoever must be told is, once for each deadline.
    ///
    /// @return when to ask next; empty if nothing more is due
    public Optional<Instant> passDeadlines(UUID id, Actor actor) {
        var referral = referrals.lock(id, actor);
        var times = times(referral);
        for (var deadline : referral.passDeadlines(times, clock.instant())) {
            act(referral, deadline, actor);
        }
        referrals.flush();
        return referral.nextDeadline(times).map(Deadline::at);
    }

    private void act(Referral referral, Deadline deadline, Actor actor) {
        var detail = Map.of("dueOn", deadline.dueOn().toString());
        var referrer = List.of(referral.referrer());
        switch (deadline.kind()) {
            case REMIND_SEATS ->
                    record(referral, What.SEATS_REMINDED, awaited(referral), detail, actor);
            case CHASE_PANEL -> {
                open(
                        referral,
                        CHASE_PANEL,
                        referral.passed(Deadline.Kind.CHASE_PANEL),
                        "/screening",
                        List.of(Principals.role(referral.area(), Role.MAPPA_COORDINATOR)),
                        actor);
                record(referral, What.PANEL_LATE, freeCoordinators(referral), detail, actor);
            }
            case TELL_SMB_CHAIR ->
                    record(
                            referral,
                            What.CHAIR_TOLD,
                            areas.smbChair(referral.area()).map(List::of).orElse(List.of()),
                            detail,
                            actor);
            case REMIND_REFERRER ->
                    record(referral, What.REFERRER_REMINDED, referrer, detail, actor);
            case CLOSE_OR_EXTEND -> {
                open(
                        referral,
                        CLOSE_OR_EXTEND,
                        referral.passed(Deadline.Kind.CLOSE_OR_EXTEND),
                        "/referrals/" + referral.id(),
                        List.of(Principals.unit(referral.area())),
                        actor);
                record(referral, What.ANSWER_LATE, List.of(), detail, actor);
            }
        }
    }

    private static List<UUID> awaited(Referral referral) {
        return referral.panel().awaited().stream().flatMap(seat -> holder(seat).stream()).toList();
    }

    private void open(
            Referral referral,
            String kind,
            int round,
            String path,
            List<String> audience,
            Actor actor) {
        var details =
                new TaskDetails(
                        referral.area(),
                        referral.caseId(),
                        referral.reference(),
                        path,
                        audience,
                        null,
                        null,
                        London.today(clock),
                        ReferralTasks.AT_ONCE);
        tasks.open(new OpenWork(referral.id(), kind, round, details), actor);
    }

    private void tellClock(Referral referral) {
        var variables = new HashMap<String, @Nullable Object>();
        variables.put(
                "nextDeadlineAt",
                referral.nextDeadline(times(referral)).map(Deadline::at).orElse(null));
        outbox.message(referral.id(), "referral.clock-changed", variables);
    }

    // ---- views

    /// A page of the actor's referrals: own ones, and the area's for its unit.
    ///
    /// @param after what the page before gave as next; null for the first
    public ReferralPage list(ReferralTab tab, @Nullable UUID after, Actor actor) {
        var untouched = untouchedSince(actor);
        var rows = referrals.list(tab, untouched, after, PAGE + 1, actor);
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        var counts = new EnumMap<ReferralTab, Long>(ReferralTab.class);
        for (var one : ReferralTab.values()) {
            counts.put(one, referrals.count(one, untouched, actor));
        }
        consulted("referrals", shown, actor);
        return new ReferralPage(
                shown.stream().map(ReferralSummary::of).toList(),
                counts,
                rows.size() > PAGE ? shown.getLast().id() : null);
    }

    private Instant untouchedSince(Actor actor) {
        var area = actor.area();
        if (area == null || actor.role() == null || !actor.role().isUnit()) {
            return Instant.EPOCH;
        }
        return clock.instant().minus(Duration.ofDays(areas.settings(area).draftDays()));
    }

    /// The actor's own earlier referrals that a new one can copy, last first.
    public List<ReferralSummary> copyable(Actor actor) {
        var own = referrals.sentBy(actor.personId(), actor);
        consulted("own-referrals", own, actor);
        return own.stream().map(ReferralSummary::of).toList();
    }

    /// One referral, as far as everybody with a relation to it may read it.
    public ReferralView view(UUID id, Actor actor) {
        access.require(READ_REFERRAL, id, actor);
        var referral = referrals.get(id, actor);
        consulted("referral", List.of(referral), actor);
        return ReferralView.of(referral, referral.mayExpire(times(referral), clock.instant()));
    }

    /// Whether the actor sits on its panel now; says nothing about the referral itself.
    public boolean holdsSeat(UUID id, Actor actor) {
        return access.relations(id, actor).contains(Relation.SEAT);
    }

    /// Referrals about a person that the actor may see, last first, without drafts.
    public List<ReferralSummary> about(UUID person, Actor actor) {
        var found = referrals.about(person, actor);
        consulted("referrals-of-person", found, actor);
        return found.stream().map(ReferralSummary::of).toList();
    }

    /// Whether a referral about a person is on its way: sent, and not decided or ended. Whoever's
    /// command hangs on it asks in its transaction and tells nothing else of it.
    public boolean isOnItsWay(UUID person, Actor actor) {
        return referrals.about(person, actor).stream()
                .anyMatch(referral -> !referral.state().isOver());
    }

    /// Ids of the same, which says nothing about anybody and so is not logged.
    public List<UUID> idsAbout(UUID person, Actor actor) {
        return referrals.about(person, actor).stream().map(Referral::id).toList();
    }

    /// Whether each seat has voted, and nothing of how: for the unit, and whoever fills a seat.
    public List<SeatProgress> progress(UUID id, Actor actor) {
        var relations = access.relations(id, actor);
        if (!relations.contains(Relation.UNIT) && !relations.contains(Relation.ESCALATED)) {
            throw new NotFound(Referral.class);
        }
        var referral = referrals.get(id, actor);
        consulted("screening-progress", List.of(referral), actor);
        return progress(referral);
    }

    /// Who can be named for an empty seat, by id with name.
    public Map<UUID, String> substitutes(UUID id, Actor actor) {
        access.require(NAME_SUBSTITUTE, id, actor);
        var referral = referrals.get(id, actor);
        var free = mayVote(referral.area());
        free.removeAll(referral.panel().conflicted());
        free.removeIf(referral.panel()::holds);
        return actors.names(free);
    }

    /// What the panel has: for a member the referrals with their seat, for the unit all of its area
    /// with the progress of each seat.
    public ScreeningView screening(Actor actor) {
        var open = referrals.withPanel(actor);
        var decided = referrals.decidedSince(clock.instant().minus(LATELY), actor);
        consulted("screening", open, actor);
        consulted("screening-decided", decided, actor);
        return new ScreeningView(
                open.stream().map(referral -> line(referral, actor)).toList(),
                decided.stream().map(ReferralSummary::of).toList());
    }

    private static ScreeningView.Line line(Referral referral, Actor actor) {
        var role = actor.role();
        return new ScreeningView.Line(
                ReferralSummary.of(referral),
                actor.person() == null
                        ? null
                        : referral.panel()
                                .find(actor.personId())
                                .map(PanelSeat::state)
                                .orElse(null),
                role != null && role.isUnit() ? progress(referral) : List.of(),
                referral.screening() instanceof Screening.Open(var split) && split);
    }

    private static List<SeatProgress> progress(Referral referral) {
        return referral.panel().seats().stream()
                .map(seat -> SeatProgress.of(seat, referral.panel()))
                .toList();
    }

    /// The actor's ballot; votes of others only once they have voted themselves (R-REF-08).
    ///
    /// @throws NotFound if the actor holds no seat on it
    public BallotView ballot(UUID id, Actor actor) {
        access.require(VOTE, id, actor);
        var referral = referrals.get(id, actor);
        var panel = referral.panel();
        var me = actor.personId();
        var seat = panel.find(me).orElseThrow(() -> new NotFound(PanelSeat.class));
        var own =
                panel.votes().stream()
                        .filter(vote -> vote.person().equals(me))
                        .map(vote -> VoteView.of(vote, panel))
                        .toList();
        var sealed =
                !referral.state().isDecided()
                        && own.stream().noneMatch(vote -> vote.vote().isBallot());
        var others =
                sealed
                        ? List.<VoteView>of()
                        : panel.votes().stream()
                                .filter(vote -> !vote.person().equals(me))
                                .map(vote -> VoteView.of(vote, panel))
                                .toList();
        consulted(sealed ? "ballot" : "ballot-with-votes", List.of(referral), actor);
        return new BallotView(
                ReferralView.of(referral, false),
                seat.code(),
                seat.state(),
                own,
                others,
                sealed,
                progress(referral),
                earlier(referral, actor));
    }

    private List<BallotView.Earlier> earlier(Referral referral, Actor actor) {
        if (referral.person() == null) {
            return List.of();
        }
        return referrals.about(referral.person(), actor).stream()
                .filter(other -> !other.id().equals(referral.id()) && other.state().isDecided())
                .map(
                        other ->
                                new BallotView.Earlier(
                                        other.id(),
                                        other.reference(),
                                        decision(other, true, actor)))
                .toList();
    }

    /// What was decided; the referrer reads the outcome and the feedback, never a vote.
    ///
    /// @throws NotFound if the panel has not decided
    public DecisionView decision(UUID id, Actor actor) {
        access.require(READ_DECISION, id, actor);
        var referral = referrals.get(id, actor);
        if (referral.decision() == null) {
            throw new NotFound(ScreeningDecision.class);
        }
        var relations = access.relations(id, actor);
        var votes = relations.contains(Relation.UNIT) || relations.contains(Relation.SEAT);
        consulted(votes ? "decision" : "feedback", List.of(referral), actor);
        return decision(referral, votes && !isReferrer(referral, actor), actor);
    }

    private static boolean isReferrer(Referral referral, Actor actor) {
        return referral.referrer().equals(actor.person());
    }

    private DecisionView decision(Referral referral, boolean votes, Actor actor) {
        var decision = referral.decision();
        var panel = referral.panel();
        var decidedOn = London.dayOf(decision.decidedAt());
        var mine = actor.person() == null ? null : panel.find(actor.personId()).orElse(null);
        return new DecisionView(
                referral.id(),
                referral.reference(),
                referral.version(),
                decision.isAccepted(),
                decision.level(),
                decision.decidedAt(),
                decision.differentViewUntil(),
                votes
                        ? panel.votes().stream().map(vote -> VoteView.of(vote, panel)).toList()
                        : List.of(),
                votes ? panel.counted().stream().map(PanelVote::vote).toList() : List.of(),
                times(referral).left(London.dayOf(referral.sentToPanelAt()), decidedOn),
                referral.panelDueOn(),
                decision.firstMeeting(),
                DecisionView.feedback(decision),
                mine != null
                        && mine.state() != SeatState.VOTED
                        && !London.today(clock).isAfter(decision.differentViewUntil()));
    }

    // ---- common to all

    private Referral lock(Operation operation, UUID id, Actor actor) {
        access.require(operation, id, actor);
        return referrals.lock(id, actor);
    }

    private Timetable times(Referral referral) {
        return new Timetable(
                limits(areas.settings(referral.area())), areas.workingDays(referral.area()));
    }

    private static Limits limits(AreaSettings settings) {
        return new Limits(
                settings.panelDays(),
                settings.urgentPanelDays(),
                settings.panelReminderDays(),
                settings.chaseDays(),
                settings.chairDays(),
                settings.answerDays(),
                settings.answerReminderDay(),
                settings.differentViewDays(),
                settings.draftDays(),
                settings.incompleteDays(),
                settings.referredAgainMonths());
    }

    private void consulted(String view, List<Referral> shown, Actor actor) {
        if (shown.isEmpty()) {
            return;
        }
        var subjects = new LinkedHashSet<UUID>();
        for (var referral : shown) {
            subjects.add(referral.id());
            if (referral.person() != null) {
                subjects.add(referral.person());
            }
        }
        audit.record(actor, new Consulted(view, subjects));
    }

    private void record(
            Referral referral,
            What what,
            List<UUID> recipients,
            Map<String, ?> detail,
            Actor actor) {
        var all = new LinkedHashMap<String, Object>(detail);
        audit.record(actor, ReferralChanged.of(what, referral, recipients, all));
    }

    private ReferralResult done(
            Referral referral,
            What what,
            List<UUID> recipients,
            Map<String, ?> detail,
            Actor actor) {
        record(referral, what, recipients, detail, actor);
        return done(referral);
    }

    private ReferralResult done(Referral referral, What what, Actor actor) {
        return done(referral, what, List.of(), Map.of(), actor);
    }

    private ReferralResult done(Referral referral) {
        referrals.flush();
        return ReferralResult.of(referral);
    }
}
