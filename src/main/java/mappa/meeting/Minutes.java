package mappa.meeting;

import static mappa.meeting.MeetingRule.FIXED_MINUTES;
import static mappa.meeting.MinutesState.APPROVED;
import static mappa.meeting.MinutesState.CHAIR_REVIEW;
import static mappa.meeting.MinutesState.DISTRIBUTED;
import static mappa.meeting.MinutesState.DRAFT;

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
import java.util.Optional;
import java.util.UUID;
import mappa.document.Part;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// The minutes of one closed meeting about one case: drafted from its record, approved by the
/// chair, given to the agencies, and from the approval on corrected by addendum only.
@Entity
class Minutes {

    private static final int LONGEST = 20_000;

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;

    @Column(updatable = false)
    private UUID meetingId;

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

    /// Of the meeting: the process asks for its minutes under this number.
    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private int level;

    @Column(updatable = false)
    private LocalDate heldOn;

    @Column(name = "chair_id", updatable = false)
    private UUID chair;

    @Column(updatable = false)
    private LocalDate draftDueOn;

    @Column(updatable = false)
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private MinutesState state = DRAFT;

    private int draft = 1;

    @Column(name = "sent_by")
    private @Nullable UUID sentBy;

    private @Nullable Instant sentAt;

    @Column(name = "approved_by")
    private @Nullable UUID approvedBy;

