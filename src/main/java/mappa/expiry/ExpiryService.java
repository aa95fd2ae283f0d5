package mappa.expiry;

import static mappa.identity.Operation.DECIDE_EXPIRY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mappa.agency.Areas;
import mappa.agency.Seat;
import mappa.agency.Setting;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.Basis;
import mappa.caseload.CaseSituation;
import mappa.caseload.CaseloadService;
import mappa.caseload.Category;
import mappa.caseload.EndReason;
import mappa.caseload.Level;
import mappa.expiry.CategoryExpiry.Asked;
import mappa.expiry.ExpiryChanged.What;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Consequences;
import mappa.identity.Operation;
import mappa.identity.Principals;
import mappa.identity.Role;
import mappa.meeting.ActionService;
import mappa.task.Assignment;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.London;
import mappa.web.Badge;

/// What is decided on categories that end, and what the days ask for.
@ApplicationScoped
@Transactional
public class ExpiryService {

    // work that no process asks for
    static final String DECIDE = "decide-category-expiry";

    private static final String DUE = "expiry.due";

    private final Expiries expiries;
    private final CaseloadService caseload;
    private final ActionService actions;
    private final Areas areas;
    private final Actors actors;
    private final WorkItemService tasks;
    private final Access access;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final Clock clock;

    ExpiryService(
            Expiries expiries,
            CaseloadService caseload,
            ActionService actions,
            Areas areas,
            Actors actors,
            WorkItemService tasks,
            Access access,
            Consequences consequences,
            AuditTrail audit,
            Clock clock) {
        this.expiries = expiries;
        this.caseload = caseload;
        this.actions = actions;
        this.areas = areas;
        this.actors = actors;
        this.tasks = tasks;
        this.access = access;
        this.consequences = consequences;
        this.audit = audit;
        this.clock = clock;
    }

    static String page(UUID expiry) {
        return "/category-expiries/" + expiry;
    }

    // ---- what follows from the case

