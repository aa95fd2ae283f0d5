package mappa.meeting;

import static mappa.meeting.MeetingRule.CLOSING;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.RuleBroken;
import mappa.schedule.MeetingDue;
import mappa.schedule.ScheduleRule;
import org.jspecify.annotations.Nullable;

/// One stay of a case at Level 2 or 3: meeting follows meeting until it leaves.
///
/// Keeps what the next meeting is due by, so that lists need not compute it; [#due] is called
/// whenever one of its facts changes (R-NOT-07).
@Entity
class MeetingCycle {

    static final String ADJOURNED = "ADJOURNED";

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private String reference;

    private int level;

    @Column(updatable = false)
    private @Nullable LocalDate acceptedOn;

    /// Counts what the process asks anew: each meeting, and each one moved or called off.
    private int round = 1;

    private int meetings;
    private @Nullable LocalDate lastHeldOn;
    private @Nullable LocalDate chairsDate;
    private @Nullable String chairsReason;

    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private MeetingDue.Basis dueBasis = MeetingDue.Basis.FIRST_MEETING;

    private String dueRule = ScheduleRule.MEETING_AFTER_ACCEPTANCE.id();
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable CycleEnd endReason;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "cycle_id", nullable = false, updatable = false)
    private List<PassedMeetingDeadline> passed = new ArrayList<>();

    protected MeetingCycle() {} // for Hibernate

    /// @param reference of the case, `NS-26-0412`
    /// @param level 2 or 3
    /// @param acceptedOn null for a case that came without a referral
    MeetingCycle(
            UUID caseId,
            UUID personId,
            String area,
            String reference,
            int level,
            @Nullable LocalDate acceptedOn) {
        this.caseId = caseId;
        this.personId = personId;
        this.area = area;
        this.reference = reference;
        this.level = level;
        this.acceptedOn = acceptedOn;
    }

    /// Goes on where the area from which the case came has stopped: the next review counts from its
    /// last meeting (R-TRF-06), and an earlier date that its chair has set stands (R-MTG-05).
    ///
    /// @param reference of the case here
    MeetingCycle(
            MeetingCycle from,
            UUID caseId,
            UUID personId,
            String area,
            String reference,
            int level) {
        this(caseId, personId, area, reference, level, from.acceptedOn);
        lastHeldOn = from.lastHeldOn;
        chairsDate = from.chairsDate;
        chairsReason = from.chairsReason;
    }

    /// Takes over what was computed from the facts.
    ///
    /// @return whether the day moved
    boolean due(MeetingDue due) {
        var moved = !java.util.Objects.equals(dueOn, due.dueOn());
        dueOn = due.dueOn();
        dueBasis = due.basis();
        dueRule = due.rule().id();
        return moved;
    }

    /// The number of the next meeting of the cycle, from 1.
    int nextNumber() {
        requireOpen();
        return ++meetings;
    }

    /// The process asks again, about the next meeting or about this one on another day.
    void nextRound() {
        round++;
    }

    /// A meeting was held and counts as first meeting or review.
    ///
    /// @param level from now on
    /// @param chairsDate by when the chair wants the next; null if the limit alone counts
    void held(LocalDate on, int level, @Nullable LocalDate chairsDate, @Nullable String reason) {
        requireOpen();
        lastHeldOn = on;
        this.level = level;
        this.chairsDate = chairsDate;
        chairsReason = reason;
    }

    /// The level changed outside a meeting.
    void level(int level) {
        requireOpen();
        this.level = level;
    }

    /// The meeting was broken off: another is due by that day, unless one was due sooner
    /// (R-MTG-09).
    void repeatBy(LocalDate day) {
        chairsDate = chairsDate == null || day.isBefore(chairsDate) ? day : chairsDate;
        chairsReason = ADJOURNED;
    }

    /// The case leaves Level 2 and 3, or the area.
    void end(LocalDate on, CycleEnd reason) {
        requireOpen();
        endedOn = on;
        endReason = reason;
    }

    /// Whether the next meeting should have been held already.
    boolean isLate(LocalDate today) {
        return isOpen() && dueOn != null && today.isAfter(dueOn);
    }

    void requireOpen() {
        if (endedOn != null) {
            throw new RuleBroken(CLOSING, "meeting.cycle-ended", endedOn);
        }
    }

    /// Marks a deadline as passed.
    ///
    /// @return false if it was already, so that it must not act again
    boolean pass(MeetingDeadline deadline, Instant now) {
        if (isPassed(deadline)) {
            return false;
        }
        passed.add(new PassedMeetingDeadline(deadline, now));
        return true;
    }

    boolean isPassed(MeetingDeadline deadline) {
        return passed.stream().anyMatch(one -> one.isFor(deadline));
    }

    // ---- reading

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID personId() {
        return personId;
    }

    String area() {
        return area;
    }

    String reference() {
        return reference;
    }

    int level() {
        return level;
    }

    int round() {
        return round;
    }

    int meetings() {
        return meetings;
    }

    Optional<LocalDate> acceptedOn() {
        return Optional.ofNullable(acceptedOn);
    }

    Optional<LocalDate> lastHeldOn() {
        return Optional.ofNullable(lastHeldOn);
    }

    Optional<LocalDate> chairsDate() {
        return Optional.ofNullable(chairsDate);
    }

    Optional<String> chairsReason() {
        return Optional.ofNullable(chairsReason);
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    MeetingDue.Basis dueBasis() {
        return dueBasis;
    }

    String dueRule() {
        return dueRule;
    }

    boolean isOpen() {
        return endedOn == null;
    }

    Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    Optional<CycleEnd> endReason() {
        return Optional.ofNullable(endReason);
    }
}
