package mappa.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person's address for calendar programs, in one of their appointments. Whoever has the
/// address reads what that person may see at that moment; only a hash of it is kept.
@Entity
class CalendarFeed {

    /// A program asks every few hours; whoever asks more often than this is none.
    static final int MOST_READS = 30;

    static final Duration COUNTED = Duration.ofMinutes(10);

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "user_id", updatable = false)
    private UUID person;

    @Column(name = "appointment_id", updatable = false)
    private UUID appointment;

    @Column(updatable = false)
    private byte[] secretHash;

    @Column(updatable = false)
    private Instant madeAt;

    private @Nullable Instant withdrawnAt;
    private @Nullable Instant usedAt;
    private @Nullable Instant countedFrom;
    private int reads;
    private @Nullable LocalDate auditedOn;
    private byte @Nullable [] auditedHash;

    protected CalendarFeed() {} // for Hibernate

    CalendarFeed(UUID person, UUID appointment, byte[] secretHash, Instant now) {
        this.person = person;
        this.appointment = appointment;
        this.secretHash = secretHash;
        madeAt = now;
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    /// Counts one reading.
    ///
    /// @return when to come back, where it was read too often; nothing is to be shown then
    Optional<Instant> read(Instant now) {
        if (countedFrom == null || !now.isBefore(countedFrom.plus(COUNTED))) {
            countedFrom = now;
            reads = 0;
        }
        if (reads >= MOST_READS) {
            return Optional.of(countedFrom.plus(COUNTED));
        }
        reads++;
        usedAt = now;
        return Optional.empty();
    }

    /// Whether this reading goes into the audit: the first of a day, and each that shows another
    /// set of meetings than the one before. The polls between show the same to the same reader.
    ///
    /// @param hash of what is shown
    boolean isNews(LocalDate today, byte[] hash) {
        if (today.equals(auditedOn) && Arrays.equals(hash, auditedHash)) {
            return false;
        }
        auditedOn = today;
        auditedHash = hash;
        return true;
    }

    UUID id() {
        return id;
    }

    UUID person() {
        return person;
    }

    UUID appointment() {
        return appointment;
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }
}
