package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// An agency stayed away from so many meetings in a row that somebody above was told; once for each
/// row of absences and step.
@Entity
class AbsenceEscalation {

    static final int LONGEST_ANSWER = 1_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "area_code", updatable = false)
    private String area;

    @Column(name = "agency_id", updatable = false)
    private UUID agency;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private AbsenceStep step;

    /// The absence with which the row began.
    @Column(updatable = false)
    private UUID sinceId;

    @Column(updatable = false)
    private int absences;

    @Column(updatable = false)
    private Instant at;

    private @Nullable String answer;
    private @Nullable Instant answeredAt;
    private @Nullable UUID answeredBy;

    protected AbsenceEscalation() {} // for Hibernate

    AbsenceEscalation(
            String area, UUID agency, AbsenceStep step, UUID since, int absences, Instant now) {
        this.area = area;
        this.agency = agency;
        this.step = step;
        sinceId = since;
        this.absences = absences;
        at = now;
    }

    /// What came of it.
    ///
    /// @throws Invalid without words, or if it was said already
    void answer(String typed, UUID by, Instant now) {
        var words = typed.strip();
        if (answeredAt != null) {
            throw new Invalid(AttendanceOfAgency.field(id), "meeting.absence.answered-already");
        }
        if (words.isEmpty()) {
            throw new Invalid(AttendanceOfAgency.field(id), "meeting.absence.answer-missing");
        }
        if (words.length() > LONGEST_ANSWER) {
            throw new Invalid(
                    AttendanceOfAgency.field(id),
                    "meeting.too-long",
                    LONGEST_ANSWER,
                    words.length());
        }
        answer = words;
        answeredAt = now;
        answeredBy = by;
    }

    UUID id() {
        return id;
    }

    String area() {
        return area;
    }

    UUID agency() {
        return agency;
    }

    AbsenceStep step() {
        return step;
    }

    UUID sinceId() {
        return sinceId;
    }

    int absences() {
        return absences;
    }

    Instant at() {
        return at;
    }

    Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<UUID> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }
}
