package mappa.levelone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Spocs;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.task.Assignment;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Who is asked about a case at Level 1: its owner, or where it has none those who speak for the
/// lead agency, or where none is recorded the unit.
@ApplicationScoped
class LevelOneWork {

    // work that no process asks for
    static final String REVIEW = "hold-level-1-review";
    static final String CONSIDER = "consider-referring-up";
    static final String END = "end-after-level-1-review";

    private final WorkItemService tasks;
    private final Spocs spocs;
    private final Actors actors;
    private final Grants grants;
    private final Clock clock;

    LevelOneWork(WorkItemService tasks, Spocs spocs, Actors actors, Grants grants, Clock clock) {
        this.tasks = tasks;
        this.spocs = spocs;
        this.actors = actors;
        this.grants = grants;
        this.clock = clock;
    }

    /// Accounts of those who answer for the case.
    List<UUID> people(LevelOneStay stay) {
        return stay.owner()
                .map(List::of)
                .orElseGet(() -> stay.agency().map(this::spokespeople).orElse(List.of()));
    }

    private List<UUID> spokespeople(UUID agency) {
        var contacts = spocs.of(agency, London.today(clock));
        var named = Stream.of(contacts.spoc(), contacts.deputy()).filter(Objects::nonNull).toList();
        return named.isEmpty() ? actors.appointedFor(agency, Role.AGENCY_SPOC) : named;
    }

    private List<String> audience(LevelOneStay stay) {
        var people = people(stay);
        return people.isEmpty()
                ? List.of(Principals.unit(stay.area()))
                : people.stream().map(Principals::person).toList();
    }

    private @Nullable UUID agency(LevelOneStay stay) {
        return stay.owner().isEmpty() ? stay.agency().orElse(null) : null;
    }

    /// Lets those who answer for the case see its reviews; nobody else any more.
    ///
    /// @param owner and `agency`: who answered for it before
    void passOn(LevelOneStay stay, @Nullable UUID owner, @Nullable UUID agency, Actor actor) {
        if (owner != null) {
            grants.end(Principals.person(owner), stay.id(), Relation.OWNER);
        }
        if (agency != null) {
            grants.end(Principals.agency(agency), stay.id(), Relation.RESPONSIBLE);
        }
        allow(stay);
        reassign(stay.id(), REVIEW, stay.round(), stay, actor);
    }

    void reassign(UUID thing, String kind, int round, LevelOneStay stay, Actor actor) {
        tasks.reassign(
                thing,
                kind,
                round,
                null,
                new Assignment(audience(stay), stay.owner().orElse(null), agency(stay)),
                actor);
    }

    private void allow(LevelOneStay stay) {
        grants.grant(Principals.unit(stay.area()), stay.id(), Relation.UNIT);
        stay.owner()
                .ifPresentOrElse(
                        one -> grants.grant(Principals.person(one), stay.id(), Relation.OWNER),
                        () ->
                                stay.agency()
                                        .ifPresent(
                                                one ->
                                                        grants.grant(
                                                                Principals.agency(one),
                                                                stay.id(),
                                                                Relation.RESPONSIBLE)));
    }

    void askForReview(LevelOneStay stay, Actor actor) {
        tasks.open(
                new OpenWork(
                        stay.id(),
                        REVIEW,
                        stay.round(),
                        new TaskDetails(
                                stay.area(),
                                stay.caseId(),
                                stay.reference(),
                                LevelOneService.page(stay.id()),
                                audience(stay),
                                stay.owner().orElse(null),
                                agency(stay),
                                stay.dueOn().orElse(null),
                                basis(stay))),
                actor);
    }

    private static String basis(LevelOneStay stay) {
        return "levelone.due." + stay.basis().name().toLowerCase(Locale.ROOT);
    }

    /// The due day moved: the open work moves along, or is asked for again later.
    void reviewMoved(LevelOneStay stay, Actor actor) {
        if (stay.told() == LevelOneStay.Told.NOTHING) {
            tasks.withdraw(stay.id(), REVIEW, actor);
        } else {
            tasks.changeDue(stay.id(), REVIEW, stay.dueOn().orElse(null), basis(stay), actor);
        }
    }

    void reviewDone(LevelOneStay stay, ReviewOutcome outcome, Actor actor) {
        tasks.completeFor(stay.id(), REVIEW, stay.round(), null, outcome.name(), actor);
        if (outcome == ReviewOutcome.EXIT) {
            tasks.open(
                    new OpenWork(
                            stay.id(),
                            END,
                            stay.round(),
                            new TaskDetails(
                                    stay.area(),
                                    stay.caseId(),
                                    stay.reference(),
                                    "/cases/%s/levels/end".formatted(stay.caseId()),
                                    List.of(Principals.unit(stay.area())),
                                    null,
                                    null,
                                    null,
                                    null)),
                    actor);
        }
    }

    void askToConsider(LevelOneStay stay, ReferUpPrompt prompt, Actor actor) {
        tasks.open(
                new OpenWork(
                        prompt.id(),
                        CONSIDER,
                        1,
                        new TaskDetails(
                                stay.area(),
                                stay.caseId(),
                                stay.reference(),
                                LevelOneService.page(stay.id()),
                                audience(stay),
                                stay.owner().orElse(null),
                                agency(stay),
                                null,
                                null)),
                actor);
    }

    void considered(ReferUpPrompt prompt, PromptEnd ending, Actor actor) {
        tasks.completeFor(prompt.id(), CONSIDER, 1, null, ending.name(), actor);
    }

    void withdrawAll(UUID thing, Actor actor) {
        tasks.withdrawAll(thing, actor);
    }
}
