package mappa.levelone;

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
import java.util.Objects;
import java.util.UUID;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// A review at Level 1: what was looked at, by whom, what it came to, and with whom the plan was
/// shared. Written once, with the day by which it was due (K-17).
@Entity
class LevelOneReview {

    static final int LONGEST_TEXT = 4_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(updatable = false)
    private UUID stayId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ReviewMode mode;

    @Column(updatable = false)
    private LocalDate heldOn;

    @Column(updatable = false)
    private @Nullable LocalDate dueOn;

    @Column(updatable = false)
    private String tookPart;

    @Column(updatable = false)
    private String evidence;

    @Column(updatable = false, columnDefinition = "uuid[]")
    private List<UUID> sharedWith;

    @Column(updatable = false)
    private LocalDate sharedOn;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ReviewOutcome outcome;

    @Column(updatable = false)
    private String reasons;

    @Column(updatable = false)
    private Instant recordedAt;

    @Column(updatable = false)
    private UUID recordedBy;

    protected LevelOneReview() {} // for Hibernate

    /// @param agencies those of the area
    /// @throws Invalid with all that is missing, or cannot be
    LevelOneReview(
            LevelOneStay of,
            RecordReview command,
            List<UUID> agencies,
            UUID by,
            LocalDate today,
            Instant now) {
        var problems = new ArrayList<Invalid.Problem>();
        days(of, command, today, problems);
        if (command.mode() == null) {
            problems.add(Invalid.Problem.of("mode", "levelone.problem.mode"));
        }
        tookPart = text("tookPart", command.tookPart(), "levelone.problem.took-part", problems);
        evidence = text("evidence", command.evidence(), "levelone.problem.evidence", problems);
        if (command.sharedWith().isEmpty() || !agencies.containsAll(command.sharedWith())) {
            problems.add(Invalid.Problem.of("sharedWith", "levelone.problem.shared-with"));
        }
        if (command.outcome() == null) {
            problems.add(Invalid.Problem.of("outcome", "levelone.problem.outcome"));
        }
        reasons = text("reasons", command.reasons(), "levelone.problem.reasons", problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        stayId = of.id();
        caseId = of.caseId();
        area = of.area();
        dueOn = of.dueOn().orElse(null);
        mode = Objects.requireNonNull(command.mode());
        heldOn = Objects.requireNonNull(command.heldOn());
        sharedWith = command.sharedWith();
        sharedOn = Objects.requireNonNull(command.sharedOn());
        outcome = Objects.requireNonNull(command.outcome());
        recordedAt = now;
        recordedBy = by;
    }

    private static void days(
            LevelOneStay of,
            RecordReview command,
            LocalDate today,
            List<Invalid.Problem> problems) {
        var held = command.heldOn();
        var first = of.heldOn().map(last -> last.plusDays(1)).orElse(of.since());
        if (held == null) {
            problems.add(Invalid.Problem.of("heldOn", "levelone.problem.held-on"));
        } else if (held.isAfter(today)) {
            problems.add(Invalid.Problem.of("heldOn", "levelone.problem.in-future", today, held));
        } else if (held.isBefore(first)) {
            problems.add(Invalid.Problem.of("heldOn", "levelone.problem.too-early", first, held));
        }
        var shared = command.sharedOn();
        if (shared == null) {
            problems.add(Invalid.Problem.of("sharedOn", "levelone.problem.shared-on"));
        } else if (shared.isAfter(today)) {
            problems.add(
                    Invalid.Problem.of("sharedOn", "levelone.problem.in-future", today, shared));
        } else if (held != null && shared.isBefore(held)) {
            problems.add(
                    Invalid.Problem.of("sharedOn", "levelone.problem.too-early", held, shared));
        }
    }

    static String text(String field, String typed, String missing, List<Invalid.Problem> problems) {
        var text = typed.strip();
        if (text.isEmpty()) {
            problems.add(Invalid.Problem.of(field, missing));
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(
                    Invalid.Problem.of(
                            field, "levelone.problem.too-long", LONGEST_TEXT, text.length()));
        }
        return text;
    }

    UUID id() {
        return id;
    }

    ReviewMode mode() {
        return mode;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    /// Whether it was held by the day that was set then; one for which none was set is in time.
    boolean isInTime() {
        return dueOn == null || !heldOn.isAfter(dueOn);
    }

    String tookPart() {
        return tookPart;
    }

    String evidence() {
        return evidence;
    }

    List<UUID> sharedWith() {
        return List.copyOf(sharedWith);
    }

    LocalDate sharedOn() {
        return sharedOn;
    }

    ReviewOutcome outcome() {
        return outcome;
    }

    String reasons() {
        return reasons;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UUID recordedBy() {
        return recordedBy;
    }
}
