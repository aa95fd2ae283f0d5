package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import mappa.file.FileHolder;
import mappa.file.HoldingRecord;
import mappa.identity.Actor;
import mappa.rule.RuleBroken;

/// Files that an agency sends with what it knows. Like its answers they are added to and never
/// changed: one can be withdrawn as long as nothing was sent since (R-MTG-10).
@ApplicationScoped
class ReturnFiles implements FileHolder {

    static final String NAME = "agency-returns";

    private final InvitationAccess invitations;

    ReturnFiles(InvitationAccess invitations) {
        this.invitations = invitations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public HoldingRecord read(UUID id, Actor actor) {
        return of(invitations.readable(id, actor), id, actor);
    }

    @Override
    public HoldingRecord add(UUID id, Actor actor) {
        return of(open(id, actor), id, actor);
    }

    private Meeting open(UUID id, Actor actor) {
        var meeting = invitations.own(id, actor);
        if (meeting.state() == MeetingState.CALLED_OFF) {
            throw new RuleBroken(MeetingRule.RETURN, "meeting.called-off");
        }
        return meeting;
    }

    @Override
    public HoldingRecord withdraw(UUID id, Instant addedAt, Actor actor) {
        var meeting = open(id, actor);
        var sent = meeting.invitationOf(id).returns();
        var isSent = !sent.isEmpty() && !sent.getLast().sentAt().isBefore(addedAt);
        if (isSent || !meeting.state().isAhead()) {
            throw new RuleBroken(MeetingRule.RETURN, "meeting.file-sent");
        }
        return of(meeting, id, actor);
    }

    private HoldingRecord of(Meeting meeting, UUID invitation, Actor actor) {
        return new HoldingRecord(
                meeting.reference(),
                meeting.area(),
                MeetingFiles.subjects(meeting),
                meeting.state() != MeetingState.CALLED_OFF
                        && invitations.isOwn(meeting, invitation, actor),
                "/agency-returns/" + invitation);
    }
}
