package mappa.task;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One line of the history of a piece of work.
@Entity
@Immutable
class WorkItemEvent {

    @Id private UUID id;
    private UUID workItemId;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private Change change;

    @Column(name = "actor_id")
    private @Nullable UUID actor;

    @Column(name = "holder_id")
    private @Nullable UUID holder;

    private @Nullable LocalDate dueOn;
    private @Nullable String outcome;

    protected WorkItemEvent() {} // for Hibernate

    WorkItemEvent(WorkItem item, Change change, @Nullable UUID actor, Instant at) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.workItemId = item.id();
        this.at = at;
        this.change = change;
        this.actor = actor;
        this.holder = item.holder();
        this.dueOn = item.dueOn();
        this.outcome = item.outcome();
    }

    Instant at() {
        return at;
    }

    Change change() {
        return change;
    }

    @Nullable UUID actor() {
        return actor;
    }

    @Nullable UUID holder() {
        return holder;
    }

    @Nullable LocalDate dueOn() {
        return dueOn;
    }

    @Nullable String outcome() {
        return outcome;
    }
}
