package mappa.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import mappa.identity.Actor;
import mappa.identity.Operation;
import mappa.web.HomeBlock;
import mappa.web.Said;

/// Roles that wait for a second person, on the home page of whoever can be one.
@ApplicationScoped
class AppointmentHome implements HomeBlock {

    private static final int ROWS = 5;

    private final AppointmentService service;

    AppointmentHome(AppointmentService service) {
        this.service = service;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean concerns(Actor actor) {
        var role = actor.role();
        return role != null && Operation.CONFIRM_APPOINTMENT.allows(role);
    }

    @Override
    public Content content(Actor actor) {
        var waiting = service.toDecide(actor);
        var rows =
                waiting.stream()
                        .limit(ROWS)
                        .map(
                                one ->
                                        new Row(
                                                null,
                                                null,
                                                Said.code("web.role", one.role()),
                                                null,
                                                one.name(),
                                                "/users/" + one.person()))
                        .toList();
        return new Content(
                "appointment.home",
                "appointment.column.name",
                waiting.size(),
                rows,
                "/users?view=to-confirm",
                "appointment.home.empty");
    }
}
