package mappa.levelone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Areas;
import mappa.audit.AuditTrail;
import mappa.caseload.CaseSituation;
import mappa.caseload.CaseloadService;
import mappa.caseload.Level;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Consequences;
import mappa.identity.Role;
import mappa.levelone.LevelOneChanged.What;
import mappa.levelone.LevelOneStay.Told;
import mappa.schedule.LevelOneDue;
import mappa.schedule.Stay;
import mappa.time.London;

/// What follows from a case at Level 1 and from the days that pass: when a review is due, who is
/// told, and what prompts the lead agency to refer up.
@ApplicationScoped
@Transactional
public class LevelOneWatchService {

    private final LevelOneStays stays;
    private final LevelOneWork work;
    private final CaseloadService caseload;
    private final Areas areas;
    private final Actors actors;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final Clock clock;

    LevelOneWatchService(
            LevelOneStays stays,
            LevelOneWork work,
            CaseloadService caseload,
            Areas areas,
            Actors actors,
            Consequences consequences,
            AuditTrail audit,
            Clock clock) {
        this.stays = stays;
        this.work = work;
        this.caseload = caseload;
        this.areas = areas;
        this.actors = actors;
        this.consequences = consequences;
        this.audit = audit;
        this.clock = clock;
    }

    /// The facts of a case have changed: Level 1 begins or ends, and the next review is computed
    /// again the same day.
    public void recompute(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    recompute(caseload.situation(caseId, actor), false, actor);
                    return null;
                });
    }

    /// As [#recompute], after the day was corrected on which the level began.
    void correct(UUID caseId, Actor actor) {
        consequences.bringAbout(
                () -> {
                    recompute(caseload.situation(caseId, actor), true, actor);
                    return null;
                });
    }

    private void recompute(CaseSituation of, boolean corrected, Actor actor) {
        var known = stays.open(of.caseId()).map(one -> stays.lock(one.id()));
        var standing = of.standing();
        if (standing == null || standing.level() != Level.LEVEL_1) {
            known.ifPresent(one -> end(one, actor));
            return;
        }
        var stay = known.orElseGet(() -> begin(of, standing.levelSince(), actor));
        if (corrected) {
            stay.began(standing.levelSince());
        }
        var owner = stay.owner().orElse(null);
        var agency = stay.agency().orElse(null);
        if (stay.answeredForBy(of.owner(), standing.leadAgencyId()) || known.isEmpty()) {
            work.passOn(stay, owner, agency, actor);
            openPrompts(stay)
                    .forEach(one -> work.reassign(one.id(), LevelOneWork.CONSIDER, 1, stay, actor));
        }
        due(stay, of, actor);
        backInCustody(of)
                .filter(day -> day.isAfter(stay.since()))
                .filter(day -> isNews(stay, day))
                .ifPresent(
                        day ->
                                prompt(
                                        stay,
                                        ReferUpPrompt.backInCustody(stay, day, clock.instant()),
                                        actor));
    }

    private LevelOneStay begin(CaseSituation of, LocalDate since, Actor actor) {
        var stay = new LevelOneStay(of, since);
        stays.add(stay);
        record(stay, What.BEGUN, List.of(), Map.of("since", since), actor);
        return stay;
    }

    private void end(LevelOneStay stay, Actor actor) {
        for (var prompt : openPrompts(stay)) {
            prompt.end(PromptEnd.OVERTAKEN, actor.person(), clock.instant());
            work.withdrawAll(prompt.id(), actor);
        }
        stay.end(London.today(clock));
        stays.flush();
        work.withdrawAll(stay.id(), actor);
        record(stay, What.ENDED, List.of(), Map.of(), actor);
    }

    private List<ReferUpPrompt> openPrompts(LevelOneStay stay) {
        return stays.prompts(stay.caseId()).stream()
                .filter(one -> one.stayId().equals(stay.id()) && one.ending().isEmpty())
                .toList();
    }

    /// Computes when the next review is due, in the transaction of what changed it.
    void due(LevelOneStay stay, Actor actor) {
        consequences.bringAbout(
                () -> {
                    due(stay, caseload.situation(stay.caseId(), actor), actor);
                    return null;
                });
    }

    private void due(LevelOneStay stay, CaseSituation of, Actor actor) {
        var settings = areas.settings(stay.area());
        var due =
                LevelOneDue.of(
                        new LevelOneDue.Facts(
                                stay.since(),
                                of.stays(),
                                of.releaseOn().toOptional().orElse(null),
                                stay.heldOn().orElse(null)),
                        new LevelOneDue.Limits(
                                settings.levelOneReviewDays(),
                                settings.windowMonths(),
                                settings.levelOneNoticeDays()),
                        areas.workingDays(stay.area()));
        if (stay.due(due, London.today(clock))) {
            stays.flush();
            work.reviewMoved(stay, actor);
            var detail = new HashMap<String, Object>();
            stay.dueOn().ifPresent(day -> detail.put("dueOn", day));
            detail.put("rule", stay.basis().rule().id());
            record(stay, What.DUE_CHANGED, List.of(), detail, actor);
        }
    }

    /// The first day of a stay in custody or hospital that lasts; from prison to hospital is one.
    private static Optional<LocalDate> backInCustody(CaseSituation of) {
        var lasting = of.stays().stream().filter(one -> one.to() == null).findFirst();
        return lasting.map(
                one -> {
                    var first = one.from();
                    for (var before = before(of, first);
                            before.isPresent();
                            before = before(of, first)) {
                        first = before.get().from();
                    }
                    return first;
                });
    }

    private static Optional<Stay> before(CaseSituation of, LocalDate day) {
        return of.stays().stream()
                .filter(one -> day.equals(one.to()) && one.from().isBefore(day))
                .findFirst();
    }

    private boolean isNews(LevelOneStay stay, LocalDate day) {
        return stays.prompts(stay.caseId()).stream()
                .noneMatch(
                        one -> one.kind() == PromptKind.BACK_IN_CUSTODY && one.since().equals(day));
    }

    /// Keeps a prompt and asks those who answer for the case.
    void prompt(LevelOneStay stay, ReferUpPrompt prompt, Actor actor) {
        consequences.bringAbout(
                () -> {
                    stays.add(prompt);
                    work.askToConsider(stay, prompt, actor);
                    record(
                            stay,
                            What.PROMPTED,
                            work.people(stay).stream()
                                    .filter(one -> !Objects.equals(one, actor.person()))
                                    .toList(),
                            Map.of("prompt", prompt.id(), "kind", prompt.kind()),
                            actor);
                    return null;
                });
    }

    // ---- what the days ask for

    /// Those of which somebody may have to be told, in all areas: for the system.
    List<UUID> asked(Actor actor) {
        return stays.asked(London.today(clock));
    }

    /// Cases at Level 1 that nobody watches yet: for the system.
    List<UUID> unwatched(Actor actor) {
        var watched = new HashSet<>(stays.cases());
        return caseload.atLevelOne(actor).stream().filter(one -> !watched.contains(one)).toList();
    }

    /// Asks for the review, reminds of it, says that it is late: each once for a due day.
    public void passDays(UUID id, Actor actor) {
        consequences.bringAbout(
                () -> {
                    var stay = stays.lock(id);
                    var days = areas.settings(stay.area()).levelOneReminderDays();
                    var tell = stay.tell(London.today(clock), days);
                    if (stay.isOpen() && tell.compareTo(stay.told()) > 0) {
                        work.askForReview(stay, actor);
                        stay.told(tell);
                        tell(stay, tell, actor);
                    }
                    return null;
                });
    }

    private void tell(LevelOneStay stay, Told what, Actor actor) {
        var people = work.people(stay);
        switch (what) {
            case NOTHING -> {}
            case DUE -> record(stay, What.REVIEW_DUE, people, Map.of(), actor);
            case REMINDED -> record(stay, What.REVIEW_REMINDED, people, Map.of(), actor);
            case LATE -> {
                var unit = actors.holders(stay.area(), Role.MAPPA_COORDINATOR);
                var all = Stream.concat(people.stream(), unit.stream()).distinct().toList();
                record(stay, What.REVIEW_LATE, all, Map.of(), actor);
            }
        }
    }

    void record(
            LevelOneStay stay, What what, List<UUID> people, Map<String, ?> detail, Actor actor) {
        audit.record(actor, LevelOneChanged.of(what, stay, people, detail));
    }
}
