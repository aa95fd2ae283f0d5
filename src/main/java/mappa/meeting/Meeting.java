package mappa.meeting;

import static mappa.meeting.MeetingRule.CLOSING;
import static mappa.meeting.MeetingState.ADJOURNED;
import static mappa.meeting.MeetingState.CALLED_OFF;
import static mappa.meeting.MeetingState.CLOSED;
import static mappa.meeting.MeetingState.INVITED;
import static mappa.meeting.MeetingState.PLANNED;
import static mappa.meeting.MeetingState.STARTED;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.schedule.ScheduleRule;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// A Level 2 or 3 meeting about one case.
@Entity
class Meeting {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID cycleId;

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

    @Column(updatable = false)
    private int level;

    @Enumerated(EnumType.STRING)
    private MeetingType type;

    @Enumerated(EnumType.STRING)
    private MeetingState state = PLANNED;

    private int round;
    private Instant startsAt;
    private int minutesLong;

    @Enumerated(EnumType.STRING)
    private MeetingMode mode;

    private @Nullable String place;
    private @Nullable String district;

    @Column(name = "chair_id")
    private UUID chair;

    @Column(name = "minute_taker_id")
    private @Nullable UUID minuteTaker;

    private LocalDate returnsDueOn;

    /// The day by which it had to be held when it was arranged; null where none was set.
    private @Nullable LocalDate limitOn;

    private @Nullable String limitRule;

    @Column(name = "departure_id")
    private @Nullable UUID departure;

    /// How often its date or who is asked was changed: the sequence of its calendar entry.
    private int changes;

    private Instant arrangedAt;
    private Instant changedAt;
    private @Nullable Instant invitedAt;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "meeting_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<Invitation> invitations = new ArrayList<>();

    protected Meeting() {} // for Hibernate

    Meeting(MeetingCycle cycle, MeetingType type, When when, Instant now) {
        cycleId = cycle.id();
        caseId = cycle.caseId();
        personId = cycle.personId();
        area = cycle.area();
        reference = cycle.reference();
        number = cycle.nextNumber();
        level = cycle.level();
        round = cycle.round();
        limit(cycle);
        this.type = type;
        arrangedAt = now;
        set(when, now);
    }

    /// The day by which it must be held is the cycle's, also when that changes (R-NOT-07).
    final void limit(MeetingCycle cycle) {
        limitOn = cycle.dueOn().orElse(null);
        limitRule = limitOn == null ? null : cycle.dueRule();
    }

    private void set(When when, Instant now) {
        if (!when.startsAt().isAfter(now)) {
            throw new Invalid("startsAt", "meeting.not-in-the-past", London.dayOf(when.startsAt()));
        }
        if (when.returnsDueOn().isAfter(London.dayOf(when.startsAt()))) {
            throw new Invalid(
                    "returnsDueOn",
                    "meeting.returns-before-meeting",
                    London.dayOf(when.startsAt()),
                    when.returnsDueOn());
        }
        startsAt = when.startsAt();
        minutesLong = when.minutesLong();
        mode = when.mode();
        place = when.place();
        district = when.district();
        chair = when.chair();
        minuteTaker = when.minuteTaker();
        returnsDueOn = when.returnsDueOn();
        changedAt = now;
    }

    /// Asks an agency to come.
    ///
    /// @throws RuleBroken `MTG-07` if it is asked already, or the meeting is over
    Invitation invite(Invitee invitee, Instant now) {
        requireAhead();
        if (invitation(invitee.agency()).isPresent()) {
            throw new RuleBroken(MeetingRule.CORE_AGENCIES, "meeting.already-invited");
        }
        var invitation = new Invitation(invitee, now);
        invitations.add(invitation);
        return invitation;
    }

    /// Asks an agency no longer, which changes its calendar entry.
    ///
    /// @throws NotFound if it is no invitation to this meeting
    Invitation takeOff(UUID invitation, String reason, Instant now) {
        requireAhead();
        var taken = invitationOf(invitation);
        taken.takeOff(reason, now);
        changes++;
        return taken;
    }

    /// The agencies are asked.
    void invited(Instant now) {
        requireState(PLANNED);
        if (invitations.isEmpty()) {
            throw new RuleBroken(MeetingRule.CORE_AGENCIES, "meeting.nobody-invited");
        }
        state = INVITED;
        invitedAt = now;
    }

    /// Is held at another time, in another way or by another chair; everybody is asked again.
    void move(When when, int round, Instant now) {
        if (state != PLANNED && state != INVITED) {
            throw new RuleBroken(CLOSING, "meeting.cannot-move");
        }
        set(when, now);
        changes++;
        this.round = round;
        if (state == INVITED) {
            invitations.forEach(Invitation::askAgain);
        }
    }

