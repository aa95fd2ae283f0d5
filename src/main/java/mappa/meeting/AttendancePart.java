package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.agency.AgencyPart;
import mappa.identity.Actor;
import mappa.web.Badge;
import mappa.web.Said;

/// What the page of an agency says of its attendance (S-80).
@ApplicationScoped
class AttendancePart implements AgencyPart {

    private final AbsenceService service;

    AttendancePart(AbsenceService service) {
        this.service = service;
    }

    @Override
    public String heading() {
        return "meeting.attendance-of.title";
    }

    @Override
    public String empty() {
        return "meeting.attendance-of.empty";
    }

    @Override
    public List<Item> items(UUID agency, Actor actor) {
        var of = service.of(agency, actor);
        if (of.asked() == 0) {
            return List.of();
        }
        var items = new ArrayList<Item>();
        items.add(
                new Item(
                        null,
                        Said.of("meeting.attendance-of.there", of.there(), of.asked()),
                        AbsenceService.page(agency)));
        if (of.since() != null) {
            items.add(
                    new Item(
                            new Badge(
                                    Said.of("meeting.attendance-of.absent", of.inARow()),
                                    of.inARow() >= of.toManager() ? "red" : "yellow"),
                            Said.of("meeting.attendance-of.since", Said.day(of.since())),
                            null));
        }
        return items;
    }
}
