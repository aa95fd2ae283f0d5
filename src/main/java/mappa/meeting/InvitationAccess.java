package mappa.meeting;

import static mappa.identity.Operation.ANSWER_INVITATION;
import static mappa.identity.Operation.ARRANGE_MEETING;
import static mappa.identity.Operation.READ_MEETING;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Relation;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;

/// Who may see and answer which invitation: an agency its own, those who run the meeting all.
@ApplicationScoped
class InvitationAccess {

    private final Meetings meetings;
    private final Access access;

    InvitationAccess(Meetings meetings, Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    /// The meeting of an invitation that the actor may see.
    ///
    /// @throws NotFound if there is none, or none that the actor may see
    Meeting readable(UUID id, Actor actor) {
        var meeting = meetings.get(meetings.ofInvitation(id));
        access.require(READ_MEETING, meeting.id(), actor);
        refuseOtherAgency(meeting, id, actor);
        return meeting;
    }

    /// The same for an answer; others on the same meeting wait until it has committed.
    Meeting own(UUID id, Actor actor) {
        var meeting = meetings.lockMeeting(meetings.ofInvitation(id));
        access.require(ANSWER_INVITATION, meeting.id(), actor);
        refuseOtherAgency(meeting, id, actor);
        return meeting;
    }

    /// A meeting that is still to be held, for the unit that asks the agencies.
    ///
    /// @throws RuleBroken `MTG-10` once it has begun
    Meeting asked(UUID id, Actor actor) {
        var meeting = meetings.lockMeeting(meetings.ofInvitation(id));
        access.require(ARRANGE_MEETING, meeting.id(), actor);
        if (!meeting.invitationOf(id).isStanding()) {
            throw new NotFound(Invitation.class);
        }
        if (meeting.state() != MeetingState.INVITED) {
            throw new RuleBroken(MeetingRule.RETURN, "meeting.answer-too-late");
        }
        return meeting;
    }

    /// Whether the actor answers for the agency.
    boolean isOwn(Meeting meeting, UUID id, Actor actor) {
        return access.allows(ANSWER_INVITATION, meeting.id(), actor)
                && meeting.invitationOf(id).agency().equals(actor.agency());
    }

    private void refuseOtherAgency(Meeting meeting, UUID id, Actor actor) {
        var invitation = meeting.invitationOf(id);
        var runs =
                access.relations(meeting.id(), actor).stream()
                        .anyMatch(one -> one == Relation.UNIT || one == Relation.CHAIR);
        if (!invitation.isStanding() || !runs && !invitation.agency().equals(actor.agency())) {
            throw new NotFound(Invitation.class);
        }
    }
}
