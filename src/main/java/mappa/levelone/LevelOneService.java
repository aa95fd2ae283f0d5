package mappa.levelone;

import static mappa.identity.Operation.REVIEW_LEVEL_1;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.levelone.LevelOneChanged.What;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.web.Badge;
import org.jspecify.annotations.Nullable;

/// What the lead agency and the unit do with a case at Level 1, and what they read of it.
@ApplicationScoped
@Transactional
public class LevelOneService {

    /// Rows of a page.
    static final int PAGE = 25;

    private final LevelOneStays stays;
    private final LevelOneWatchService watch;
    private final LevelOneWork work;
    private final Agencies agencies;
    private final Actors actors;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    LevelOneService(
            LevelOneStays stays,
            LevelOneWatchService watch,
            LevelOneWork work,
            Agencies agencies,
            Actors actors,
            Access access,
            AuditTrail audit,
            Clock clock) {
        this.stays = stays;
        this.watch = watch;
        this.work = work;
        this.agencies = agencies;
        this.actors = actors;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    static String page(UUID stay) {
        return "/level-1-reviews/" + stay;
    }

    // ---- doing

    /// Records a review that was held; the next one is due from its day on.
    ///
    /// @return the case, for a referral
    /// @throws mappa.rule.Invalid with all that is missing, or cannot be (R-L1-04, R-L1-07)
    @Once
    public UUID review(UUID id, RecordReview command, Actor actor) {
        var stay = mine(id, actor);
        var review =
                new LevelOneReview(
                        stay,
                        command,
                        agencies(stay.area()).stream().map(AgencyView::id).toList(),
                        actor.personId(),
                        London.today(clock),
                        clock.instant());
        stays.add(review);
        work.reviewDone(stay, review.outcome(), actor);
        stay.reviewed(review.heldOn());
        stays.flush();
        watch.due(stay, actor);
        watch.record(
                stay,
                What.REVIEWED,
                List.of(),
                Map.of(
                        "review", review.id(),
                        "outcome", review.outcome(),
                        "inTime", review.isInTime()),
                actor);
        return stay.caseId();
    }

    /// Reports what may ask for more than Level 1 (R-L1-05).
    @Once
    public void report(UUID id, ReportPrompt command, Actor actor) {
        var stay = mine(id, actor);
        watch.prompt(
                stay,
                ReferUpPrompt.reported(
                        stay, command, actor.personId(), London.today(clock), clock.instant()),
                actor);
    }

    /// Says why a prompt asks for nothing.
    ///
    /// @throws mappa.rule.Invalid without a reason
    @Once
    public void dismiss(UUID id, UUID promptId, String reason, Actor actor) {
        var stay = mine(id, actor);
        var prompt = prompt(stay, promptId);
        prompt.dismiss(reason, actor.personId(), clock.instant());
        ended(stay, prompt, What.PROMPT_DISMISSED, actor);
    }

    /// A referral follows from a prompt.
    ///
    /// @return the case that is referred
    @Once
    public UUID follow(UUID id, UUID promptId, Actor actor) {
        var stay = mine(id, actor);
        var prompt = prompt(stay, promptId);
        prompt.end(PromptEnd.REFERRED, actor.personId(), clock.instant());
        ended(stay, prompt, What.PROMPT_FOLLOWED, actor);
        return stay.caseId();
    }

    private void ended(LevelOneStay stay, ReferUpPrompt prompt, What what, Actor actor) {
        work.considered(prompt, prompt.ending().orElseThrow(), actor);
        watch.record(stay, what, List.of(), Map.of("prompt", prompt.id()), actor);
    }

    private LevelOneStay mine(UUID id, Actor actor) {
        access.require(REVIEW_LEVEL_1, id, actor);
        var stay = stays.lock(id);
        stay.requireOpen();
        return stay;
    }

    private ReferUpPrompt prompt(LevelOneStay stay, UUID id) {
        return stays.prompts(stay.caseId()).stream()
                .filter(one -> one.id().equals(id) && one.stayId().equals(stay.id()))
                .findFirst()
                .orElseThrow(() -> new NotFound(ReferUpPrompt.class));
    }

    // ---- reading

    /// A page of the list.
    ///
    /// @param next the last one of this page; null on the last page
    record Page(List<LevelOneView> stays, @Nullable UUID next) {}

    /// Cases at Level 1 that the actor answers for, or the whole area's for the unit: soonest due
    /// first.
    ///
    /// @param after the last one of the page before; null for the first
    Page list(@Nullable UUID after, Actor actor) {
        var rows = stays.list(after, PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var prompts = stays.openPrompts(shown.stream().map(LevelOneStay::id).toList());
        var names = names(shown);
        return new Page(
                shown.stream()
                        .map(
                                one ->
                                        view(
                                                one,
                                                names,
                                                prompts.getOrDefault(one.id(), 0L),
                                                List.of(),
                                                List.of()))
                        .toList(),
                rows.size() > PAGE ? shown.getLast().id() : null);
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    public LevelOneView stay(UUID id, Actor actor) {
        access.require(REVIEW_LEVEL_1, id, actor);
        var stay = stays.get(id);
        audit.record(
                actor, new Consulted("level-one", List.of(id, stay.caseId(), stay.personId())));
        var prompts = prompts(stay.caseId());
        return view(
                stay,
                names(List.of(stay)),
                prompts.stream().filter(one -> one.ending() == null).count(),
                reviews(stay.caseId()),
                prompts);
    }

    /// The area's agencies with whom a plan can be shared.
    List<AgencyView> agencies(UUID id, Actor actor) {
        access.require(REVIEW_LEVEL_1, id, actor);
        return agencies(stays.get(id).area());
    }

    private List<AgencyView> agencies(String area) {
        return agencies.in(area);
    }

    /// What lasts of a case; for those who may see the case.
    public Optional<LevelOneView> open(UUID caseId, Actor actor) {
        return stays.open(caseId)
                .map(
                        one ->
                                view(
                                        one,
                                        names(List.of(one)),
                                        stays.openPrompts(List.of(one.id()))
                                                .getOrDefault(one.id(), 0L),
                                        List.of(),
                                        List.of()));
    }

    List<UUID> ofCase(UUID caseId, Actor actor) {
        return stays.idsOfCase(caseId);
    }

    /// Reviews of a case, the last first; for those who may see the case.
    List<LevelOneView.Review> reviews(UUID caseId, Actor actor) {
        return reviews(caseId);
    }

    private List<LevelOneView.Review> reviews(UUID caseId) {
        var rows = stays.reviews(caseId);
        var names = actors.names(rows.stream().map(LevelOneReview::recordedBy).distinct().toList());
        var agencyNames =
                agencies.names(
                        rows.stream()
                                .flatMap(one -> one.sharedWith().stream())
                                .distinct()
                                .toList());
        return rows.stream()
                .map(
                        one ->
                                new LevelOneView.Review(
                                        one.id(),
                                        one.mode(),
                                        one.heldOn(),
                                        one.isInTime(),
                                        one.tookPart(),
                                        one.evidence(),
                                        one.sharedWith().stream()
                                                .map(agency -> agencyNames.getOrDefault(agency, ""))
                                                .sorted()
                                                .collect(Collectors.joining(", ")),
                                        one.sharedOn(),
                                        one.outcome(),
                                        one.reasons(),
                                        one.recordedAt(),
                                        names.getOrDefault(one.recordedBy(), "")))
                .toList();
    }

    private List<LevelOneView.Prompt> prompts(UUID caseId) {
        var rows = stays.prompts(caseId);
        var names =
                actors.names(
                        rows.stream()
                                .flatMap(
                                        one ->
                                                Stream.concat(
                                                        one.recordedBy().stream(),
                                                        one.endedBy().stream()))
                                .distinct()
                                .toList());
        return rows.stream()
                .map(
                        one ->
                                new LevelOneView.Prompt(
                                        one.id(),
                                        one.kind(),
                                        one.since(),
                                        one.detail().orElse(null),
                                        one.recordedAt(),
                                        one.recordedBy().map(names::get).orElse(null),
                                        one.ending().orElse(null),
                                        one.reason().orElse(null),
                                        one.endedBy().map(names::get).orElse(null)))
                .toList();
    }

    /// Names of owners and lead agencies, by id.
    private Map<UUID, String> names(List<LevelOneStay> rows) {
        var names = actors.names(rows.stream().flatMap(one -> one.owner().stream()).toList());
        names.putAll(agencies.names(rows.stream().flatMap(one -> one.agency().stream()).toList()));
        return names;
    }

    private LevelOneView view(
            LevelOneStay one,
            Map<UUID, String> names,
            long openPrompts,
            List<LevelOneView.Review> reviews,
            List<LevelOneView.Prompt> prompts) {
        return new LevelOneView(
                one.id(),
                one.caseId(),
                one.reference(),
                one.since(),
                one.owner().map(names::get).orElse(null),
                one.agency().map(names::get).orElse(null),
                one.heldOn().orElse(null),
                one.dueOn().orElse(null),
                one.dueOn().map(day -> Badge.due(day, London.today(clock))).orElse(null),
                one.basis(),
                Objects.requireNonNull(one.basis().rule().id()),
                one.isOpen(),
                openPrompts,
                reviews,
                prompts);
    }
}
