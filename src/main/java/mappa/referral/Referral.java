package mappa.referral;

import static mappa.referral.ReferralRule.CLOCK;
import static mappa.referral.ReferralRule.COMPLETE;
import static mappa.referral.ReferralRule.CRITICAL_CASE;
import static mappa.referral.ReferralRule.DECIDED;
import static mappa.referral.ReferralRule.FEEDBACK;
import static mappa.referral.ReferralRule.MORE_INFORMATION;
import static mappa.referral.ReferralRule.NEVER_LEVEL_1;
import static mappa.referral.ReferralRule.REASON;
import static mappa.referral.ReferralRule.REFERRED_AGAIN;
import static mappa.referral.ReferralState.ACCEPTED;
import static mappa.referral.ReferralState.DECLINED;
import static mappa.referral.ReferralState.DRAFT;
import static mappa.referral.ReferralState.EXPIRED;
import static mappa.referral.ReferralState.INCOMPLETE;
import static mappa.referral.ReferralState.IN_SCREENING;
import static mappa.referral.ReferralState.SUBMITTED;
import static mappa.referral.ReferralState.WAITING_FOR_REFERRER;
import static mappa.referral.ReferralState.WITHDRAWN;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import mappa.schedule.FirstMeeting;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// A person whom an agency asks the area to manage at Level 2 or 3.
@Entity
class Referral {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(name = "area_code")
    private String area;

    @Column(name = "referrer_id")
    private UUID referrer;

    @Column(name = "agency_id")
    private @Nullable UUID agency;

    @Enumerated(EnumType.STRING)
    private ReferralState state = DRAFT;

    private int category;
    private int requestedLevel;
    private boolean urgent;

    private Instant startedAt;
    private Instant touchedAt;

    @Column(name = "declined_before_id")
    private @Nullable UUID declinedBefore;

    @Column(name = "person_id")
    private @Nullable UUID person;

    private @Nullable UUID caseId;
    private @Nullable String reference;

    private @Nullable Instant submittedAt;
    private int checkRound;
    private @Nullable Instant sentToPanelAt;
    private @Nullable LocalDate panelDueOn;
    private @Nullable Integer daysLeft;
    private @Nullable LocalDate answerDueOn;
    private @Nullable Instant clockStartedAt;
    private @Nullable Instant endedAt;
    private @Nullable String endReason;

    @OneToOne(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "decision_id")
    private @Nullable ScreeningDecision decision;

    @Embedded private ScreeningPanel panel = new ScreeningPanel();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private List<ReferralSection> sections = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<ReferralCheck> checks = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<ReferralQuestion> questions = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    private List<PassedDeadline> passed = new ArrayList<>();

    protected Referral() {} // for Hibernate

    /// Starts a draft.
    ///
    /// @param agency the referrer's, null if they act for none
    Referral(String area, UUID referrer, @Nullable UUID agency, Instant now) {
        this.area = area;
        this.referrer = referrer;
        this.agency = agency;
        startedAt = now;
        touchedAt = now;
    }

    // ---- writing

    /// Keeps the answers of one section, complete or not.
    ///
    /// @param read how often the section had been saved when the referrer read it; 0 if never
    /// @throws Changed if somebody saved it since, for example in another tab
    /// @throws RuleBroken `REF-02` once the panel has it
    /// @throws Invalid if an answer is no question's, too long, or not of its question's kind
    void save(Section section, Map<String, String> answers, int read, Instant now) {
        requireWritable();
        Answers.check(section, answers);
        var kept = section(section);
        var saves = kept.map(ReferralSection::saves).orElse(0);
        if (read != saves) {
            throw new Changed(ReferralSection.class, read, saves);
        }
        kept.orElseGet(() -> add(section, now)).save(answers, now);
        touchedAt = now;
        readFacts();
    }

    // those that lists and rules ask for
    private void readFacts() {
        category = number(Section.CATEGORY, "category");
        requestedLevel = number(Section.LEVEL, "requestedLevel");
        urgent = answered(Section.URGENCY, "urgent").filter("YES"::equals).isPresent();
    }

    /// Takes over the answers of an earlier referral; what has changed since is asked anew.
    void copy(Referral earlier, Instant now) {
        earlier.sections.stream()
                .filter(kept -> kept.section() != Section.WHAT_HAS_CHANGED)
                .filter(kept -> kept.section() != Section.URGENCY)
                .forEach(kept -> add(kept.section(), now).copy(kept));
        readFacts();
    }

