package mappa.caseload;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// Where a person lives, is to live or was living.
@Entity
class PersonAddress {

    private static final int LONGEST = 500;

    @Id private UUID id;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private AddressKind kind;

    @Column(updatable = false)
    private String address;

    @Column(updatable = false)
    private LocalDate validFrom;

    private @Nullable LocalDate validTo;

    @Column(updatable = false)
    private @Nullable LocalDate approvedOn;

    @Column(updatable = false)
    private @Nullable LocalDate verifiedOn;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private @Nullable UUID recordedBy;

    protected PersonAddress() {} // for Hibernate

    /// @throws Invalid if there is no address, or a day on which somebody approved or verified it
    ///   is to come
    PersonAddress(
            UUID personId,
            AddressKind kind,
            String address,
            LocalDate from,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate verifiedOn,
            Entry entry) {
        var problems = new ArrayList<Invalid.Problem>();
        if (address.isBlank()) {
            problems.add(Invalid.Problem.of("address", "caseload.address-needed"));
        } else if (address.length() > LONGEST) {
            problems.add(
                    Invalid.Problem.of("address", "caseload.too-long", LONGEST, address.length()));
        }
        refuseFuture("approvedOn", approvedOn, entry, problems);
        refuseFuture("verifiedOn", verifiedOn, entry, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.personId = personId;
        this.kind = kind;
        this.address = address.strip();
        this.validFrom = from;
        this.approvedOn = approvedOn;
        this.verifiedOn = verifiedOn;
        this.recordedAt = entry.at();
        this.recordedBy = entry.by();
    }

    private static void refuseFuture(
            String field, @Nullable LocalDate day, Entry entry, List<Invalid.Problem> problems) {
        if (day != null && day.isAfter(entry.today())) {
            problems.add(
                    Invalid.Problem.of(field, "caseload.day-not-in-future", entry.today(), day));
        }
    }

    /// @throws Invalid if it had not begun by then
    void end(LocalDate on) {
        if (on.isBefore(validFrom)) {
            throw new Invalid("to", "caseload.day-not-before", validFrom, on);
        }
        validTo = on;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    AddressKind kind() {
        return kind;
    }

    String address() {
        return address;
    }

    LocalDate from() {
        return validFrom;
    }

    @Nullable LocalDate to() {
        return validTo;
    }

    @Nullable LocalDate approvedOn() {
        return approvedOn;
    }

    @Nullable LocalDate verifiedOn() {
        return verifiedOn;
    }
}
