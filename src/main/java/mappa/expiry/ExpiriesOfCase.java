package mappa.expiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import mappa.caseload.CasePart;
import mappa.caseload.CaseSummary;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.web.Said;

/// What a case's pages say of the end of its category.
@ApplicationScoped
class ExpiriesOfCase implements CasePart {

    private final ExpiryService service;

    ExpiriesOfCase(ExpiryService service) {
        this.service = service;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String heading() {
        return "expiry.case.heading";
    }

    @Override
    public String empty() {
        return "expiry.case.empty";
    }

    @Override
    public List<Item> items(CaseSummary of, Actor actor) {
        var decides = actor.role() != null && Operation.DECIDE_EXPIRY.allows(actor.role());
        return service.ofCase(of.id(), actor).stream()
                .filter(one -> one.outcome() != ExpiryOutcome.OVERTAKEN)
                .map(
                        one ->
                                new Item(
                                        one.outcome() == null ? one.due() : null,
                                        Said.of(
                                                "expiry.case.ends",
                                                one.category(),
                                                Said.day(one.endsOn())),
                                        one.choice() == null
                                                ? Said.of("expiry.undecided")
                                                : Said.of("expiry.choice." + one.choice()),
                                        decides ? one.path() : null))
                .toList();
    }

    @Override
    public List<Happening> happenings(CaseSummary of, Actor actor) {
        return service.ofCase(of.id(), actor).stream()
                .flatMap(
                        one ->
                                one.decisions().stream()
                                        .map(
                                                decision ->
                                                        new Happening(
                                                                decision.at(),
                                                                EventKind.CATEGORY,
                                                                Said.of(
                                                                        "expiry.case.decided",
                                                                        one.category(),
                                                                        Said.day(decision.endsOn()),
                                                                        Said.of(
                                                                                "expiry.choice."
                                                                                        + decision
                                                                                                .choice()),
                                                                        decision.reasons()),
                                                                decision.by(),
                                                                null)))
                .toList();
    }

    @Override
    public List<UUID> things(CaseSummary of, Actor actor) {
        return service.ofCase(of.id(), actor).stream().map(ExpiryView::id).toList();
    }
}