    private ReferralSection add(Section section, Instant now) {
        var added = new ReferralSection(section, now);
        sections.add(added);
        return added;
    }

    /// Says that an earlier referral of the same person was declined not long ago, so that this one
    /// must tell what has changed (R-REF-13).
    void declinedBefore(UUID earlier) {
        declinedBefore = earlier;
    }

    /// Questions that must be answered before it can be sent, in the order of the form.
    List<Gap> gaps() {
        return Answers.gaps(this);
    }

    /// Sends it to the unit, for the first time or again after it came back.
    ///
    /// @throws RuleBroken `REF-02` with gaps, or if it has been sent
    void send(Instant now) {
        if (state != DRAFT && state != INCOMPLETE) {
            throw new RuleBroken(COMPLETE, "referral.already-sent");
        }
        var gaps = gaps();
        if (!gaps.isEmpty()) {
            throw new RuleBroken(COMPLETE, "referral.gaps", gaps.size());
        }
        state = SUBMITTED;
        if (submittedAt == null) {
            submittedAt = now;
        }
        checkRound++;
        touchedAt = now;
        stopClock();
    }

    // ---- the unit's check

    /// Says who it is about.
    void match(UUID person, UUID caseId, String reference) {
        if (state != SUBMITTED && state != INCOMPLETE) {
            throw new RuleBroken(COMPLETE, "referral.not-to-check");
        }
        this.person = person;
        this.caseId = caseId;
        this.reference = reference;
    }

    /// Gives it back with what is missing.
    ///
    /// @throws RuleBroken `REF-02` if no item is missing or unclear
    void giveBack(List<CheckedItem> items, Timetable times, Instant now) {
        requireToCheck();
        if (items.stream().allMatch(item -> item.finding() == CheckedItem.Finding.PRESENT)) {
            throw new RuleBroken(COMPLETE, "referral.nothing-missing");
        }
        keep(items);
        state = INCOMPLETE;
        askReferrer(times, now);
    }

    /// Opens the panel's first round and starts its clock.
    ///
    /// @throws RuleBroken `REF-02` if something is missing or nobody is matched; `REF-14`, `REF-03`
    ///   if the seats are not filled
    void sendToPanel(
            List<CheckedItem> items,
            List<SeatHolder> holders,
            int votesNeeded,
            Timetable times,
            Instant now) {
        requireToCheck();
        if (person == null) {
            throw new RuleBroken(COMPLETE, "referral.not-matched");
        }
        if (items.stream().anyMatch(item -> item.finding() != CheckedItem.Finding.PRESENT)) {
            throw new RuleBroken(COMPLETE, "referral.something-missing");
        }
        if (!gaps().isEmpty()) {
            throw new RuleBroken(REFERRED_AGAIN, "referral.what-has-changed");
        }
        panel.seat(holders, votesNeeded);
        keep(items);
        state = IN_SCREENING;
        sentToPanelAt = now;
        startClock(times.panelDue(London.dayOf(now), isUrgent()), now);
    }

    private void keep(List<CheckedItem> items) {
        items.forEach(item -> checks.add(new ReferralCheck(checkRound, checks.size() + 1, item)));
    }

    // ---- the panel

    /// A first vote, or one instead of an unconfirmed one.
    Screening vote(UUID person, Ballot ballot, Timetable times, Instant now) {
        requireBallots();
        panel.vote(person, ballot, category(), false, now);
        return decide(times, now);
    }

    /// A later vote instead of one that counts.
    Screening changeVote(UUID person, Ballot ballot, Timetable times, Instant now) {
        requireBallots();
        panel.vote(person, ballot, category(), true, now);
        return decide(times, now);
    }

    /// The unconfirmed vote counts again.
    Screening confirmVote(UUID person, Timetable times, Instant now) {
        requireBallots();
        panel.confirm(person, now);
        return decide(times, now);
    }

