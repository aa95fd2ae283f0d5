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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mappa.caseload.CaseSummary;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// Something that a meeting agreed an agency does. Its agency is asked when the meeting closes;
/// until then it is a note that can be changed or taken off.
@Entity
class AgreedAction {

    private static final int LONGEST = 2_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    private UUID caseId;

    @Column(updatable = false)
    private UUID personId;

    @Column(updatable = false)
    private String area;

    @Column(updatable = false)
    private String reference;

    @Column(updatable = false)
    private int number;

    private String what;

    @Column(name = "agency_id")
    private @Nullable UUID agency;

    @Column(name = "owner_id")
    private @Nullable UUID owner;

    private @Nullable LocalDate dueOn;

    /// Kept when another is agreed (R-ACT-06).
    private @Nullable LocalDate firstDueOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ActionLink serves;

    private @Nullable String power;

    @Enumerated(EnumType.STRING)
    private ActionState state = ActionState.OPEN;

    private @Nullable Instant givenAt;
    private @Nullable String result;

    /// How often its agency was asked: once, and again with each new date.
    private int round;

    /// The action of the area from which the case came; null for one that was agreed here.
    @Column(name = "origin_id", updatable = false)
    private @Nullable UUID origin;

    /// The agency that had it there.
    @Column(name = "origin_agency_id", updatable = false)
    private @Nullable UUID originAgency;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "action_id", nullable = false, updatable = false)
    @OrderBy("answeredAt, id")
    private List<ActionAnswer> answers = new ArrayList<>();

    protected AgreedAction() {} // for Hibernate

    /// @param number in the case, from 1
    AgreedAction(Meeting meeting, int number, AgreeAction agreed) {
        meetingId = meeting.id();
        caseId = meeting.caseId();
        personId = meeting.personId();
        area = meeting.area();
        reference = meeting.reference();
        this.number = number;
        agree(agreed, meeting.dayOf());
    }

    /// An open action of a case that another area takes over, in that area's case: none of its
    /// agencies was asked yet.
    ///
    /// @param number in the case that takes it over, from 1
    AgreedAction(AgreedAction from, CaseSummary to, int number) {
        meetingId = from.meetingId;
        caseId = to.id();
        personId = to.personId();
        area = to.area();
        reference = to.reference();
        this.number = number;
        what = from.what;
        dueOn = from.dueOn;
        firstDueOn = from.firstDueOn;
        serves = from.serves;
        power = from.power;
        result = from.result;
        origin = from.id;
        originAgency = from.agency;
        from.state = ActionState.HANDED_OVER;
    }

    /// Writes it down, or down again.
    ///
    /// @throws RuleBroken `ACT-03` once its agency was asked: a later meeting answers it
    /// @throws Invalid without words, or for a day before the meeting
    final void agree(AgreeAction agreed, LocalDate meetingOn) {
        if (givenAt != null) {
            throw new RuleBroken(MeetingRule.PREVIOUS_ACTIONS, "meeting.action-given");
        }
        what = words("what", agreed.what(), "meeting.action-without-words");
        if (agreed.dueOn() != null && agreed.dueOn().isBefore(meetingOn)) {
            throw new Invalid("dueOn", "meeting.action-due-before", meetingOn, agreed.dueOn());
        }
        agency = agreed.agency();
        owner = agreed.owner();
        dueOn = agreed.dueOn();
        firstDueOn = agreed.dueOn();
        serves = agreed.serves();
        power = agreed.power();
    }

    private static String words(String field, String given, String message) {
        var stripped = given.strip();
        if (stripped.isEmpty()) {
            throw new Invalid(field, message);
        }
        if (stripped.length() > LONGEST) {
            throw new Invalid(field, "meeting.too-long", LONGEST, stripped.length());
        }
        return stripped;
    }

    /// An action that came from another area is one of an agency's of this one.
    ///
    /// @throws RuleBroken `ACT-03` if that, or its end, was settled before
    /// @throws Invalid for a day in the past
    void giveTo(UUID agency, LocalDate dueOn, LocalDate today) {
        requireUnsettled();
        if (dueOn.isBefore(today)) {
            throw new Invalid("dueOn", "meeting.action-due-past", today, dueOn);
        }
        this.agency = agency;
        this.dueOn = dueOn;
        firstDueOn = firstDueOn == null ? dueOn : firstDueOn;
        serves = serves == null ? ActionLink.OTHER_DECISION : serves;
    }

    /// An action that came from another area is not done here, for a reason that stays with it.
    ///
    /// @throws RuleBroken `ACT-03` if that, or its agency, was settled before
    void closeUngiven(String reason) {
        requireUnsettled();
        result = words("reason", reason, "meeting.action-close-without-reason");
        state = ActionState.CANCELLED;
    }

    private void requireUnsettled() {
        if (!isUnsettled()) {
            throw new RuleBroken(MeetingRule.PREVIOUS_ACTIONS, "meeting.action-settled");
        }
    }

    /// Whether it came from another area and nobody has said yet what becomes of it.
    boolean isUnsettled() {
        return origin != null && givenAt == null && state == ActionState.OPEN;
    }

    /// Whether it has all that an action needs (R-ACT-01).
    boolean isComplete() {
        return agency != null && dueOn != null && serves != null;
    }

    /// Its agency is asked now.
    void give(Instant now) {
        givenAt = now;
        round = 1;
    }

    /// The agency says that it is done (R-ACT-05).
    ///
    /// @throws RuleBroken `ACT-03` if it is not open
    void claim(String given) {
        if (givenAt == null || state != ActionState.OPEN) {
            throw new RuleBroken(MeetingRule.PREVIOUS_ACTIONS, "meeting.action-not-open");
        }
        result = words("result", given, "meeting.action-without-result");
        state = ActionState.DONE_CLAIMED;
    }

    /// A later meeting says what became of it; said again at the same meeting, the last counts.
    ///
    /// @throws RuleBroken `ACT-03` if an earlier meeting ended it, or its agency was never asked
    /// @throws Invalid without a result or reason, or without the day of a new date
    void answer(Meeting meeting, AnswerAction given, UUID by, Instant now) {
        var earlier = answerOf(meeting.id());
        if (givenAt == null || earlier.isEmpty() && !state.isOpen()) {
            throw new RuleBroken(MeetingRule.PREVIOUS_ACTIONS, "meeting.action-not-open");
        }
        words("words", given.words(), "meeting.action-answer-without-words");
        if ((given.outcome() == ActionOutcome.NEW_DATE) != (given.dueOn() != null)) {
            throw new Invalid(
                    "dueOn",
                    given.dueOn() == null
                            ? "meeting.action-new-date-missing"
                            : "meeting.action-date-without-new-date");
        }
        if (given.dueOn() != null && !given.dueOn().isAfter(meeting.dayOf())) {
            throw new Invalid("dueOn", "meeting.action-due-before", meeting.dayOf(), given.dueOn());
        }
        var due = earlier.map(ActionAnswer::dueBefore).orElse(dueOn);
        var before = earlier.map(ActionAnswer::stateBefore).orElse(state);
        answers.add(
                new ActionAnswer(
                        meeting.id(), given, Objects.requireNonNull(due), before, by, now));
        state = given.outcome().state();
        dueOn = given.dueOn() == null ? due : given.dueOn();
    }

    /// What a meeting said of it.
    Optional<ActionAnswer> answerOf(UUID meeting) {
        return answers.stream()
                .filter(one -> one.meetingId().equals(meeting))
                .reduce((_, later) -> later);
    }

    /// Its agency is asked again, by another day.
    void askAgain() {
        round++;
    }

    // ---- reading

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID meetingId() {
        return meetingId;
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

    String reference() {
        return reference;
    }

    int number() {
        return number;
    }

    String what() {
        return what;
    }

    Optional<UUID> agency() {
        return Optional.ofNullable(agency);
    }

    Optional<UUID> owner() {
        return Optional.ofNullable(owner);
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    Optional<LocalDate> firstDueOn() {
        return Optional.ofNullable(firstDueOn);
    }

    Optional<ActionLink> serves() {
        return Optional.ofNullable(serves);
    }

    Optional<String> power() {
        return Optional.ofNullable(power);
    }

    ActionState state() {
        return state;
    }

    boolean isGiven() {
        return givenAt != null;
    }

    /// Was a note and no action after all; its number is not used again.
    ///
    /// @throws RuleBroken `ACT-03` if it came from another area: it is closed with a reason
    void takeOff() {
        if (origin != null) {
            throw new RuleBroken(MeetingRule.PREVIOUS_ACTIONS, "meeting.action-came-along");
        }
        state = ActionState.CANCELLED;
    }

    boolean isTakenOff() {
        return !isGiven() && state == ActionState.CANCELLED;
    }

    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    int round() {
        return round;
    }

    /// Whether it came from another area.
    boolean cameAlong() {
        return origin != null;
    }

    Optional<UUID> originAgency() {
        return Optional.ofNullable(originAgency);
    }
}
