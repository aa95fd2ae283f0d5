package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.identity.Principals;
import mappa.process.UserTask;
import mappa.task.TaskDetails;
import mappa.task.TaskSource;
import org.jspecify.annotations.Nullable;

/// What a cycle and its meetings say of the tasks of their process: of whom they are asked and by
/// when, or that they are done.
@ApplicationScoped
class MeetingTasks implements TaskSource {

    static final String RETURNS_DUE = "meeting.due.returns";
    static final String MEETING_DAY = "meeting.due.its-day";
    static final String AT_ONCE = "meeting.due.at-once";
    static final String DRAFT_DUE = "meeting.due.minutes-draft";
    static final String MINUTES_DUE = "meeting.due.minutes";

    // work of an agency that was asked after the others
    static final String ANSWER_KIND = "answer-invitation";
    static final String RETURN_KIND = "send-return";

    private final Meetings meetings;
    private final MinutesRegister register;
    private final MeetingSteps steps;

    MeetingTasks(Meetings meetings, MinutesRegister register, MeetingSteps steps) {
        this.meetings = meetings;
        this.register = register;
        this.steps = steps;
    }

    static String invitationPage(Invitation invitation) {
        return "/invitations/" + invitation.id();
    }

    static String returnPage(Invitation invitation) {
        return "/agency-returns/" + invitation.id();
    }

    @Override
    public String process() {
        return MeetingService.PROCESS;
    }

    @Override
    public Answer describe(UserTask task) {
        var cycle = meetings.cycle(task.thing());
        var meeting =
                meetings.ofCycle(cycle.id()).stream()
                        .filter(one -> one.round() == task.round())
                        .findFirst();
        return switch (task.element()) {
            case MeetingService.ARRANGE ->
                    asked(
                            cycle.isOpen()
                                    && task.round() == cycle.round()
                                    && meetings.ahead(cycle.id()).isEmpty(),
                            () -> arrange(cycle));
            case MeetingService.SEND ->
                    asked(
                            is(meeting, MeetingState.PLANNED),
                            () ->
                                    ofMeeting(
                                            meeting.orElseThrow(),
                                            "/invitations",
                                            List.of(Principals.unit(cycle.area())),
                                            null));
            case MeetingService.HOLD ->
                    asked(
                            is(meeting, MeetingState.INVITED) || is(meeting, MeetingState.STARTED),
                            () -> hold(meeting.orElseThrow()));
            case MeetingService.ANSWER -> ofAgency(meeting, task, false);
            case MeetingService.RETURN -> ofAgency(meeting, task, true);
            case MinutesService.DRAFT, MinutesService.APPROVE, MinutesService.DISTRIBUTE ->
                    ofMinutes(meeting.flatMap(one -> register.ofMeeting(one.id())), task);
            // somebody extended the model: done on the task's own page
            default -> new Answer.Open(details(cycle, null, List.of(), null, null));
        };
    }

    private static boolean is(Optional<Meeting> meeting, MeetingState state) {
        return meeting.map(Meeting::state).filter(state::equals).isPresent();
    }

    private interface Details {
        TaskDetails get();
    }

    private static Answer asked(boolean open, Details details) {
        return open ? new Answer.Open(details.get()) : new Answer.Settled();
    }

    private TaskDetails arrange(MeetingCycle cycle) {
        return details(
                cycle,
                "/meetings/new/" + cycle.caseId(),
                List.of(Principals.unit(cycle.area())),
                cycle.dueOn().orElse(null),
                steps.basis(cycle));
    }

    private static TaskDetails hold(Meeting meeting) {
        return ofMeeting(meeting, "", List.of(Principals.person(meeting.chair())), meeting.chair());
    }

    private Answer ofAgency(Optional<Meeting> of, UserTask task, boolean isReturn) {
        if (!is(of, MeetingState.INVITED) && !is(of, MeetingState.STARTED)) {
            return new Answer.Settled();
        }
        var meeting = of.orElseThrow();
        var open =
                meeting.invitation(UUID.fromString(String.valueOf(task.seat())))
                        .filter(one -> isReturn ? !one.isReturned() : !one.isAnswered());
        if (open.isEmpty()) {
            return new Answer.Settled();
        }
        var invitation = open.get();
        return new Answer.Open(
                steps.details(
                        meeting,
                        invitation,
                        isReturn ? returnPage(invitation) : invitationPage(invitation)));
    }

    private static Answer ofMinutes(Optional<Minutes> of, UserTask task) {
        var asked =
                switch (task.element()) {
                    case MinutesService.DRAFT -> MinutesState.DRAFT;
                    case MinutesService.APPROVE -> MinutesState.CHAIR_REVIEW;
                    default -> MinutesState.APPROVED;
                };
        var sameDraft =
                of.filter(
                        one ->
                                asked == MinutesState.APPROVED
                                        || Integer.toString(one.draft()).equals(task.seat()));
        return sameDraft
                .filter(one -> one.state() == asked)
                .<Answer>map(one -> new Answer.Open(ofMinutes(one)))
                .orElseGet(Answer.Settled::new);
    }

    private static TaskDetails ofMinutes(Minutes minutes) {
        var ofChair = minutes.state() == MinutesState.CHAIR_REVIEW;
        var isDraft = minutes.state() == MinutesState.DRAFT;
        return new TaskDetails(
                minutes.area(),
                minutes.caseId(),
                minutes.reference(),
                "/minutes/" + minutes.id(),
                List.of(
                        ofChair
                                ? Principals.person(minutes.chair())
                                : Principals.unit(minutes.area())),
                ofChair ? minutes.chair() : null,
                null,
                isDraft ? minutes.draftDueOn() : minutes.dueOn(),
                isDraft ? DRAFT_DUE : MINUTES_DUE);
    }

    private static TaskDetails ofMeeting(
            Meeting meeting, String page, List<String> audience, @Nullable UUID holder) {
        return new TaskDetails(
                meeting.area(),
                meeting.caseId(),
                meeting.reference(),
                "/meetings/" + meeting.id() + page,
                audience,
                holder,
                null,
                meeting.dayOf(),
                MEETING_DAY);
    }

    private static TaskDetails details(
            MeetingCycle cycle,
            @Nullable String path,
            List<String> audience,
            @Nullable LocalDate dueOn,
            @Nullable String basis) {
        return new TaskDetails(
                cycle.area(),
                cycle.caseId(),
                cycle.reference(),
                path,
                audience,
                null,
                null,
                dueOn,
                dueOn == null ? null : basis);
    }
}