    /// Asks the referrer; the clock stands still until they answer.
    ///
    /// @throws RuleBroken `REF-07` without questions
    Screening askForMore(
            UUID person, List<String> asked, String reason, Timetable times, Instant now) {
        requireBallots();
        if (asked.isEmpty() || asked.stream().anyMatch(String::isBlank)) {
            throw new RuleBroken(MORE_INFORMATION, "referral.questions-missing");
        }
        panel.askForMore(person, reason, now);
        var seat = panel.find(person).orElseThrow().code();
        asked.forEach(
                question ->
                        questions.add(
                                new ReferralQuestion(
                                        panel.round(), questions.size() + 1, seat, question, now)));
        state = WAITING_FOR_REFERRER;
        daysLeft = times.left(London.dayOf(now), panelDueOn);
        askReferrer(times, now);
        return screening();
    }

    /// The referrer answers, the next round begins and the clock goes on.
    ///
    /// @param answers by id of the question, for each one that is open
    /// @throws RuleBroken `REF-07` if nothing was asked or a question is left out
    void answer(Map<UUID, String> answers, Timetable times, Instant now) {
        if (state != WAITING_FOR_REFERRER) {
            throw new RuleBroken(MORE_INFORMATION, "referral.nothing-asked");
        }
        for (var question : openQuestions()) {
            if (answers.getOrDefault(question.id(), "").isBlank()) {
                throw new RuleBroken(MORE_INFORMATION, "referral.answer-missing");
            }
        }
        openQuestions().forEach(question -> question.answer(answers.get(question.id()), now));
        panel.nextRound();
        state = IN_SCREENING;
        startClock(times.panelDueAgain(London.dayOf(now), daysLeft), now);
    }

    /// The person leaves their seat because of a conflict of interest (R-ACC-03).
    ///
    /// @param deputies for that seat, in order
    /// @return the seat, with whoever holds it now
    PanelSeat declareConflict(UUID person, String reason, List<UUID> deputies, Instant now) {
        requirePanel();
        return panel.declareConflict(person, reason, deputies, now);
    }

    /// The deputy takes over for somebody who is away (R-REF-06).
    PanelSeat callDeputy(String seat, String reason, List<UUID> deputies) {
        requirePanel();
        if (reason.isBlank()) {
            throw new RuleBroken(REASON, "referral.reason-missing");
        }
        return panel.callDeputy(seat, deputies);
    }

    /// Fills an empty seat.
    ///
    /// @param coordinators all of the area: one of them names, unless all have a conflict
    void nameSubstitute(String seat, UUID substitute, UUID by, Set<UUID> coordinators) {
        requirePanel();
        panel.nameSubstitute(seat, substitute, by, coordinators);
    }

    /// Keeps what a seat that had not voted thinks of the decision; it changes nothing.
    void recordDifferentView(UUID person, Vote vote, String reason, Instant now) {
        if (decision == null) {
            throw new RuleBroken(DECIDED, "referral.not-decided");
        }
        if (London.dayOf(now).isAfter(decision.differentViewUntil())) {
            throw new RuleBroken(
                    DECIDED, "referral.different-view-late", decision.differentViewUntil());
        }
        panel.recordDifferentView(person, vote, reason, now);
    }

    private Screening decide(Timetable times, Instant now) {
        var screening = panel.screening();
        switch (screening) {
            case Screening.Accepted(var level) -> decided(ACCEPTED, level, times, now);
            case Screening.Declined() -> decided(DECLINED, null, times, now);
            case Screening.Open _, Screening.MoreNeeded _ -> {}
        }
        return screening;
    }

    /// Says by when the first meeting must be held, once accepted.
    void firstMeeting(FirstMeeting meeting) {
        decision.firstMeeting(meeting);
    }

    private void decided(
            ReferralState outcome, @Nullable Integer level, Timetable times, Instant now) {
        state = outcome;
        decision =
                new ScreeningDecision(id, level, now, times.differentViewUntil(London.dayOf(now)));
        stopClock();
    }

    /// What the panel has come to; still open before it has begun.
    Screening screening() {
        return state == WAITING_FOR_REFERRER
                ? new Screening.MoreNeeded(answerDueOn)
                : panel.screening();
    }

    // ---- the end

    /// Takes it back before a decision, with a reason.
    void withdraw(String reason, Instant now) {
        requireNotOver();
        if (reason.isBlank()) {
            throw new RuleBroken(REASON, "referral.reason-missing");
        }
        end(WITHDRAWN, reason, now);
    }

    /// Closes one that nobody went on with.
    ///
    /// @throws RuleBroken `REF-11` before its time
    void expire(Timetable times, Instant now) {
        requireNotOver();
        if (!mayExpire(times, now)) {
            throw new RuleBroken(
                    CLOCK,
                    "referral.not-expired",
                    times.limits().draftDays(),
                    times.limits().incompleteDays());
        }
        end(EXPIRED, null, now);
    }

