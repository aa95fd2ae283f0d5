package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// A partner of an area. It is never deleted: it ends, with a day and a reason, and can come back.
@Entity
class Agency {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 500;

    @Id private UUID id;
    @Version private int version;

    @Column(name = "area_code")
    private String area;

    private String name;

    @Enumerated(EnumType.STRING)
    private AgencyKind kind;

    private @Nullable String body;
    private @Nullable String subArea;
    private @Nullable LocalDate endedOn;
    private @Nullable String endReason;

    protected Agency() {} // for Hibernate

    Agency(String area) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
    }

    /// What an agency is called and in what right it takes part.
    ///
    /// @param body code of the [StatutoryBody] that it is; null for a guest
    /// @param subArea district or part of the area that it serves; null for the whole area
    record Details(String name, AgencyKind kind, @Nullable String body, @Nullable String subArea) {

        /// Tidied, with everything that is wrong with it refused at once.
        ///
        /// @param known whether a code stands for a body of that kind today
        Details checked(Predicate<Details> known) {
            var problems = new java.util.ArrayList<Invalid.Problem>();
            var tidy = new Details(name.strip(), kind, blankToNull(body), blankToNull(subArea));
            if (tidy.name.isEmpty()) {
                problems.add(Invalid.Problem.of("name", "agency.problem.name-missing"));
            }
            tooLong("name", tidy.name, problems);
            tooLong("subArea", tidy.subArea, problems);
            if (kind == AgencyKind.INVITED && tidy.body != null) {
                problems.add(Invalid.Problem.of("body", "agency.problem.guest-has-no-duty"));
            }
            if (kind != AgencyKind.INVITED && (tidy.body == null || !known.test(tidy))) {
                problems.add(Invalid.Problem.of("body", "agency.problem.body-missing"));
            }
            if (!problems.isEmpty()) {
                throw new Invalid(problems);
            }
            return tidy;
        }

        private static void tooLong(
                String field, @Nullable String text, java.util.List<Invalid.Problem> problems) {
            if (text != null && text.length() > LONGEST_NAME) {
                problems.add(
                        Invalid.Problem.of(
                                field, "agency.problem.too-long", LONGEST_NAME, text.length()));
            }
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    /// Gives it its name and right.
    ///
    /// @param now checked before
    void describe(Details now) {
        mustStand();
        if (now.equals(details())) {
            throw new Invalid("name", "agency.problem.details-unchanged");
        }
        name = now.name();
        kind = now.kind();
        body = now.body();
        subArea = now.subArea();
    }

    /// Takes no part any more from that day on.
    ///
    /// @param on today or earlier: what hangs on it changes now
    void end(@Nullable LocalDate on, String reason, LocalDate today) {
        mustStand();
        if (on == null) {
            throw new Invalid("on", "agency.problem.end-day-missing");
        }
        if (on.isAfter(today)) {
            throw new Invalid("on", "agency.problem.end-day-to-come", today, on);
        }
        endReason = reason(reason);
        endedOn = on;
    }

    /// Takes part again.
    void reopen() {
        if (endedOn == null) {
            throw new Invalid("reason", "agency.problem.not-ended");
        }
        endedOn = null;
        endReason = null;
    }

    static String reason(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Invalid("reason", "agency.problem.reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "agency.problem.too-long", LONGEST_REASON, reason.length());
        }
        return reason;
    }

    void mustStand() {
        if (endedOn != null) {
            throw new Invalid("name", "agency.problem.ended", endedOn);
        }
    }

    Details details() {
        return new Details(Objects.requireNonNullElse(name, ""), kind, body, subArea);
    }

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    String area() {
        return area;
    }

    String name() {
        return name;
    }

    AgencyKind kind() {
        return kind;
    }

    @Nullable String body() {
        return body;
    }

    @Nullable String subArea() {
        return subArea;
    }

    @Nullable LocalDate endedOn() {
        return endedOn;
    }

    @Nullable String endReason() {
        return endReason;
    }
}
