package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.rule.Invalid;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What was found of an agreement with an agency: when it was signed and by when it is reviewed, or
/// that there is none (R-INF-05).
@Entity
@Immutable
class Agreement {

    @Id private UUID id;

    @Column(name = "area_code")
    private String area;

    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private AgreementKind kind;

    private @Nullable LocalDate signedOn;
    private @Nullable LocalDate reviewDueOn;
    private Instant recordedAt;
    private UUID recordedBy;

    protected Agreement() {} // for Hibernate

    /// @param signedOn and `reviewDueOn`, or null both: there is none
    /// @throws Invalid if only one is given, it was signed after today, or the review does not
    ///   follow the signature
    Agreement(
            Agency agency,
            AgreementKind kind,
            @Nullable LocalDate signedOn,
            @Nullable LocalDate reviewDueOn,
            LocalDate today,
            Instant now,
            UUID by) {
        if (signedOn == null && reviewDueOn != null) {
            throw new Invalid("signedOn", "agency.problem.signed-missing");
        }
        if (signedOn != null && signedOn.isAfter(today)) {
            throw new Invalid("signedOn", "agency.problem.signed-to-come", today, signedOn);
        }
        if (signedOn != null && reviewDueOn == null) {
            throw new Invalid("reviewDueOn", "agency.problem.review-missing");
        }
        if (signedOn != null && !reviewDueOn.isAfter(signedOn)) {
            throw new Invalid("reviewDueOn", "agency.problem.review-first", signedOn, reviewDueOn);
        }
        id = UuidCreator.getTimeOrderedEpoch();
        area = agency.area();
        agencyId = agency.id();
        this.kind = kind;
        this.signedOn = signedOn;
        this.reviewDueOn = reviewDueOn;
        recordedAt = now;
        recordedBy = by;
    }

    /// How it stands on a day.
    ///
    /// @param notice days before its review from which it is due for review
    AgreementState state(LocalDate on, int notice) {
        if (reviewDueOn == null) {
            return AgreementState.NONE;
        }
        if (on.isAfter(reviewDueOn)) {
            return AgreementState.EXPIRED;
        }
        return on.isBefore(reviewDueOn.minusDays(notice))
                ? AgreementState.LIVE
                : AgreementState.DUE_FOR_REVIEW;
    }

    UUID agencyId() {
        return agencyId;
    }

    AgreementKind kind() {
        return kind;
    }

    @Nullable LocalDate signedOn() {
        return signedOn;
    }

    @Nullable LocalDate reviewDueOn() {
        return reviewDueOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