    private @Nullable Instant approvedAt;
    private @Nullable Instant distributedAt;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "minutes_id", nullable = false, updatable = false)
    private List<MinutesText> texts = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "minutes_id", nullable = false, updatable = false)
    @OrderBy("draft")
    private List<MinutesReturn> returns = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "minutes_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<MinutesSection> sections = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "minutes_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<MinutesRecipient> recipients = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "minutes_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<MinutesAddendum> addenda = new ArrayList<>();

    protected Minutes() {} // for Hibernate

    /// @param draftDueOn last day for the draft
    /// @param dueOn last day to give them out
    Minutes(Meeting meeting, LocalDate draftDueOn, LocalDate dueOn) {
        meetingId = meeting.id();
        cycleId = meeting.cycleId();
        caseId = meeting.caseId();
        personId = meeting.personId();
        area = meeting.area();
        reference = meeting.reference();
        round = meeting.round();
        level = meeting.level();
        heldOn = meeting.heldOn();
        chair = meeting.chair();
        this.draftDueOn = draftDueOn;
        this.dueOn = dueOn;
    }

    /// Keeps the text of one section of the draft.
    ///
    /// @param read how often it had been saved when the writer read it; 0 if never
    /// @throws Changed if somebody saved it since
    /// @throws RuleBroken `MIN-11` unless it is a draft
    void write(RecordSection section, String given, int read, UUID by, Instant now) {
        require(DRAFT, "meeting.minutes.no-draft");
        if (given.length() > LONGEST) {
            throw new Invalid("text", "meeting.too-long", LONGEST, given.length());
        }
        var kept = text(section);
        var saves = kept.map(MinutesText::saves).orElse(0);
        if (read != saves) {
            throw new Changed(MinutesText.class, read, saves);
        }
        kept.orElseGet(
                        () -> {
                            var added = new MinutesText(section, by, now);
                            texts.add(added);
                            return added;
                        })
                .save(given.strip(), by, now);
    }

    void sendToChair(UUID by, Instant now) {
        require(DRAFT, "meeting.minutes.no-draft");
        state = CHAIR_REVIEW;
        sentBy = by;
        sentAt = now;
    }

    /// The chair wants it changed: another draft.
    void giveBack(String notes, UUID by, Instant now) {
        require(CHAIR_REVIEW, "meeting.minutes.not-with-chair");
        if (notes.isBlank()) {
            throw new Invalid("notes", "meeting.minutes.notes-missing");
        }
        returns.add(new MinutesReturn(draft, notes.strip(), by, now));
        draft++;
        state = DRAFT;
    }

    /// Fixes what it says.
    ///
    /// @param twoPeople whether nobody approves what they wrote
    /// @param content as the chair has read it
    void approve(boolean twoPeople, List<Part> content, UUID by, Instant now) {
        require(CHAIR_REVIEW, "meeting.minutes.not-with-chair");
        if (twoPeople && isDraftedBy(by)) {
            throw new RuleBroken(MeetingRule.OWN_MINUTES, "meeting.minutes.own-draft");
        }
        for (var part : content) {
            sections.add(new MinutesSection(sections.size(), part));
        }
        state = APPROVED;
        approvedBy = by;
        approvedAt = now;
    }

    private boolean isDraftedBy(UUID person) {
        return person.equals(sentBy)
                || texts.stream().anyMatch(text -> text.savedBy().equals(person));
    }

    /// Gives it to an agency, of which these people are told.
    ///
    /// @return the lines of the distribution, one a person
    /// @throws RuleBroken `MIN-11` before the approval, or to an agency that has it
    List<MinutesRecipient> distribute(
            DistributeMinutes.To to,
            List<UUID> people,
            DistributionReason reason,
            UUID by,
            Instant now) {
        requireApproved();
        if (recipients.stream().anyMatch(one -> one.agency().equals(to.agency()))) {
            throw new RuleBroken(FIXED_MINUTES, "meeting.minutes.given-already");
        }
        var given = new ArrayList<MinutesRecipient>();
        for (var person : people) {
            given.add(new MinutesRecipient(to.agency(), person, reason, to.heldBack(), by, now));
        }
        if (people.isEmpty()) {
            given.add(new MinutesRecipient(to.agency(), null, reason, to.heldBack(), by, now));
        }
        recipients.addAll(given);
        return given;
    }

    /// They are with those whom they were meant for; more may follow.
    ///
    /// @return false if they were before
    boolean distributed(Instant now) {
        if (state == DISTRIBUTED) {
            return false;
        }
        state = DISTRIBUTED;
        distributedAt = now;
        return true;
    }

    MinutesAddendum add(AddAddendum command, UUID by, Instant now) {
        requireApproved();
        if (command.what().isBlank()) {
            throw new Invalid("what", "meeting.minutes.what-missing");
        }
        if (command.why().isBlank()) {
            throw new Invalid("why", "meeting.minutes.why-missing");
        }
        var added = new MinutesAddendum(addenda.size() + 1, command, by, now);
        addenda.add(added);
        return added;
    }

    private void require(MinutesState expected, String message) {
        if (state != expected) {
            throw new RuleBroken(FIXED_MINUTES, message);
        }
    }

    private void requireApproved() {
        if (!isApproved()) {
            throw new RuleBroken(FIXED_MINUTES, "meeting.minutes.not-approved");
        }
    }

    // ---- reading

    boolean isApproved() {
        return state == APPROVED || state == DISTRIBUTED;
    }

    UUID id() {
        return id;
    }

    UUID meetingId() {
        return meetingId;
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

    int round() {
        return round;
    }

    int level() {
        return level;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    UUID chair() {
        return chair;
    }

    LocalDate draftDueOn() {
        return draftDueOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    MinutesState state() {
        return state;
    }

    int draft() {
        return draft;
    }

    Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    Optional<UUID> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    Optional<Instant> distributedAt() {
        return Optional.ofNullable(distributedAt);
    }

    List<MinutesText> texts() {
        return List.copyOf(texts);
    }

    Optional<MinutesText> text(RecordSection section) {
        return texts.stream().filter(text -> text.section() == section).findFirst();
    }

    List<MinutesReturn> returns() {
        return List.copyOf(returns);
    }

    /// As approved; empty before, and without those that are held back from the reader.
    List<Part> sections() {
        return sections.stream().map(MinutesSection::part).toList();
    }

    List<MinutesRecipient> recipients() {
        return List.copyOf(recipients);
    }

    /// Without those about a section that is held back from the reader.
    List<MinutesAddendum> addenda() {
        return List.copyOf(addenda);
    }
}
