package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.caseload.CasePart;
import mappa.caseload.CaseSummary;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// What meetings show on a case's pages.
@ApplicationScoped
class MeetingsOfCase implements CasePart {

    private final Meetings meetings;
    private final MinutesRegister minutes;
    private final Actors actors;
    private final Clock clock;

    MeetingsOfCase(Meetings meetings, MinutesRegister minutes, Actors actors, Clock clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String heading() {
        return "meeting.case.heading";
    }

    @Override
    public String empty() {
        return "meeting.case.empty";
    }

    @Override
    public List<Item> items(CaseSummary of, Actor actor) {
        var items = new ArrayList<Item>();
        meetings.open(of.id())
                .filter(cycle -> meetings.ahead(cycle.id()).isEmpty())
                .ifPresent(cycle -> items.add(due(cycle, actor)));
        for (var meeting : meetings.ofCase(of.id())) {
            items.add(
                    new Item(
                            MeetingPages.state(meeting.state()),
                            MeetingPages.when(meeting.startsAt()),
                            what(meeting),
                            path(meeting, actor)));
        }
        return items;
    }

    /// An auditor reads what was approved, not the meeting.
    private @Nullable String path(Meeting of, Actor actor) {
        if (!actor.has(Role.AUDITOR)) {
            return "/meetings/" + of.id();
        }
        return minutes.ofMeeting(of.id())
                .filter(Minutes::isApproved)
                .map(one -> "/minutes/" + one.id())
                .orElse(null);
    }

    private Item due(MeetingCycle cycle, Actor actor) {
        var text =
                cycle.dueOn()
                        .map(day -> Said.of("meeting.case.due", Said.weekday(day)))
                        .orElseGet(() -> Said.of("meeting.case.no-limit"));
        var unit = actor.role() != null && actor.role().isUnit();
        return new Item(
                cycle.dueOn().map(day -> Badge.due(day, London.today(clock))).orElse(null),
                Said.of("meeting.case.arrange"),
                text,
                unit ? "/meetings/new/%s".formatted(cycle.caseId()) : null);
    }

    @Override
    public List<Happening> happenings(CaseSummary of, Actor actor) {
        var ended =
                meetings.ofCase(of.id()).stream()
                        .filter(meeting -> meeting.endedAt().isPresent())
                        .toList();
        var chairs = actors.names(ended.stream().map(Meeting::chair).distinct().toList());
        return ended.stream()
                .map(
                        meeting ->
                                new Happening(
                                        meeting.endedAt().orElseThrow(),
                                        EventKind.MEETING,
                                        "%s: %s"
                                                .formatted(
                                                        what(meeting),
                                                        MeetingPages.state(meeting.state()).text()),
                                        chairs.getOrDefault(meeting.chair(), ""),
                                        path(meeting, actor)))
                .toList();
    }

    private static String what(Meeting meeting) {
        return MeetingPages.what(meeting.level(), meeting.type(), meeting.number());
    }

    @Override
    public List<UUID> things(CaseSummary of, Actor actor) {
        var things = new ArrayList<>(meetings.idsOfCase(of.id()));
        things.addAll(minutes.approvedOfCase(of.id()));
        return things;
    }
}
