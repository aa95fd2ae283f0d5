package mappa.departure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import mappa.rule.Invalid;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// What everybody who watches over the area reads of a departure from guidance.
@Entity
@DynamicUpdate // the database lets nothing but its end be changed
class Departure {

    static final int LONGEST_TEXT = 1_000;

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]{2,4}-\\d{2}-\\d{4,9}(/R\\d+)?");

    @Id private UUID id;
    @Version private int version;

    @Column(name = "area_code")
    private String area;

    private String rule;
    private String reason;
    private UUID approvedBy;
    private LocalDate fromOn;
    private LocalDate toOn;
    private UUID recordedBy;
    private Instant recordedAt;
    private @Nullable LocalDate endedOn;
    private @Nullable UUID endedBy;

    protected Departure() {} // for Hibernate

    /// @param known whether its rule is one that can be departed from
    /// @param approvers who can approve it
    /// @throws Invalid with all that is wrong: the rule, no reason, no approval, days that cannot
    ///   be
    Departure(
            String area,
            RecordDeparture command,
            boolean known,
            Set<UUID> approvers,
            UUID by,
            Instant now) {
        var problems = new ArrayList<Invalid.Problem>();
        if (!known) {
            problems.add(Invalid.Problem.of("rule", "departure.problem.rule"));
        }
        text("what", command.what(), "departure.problem.what", problems);
        var why = text("reason", command.reason(), "departure.problem.reason", problems);
        if (command.approvedBy() == null || !approvers.contains(command.approvedBy())) {
            problems.add(Invalid.Problem.of("approvedBy", "departure.problem.approved-by"));
        }
        if (command.from() == null) {
            problems.add(Invalid.Problem.of("from", "departure.problem.from"));
        }
        if (command.to() == null) {
            problems.add(Invalid.Problem.of("to", "departure.problem.to"));
        } else if (command.from() != null && command.to().isBefore(command.from())) {
            problems.add(
                    Invalid.Problem.of(
                            "to", "departure.problem.to-first", command.from(), command.to()));
        }
        if ((command.thing() == null) != (command.reference() == null)
                || (command.reference() != null
                        && !REFERENCE.matcher(command.reference()).matches())) {
            problems.add(Invalid.Problem.of("thing", "departure.problem.thing"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        id = UuidCreator.getTimeOrderedEpoch();
        this.area = area;
        rule = command.rule();
        reason = why;
        approvedBy = command.approvedBy();
        fromOn = command.from();
        toOn = command.to();
        recordedBy = by;
        recordedAt = now;
    }

    private static String text(
            String field, String typed, String missing, java.util.List<Invalid.Problem> problems) {
        var text = typed.strip();
        if (text.isEmpty()) {
            problems.add(Invalid.Problem.of(field, missing));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(
                    Invalid.Problem.of(
                            field, "departure.problem.too-long", LONGEST_TEXT, text.length()));
        }
        return text;
    }

    /// Ends it before its last day: from this day on it allows nothing.
    void end(LocalDate today, UUID by) {
        if (endedOn != null || today.isAfter(toOn)) {
            throw new Invalid("departure", "departure.problem.ended");
        }
        endedOn = today;
        endedBy = by;
    }

    boolean allowsOn(LocalDate day) {
        return !day.isBefore(fromOn)
                && !day.isAfter(toOn)
                && (endedOn == null || day.isBefore(endedOn));
    }

    UUID id() {
        return id;
    }

    String area() {
        return area;
    }

    String rule() {
        return rule;
    }

    String reason() {
        return reason;
    }

    UUID approvedBy() {
        return approvedBy;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    UUID recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable LocalDate endedOn() {
        return endedOn;
    }

    @Nullable UUID endedBy() {
        return endedBy;
    }
}
