package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import mappa.document.Block;
import mappa.identity.Actor;
import mappa.web.Said;

/// The agencies asked to a meeting and what they answered.
@ApplicationScoped
class AgenciesInMinutes implements MinutesSource {

    private final Meetings meetings;
    private final MeetingSteps steps;

    AgenciesInMinutes(Meetings meetings, MeetingSteps steps) {
        this.meetings = meetings;
        this.steps = steps;
    }

    @Override
    public RecordSection section() {
        return RecordSection.ATTENDANCE;
    }

    @Override
    public List<Block> blocks(UUID meetingId, Actor actor) {
        var rows =
                steps.view(meetings.get(meetingId)).invitations().stream()
                        .map(AgenciesInMinutes::row)
                        .toList();
        return List.of(
                Block.table(
                        Said.of("meeting.minutes.agencies"),
                        List.of(
                                Said.of("meeting.invitations.agency"),
                                Said.of("meeting.minutes.who"),
                                Said.of("meeting.invitations.answer"),
                                Said.of("meeting.invitations.return")),
                        rows));
    }

    private static List<String> row(InvitationView of) {
        var deputy = of.deputyName();
        var who =
                deputy != null
                        ? deputy + ", " + of.grade()
                        : of.person() == null ? Said.of("web.not-recorded") : of.person();
        return List.of(
                of.agency(),
                who,
                of.answer() == null
                        ? Said.of("meeting.not-answered")
                        : Said.code("meeting.answer", of.answer()),
                Said.of(of.returned() ? "meeting.minutes.returned" : "meeting.not-returned"));
    }
}