    /// The facts of a case have changed: the question is asked, asked for another day, or over.
    public void recompute(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    recompute(caseload.situation(caseId, actor), actor);
                    return null;
                });
    }

    private void recompute(CaseSituation of, Actor actor) {
        var known = expiries.open(of.caseId()).map(one -> expiries.lock(one.id()));
        var standing = of.standing();
        if (standing == null || !isAsked(of)) {
            known.ifPresent(one -> close(one, ExpiryOutcome.OVERTAKEN, actor));
            return;
        }
        known.filter(one -> one.category() != standing.category())
                .ifPresent(one -> close(one, ExpiryOutcome.OVERTAKEN, actor));
        var level = standing.level().number();
        var endsOn = Objects.requireNonNull(of.categoryEndsOn());
        var asked = known.filter(CategoryExpiry::isOpen);
        if (asked.isEmpty()) {
            var found = new CategoryExpiry(of, standing.category(), level, endsOn);
            expiries.add(found);
            record(found, What.FOUND, List.of(), Map.of("endsOn", endsOn), actor);
        } else if (asked.get().recompute(level, endsOn)) {
            tasks.withdrawAll(asked.get().id(), actor);
            record(asked.get(), What.MOVED, List.of(), Map.of("endsOn", endsOn), actor);
        }
    }

    private static boolean isAsked(CaseSituation of) {
        var standing = Objects.requireNonNull(of.standing());
        var category = standing.category();
        return standing.level() != Level.LEVEL_1
                && (category == Category.CATEGORY_1 || category == Category.CATEGORY_2)
                && of.categoryEndsOn() != null;
    }

    private void close(CategoryExpiry expiry, ExpiryOutcome outcome, Actor actor) {
        expiry.close(outcome, London.today(clock));
        expiries.flush();
        tasks.withdrawAll(expiry.id(), actor);
        record(expiry, What.CLOSED, List.of(), Map.of("outcome", outcome), actor);
    }

    // ---- what the days ask for

    /// What may be due, in all areas: for the system.
    List<UUID> due(Actor actor) {
        return expiries.due(London.today(clock).plusDays(Setting.EXPIRY_ALERT_DAYS.most()));
    }

    /// Cases whose category ends without anybody having been told: for the system.
    List<UUID> unwatched(Actor actor) {
        var watched = new HashSet<>(expiries.cases());
        return caseload.ending(actor).stream().filter(one -> !watched.contains(one)).toList();
    }

    /// Asks whom the day asks for, or carries out what was decided; again, it changes nothing.
    public void passDays(UUID id, Actor actor) {
        consequences.bringAbout(
                () -> {
                    var expiry = expiries.lock(id);
                    if (expiry.isOpen()) {
                        if (expiry.takesEffect(London.today(clock))) {
                            carryOut(expiry, actor);
                        } else {
                            ask(expiry, actor);
                        }
                    }
                    return null;
                });
    }

    private void ask(CategoryExpiry expiry, Actor actor) {
        var settings = areas.settings(expiry.area());
        var due =
                expiry.due(
                        London.today(clock),
                        settings.expiryAlertDays(),
                        settings.expiryEscalationDays());
        if (due.compareTo(expiry.asked()) <= 0) {
            return;
        }
        var all = actors.holders(expiry.area(), Role.MAPPA_COORDINATOR);
        var first = coordinator(expiry.area(), all);
        if (expiry.asked() == Asked.NOBODY) {
            tasks.open(
                    new OpenWork(expiry.id(), DECIDE, expiry.round(), details(expiry, first)),
                    actor);
            record(
                    expiry,
                    What.ASKED,
                    first.map(List::of).orElse(all),
                    Map.of("endsOn", expiry.endsOn()),
                    actor);
        }
        if (due == Asked.ALL_COORDINATORS) {
            tasks.reassign(
                    expiry.id(),
                    DECIDE,
                    expiry.round(),
                    null,
                    new Assignment(coordinators(expiry.area()), null, null),
                    actor);
            record(
                    expiry,
                    What.ESCALATED,
                    all.stream().filter(one -> !first.equals(Optional.of(one))).toList(),
                    Map.of("endsOn", expiry.endsOn()),
                    actor);
        }
        expiry.asked(due);
    }

    private TaskDetails details(CategoryExpiry expiry, Optional<UUID> first) {
        return new TaskDetails(
                expiry.area(),
                expiry.caseId(),
                expiry.reference(),
                page(expiry.id()),
                first.map(one -> List.of(Principals.person(one)))
                        .orElseGet(() -> coordinators(expiry.area())),
                first.orElse(null),
                null,
                expiry.decideBy(),
                DUE);
    }

    private static List<String> coordinators(String area) {
        return List.of(Principals.role(area, Role.MAPPA_COORDINATOR));
    }

    /// The coordinator of the first seat of the panel; empty where there is none.
    private Optional<UUID> coordinator(String area, List<UUID> coordinators) {
        return areas.seats(area).stream()
                .filter(seat -> seat.code().equals(Seat.COORDINATOR_A.name()))
                .map(seat -> seat.holder())
                .filter(Objects::nonNull)
                .filter(coordinators::contains)
                .findFirst();
    }

    /// One category follows the other without a gap: from the day after the last one (R-CAT-08).
    private void carryOut(CategoryExpiry expiry, Actor actor) {
        var of = caseload.situation(expiry.caseId(), actor);
        var standing = Objects.requireNonNull(of.standing());
        var on = expiry.endsOn().plusDays(1);
        if (on.isBefore(standing.levelSince())) {
            on = standing.levelSince(); // the level lasted beyond a date that was recorded late
        }
        var moves = expiry.choice().orElseThrow() == ExpiryChoice.MOVE;
        // the question first: what the case says next is then nothing new to it
        close(expiry, moves ? ExpiryOutcome.MOVED : ExpiryOutcome.LEFT, actor);
        if (moves) {
            caseload.moveCategory(
                    expiry.caseId(),
                    Category.CATEGORY_3,
                    Basis.DISCRETIONARY,
                    on,
                    standing.leadAgencyId(),
                    actor);
        } else {
            caseload.endEligibility(
                    expiry.caseId(),
                    on,
                    expiry.category() == Category.CATEGORY_1
                            ? EndReason.REGISTRATION_EXPIRED
                            : EndReason.SENTENCE_ENDED,
                    actor);
        }
    }

    // ---- deciding

    /// Decides that the case goes on in Category 3.
    ///
    /// @throws mappa.rule.Invalid with all that its test lacks (R-CAT-04, R-CAT-07)
    @Once
    public void move(UUID id, MoveToCategory3 command, Actor actor) {
        var expiry = mine(id, actor);
        decide(expiry, ExpiryDecision.of(expiry, command), actor);
    }

    /// Decides that the case leaves MAPPA.
    ///
    /// @throws mappa.rule.Invalid without reasons, or while actions are open that nobody takes over
    ///   (R-ACT-08)
    @Once
    public void exit(UUID id, LeaveAtExpiry command, Actor actor) {
        var expiry = mine(id, actor);
        decide(
                expiry,
                ExpiryDecision.of(expiry, command, actions.open(expiry.caseId(), actor)),
                actor);
    }

    private CategoryExpiry mine(UUID id, Actor actor) {
        access.require(DECIDE_EXPIRY, expiries.get(id).caseId(), actor);
        var expiry = expiries.lock(id);
        expiry.requireOpen();
        return expiry;
    }

    private void decide(CategoryExpiry expiry, ExpiryDecision decision, Actor actor) {
        var today = London.today(clock);
        expiries.add(decision.by(actor.personId(), today, clock.instant()));
        expiry.decide(decision.choice(), today);
        tasks.completeFor(
                expiry.id(), DECIDE, expiry.round(), null, decision.choice().name(), actor);
        record(
                expiry,
                What.DECIDED,
                List.of(),
                Map.of("choice", decision.choice(), "inTime", decision.isInTime()),
                actor);
        if (expiry.takesEffect(today)) {
            carryOut(expiry, actor);
        }
    }

    // ---- reading

    /// The board: what ends within the area's days, with what has passed undecided on top.
    public List<ExpiryView> board(Actor actor) {
        var area = actor.areaFor(Operation.LIST_EXPIRIES);
        var today = London.today(clock);
        return expiries.board(today.plusDays(alertDays(area)), today).stream()
                .map(one -> view(one, List.of(), actor))
                .toList();
    }

    private int alertDays(String area) {
        return areas.settings(area).expiryAlertDays();
    }

    /// How many days ahead the area looks.
    public int alertDays(Actor actor) {
        return alertDays(actor.areaFor(Operation.LIST_EXPIRIES));
    }

    /// @throws mappa.rule.NotFound if there is none with that id, or none that the actor may see
    public ExpiryView expiry(UUID id, Actor actor) {
        var expiry = expiries.get(id);
        access.require(DECIDE_EXPIRY, expiry.caseId(), actor);
        audit.record(
                actor,
                new Consulted(
                        "category-expiry",
                        List.of(expiry.id(), expiry.caseId(), expiry.personId())));
        return view(expiry, decisions(id), actor);
    }

    private List<ExpiryView.Decision> decisions(UUID expiry) {
        var rows = expiries.decisions(expiry);
        var names = actors.names(rows.stream().map(ExpiryDecision::decidedBy).distinct().toList());
        return rows.stream()
                .map(
                        one ->
                                new ExpiryView.Decision(
                                        one.choice(),
                                        one.endsOn(),
                                        one.isInTime(),
                                        one.reasons(),
                                        one.harm(),
                                        one.conviction(),
                                        one.handedOver(),
                                        one.decidedAt(),
                                        names.getOrDefault(one.decidedBy(), "")))
                .toList();
    }

    /// What is open of a case; for those who may see the case.
    public Optional<ExpiryView> open(UUID caseId, Actor actor) {
        return expiries.open(caseId).map(one -> view(one, List.of(), actor));
    }

    /// Everything of a case with its decisions, the last first; for those who may see the case.
    List<ExpiryView> ofCase(UUID caseId, Actor actor) {
        return expiries.ofCase(caseId).stream()
                .map(one -> view(one, decisions(one.id()), actor))
                .toList();
    }

    private ExpiryView view(CategoryExpiry one, List<ExpiryView.Decision> decisions, Actor actor) {
        LocalDate today = London.today(clock);
        return new ExpiryView(
                one.id(),
                one.caseId(),
                one.reference(),
                one.category().number(),
                one.level(),
                one.endsOn(),
                one.decideBy(),
                one.endsOn().minusDays(areas.settings(one.area()).expiryEscalationDays()),
                one.choice().orElse(null),
                one.decidedOn().orElse(null),
                one.isOpen() && one.choice().isEmpty() && !today.isBefore(one.endsOn()),
                one.choice().isPresent() ? null : Badge.due(one.decideBy(), today),
                one.outcome().orElse(null),
                actions.open(one.caseId(), actor),
                decisions);
    }

    private void record(
            CategoryExpiry expiry,
            What what,
            List<UUID> recipients,
            Map<String, ?> detail,
            Actor actor) {
        audit.record(actor, ExpiryChanged.of(what, expiry, recipients, detail));
    }
}
