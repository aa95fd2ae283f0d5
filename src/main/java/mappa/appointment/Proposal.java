package mappa.appointment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.identity.Grade;
import mappa.identity.Role;
import mappa.rule.Invalid;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// An appointment that one person proposed and another decides on (SEC-32).
@Entity
@Table(name = "appointment_proposal")
class Proposal {

    @Id private UUID id;
    @Version private int version;

    @Column(name = "user_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "area_code")
    private @Nullable String area;

    private @Nullable UUID agencyId;

    @Enumerated(EnumType.STRING)
    private @Nullable Grade grade;

    private LocalDate fromOn;
    private @Nullable LocalDate untilOn;

    @Enumerated(EnumType.STRING)
    private ProposalState state;

    private @Nullable UUID appointmentId;
    private UUID proposedBy;
    private Instant proposedAt;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    protected Proposal() {} // for Hibernate

    /// @throws Invalid if it is for oneself, or ends before it begins
    Proposal(ProposeAppointment command, LocalDate today, UUID by, Instant now) {
        if (command.person().equals(by)) {
            throw new Invalid("role", "appointment.problem.oneself");
        }
        var from = command.from() == null ? today : command.from();
        if (from.isBefore(today)) {
            throw new Invalid("from", "appointment.problem.from-past", today, from);
        }
        if (command.until() != null && command.until().isBefore(from)) {
            throw new Invalid("until", "appointment.problem.until-first", from, command.until());
        }
        id = UuidCreator.getTimeOrderedEpoch();
        person = command.person();
        role = command.role();
        area = command.area();
        agencyId = command.agency();
        grade = command.grade();
        fromOn = from;
        untilOn = command.until();
        state = ProposalState.WAITING;
        proposedBy = by;
        proposedAt = now;
    }

    /// It counts on its proposer's word alone, to be confirmed when there is somebody who can.
    void countAlone(UUID appointment) {
        state = ProposalState.ALONE;
        appointmentId = appointment;
    }

    /// @throws Invalid if it was decided, or the person may not decide
    ///
    /// @param appointment that it becomes, or has been on one person's word
    void confirm(UUID by, boolean may, UUID appointment, Instant now) {
        decide(by, may, now);
        state = ProposalState.CONFIRMED;
        appointmentId = appointment;
    }

    /// Who proposed it may take it back as long as it gives nothing.
    void refuse(UUID by, boolean may, Instant now) {
        decide(by, may || (by.equals(proposedBy) && state == ProposalState.WAITING), now);
        state = ProposalState.REFUSED;
    }

    private void decide(UUID by, boolean may, Instant now) {
        if (!state.isOpen()) {
            throw new Invalid("proposal", "appointment.problem.decided");
        }
        if (!may) {
            throw new Invalid("proposal", "appointment.problem.second-person");
        }
        decidedBy = by;
        decidedAt = now;
    }

    /// When the appointment begins, at the earliest now.
    Instant from(Instant now) {
        var begins = fromOn.atStartOfDay(London.ZONE).toInstant();
        return begins.isBefore(now) ? now : begins;
    }

    /// When it ends by itself: after its last day.
    @Nullable Instant until() {
        return untilOn == null ? null : untilOn.plusDays(1).atStartOfDay(London.ZONE).toInstant();
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    Role role() {
        return role;
    }

    @Nullable String area() {
        return area;
    }

    @Nullable UUID agency() {
        return agencyId;
    }

    @Nullable Grade grade() {
        return grade;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    @Nullable LocalDate untilOn() {
        return untilOn;
    }

    ProposalState state() {
        return state;
    }

    @Nullable UUID appointment() {
        return appointmentId;
    }

    UUID proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable UUID decidedBy() {
        return decidedBy;
    }

    @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
