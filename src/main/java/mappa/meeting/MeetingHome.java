package mappa.meeting;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.HomeBlock;
import mappa.web.Said;

/// What the home page says about meetings: what must be arranged, and what comes next.
class MeetingHome {

    private static final int MOST_ROWS = 5;
    private static final Duration SOON = Duration.ofDays(28);

    private final MeetingService service;
    private final Actors actors;
    private final Clock clock;

    MeetingHome(MeetingService service, Actors actors, Clock clock) {
        this.service = service;
        this.actors = actors;
        this.clock = clock;
    }

    @Produces
    @Singleton
    HomeBlock toArrange() {
        return new Block(
                10, actor -> actor.role() != null && actor.role().isUnit(), this::toArrange);
    }

    @Produces
    @Singleton
    HomeBlock next() {
        return new Block(
                15,
                actor -> actor.role() != null && Operation.LIST_MEETINGS.allows(actor.role()),
                this::next);
    }

    private HomeBlock.Content toArrange(Actor actor) {
        var waiting = service.waiting(MOST_ROWS, actor);
        var today = London.today(clock);
        return new HomeBlock.Content(
                "meeting.home.due",
                "meeting.home.level",
                Math.toIntExact(waiting.all()),
                waiting.soonest().stream()
                        .map(
                                cycle ->
                                        new HomeBlock.Row(
                                                Badge.due(cycle.dueOn(), today),
                                                cycle.dueOn(),
                                                Said.of("meeting.home.arrange"),
                                                cycle.reference(),
                                                Said.of("meeting.home.level-is", cycle.level()),
                                                "/meetings/new/%s".formatted(cycle.caseId())))
                        .toList(),
                "/calendar?view=due",
                "meeting.home.due-empty");
    }

    private HomeBlock.Content next(Actor actor) {
        var now = clock.instant();
        var ahead =
                service.between(now.minus(Duration.ofHours(12)), now.plus(SOON), actor).stream()
                        .filter(meeting -> meeting.state().isAhead())
                        .toList();
        var shown = ahead.subList(0, Math.min(MOST_ROWS, ahead.size()));
        var chairs = actors.names(shown.stream().map(CalendarEntry::chair).distinct().toList());
        return new HomeBlock.Content(
                "meeting.home.next",
                "meeting.list.chair",
                ahead.size(),
                shown.stream()
                        .map(
                                meeting ->
                                        new HomeBlock.Row(
                                                MeetingPages.state(meeting.state()),
                                                meeting.day(),
                                                "%s, %s"
                                                        .formatted(
                                                                MeetingPages.when(
                                                                        meeting.startsAt()),
                                                                MeetingPages.what(meeting)),
                                                meeting.reference(),
                                                chairs.get(meeting.chair()),
                                                "/meetings/" + meeting.id()))
                        .toList(),
                "/meetings",
                "meeting.home.next-empty");
    }

    private record Block(
            int order, Predicate<Actor> isFor, Function<Actor, HomeBlock.Content> shown)
            implements HomeBlock {
        @Override
        public boolean concerns(Actor actor) {
            return isFor.test(actor);
        }

        @Override
        public Content content(Actor actor) {
            return shown.apply(actor);
        }
    }
}
