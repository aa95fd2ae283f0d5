package mappa.observation;

import jakarta.enterprise.context.ApplicationScoped;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.web.HomeBlock;
import mappa.web.Said;

/// What a lay adviser observes next, and what the board waits for.
@ApplicationScoped
class ObservationHome implements HomeBlock {

    private static final int MOST_ROWS = 5;

    private final ObservationService service;

    ObservationHome(ObservationService service) {
        this.service = service;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.has(Role.LAY_ADVISER);
    }

    @Override
    public Content content(Actor actor) {
        var open =
                service.log(actor.personId(), actor).observations().stream()
                        .filter(one -> !one.observed() && one.state() != ObservationState.ENDED)
                        .toList();
        return new Content(
                "observation.home.heading",
                "observation.level",
                open.size(),
                open.stream().limit(MOST_ROWS).map(ObservationHome::row).toList(),
                "/observations",
                "observation.home.empty");
    }

    private static Row row(ObservationView of) {
        return new Row(
                ObservationPages.state(of),
                of.day(),
                Said.moment(of.startsAt()),
                null,
                Integer.toString(of.level()),
                "/observations/" + of.id());
    }
}
