package mappa.expiry;

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

/// One decision on a category that ends: what, why, by whom and for which last day. Written once; a
/// later one stands beside it.
@Entity
class ExpiryDecision {

    static final int LONGEST_TEXT = 2_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(updatable = false)
    private UUID expiryId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private ExpiryChoice choice;

    @Column(updatable = false)
    private LocalDate endsOn;

    @Column(updatable = false)
    private LocalDate decidedOn;

    @Column(updatable = false)
    private String reasons;

    @Column(updatable = false)
    private @Nullable String harm;

    @Column(updatable = false)
    private @Nullable String conviction;

    @Column(updatable = false)
    private @Nullable String handedOver;

    @Column(updatable = false)
    private Instant decidedAt;

    @Column(updatable = false)
    private UUID decidedBy;

    protected ExpiryDecision() {} // for Hibernate

    private ExpiryDecision(CategoryExpiry of, ExpiryChoice choice, String reasons) {
        expiryId = of.id();
        caseId = of.caseId();
        area = of.area();
        endsOn = of.endsOn();
        this.choice = choice;
        this.reasons = reasons;
    }

    /// @throws Invalid with all that the test of Category 3 lacks (R-CAT-04, R-CAT-07)
    static ExpiryDecision of(CategoryExpiry of, MoveToCategory3 command) {
        var problems = new ArrayList<Invalid.Problem>();
        var harm = text("harm", command.harm(), "expiry.problem.harm", problems);
        var conviction =
                text("conviction", command.conviction(), "expiry.problem.conviction", problems);
        if (!command.inNoOther()) {
            problems.add(Invalid.Problem.of("inNoOther", "expiry.problem.in-no-other"));
        }
        var reasons = text("reasons", command.reasons(), "expiry.problem.reasons", problems);
        refuse(problems);
        var decision = new ExpiryDecision(of, ExpiryChoice.MOVE, reasons);
        decision.harm = harm;
        decision.conviction = conviction;
        return decision;
    }

    /// @param openActions agreed actions that nobody has ended
    /// @throws Invalid without reasons, or while actions are open that nobody takes over (R-ACT-08)
    static ExpiryDecision of(CategoryExpiry of, LeaveAtExpiry command, long openActions) {
        var problems = new ArrayList<Invalid.Problem>();
        var reasons =
                text("exitReasons", command.reasons(), "expiry.problem.exit-reasons", problems);
        var handedOver = command.handedOver().strip();
        if (openActions > 0 && handedOver.isEmpty()) {
            problems.add(
                    Invalid.Problem.of("handedOver", "expiry.problem.handed-over", openActions));
        }
        refuseTooLong("handedOver", handedOver, problems);
        refuse(problems);
        var decision = new ExpiryDecision(of, ExpiryChoice.EXIT, reasons);
        decision.handedOver = handedOver.isEmpty() ? null : handedOver;
        return decision;
    }

    ExpiryDecision by(UUID person, LocalDate today, Instant now) {
        decidedBy = person;
        decidedOn = today;
        decidedAt = now;
        return this;
    }

    private static String text(
            String field, String typed, String missing, List<Invalid.Problem> problems) {
        var text = typed.strip();
        if (text.isEmpty()) {
            problems.add(Invalid.Problem.of(field, missing));
        }
        refuseTooLong(field, text, problems);
        return text;
    }

    private static void refuseTooLong(String field, String text, List<Invalid.Problem> problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.add(
                    Invalid.Problem.of(
                            field, "expiry.problem.too-long", LONGEST_TEXT, text.length()));
        }
    }

    private static void refuse(List<Invalid.Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    UUID expiryId() {
        return expiryId;
    }

    ExpiryChoice choice() {
        return choice;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    /// Whether it was taken before the date (K-20).
    boolean isInTime() {
        return decidedOn.isBefore(endsOn);
    }

    String reasons() {
        return reasons;
    }

    @Nullable String harm() {
        return harm;
    }

    @Nullable String conviction() {
        return conviction;
    }

    @Nullable String handedOver() {
        return handedOver;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    UUID decidedBy() {
        return decidedBy;
    }
}
