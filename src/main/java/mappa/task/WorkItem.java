package mappa.task;

import static mappa.task.TaskRule.ACCESS_FIRST;
import static mappa.task.TaskRule.ONE_HOLDER;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mappa.identity.Principals;
import mappa.rule.RuleBroken;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One piece of work that somebody is asked to do; the same work is asked once: thing, element,
/// round and seat say which.
@Entity
class WorkItem {

    @Id private UUID id;
    @Version private int version;

    private UUID thingId;
    private String element;
    private int round;
    private @Nullable String seat;
    private @Nullable String process;
    private String kind;
    private @Nullable String candidateRole;

    @Column(name = "area_code")
    private String area;

    private @Nullable UUID caseId;
    private @Nullable String reference;
    private @Nullable String path;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "varchar[]")
    private List<String> audience;

    @Column(name = "holder_id")
    private @Nullable UUID holder;

    @Column(name = "agency_id")
    private @Nullable UUID agency;

    private @Nullable LocalDate dueOn;
    private @Nullable String dueBasis;
    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private WorkItemState state;

    private @Nullable String outcome;
    private @Nullable String note;
    private @Nullable UUID closedBy;
    private @Nullable Instant closedAt;

    protected WorkItem() {} // for Hibernate

    WorkItem(Identity identity, Asked asked, TaskDetails details, Instant now) {
        id = UuidCreator.getTimeOrderedEpoch();
        thingId = identity.thing();
        element = identity.element();
        round = identity.round();
        seat = identity.seat();
        process = asked.process();
        kind = asked.kind();
        candidateRole = asked.candidateRole();
        openedAt = now;
        state = WorkItemState.OPEN;
        describe(details);
    }

    /// Which piece of work it is.
    record Identity(UUID thing, String element, int round, @Nullable String seat) {}

    /// Who asks, and what.
    ///
    /// @param process null for work that no process asks for
    record Asked(@Nullable String process, String kind, @Nullable String candidateRole) {}

    private void describe(TaskDetails details) {
        area = details.area();
        caseId = details.caseId();
        reference = details.reference();
        path = details.path();
        audience = audience(details);
        holder = details.holder();
        agency = details.agency();
        dueOn = details.dueOn();
        dueBasis = details.dueBasis();
    }

    /// Those the feature names, else the holders of the candidate role, else the unit: nothing is
    /// asked of nobody.
    private List<String> audience(TaskDetails details) {
        if (!details.audience().isEmpty()) {
            return details.audience();
        }
        if (details.holder() != null) {
            return List.of(Principals.person(details.holder()));
        }
        return candidateRole == null
                ? List.of(Principals.unit(details.area()))
                : List.of(
                        "ROLE:" + details.area() + ":" + candidateRole,
                        Principals.unit(details.area()));
    }

    /// Takes it.
    ///
    /// @throws RuleBroken `ACT-07` if it is closed or somebody else has it
    /// @return false if the person had it already
    boolean take(UUID person) {
        mustBeOpen();
        if (person.equals(holder)) {
            return false;
        }
        if (holder != null) {
            throw new RuleBroken(ONE_HOLDER, "task.taken");
        }
        holder = person;
        return true;
    }

    /// Puts it back for others to take.
    ///
    /// @throws RuleBroken `ACT-07` if it is closed, not the person's, or asked of nobody else
    void putBack(UUID person) {
        mustBeOpen();
        if (!person.equals(holder)) {
            throw new RuleBroken(ONE_HOLDER, "task.not-yours");
        }
        if (audience.equals(List.of(Principals.person(person)))) {
            throw new RuleBroken(ONE_HOLDER, "task.yours-alone");
        }
        holder = null;
    }

    /// Gives it to somebody of whom it may be asked.
    ///
    /// @param allowed those of whom it may be asked
    /// @throws RuleBroken `ACT-07` if it is closed, `ACC-01` if the person is not one of those
    void give(UUID person, List<UUID> allowed) {
        mustBeOpen();
        if (!allowed.contains(person)) {
            throw new RuleBroken(ACCESS_FIRST, "task.no-access");
        }
        holder = person;
    }

    /// Asks others from now on; what was taken is taken no longer.
    ///
    /// @throws RuleBroken `ACT-07` if it is closed
    void reassign(Assignment to) {
        mustBeOpen();
        audience = to.audience();
        holder = to.holder();
        agency = to.agency();
    }

    /// @return false if it was due that day for that reason already
    boolean dueOn(@Nullable LocalDate day, @Nullable String basis) {
        if (Objects.equals(dueOn, day) && Objects.equals(dueBasis, basis)) {
            return false;
        }
        dueOn = day;
        dueBasis = basis;
        return true;
    }

    /// Done here, because no page knows this kind of work.
    ///
    /// @throws RuleBroken `ACT-07` if it is closed, or done on a page of its own
    void finish(String words, UUID person, Instant now) {
        mustBeOpen();
        if (path != null) {
            throw new RuleBroken(ONE_HOLDER, "task.done-elsewhere");
        }
        note = words;
        complete("DONE", person, now);
    }

    void complete(String result, @Nullable UUID person, Instant now) {
        close(WorkItemState.COMPLETED, now);
        outcome = result;
        closedBy = person;
    }

    void withdraw(Instant now) {
        close(WorkItemState.WITHDRAWN, now);
    }

    private void close(WorkItemState to, Instant now) {
        mustBeOpen();
        state = to;
        closedAt = now;
    }

    /// It was withdrawn and is asked again.
    void askAgain(TaskDetails details) {
        if (state != WorkItemState.WITHDRAWN) {
            throw new IllegalStateException("not withdrawn: " + id);
        }
        state = WorkItemState.OPEN;
        closedAt = null;
        describe(details);
    }

    private void mustBeOpen() {
        if (state != WorkItemState.OPEN) {
            throw new RuleBroken(ONE_HOLDER, "task.closed");
        }
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID thingId() {
        return thingId;
    }

    String element() {
        return element;
    }

    int round() {
        return round;
    }

    @Nullable String seat() {
        return seat;
    }

    @Nullable String process() {
        return process;
    }

    String kind() {
        return kind;
    }

    String area() {
        return area;
    }

    @Nullable UUID caseId() {
        return caseId;
    }

    @Nullable String reference() {
        return reference;
    }

    @Nullable String path() {
        return path;
    }

    List<String> audience() {
        return List.copyOf(audience);
    }

    @Nullable UUID holder() {
        return holder;
    }

    @Nullable UUID agency() {
        return agency;
    }

    @Nullable LocalDate dueOn() {
        return dueOn;
    }

    @Nullable String dueBasis() {
        return dueBasis;
    }

    Instant openedAt() {
        return openedAt;
    }

    WorkItemState state() {
        return state;
    }

    @Nullable String outcome() {
        return outcome;
    }

    @Nullable String note() {
        return note;
    }

    @Nullable UUID closedBy() {
        return closedBy;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }
}
