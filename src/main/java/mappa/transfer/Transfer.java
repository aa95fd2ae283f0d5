package mappa.transfer;

import static mappa.transfer.TransferState.ACCEPTED;
import static mappa.transfer.TransferState.DECLINED;
import static mappa.transfer.TransferState.LAPSED;
import static mappa.transfer.TransferState.OFFERED;
import static mappa.transfer.TransferState.RECALLED;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.caseload.CaseSummary;
import mappa.caseload.CaseToHandOver;
import mappa.caseload.Category;
import mappa.caseload.Level;
import mappa.caseload.LevelOfCase;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import mappa.time.London;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A case that one area offers to another. Both read it, so that it holds the minimum facts alone
/// until it is accepted.
@Entity
@Table(name = "case_transfer")
class Transfer {

    static final int LONGEST_REASON = 500;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private String toArea;

    @Column(updatable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    private TransferState state = OFFERED;

    private String initials;

    @Enumerated(EnumType.STRING)
    private Category category;

    @Enumerated(EnumType.STRING)
    private Level level;

    private @Nullable LocalDate lastMetOn;
    private @Nullable LocalDate reviewDueOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Content> contents;

    @Column(updatable = false)
    private UUID offeredBy;

    @Column(updatable = false)
    private Instant offeredAt;

    @Column(updatable = false)
    private LocalDate answerDueOn;

    private @Nullable UUID answeredBy;
    private @Nullable Instant answeredAt;
    private @Nullable String reason;

    @Column(name = "coordinator_id")
    private @Nullable UUID coordinator;

    private @Nullable UUID takenCaseId;
    private @Nullable UUID takenPersonId;
    private @Nullable LocalDate takenOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LevelOfCase> history = List.of();

    protected Transfer() {} // for Hibernate

    /// @param answerDueOn last day for the answer of the other area
    /// @throws Invalid if it is the area that has the case
    Transfer(
            CaseToHandOver found,
            String toArea,
            MinimumFacts facts,
            LocalDate answerDueOn,
            UUID by,
            Instant now) {
        if (found.area().equals(toArea)) {
            throw new Invalid("to", "transfer.own-area");
        }
        caseId = found.caseId();
        personId = found.personId();
        area = found.area();
        reference = found.reference();
        this.toArea = toArea;
        this.answerDueOn = answerDueOn;
        offeredBy = by;
        offeredAt = now;
        facts(facts);
    }

    /// What the other area knows of the case has changed.
    final void facts(MinimumFacts now) {
        initials = now.initials();
        category = now.category();
        level = now.level();
        lastMetOn = now.lastMetOn();
        reviewDueOn = now.reviewDueOn();
        contents = List.copyOf(now.contents());
    }

    /// The other area takes the case over.
    ///
    /// @param facts as they are handed over
    /// @throws RuleBroken `TRF-04` if it is not offered any more
    void accept(AcceptTransfer command, MinimumFacts facts, UUID by, Instant now) {
        requireOffered();
        facts(facts);
        coordinator = command.coordinator();
        takenOn = London.dayOf(now);
        answer(ACCEPTED, by, now);
    }

    /// The case that the other area has from now on, and what came along with it.
    void taken(CaseSummary taken, List<LevelOfCase> history) {
        takenCaseId = taken.id();
        takenPersonId = taken.personId();
        this.history = List.copyOf(history);
    }

    /// @throws RuleBroken `TRF-04` if it is not offered any more
    /// @throws Invalid without a reason
    void decline(String reason, UUID by, Instant now) {
        requireOffered();
        var words = reason.strip();
        if (words.isEmpty()) {
            throw new Invalid("reason", "transfer.reason-missing");
        }
        if (words.length() > LONGEST_REASON) {
            throw new Invalid("reason", "transfer.reason-too-long", LONGEST_REASON, words.length());
        }
        this.reason = words;
        answer(DECLINED, by, now);
    }

    /// @throws RuleBroken `TRF-04` if the other area has answered
    void recall(UUID by, Instant now) {
        requireOffered();
        answer(RECALLED, by, now);
    }

    /// There is nothing to take over any more.
    void lapse(Instant now) {
        requireOffered();
        answer(LAPSED, null, now);
    }

    private void answer(TransferState how, @Nullable UUID by, Instant now) {
        state = how;
        answeredBy = by;
        answeredAt = now;
    }

    void requireOffered() {
        switch (state) {
            case OFFERED -> {}
            case ACCEPTED -> throw refused("transfer.accepted-already");
            case DECLINED -> throw refused("transfer.declined-already");
            case RECALLED -> throw refused("transfer.recalled-already");
            case LAPSED -> throw refused("transfer.lapsed-already");
        }
    }

    private RuleBroken refused(String message) {
        return new RuleBroken(TransferRule.KEPT_UNTIL_ACCEPTED, message, London.dayOf(answeredAt));
    }

    // ---- reading

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    UUID personId() {
        return personId;
    }

    String area() {
        return area;
    }

    String toArea() {
        return toArea;
    }

    String reference() {
        return reference;
    }

    TransferState state() {
        return state;
    }

    MinimumFacts facts() {
        return new MinimumFacts(initials, category, level, lastMetOn, reviewDueOn, contents);
    }

    UUID offeredBy() {
        return offeredBy;
    }

    Instant offeredAt() {
        return offeredAt;
    }

    LocalDate answerDueOn() {
        return answerDueOn;
    }

    Optional<UUID> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /// Why it was declined.
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /// Who answers for the case in the area that took it over.
    Optional<UUID> coordinator() {
        return Optional.ofNullable(coordinator);
    }

    Optional<UUID> takenCaseId() {
        return Optional.ofNullable(takenCaseId);
    }

    Optional<UUID> takenPersonId() {
        return Optional.ofNullable(takenPersonId);
    }

    Optional<LocalDate> takenOn() {
        return Optional.ofNullable(takenOn);
    }

    /// Categories and levels until then, newest first; empty until it is accepted.
    List<LevelOfCase> history() {
        return history;
    }
}
