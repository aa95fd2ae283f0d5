package mappa.meeting;

import static mappa.identity.Operation.READ_RECORD;
import static mappa.identity.Operation.RUN_MEETING;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mappa.file.FileHolder;
import mappa.file.HoldingRecord;
import mappa.identity.Access;
import mappa.identity.Actor;

/// Files on which a meeting's decisions stand: part of its record, and fixed with it.
@ApplicationScoped
class MeetingFiles implements FileHolder {

    static final String NAME = "meetings";

    /// Where they are shown.
    static final RecordSection SECTION = RecordSection.LEVEL;

    private final Meetings meetings;
    private final Access access;

    MeetingFiles(Meetings meetings, Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public HoldingRecord read(UUID id, Actor actor) {
        access.require(READ_RECORD, id, actor);
        return of(meetings.get(id), actor);
    }

    @Override
    public HoldingRecord add(UUID id, Actor actor) {
        access.require(RUN_MEETING, id, actor);
        var meeting = meetings.lockMeeting(id);
        meeting.requireState(MeetingState.STARTED);
        return of(meeting, actor);
    }

    @Override
    public HoldingRecord withdraw(UUID id, Instant addedAt, Actor actor) {
        return add(id, actor);
    }

    static List<UUID> subjects(Meeting meeting) {
        return List.of(meeting.id(), meeting.personId(), meeting.caseId());
    }

    private HoldingRecord of(Meeting meeting, Actor actor) {
        return new HoldingRecord(
                meeting.reference(),
                meeting.area(),
                subjects(meeting),
                meeting.state() == MeetingState.STARTED
                        && access.allows(RUN_MEETING, meeting.id(), actor),
                "/meetings/%s/record/%s".formatted(meeting.id(), SECTION.path()));
    }
}
