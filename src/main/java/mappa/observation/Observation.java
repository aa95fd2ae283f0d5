package mappa.observation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import mappa.meeting.CalendarEntry;
import mappa.meeting.MeetingMode;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// A lay adviser watches a meeting. It holds what they may know of it, a copy that follows the
/// meeting.
@Entity
class Observation {

    private static final int LONGEST = 500;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "area_code", updatable = false)
    private String area;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(name = "user_id", updatable = false)
    private UUID layAdviser;

    @Column(updatable = false)
    private String purpose;

    @Column(updatable = false)
    private int level;

    private Instant startsAt;

    @Enumerated(EnumType.STRING)
    private MeetingMode mode;

    private @Nullable String place;

    /// How often it was moved.
    private int changes;

    @Column(updatable = false)
    private UUID announcedBy;

    @Column(updatable = false)
    private Instant announcedAt;

    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant endedAt;
    private @Nullable LocalDate heldOn;

    protected Observation() {} // for Hibernate

    /// @throws Invalid without a purpose that can be announced
    /// @throws RuleBroken `MTG-18` once the meeting has begun or is called off
    Observation(
            String area, CalendarEntry meeting, AnnounceObserver command, UUID by, Instant now) {
        if (command.purpose().isBlank() || command.purpose().length() > LONGEST) {
            throw new Invalid(
                    "purpose", "observation.problem.purpose", LONGEST, command.purpose().length());
        }
        if (!meeting.state().isAhead() || meeting.startedAt() != null) {
            throw new RuleBroken(ObservationRule.OBSERVER, "observation.too-late");
        }
        this.area = area;
        meetingId = meeting.id();
        layAdviser = command.layAdviser();
        purpose = command.purpose().strip();
        level = meeting.level();
        follow(meeting);
        announcedBy = by;
        announcedAt = now;
    }

    /// Takes over when and where the meeting is.
    void follow(CalendarEntry meeting) {
        startsAt = meeting.startsAt();
        mode = meeting.mode();
        place = meeting.place();
        changes = meeting.changes();
    }

    /// Nobody observes: the meeting is not held, or the unit takes the announcement back.
    void end(Instant now) {
        endedAt = now;
    }

    /// The meeting was held on that day.
    void held(LocalDate on) {
        heldOn = on;
    }

    /// The lay adviser takes part as an observer and keeps no papers.
    ///
    /// @throws RuleBroken `MTG-18` if it is called off
    void acknowledge(Instant now) {
        requireOpen();
        if (acknowledgedAt == null) {
            acknowledgedAt = now;
        }
    }

    /// Lets the lay adviser write for the board.
    ///
    /// @throws RuleBroken `MTG-18` before the meeting was held, and before they have said that they
    ///   keep no papers
    void requireNotes() {
        requireOpen();
        if (heldOn == null) {
            throw new RuleBroken(ObservationRule.OBSERVER, "observation.notes-too-early");
        }
        if (acknowledgedAt == null) {
            throw new RuleBroken(ObservationRule.OBSERVER, "observation.not-acknowledged");
        }
    }

    private void requireOpen() {
        if (endedAt != null) {
            throw new RuleBroken(ObservationRule.OBSERVER, "observation.ended");
        }
    }

    UUID id() {
        return id;
    }

    String area() {
        return area;
    }

    UUID meetingId() {
        return meetingId;
    }

    UUID layAdviser() {
        return layAdviser;
    }

    String purpose() {
        return purpose;
    }

    int level() {
        return level;
    }

    Instant startsAt() {
        return startsAt;
    }

    LocalDate day() {
        return heldOn == null ? London.dayOf(startsAt) : heldOn;
    }

    MeetingMode mode() {
        return mode;
    }

    Optional<String> place() {
        return Optional.ofNullable(place);
    }

    int changes() {
        return changes;
    }

    Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    boolean isEnded() {
        return endedAt != null;
    }

    Optional<LocalDate> heldOn() {
        return Optional.ofNullable(heldOn);
    }
}
