package mappa.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import mappa.document.Block;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.meeting.MeetingObservers;
import mappa.meeting.MinutesSource;
import mappa.meeting.RecordSection;
import mappa.web.Said;

/// Who watches a meeting and why, where those who meet read it: nobody is watched unawares.
@ApplicationScoped
class AnnouncedObservers implements MeetingObservers, MinutesSource {

    private final Observations observations;
    private final Actors actors;

    AnnouncedObservers(Observations observations, Actors actors) {
        this.observations = observations;
        this.actors = actors;
    }

    @Override
    public List<Observer> of(UUID meeting, Actor actor) {
        var found = observations.announced(meeting);
        var names = actors.names(found.stream().map(Observation::layAdviser).toList());
        return found.stream()
                .map(one -> new Observer(names.getOrDefault(one.layAdviser(), ""), one.purpose()))
                .toList();
    }

    @Override
    public RecordSection section() {
        return RecordSection.ATTENDANCE;
    }

    @Override
    public List<Block> blocks(UUID meetingId, Actor actor) {
        return of(meetingId, actor).stream()
                .map(
                        one ->
                                Block.text(
                                        Said.of(
                                                "observation.in-minutes",
                                                one.name(),
                                                one.purpose())))
                .toList();
    }
}
