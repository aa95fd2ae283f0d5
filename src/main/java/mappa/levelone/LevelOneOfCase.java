package mappa.levelone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.caseload.CasePart;
import mappa.caseload.CaseSummary;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.web.Badge;
import mappa.web.Said;

/// What a case's pages say of its reviews at Level 1, with their evidence (R-L1-07).
@ApplicationScoped
class LevelOneOfCase implements CasePart {

    private final LevelOneService service;

    LevelOneOfCase(LevelOneService service) {
        this.service = service;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public String heading() {
        return "levelone.case.heading";
    }

    @Override
    public String empty() {
        return "levelone.case.empty";
    }

    @Override
    public List<Item> items(CaseSummary of, Actor actor) {
        var items = new ArrayList<Item>();
        service.open(of.id(), actor)
                .ifPresent(
                        one ->
                                items.add(
                                        new Item(
                                                one.due(),
                                                Said.of("levelone.case.next"),
                                                one.dueOn() == null
                                                        ? Said.of("levelone.no-day")
                                                        : Said.day(one.dueOn()),
                                                reviews(actor) ? one.path() : null)));
        for (var review : service.reviews(of.id(), actor)) {
            items.add(
                    new Item(
                            new Badge(Said.of("levelone.outcome." + review.outcome()), "grey"),
                            Said.day(review.heldOn()),
                            Said.of(
                                    "levelone.case.review",
                                    Said.of("levelone.mode." + review.mode()),
                                    review.evidence()),
                            null));
        }
        return items;
    }

    private static boolean reviews(Actor actor) {
        return actor.role() != null && Operation.REVIEW_LEVEL_1.allows(actor.role());
    }

    @Override
    public List<Happening> happenings(CaseSummary of, Actor actor) {
        return service.reviews(of.id(), actor).stream()
                .map(
                        one ->
                                new Happening(
                                        one.at(),
                                        EventKind.LEVEL,
                                        Said.of(
                                                "levelone.case.held",
                                                Said.day(one.heldOn()),
                                                Said.of("levelone.outcome." + one.outcome())),
                                        one.by(),
                                        null))
                .toList();
    }

    @Override
    public List<UUID> things(CaseSummary of, Actor actor) {
        return service.ofCase(of.id(), actor);
    }
}
