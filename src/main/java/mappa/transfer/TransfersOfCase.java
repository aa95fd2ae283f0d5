package mappa.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.agency.Areas;
import mappa.caseload.CasePart;
import mappa.caseload.CaseSummary;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.web.Said;

/// What a case's pages say of its transfers: offered, given to another area, come from one.
@ApplicationScoped
class TransfersOfCase implements CasePart {

    private final Transfers transfers;
    private final Areas areas;
    private final Access access;

    TransfersOfCase(Transfers transfers, Areas areas, Access access) {
        this.transfers = transfers;
        this.areas = areas;
        this.access = access;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String heading() {
        return "transfer.case.heading";
    }

    @Override
    public String empty() {
        return "transfer.case.empty";
    }

    @Override
    public List<Item> items(CaseSummary of, Actor actor) {
        var items = new ArrayList<Item>();
        var found = transfers.ofCase(of.id());
        found.forEach(one -> items.add(item(one, of)));
        if (found.stream().noneMatch(one -> one.state() == TransferState.OFFERED)
                && access.allows(Operation.OFFER_TRANSFER, of.id(), actor)) {
            items.add(
                    new Item(
                            null, Said.of("transfer.case.offer"), "", "/transfers/new/" + of.id()));
        }
        return items;
    }

    private Item item(Transfer one, CaseSummary of) {
        var came = !one.caseId().equals(of.id());
        var text =
                switch (one.state()) {
                    case OFFERED ->
                            Said.of(
                                    "transfer.case.offered",
                                    name(one.toArea()),
                                    Said.weekday(one.answerDueOn()));
                    case ACCEPTED ->
                            Said.of(
                                    came ? "transfer.case.came" : "transfer.case.gone",
                                    name(came ? one.area() : one.toArea()),
                                    Said.day(one.takenOn().orElseThrow()));
                    case DECLINED -> Said.of("transfer.case.declined", name(one.toArea()));
                    case RECALLED, LAPSED -> Said.of("transfer.case.ended", name(one.toArea()));
                };
        return new Item(null, Said.of("transfer.case.one"), text, TransferSteps.page(one.id()));
    }

    private String name(String area) {
        return areas.names().getOrDefault(area, area);
    }

    @Override
    public List<Happening> happenings(CaseSummary of, Actor actor) {
        return transfers.ofCase(of.id()).stream()
                .map(
                        one ->
                                new Happening(
                                        one.answeredAt().orElse(one.offeredAt()),
                                        EventKind.CASE,
                                        item(one, of).text(),
                                        null,
                                        TransferSteps.page(one.id())))
                .toList();
    }

    @Override
    public List<UUID> things(CaseSummary of, Actor actor) {
        return transfers.ofCase(of.id()).stream().map(Transfer::id).toList();
    }
}