    /// Whether the unit may close it because it has lain too long.
    boolean mayExpire(Timetable times, Instant now) {
        var since = London.dayOf(touchedAt);
        var today = London.dayOf(now);
        return switch (state) {
            case DRAFT -> times.isUntouchedTooLong(since, today);
            case INCOMPLETE -> times.isUnansweredTooLong(since, today);
            default -> false;
        };
    }

    /// Gives the referrer more time.
    ///
    /// @param until the new last day, after today and after the one before
    void extendAnswer(LocalDate until, Instant now) {
        if (!state.isWithReferrer()) {
            throw new RuleBroken(CLOCK, "referral.nothing-to-extend");
        }
        if (!until.isAfter(London.dayOf(now)) || !until.isAfter(answerDueOn)) {
            throw new Invalid("until", "referral.extend-later", answerDueOn);
        }
        answerDueOn = until;
        clockStartedAt = now;
    }

    /// Tells the referrer what was decided and why.
    void sendFeedback(Feedback feedback, Instant now) {
        if (decision == null) {
            throw new RuleBroken(DECIDED, "referral.not-decided");
        }
        if (decision.feedbackSentAt() != null) {
            throw new RuleBroken(FEEDBACK, "referral.feedback-sent");
        }
        if (feedback.reasons().isBlank()) {
            throw new RuleBroken(FEEDBACK, "referral.feedback-missing");
        }
        if (state == DECLINED && feedback.pathway() == null) {
            throw new RuleBroken(FEEDBACK, "referral.pathway-missing");
        }
        if (feedback.pathway() == Pathway.LEVEL_1 && category() == 3) {
            throw new RuleBroken(NEVER_LEVEL_1, "referral.pathway-level-1");
        }
        var level = decision.level();
        var considered = feedback.criticalCase() != null && feedback.criticalCaseReason() != null;
        if (level != null && level == 3 && !considered) {
            throw new RuleBroken(CRITICAL_CASE, "referral.critical-case");
        }
        decision.sendFeedback(feedback, now);
    }

    private void end(ReferralState end, @Nullable String reason, Instant now) {
        state = end;
        endedAt = now;
        endReason = reason;
        stopClock();
    }

    // ---- the clock

    /// The next deadline that has not acted; its moment may have passed already.
    Optional<Deadline> nextDeadline(Timetable times) {
        return deadlines(times).stream().findFirst();
    }

    /// Deadlines that have come and not acted yet; they now count as acted.
    List<Deadline> passDeadlines(Timetable times, Instant now) {
        var come =
                deadlines(times).stream().filter(deadline -> !deadline.at().isAfter(now)).toList();
        come.forEach(deadline -> passed.add(new PassedDeadline(deadline, now)));
        return come;
    }

    // those that were over before the clock started are nobody's reminder any more
    private List<Deadline> deadlines(Timetable times) {
        if (clockStartedAt == null) {
            return List.of();
        }
        var all =
                state == IN_SCREENING
                        ? times.ofPanel(panelDueOn, isUrgent())
                        : times.ofAnswer(answerDueOn);
        return all.stream()
                .filter(deadline -> deadline.at().isAfter(clockStartedAt))
                .filter(deadline -> passed.stream().noneMatch(acted -> acted.isFor(deadline)))
                .sorted(Comparator.comparing(Deadline::at))
                .toList();
    }

    /// How many deadlines of a kind have acted.
    int passed(Deadline.Kind kind) {
        return (int) passed.stream().filter(acted -> acted.kind() == kind).count();
    }

    private void askReferrer(Timetable times, Instant now) {
        answerDueOn = times.answerDue(London.dayOf(now));
        touchedAt = now;
        clockStartedAt = now;
    }

    private void startClock(LocalDate dueOn, Instant now) {
        panelDueOn = dueOn;
        answerDueOn = null;
        daysLeft = null;
        clockStartedAt = now;
    }

    private void stopClock() {
        answerDueOn = null;
        daysLeft = null;
        clockStartedAt = null;
    }

    // ---- refusals

    /// @throws RuleBroken `REF-02` once the panel has it
    void requireWritable() {
        if (!isWritable()) {
            throw new RuleBroken(COMPLETE, "referral.fixed");
        }
    }

