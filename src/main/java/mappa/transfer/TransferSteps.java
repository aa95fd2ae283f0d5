package mappa.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.agency.Areas;
import mappa.identity.Actor;
import mappa.identity.Consequences;
import mappa.identity.Principals;
import mappa.identity.Role;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Who has to do what about a transfer, in which of the two areas, and by when. No process asks for
/// it: there is nothing to wait for but a person's answer.
@ApplicationScoped
class TransferSteps {

    // kinds of work
    static final String ANSWER = "answer-transfer";
    static final String CHASE = "chase-transfer";
    static final String DECLINED = "transfer-declined";
    static final String ACTIONS = "settle-actions";

    private static final int ONCE = 1;

    private final WorkItemService tasks;
    private final Areas areas;
    private final Consequences consequences;
    private final Clock clock;

    TransferSteps(WorkItemService tasks, Areas areas, Consequences consequences, Clock clock) {
        this.tasks = tasks;
        this.areas = areas;
        this.consequences = consequences;
        this.clock = clock;
    }

    static String page(UUID transfer) {
        return "/transfers/" + transfer;
    }

    /// Last day for something that an area has to do about a transfer (D).
    LocalDate dueIn(String area) {
        return areas.workingDays(area)
                .add(London.today(clock), areas.settings(area).transferAnswerDays());
    }

    /// The other area is asked for its answer; the one that offers chases it the working day after
    /// that was due.
    void askForAnswer(Transfer of, Actor actor) {
        open(of, ANSWER, of.toArea(), null, of.answerDueOn(), "transfer.due.answer", actor);
        var chaseOn = areas.workingDays(of.area()).next(of.answerDueOn());
        open(of, CHASE, of.area(), null, chaseOn, "transfer.due.chase", actor);
    }

    /// Nobody has to answer or chase any more.
    void answered(Transfer of, String outcome, Actor actor) {
        consequences.bringAbout(
                () -> {
                    tasks.completeFor(of.id(), ANSWER, ONCE, null, outcome, actor);
                    return tasks.withdraw(of.id(), CHASE, actor);
                });
    }

    /// As [#answered], where nobody of the other area has answered.
    void withdrawn(Transfer of, Actor actor) {
        consequences.bringAbout(() -> tasks.withdrawAll(of.id(), actor));
    }

    /// The area that offered it says what becomes of the case.
    void askAboutDecline(Transfer of, Actor actor) {
        open(of, DECLINED, of.area(), null, dueIn(of.area()), "transfer.due.declined", actor);
    }

    /// The case is offered anew: what was said to earlier offers needs no answer.
    void declinesRead(List<Transfer> earlier, Actor actor) {
        earlier.forEach(one -> declineRead(one, "OFFERED_AGAIN", actor));
    }

    void declineRead(Transfer of, String outcome, Actor actor) {
        tasks.completeFor(of.id(), DECLINED, ONCE, null, outcome, actor);
    }

    /// Actions that came along are given to agencies or closed.
    void askAboutActions(Transfer of, Actor actor) {
        var holder = of.coordinator().orElseThrow();
        open(of, ACTIONS, of.toArea(), holder, dueIn(of.toArea()), "transfer.due.actions", actor);
    }

    void actionsSettled(Transfer of, Actor actor) {
        tasks.completeFor(of.id(), ACTIONS, ONCE, null, "SETTLED", actor);
    }

    private void open(
            Transfer of,
            String kind,
            String area,
            @Nullable UUID holder,
            LocalDate dueOn,
            String basis,
            Actor actor) {
        var details =
                new TaskDetails(
                        area,
                        null, // each area has a case of its own
                        of.reference(),
                        page(of.id()),
                        List.of(Principals.role(area, Role.MAPPA_COORDINATOR)),
                        holder,
                        null,
                        dueOn,
                        basis);
        // half of the work is the other area's
        consequences.bringAbout(
                () -> tasks.open(new OpenWork(of.id(), kind, ONCE, details), actor));
    }
}
