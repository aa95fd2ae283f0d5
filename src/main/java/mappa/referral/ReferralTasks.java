package mappa.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import mappa.identity.CurrentActor;
import mappa.identity.Principals;
import mappa.identity.Role;
import mappa.process.UserTask;
import mappa.task.TaskDetails;
import mappa.task.TaskSource;
import org.jspecify.annotations.Nullable;

/// What a referral says of the tasks of its process: of whom they are asked and by when, or that
/// they are done.
@ApplicationScoped
class ReferralTasks implements TaskSource {

    static final String PANEL_DUE = "referral.due.panel";
    static final String ANSWER_DUE = "referral.due.answer";
    static final String AT_ONCE = "referral.due.at-once";

    private final Referrals referrals;
    private final CurrentActor current;

    ReferralTasks(Referrals referrals, CurrentActor current) {
        this.referrals = referrals;
        this.current = current;
    }

    @Override
    public String process() {
        return ReferralService.PROCESS;
    }

    @Override
    public Answer describe(UserTask task) {
        var referral = referrals.get(task.thing(), current.get());
        var page = "/referrals/" + referral.id();
        var unit = List.of(Principals.unit(referral.area()));
        return switch (task.element()) {
            case ReferralService.CHECK ->
                    asked(
                            referral.state() == ReferralState.SUBMITTED
                                    && task.round() == referral.checkRound(),
                            details(referral, page + "/checks", unit, null, null));
            case ReferralService.AMEND ->
                    asked(
                            referral.state() == ReferralState.INCOMPLETE
                                    && task.round() == referral.checkRound(),
                            ofReferrer(referral, page));
            case ReferralService.BALLOT -> ballot(referral, task);
            case ReferralService.ANSWER ->
                    asked(
                            referral.state() == ReferralState.WAITING_FOR_REFERRER
                                    && task.round() == referral.panel().round(),
                            ofReferrer(referral, page + "/questions"));
            case ReferralService.TELL ->
                    asked(
                            referral.decision() != null
                                    && referral.decision().feedbackSentAt() == null,
                            details(
                                    referral,
                                    page + "/decision",
                                    List.of(
                                            Principals.role(
                                                    referral.area(), Role.MAPPA_COORDINATOR)),
                                    null,
                                    null));
            // somebody extended the model: done on the task's own page
            default -> new Answer.Open(details(referral, null, List.of(), null, null));
        };
    }

    private static Answer ballot(Referral referral, UserTask task) {
        var seat =
                referral.panel().awaited().stream()
                        .filter(one -> one.code().equals(task.seat()))
                        .findFirst()
                        .or(() -> empty(referral, task.seat()));
        var open =
                referral.state() == ReferralState.IN_SCREENING
                        && task.round() == referral.panel().round()
                        && seat.isPresent();
        if (!open) {
            return new Answer.Settled();
        }
        return new Answer.Open(
                new TaskDetails(
                        referral.area(),
                        referral.caseId(),
                        referral.reference(),
                        "/referrals/" + referral.id() + "/votes",
                        audience(referral, seat.get()),
                        seat.get().holder(),
                        null,
                        referral.panelDueOn(),
                        PANEL_DUE));
    }

    private static java.util.Optional<PanelSeat> empty(Referral referral, @Nullable String code) {
        return referral.panel().seats().stream()
                .filter(seat -> seat.code().equals(code) && seat.state() == SeatState.EMPTY)
                .findFirst();
    }

    /// Who is asked for the vote of a seat; while it is empty nobody, but its work stays.
    static List<String> audience(Referral referral, PanelSeat seat) {
        return List.of(
                seat.holder() == null
                        ? "SEAT:" + referral.id() + ":" + seat.code()
                        : Principals.person(seat.holder()));
    }

    private static Answer asked(boolean open, TaskDetails details) {
        return open ? new Answer.Open(details) : new Answer.Settled();
    }

    private static TaskDetails ofReferrer(Referral referral, String path) {
        return new TaskDetails(
                referral.area(),
                referral.caseId(),
                referral.reference(),
                path,
                List.of(Principals.person(referral.referrer())),
                referral.referrer(),
                referral.agency(),
                referral.answerDueOn(),
                referral.answerDueOn() == null ? null : ANSWER_DUE);
    }

    private static TaskDetails details(
            Referral referral,
            @Nullable String path,
            List<String> audience,
            @Nullable LocalDate dueOn,
            @Nullable String basis) {
        return new TaskDetails(
                referral.area(),
                referral.caseId(),
                referral.reference(),
                path,
                audience,
                null,
                null,
                dueOn,
                basis);
    }
}
