package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// One agency asked to one meeting: its answer, and what it knows.
@Entity
@Table(name = "meeting_invitation")
class Invitation {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "agency_id", updatable = false)
    private UUID agency;

    @Column(name = "person_id")
    private @Nullable UUID person;

    @Enumerated(EnumType.STRING)
    private Relevance relevance;

    @Column(updatable = false)
    private String[] reasons;

    private Instant sentAt;
    private @Nullable Instant takenOffAt;
    private @Nullable String takenOffReason;

    @Enumerated(EnumType.STRING)
    private @Nullable InvitationAnswer answer;

    private @Nullable Instant answeredAt;

    @Column(name = "answered_by")
    private @Nullable UUID answeredBy;

    /// Who said it by telephone, and when; null where the agency has answered itself.
    private @Nullable String toldBy;

    private @Nullable String deputyName;
    private @Nullable String grade;
    private @Nullable String systemsChecked;
    private @Nullable LocalDate checkedOn;

    /// Whether the process has heard of an answer in this round; changes of it stay here.
    private boolean told;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "invitation_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<AgencyReturn> returns = new ArrayList<>();

    protected Invitation() {} // for Hibernate

    Invitation(Invitee invitee, Instant now) {
        agency = invitee.agency();
        person = invitee.person();
        relevance = invitee.relevance();
        reasons = invitee.reasons().stream().map(InviteReason::name).toArray(String[]::new);
        sentAt = now;
    }

    /// Answers, or changes the answer.
    ///
    /// @param heardFrom who said it by telephone, and when; null where the agency answers itself
    /// @return whether the process must hear that the agency has answered
    /// @throws Invalid if a deputy has no name or grade, or 'nothing known' no systems checked
    boolean answer(AnswerInvitation given, @Nullable String heardFrom, UUID by, Instant now) {
        given.check();
        toldBy = heardFrom;
        answer = given.answer();
        deputyName = given.deputyName();
        grade = given.grade();
        systemsChecked = given.systemsChecked();
        checkedOn = given.checkedOn();
        answeredBy = by;
        answeredAt = now;
        var first = !told && given.answer().isFinal();
        told = told || first;
        return first;
    }

    /// Adds a version of what the agency knows.
    ///
    /// @return whether it is the first, of which the process must hear
    boolean send(AgencyReturn given) {
        var first = returns.isEmpty();
        returns.add(given);
        return first;
    }

    /// The date has changed: what was answered counts no more; returns stand.
    void askAgain() {
        answer = null;
        answeredAt = null;
        answeredBy = null;
        toldBy = null;
        told = false;
    }

    /// @param reason kept, because a core agency is only left out with one (R-MTG-07)
    void takeOff(String reason, Instant now) {
        takenOffReason = reason;
        takenOffAt = now;
    }

    void person(@Nullable UUID other) {
        person = other;
    }

    // ---- reading

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID agency() {
        return agency;
    }

    Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    Relevance relevance() {
        return relevance;
    }

    List<InviteReason> reasons() {
        return Arrays.stream(reasons).map(InviteReason::valueOf).toList();
    }

    Instant sentAt() {
        return sentAt;
    }

    boolean isStanding() {
        return takenOffAt == null;
    }

    Optional<String> takenOffReason() {
        return Optional.ofNullable(takenOffReason);
    }

    Optional<InvitationAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    boolean isAnswered() {
        return answer != null && answer.isFinal();
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    Optional<UUID> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    Optional<String> toldBy() {
        return Optional.ofNullable(toldBy);
    }

    Optional<String> deputyName() {
        return Optional.ofNullable(deputyName);
    }

    Optional<String> grade() {
        return Optional.ofNullable(grade);
    }

    Optional<String> systemsChecked() {
        return Optional.ofNullable(systemsChecked);
    }

    Optional<LocalDate> checkedOn() {
        return Optional.ofNullable(checkedOn);
    }

    /// All versions of what the agency has sent, the last last.
    List<AgencyReturn> returns() {
        return List.copyOf(returns);
    }

    boolean isReturned() {
        return !returns.isEmpty();
    }
}
