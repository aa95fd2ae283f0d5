package mappa.caseload;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import mappa.rule.Invalid;

/// Something about a case that was so from one day to another, who said so and why.
@Entity
class Circumstance extends Spell {

    static final int LONGEST_REASON = 500;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private CircumstanceKind kind;

    @Column(updatable = false)
    private String reason;

    protected Circumstance() {} // for Hibernate

    /// @throws Invalid without a reason, or from a day to come
    Circumstance(Case of, CircumstanceKind kind, LocalDate from, String reason, Entry entry) {
        super(notToCome("from", from, entry), null, entry);
        caseId = of.id();
        area = of.area();
        this.kind = kind;
        this.reason = reason(reason);
    }

    private Circumstance(Circumstance earlier, LocalDate to, String reason, Entry entry) {
        super(earlier, earlier.from(), to, entry);
        caseId = earlier.caseId;
        area = earlier.area;
        kind = earlier.kind;
        this.reason = reason;
    }

    /// This circumstance, ended; the row that said how it began stays.
    ///
    /// @param to not before it began
    /// @throws Invalid without a reason, or for a day to come or before it began
    Circumstance ended(LocalDate to, String reason, Entry entry) {
        notToCome("on", to, entry);
        if (to.isBefore(from())) {
            throw new Invalid("on", "caseload.day-not-before", from(), to);
        }
        return new Circumstance(this, to, reason(reason), entry);
    }

    private static LocalDate notToCome(String field, LocalDate day, Entry entry) {
        if (day.isAfter(entry.today())) {
            throw new Invalid(field, "caseload.day-not-in-future", entry.today(), day);
        }
        return day;
    }

    private static String reason(String typed) {
        var reason = typed.strip();
        if (reason.isEmpty()) {
            throw new Invalid("reason", "caseload.circumstance.problem.reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Invalid(
                    "reason",
                    "caseload.circumstance.problem.too-long",
                    LONGEST_REASON,
                    reason.length());
        }
        return reason;
    }

    CircumstanceKind kind() {
        return kind;
    }

    /// Why it was said to be so; of an ended one, why it ended.
    String reason() {
        return reason;
    }
}
