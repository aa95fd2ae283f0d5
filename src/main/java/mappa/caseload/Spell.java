package mappa.caseload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was so for a while, as we held it to be at some time.
///
/// A row is written once. When the spell ends or turns out to have been different, a new row of the
/// same spell supersedes it, so that every figure can be asked for as it stood on a day and as it
/// was known on a day. The only change to a row is the moment from which it no longer counts.
@MappedSuperclass
abstract class Spell {

    @Id private UUID id;

    /// The same for all rows of a spell: the id of its first row.
    @Column(updatable = false)
    private UUID spellId;

    @Column(updatable = false)
    private LocalDate validFrom;

    /// The day on which it ended: at the end of that day it no longer held. A spell that ended on
    /// the day it began lasted no day. Null while it lasts.
    @Column(updatable = false)
    private @Nullable LocalDate validTo;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    private @Nullable Instant supersededAt;

    protected Spell() {} // for Hibernate

    /// The first row of a new spell.
    Spell(LocalDate from, @Nullable LocalDate to, Entry entry) {
        this(null, from, to, entry);
    }

    /// @param earlier a row of the same spell that this one takes the place of
    Spell(@Nullable Spell earlier, LocalDate from, @Nullable LocalDate to, Entry entry) {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a spell ends before it begins");
        }
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.spellId = earlier == null ? id : earlier.spellId;
        this.validFrom = from;
        this.validTo = to;
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    UUID id() {
        return id;
    }

    UUID spellId() {
        return spellId;
    }

    LocalDate from() {
        return validFrom;
    }

    Optional<LocalDate> to() {
        return Optional.ofNullable(validTo);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable UUID recordedBy() {
        return recordedBy;
    }

    Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }

    /// Whether this row is what we hold to be so now.
    boolean isCurrent() {
        return supersededAt == null;
    }

    /// Whether this row is what we held to be so at that moment.
    boolean isKnownAt(Instant moment) {
        return !recordedAt.isAfter(moment)
                && (supersededAt == null || supersededAt.isAfter(moment));
    }

    boolean isOpen() {
        return validTo == null;
    }

    /// Whether it was so at the end of that day.
    boolean holdsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    /// Whether there is a day at the end of which both hold.
    boolean overlaps(LocalDate from, @Nullable LocalDate to) {
        boolean bothLast = !validFrom.equals(validTo) && !from.equals(to);
        return bothLast
                && (to == null || validFrom.isBefore(to))
                && (validTo == null || from.isBefore(validTo));
    }

    /// From now on another row of the spell counts.
    void supersede(Instant now) {
        if (supersededAt != null) {
            throw new IllegalStateException("row of a spell superseded twice");
        }
        supersededAt = now;
    }
}
