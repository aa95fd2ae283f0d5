package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.meeting.MeetingChanged.What;
import mappa.process.Outbox;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What an agency does with an invitation: says who comes, and what it knows.
@ApplicationScoped
@Transactional
public class InvitationService {

    private final InvitationAccess invitations;
    private final Agencies agencies;
    private final MeetingConditions conditions;
    private final MeetingSteps steps;
    private final WorkItemService tasks;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Actors actors;
    private final Clock clock;

    InvitationService(
            InvitationAccess invitations,
            Agencies agencies,
            MeetingConditions conditions,
            MeetingSteps steps,
            WorkItemService tasks,
            Outbox outbox,
            AuditTrail audit,
            Actors actors,
            Clock clock) {
        this.invitations = invitations;
        this.agencies = agencies;
        this.conditions = conditions;
        this.steps = steps;
        this.tasks = tasks;
        this.outbox = outbox;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /// The agency's own invitation, or any of a meeting for those who run it.
    ///
    /// @throws NotFound if there is none, or none that the actor may see
    public InvitationView invitation(UUID id, Actor actor) {
        var meeting = invitations.readable(id, actor);
        var invitation = meeting.invitationOf(id);
        audit.record(actor, read("invitation", meeting));
        return view(meeting, invitation);
    }

    /// Who comes, or why nobody does; it can be changed until the meeting begins.
    ///
    /// @throws RuleBroken `MTG-10` once the meeting has begun, `ACC-04` for a deputy who is the
    ///   person whom it is about
    @Once
    public void answer(UUID id, AnswerInvitation command, Actor actor) {
        var meeting = invitations.own(id, actor);
        answer(meeting, id, command, null, actor);
    }

    /// As [#answer]: somebody of the unit writes down what an agency has said by telephone.
    ///
    /// @param toldBy who said so, and when
    @Once
    public void answerFor(UUID id, AnswerInvitation command, String toldBy, Actor actor) {
        var meeting = invitations.asked(id, actor);
        if (toldBy.isBlank()) {
            throw new Invalid("toldBy", "meeting.told-by-missing");
        }
        answer(meeting, id, command, toldBy.strip(), actor);
    }

    private void answer(
            Meeting meeting,
            UUID id,
            AnswerInvitation command,
            @Nullable String toldBy,
            Actor actor) {
        if (meeting.state() != MeetingState.INVITED) {
            throw new RuleBroken(MeetingRule.RETURN, "meeting.answer-too-late");
        }
        var invitation = meeting.invitationOf(id);
        var seat = invitation.agency().toString();
        conditions.requireNotTheIndividual(meeting, command.deputyName(), actor);
        if (invitation.answer(command, toldBy, actor.personId(), clock.instant())) {
            done(meeting, invitation, MeetingService.ANSWER, MeetingTasks.ANSWER_KIND, actor);
        }
        if (command.answer() == InvitationAnswer.NOTHING_KNOWN && !invitation.isReturned()) {
            send(meeting, invitation, nothingKnown(command), actor);
        }
        audit.record(
                actor,
                MeetingChanged.of(
                        What.ANSWERED,
                        meeting,
                        List.of(),
                        Map.of(
                                "agency",
                                seat,
                                "answer",
                                command.answer().name(),
                                "byTelephone",
                                toldBy != null)));
    }

    /// Reminds an agency of what is asked of it, once a day at most.
    ///
    /// @throws RuleBroken `MTG-10` if nothing is asked of it any more
    @Once
    public void remind(UUID id, Actor actor) {
        var meeting = invitations.asked(id, actor);
        var invitation = meeting.invitationOf(id);
        if (invitation.isAnswered() && invitation.isReturned()) {
            throw new RuleBroken(MeetingRule.RETURN, "meeting.nothing-to-remind-of");
        }
        tell(What.AGENCY_REMINDED, meeting, invitation, actor);
    }

    /// Sends the invitation with its appointment again, once a day at most.
    ///
    /// @throws RuleBroken `MTG-10` once the meeting has begun
    @Once
    public void sendAgain(UUID id, Actor actor) {
        var meeting = invitations.asked(id, actor);
        tell(What.INVITATION_SENT_AGAIN, meeting, meeting.invitationOf(id), actor);
    }

    private void tell(What what, Meeting meeting, Invitation invitation, Actor actor) {
        audit.record(
                actor,
                MeetingChanged.of(
                        what,
                        meeting,
                        steps.told(invitation),
                        Map.of(
                                "agency",
                                invitation.agency(),
                                "on",
                                meeting.dayOf().toString(),
                                "dueOn",
                                meeting.returnsDueOn().toString(),
                                "today",
                                London.today(clock).toString())));
    }

    private static SendReturn nothingKnown(AnswerInvitation answer) {
        return new SendReturn(
                ReturnKind.NOTHING_KNOWN,
                Map.of(
                        ReturnQuestion.SYSTEMS_CHECKED.key(),
                        answer.systemsChecked(),
                        ReturnQuestion.CHECKED_ON.key(),
                        answer.checkedOn().toString()));
    }

    /// What the agency knows; sent again it is another version, after the meeting an addendum.
    ///
    /// @throws RuleBroken `MTG-10` if the meeting is not held
    @Once
    public void sendReturn(UUID id, SendReturn command, Actor actor) {
        var meeting = invitations.own(id, actor);
        if (meeting.state() == MeetingState.CALLED_OFF) {
            throw new RuleBroken(MeetingRule.RETURN, "meeting.called-off");
        }
        send(meeting, meeting.invitationOf(id), command, actor);
    }

    private void send(Meeting meeting, Invitation invitation, SendReturn command, Actor actor) {
        var sent =
                new AgencyReturn(
                        invitation.returns().size() + 1,
                        command.kind(),
                        ReturnQuestion.check(command.kind(), command.answers()),
                        !meeting.state().isAhead(),
                        actor.personId(),
                        clock.instant());
        if (invitation.send(sent) && meeting.state().isAhead()) {
            done(meeting, invitation, MeetingService.RETURN, MeetingTasks.RETURN_KIND, actor);
        }
        audit.record(
                actor,
                MeetingChanged.of(
                        What.RETURN_SENT,
                        meeting,
                        List.of(),
                        Map.of(
                                "agency",
                                invitation.agency(),
                                "version",
                                sent.number(),
                                "answer",
                                command.kind().name())));
    }

    private void done(
            Meeting meeting, Invitation invitation, String element, String kind, Actor actor) {
        var seat = invitation.agency().toString();
        tasks.completeFor(meeting.cycleId(), element, meeting.round(), seat, "DONE", actor);
        if (!tasks.completeFor(invitation.id(), kind, meeting.round(), null, "DONE", actor)) {
            outbox.complete(meeting.cycleId(), element, meeting.round(), seat, Map.of());
        }
    }

    /// What the agency has sent, last version last; to its own people before the meeting, to those
    /// who run the meeting at any time.
    ///
    /// @throws NotFound if there is no such invitation, or none that the actor may see
    public List<ReturnView> returns(UUID id, Actor actor) {
        var meeting = invitations.readable(id, actor);
        var invitation = meeting.invitationOf(id);
        audit.record(actor, read("agency-return", meeting));
        var names = actors.names(invitation.returns().stream().map(AgencyReturn::sentBy).toList());
        return invitation.returns().stream()
                .map(
                        one ->
                                new ReturnView(
                                        one.number(),
                                        one.kind(),
                                        one.answers(),
                                        one.isAfterwards(),
                                        names.get(one.sentBy()),
                                        one.sentAt()))
                .toList();
    }

    private static Consulted read(String what, Meeting meeting) {
        return new Consulted(what, List.of(meeting.id(), meeting.personId(), meeting.caseId()));
    }

    private InvitationView view(Meeting meeting, Invitation invitation) {
        return InvitationView.of(
                invitation,
                meeting,
                actors.names(
                        java.util.stream.Stream.of(invitation.person(), invitation.answeredBy())
                                .flatMap(java.util.Optional::stream)
                                .toList()),
                agencies.names(List.of(invitation.agency())));
    }
}
