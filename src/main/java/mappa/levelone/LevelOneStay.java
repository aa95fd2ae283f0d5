package mappa.levelone;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mappa.caseload.CaseSituation;
import mappa.rule.RuleBroken;
import mappa.schedule.LevelOneDue;
import org.jspecify.annotations.Nullable;

/// One time of a case at Level 1.
///
/// Keeps what the next review is due by, so that lists need not compute it; [#due] is called
/// whenever one of its facts changes.
@Entity
class LevelOneStay {

    /// What the responsible people were told of the review that is due.
    enum Told {
        NOTHING,
        DUE,
        REMINDED,
        LATE
    }

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

    private LocalDate since;
    private @Nullable UUID ownerId;
    private @Nullable UUID agencyId;
    private @Nullable LocalDate heldOn;
    private @Nullable LocalDate dueOn;
    private @Nullable LocalDate askOn;

    @Enumerated(EnumType.STRING)
    private LevelOneDue.Basis basis = LevelOneDue.Basis.INTERVAL;

    /// Counts the reviews that somebody is asked for.
    private int round = 1;

    @Enumerated(EnumType.STRING)
    private Told told = Told.NOTHING;

    private @Nullable LocalDate endedOn;

    protected LevelOneStay() {} // for Hibernate

    LevelOneStay(CaseSituation of, LocalDate since) {
        caseId = of.caseId();
        personId = of.personId();
        area = of.area();
        reference = of.reference();
        this.since = since;
    }

    /// Level 1 began on another day than was recorded.
    void began(LocalDate since) {
        this.since = since;
    }

    /// Who answers for the case now.
    ///
    /// @return whether that changed
    boolean answeredForBy(@Nullable UUID owner, @Nullable UUID agency) {
        var changed = !Objects.equals(ownerId, owner) || !Objects.equals(agencyId, agency);
        ownerId = owner;
        agencyId = agency;
        return changed;
    }

    /// Takes over what was computed from the facts. What was asked for a day that is now far off is
    /// asked again later.
    ///
    /// @return whether the day moved
    boolean due(LevelOneDue due, LocalDate today) {
        var moved = !Objects.equals(dueOn, due.dueOn());
        dueOn = due.dueOn();
        askOn = due.askOn();
        basis = due.basis();
        if (moved && told != Told.NOTHING) {
            told = isAskedFor(today) ? Told.DUE : Told.NOTHING;
            if (told == Told.NOTHING) {
                round++;
            }
        }
        return moved;
    }

    /// Whether somebody is asked for the review on that day.
    boolean isAskedFor(LocalDate today) {
        return askOn != null && !today.isBefore(askOn);
    }

    /// What must have been told by that day.
    Told tell(LocalDate today, int reminderDays) {
        if (dueOn == null || !isAskedFor(today)) {
            return Told.NOTHING;
        }
        if (today.isAfter(dueOn)) {
            return Told.LATE;
        }
        return today.isBefore(dueOn.minusDays(reminderDays)) ? Told.DUE : Told.REMINDED;
    }

    void told(Told what) {
        told = what;
    }

    /// A review was held.
    void reviewed(LocalDate on) {
        requireOpen();
        heldOn = on;
        round++;
        told = Told.NOTHING;
    }

    /// The case left Level 1.
    void end(LocalDate today) {
        requireOpen();
        endedOn = today;
    }

    void requireOpen() {
        if (endedOn != null) {
            throw new RuleBroken(LevelOneRule.REVIEWED, "levelone.ended", endedOn);
        }
    }

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

    LocalDate since() {
        return since;
    }

    Optional<UUID> owner() {
        return Optional.ofNullable(ownerId);
    }

    Optional<UUID> agency() {
        return Optional.ofNullable(agencyId);
    }

    Optional<LocalDate> heldOn() {
        return Optional.ofNullable(heldOn);
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    LevelOneDue.Basis basis() {
        return basis;
    }

    int round() {
        return round;
    }

    Told told() {
        return told;
    }

    boolean isOpen() {
        return endedOn == null;
    }
}