    /// Whether its referrer can still change it.
    boolean isWritable() {
        return state == DRAFT || state == INCOMPLETE || state == SUBMITTED;
    }

    private void requireToCheck() {
        if (state != SUBMITTED) {
            throw new RuleBroken(COMPLETE, "referral.not-to-check");
        }
    }

    private void requireBallots() {
        requirePanel();
        if (state == WAITING_FOR_REFERRER) {
            throw new RuleBroken(MORE_INFORMATION, "referral.waiting");
        }
    }

    private void requirePanel() {
        requireNotOver();
        if (!state.isWithPanel()) {
            throw new RuleBroken(COMPLETE, "referral.not-with-panel");
        }
    }

    private void requireNotOver() {
        if (state.isDecided()) {
            throw new RuleBroken(DECIDED, "referral.already-decided");
        }
        if (state.isOver()) {
            throw new RuleBroken(DECIDED, "referral.ended");
        }
    }

    // ---- what it says

    private Optional<ReferralSection> section(Section section) {
        return sections.stream().filter(kept -> kept.section() == section).findFirst();
    }

    /// The answer to a question; empty if there is none.
    Optional<String> answered(Section section, String question) {
        return section(section)
                .map(kept -> kept.answers().get(question))
                .filter(answer -> !answer.isBlank());
    }

    private int number(Section section, String question) {
        return answered(section, question).map(Integer::valueOf).orElse(0);
    }

    /// 1 to 4; 0 while unknown.
    int category() {
        return category;
    }

    /// 2 or 3; 0 while unknown.
    int requestedLevel() {
        return requestedLevel;
    }

    boolean isUrgent() {
        return urgent;
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

    UUID referrer() {
        return referrer;
    }

    @Nullable UUID agency() {
        return agency;
    }

    ReferralState state() {
        return state;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant touchedAt() {
        return touchedAt;
    }

    /// Id of the referral that was declined not long ago; null if there is none.
    @Nullable UUID declinedBefore() {
        return declinedBefore;
    }

    @Nullable UUID person() {
        return person;
    }

    @Nullable UUID caseId() {
        return caseId;
    }

    /// Its number in the case, `NS-26-0412/R1`; null until it is matched.
    @Nullable String reference() {
        return reference;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    /// How often it has been sent to the unit.
    int checkRound() {
        return checkRound;
    }

    @Nullable Instant sentToPanelAt() {
        return sentToPanelAt;
    }

    /// Last day for the panel's votes; null before the panel has it.
    @Nullable LocalDate panelDueOn() {
        return panelDueOn;
    }

    /// Working days left on the panel's clock while it stands still; otherwise null.
    @Nullable Integer daysLeft() {
        return daysLeft;
    }

    /// Last day for the referrer's answer; null unless they have been asked.
    @Nullable LocalDate answerDueOn() {
        return answerDueOn;
    }

    /// Last day for whoever has it; null while there is none.
    @Nullable LocalDate dueOn() {
        if (state == IN_SCREENING) {
            return panelDueOn;
        }
        return state.isWithReferrer() ? answerDueOn : null;
    }

    /// When something last happened to it.
    Instant lastAt() {
        var last = touchedAt;
        for (var other : new Instant[] {clockStartedAt, sentToPanelAt, endedAt}) {
            if (other != null && other.isAfter(last)) {
                last = other;
            }
        }
        return decision != null && decision.decidedAt().isAfter(last) ? decision.decidedAt() : last;
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }

    @Nullable String endReason() {
        return endReason;
    }

    /// Null until the panel has decided.
    @Nullable ScreeningDecision decision() {
        return decision;
    }

    ScreeningPanel panel() {
        return panel;
    }

    List<ReferralSection> sections() {
        return List.copyOf(sections);
    }

    /// What the unit found when it checked last; empty before.
    List<CheckedItem> lastCheck() {
        var last = checks.stream().mapToInt(ReferralCheck::round).max().orElse(0);
        return checks.stream()
                .filter(check -> check.round() == last)
                .map(ReferralCheck::checked)
                .toList();
    }

    List<ReferralQuestion> questions() {
        return List.copyOf(questions);
    }

    List<ReferralQuestion> openQuestions() {
        return questions.stream().filter(ReferralQuestion::isOpen).toList();
    }
}