    void callOff(String reason, Instant now) {
        if (state != PLANNED && state != INVITED) {
            throw new RuleBroken(CLOSING, "meeting.cannot-call-off");
        }
        end(CALLED_OFF, reason, now);
        changes++;
    }

    /// Begins, on its day.
    ///
    /// @param reason why on another day; null on its day
    void start(@Nullable String reason, Instant now) {
        requireState(INVITED);
        if (!London.dayOf(now).equals(London.dayOf(startsAt)) && reason == null) {
            throw new Invalid("reason", "meeting.not-its-day", London.dayOf(startsAt));
        }
        state = STARTED;
        startedAt = now;
        changedAt = now;
    }

    void adjourn(String reason, Instant now) {
        requireState(STARTED);
        end(ADJOURNED, reason, now);
    }

    void close(Instant now) {
        requireState(STARTED);
        end(CLOSED, null, now);
    }

    private void end(MeetingState how, @Nullable String reason, Instant now) {
        state = how;
        endReason = reason;
        endedAt = now;
        changedAt = now;
    }

    void requireState(MeetingState expected) {
        if (state != expected) {
            throw new RuleBroken(
                    CLOSING,
                    expected == PLANNED
                            ? "meeting.invited-already"
                            : expected == INVITED
                                    ? "meeting.not-invited"
                                    : "meeting.not-under-way");
        }
    }

    void requireAhead() {
        if (!state.isAhead()) {
            throw new RuleBroken(CLOSING, "meeting.over");
        }
    }

    /// Whether it is later than it may be.
    boolean isPastLimit() {
        return limitOn != null && dayOf().isAfter(limitOn);
    }

    /// Keeps the departure on which it stands past its limit; it counts as late all the same
    /// (R-GOV-01).
    ///
    /// @param departure from the rule of the limit, on the day of the meeting; null if there is
    ///   none
    /// @throws PastLimit if it is later than it may be although it could still be in time
    void requireInsideLimit(@Nullable UUID departure, LocalDate today) {
        if (isPastLimit() && !today.isAfter(limitOn) && departure == null) {
            throw new PastLimit(ScheduleRule.of(limitRule), limitOn, dayOf());
        }
        this.departure = isPastLimit() ? departure : null;
    }

    // ---- reading

    UUID id() {
        return id;
    }

    int version() {
        return version;
    }

    UUID cycleId() {
        return cycleId;
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

    int level() {
        return level;
    }

    MeetingType type() {
        return type;
    }

    MeetingState state() {
        return state;
    }

    int round() {
        return round;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutesLong));
    }

    int minutesLong() {
        return minutesLong;
    }

    LocalDate dayOf() {
        return London.dayOf(startsAt);
    }

    /// The day on which it was held, which counts for all that follows; the planned one until it
    /// has begun.
    LocalDate heldOn() {
        return startedAt == null ? dayOf() : London.dayOf(startedAt);
    }

    MeetingMode mode() {
        return mode;
    }

    Optional<String> place() {
        return Optional.ofNullable(place);
    }

    Optional<String> district() {
        return Optional.ofNullable(district);
    }

    UUID chair() {
        return chair;
    }

    Optional<UUID> minuteTaker() {
        return Optional.ofNullable(minuteTaker);
    }

    LocalDate returnsDueOn() {
        return returnsDueOn;
    }

    Optional<LocalDate> limitOn() {
        return Optional.ofNullable(limitOn);
    }

    Optional<String> limitRule() {
        return Optional.ofNullable(limitRule);
    }

    /// The departure from guidance on which its day past the limit stands.
    Optional<UUID> departure() {
        return Optional.ofNullable(departure);
    }

    int changes() {
        return changes;
    }

    Optional<Instant> invitedAt() {
        return Optional.ofNullable(invitedAt);
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    Optional<String> endReason() {
        return Optional.ofNullable(endReason);
    }

    /// Those asked, without the ones taken off again.
    List<Invitation> invitations() {
        return invitations.stream().filter(Invitation::isStanding).toList();
    }

    Optional<Invitation> invitation(UUID agency) {
        return invitations().stream().filter(one -> one.agency().equals(agency)).findFirst();
    }

    /// @throws NotFound if it is no invitation to this meeting
    Invitation invitationOf(UUID invitation) {
        return invitations.stream()
                .filter(one -> one.id().equals(invitation))
                .findFirst()
                .orElseThrow(() -> new NotFound(Invitation.class));
    }
}
