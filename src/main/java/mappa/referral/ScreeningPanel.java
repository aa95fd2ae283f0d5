package mappa.referral;

import static mappa.referral.ReferralRule.CONFLICT;
import static mappa.referral.ReferralRule.FEEDBACK;
import static mappa.referral.ReferralRule.MORE_INFORMATION;
import static mappa.referral.ReferralRule.NEVER_LEVEL_1;
import static mappa.referral.ReferralRule.PANEL;
import static mappa.referral.ReferralRule.REASON;
import static mappa.referral.ReferralRule.SEATS;
import static mappa.referral.ReferralRule.SUBSTITUTE;
import static mappa.referral.SeatState.EMPTY;
import static mappa.referral.SeatState.OPEN;
import static mappa.referral.SeatState.UNCONFIRMED;
import static mappa.referral.SeatState.VOTED;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// The seats of one referral's panel and all that was said on them.
///
/// Upholds who may say what, and what it adds up to; when the panel is open at all, its [Referral]
/// says.
@Embeddable
class ScreeningPanel {

    @Column(name = "panel_round")
    private int round;

    private int votesNeeded;
    private int substitutesNamed;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<PanelSeat> seats = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "referral_id", nullable = false, updatable = false)
    @OrderBy("sequence")
    private List<PanelVote> votes = new ArrayList<>();

    /// Seats the panel for its first round.
    ///
    /// @throws RuleBroken `REF-14` if a seat is empty or the votes needed are not from a majority
    ///   to all, `REF-03` if somebody would hold two
    void seat(List<SeatHolder> holders, int votesNeeded) {
        for (var holder : holders) {
            if (holder.person() == null) {
                throw new RuleBroken(SEATS, "referral.seat-empty", holder.seat());
            }
        }
        if (votesNeeded * 2 <= holders.size() || votesNeeded > holders.size()) {
            throw new RuleBroken(SEATS, "referral.votes-needed", holders.size(), votesNeeded);
        }
        if (holders.stream().map(SeatHolder::person).distinct().count() < holders.size()) {
            throw new RuleBroken(PANEL, "referral.two-seats");
        }
        for (var holder : holders) {
            seats.add(new PanelSeat(seats.size(), holder.seat(), holder.person()));
        }
        this.votesNeeded = votesNeeded;
        round = 1;
    }

    void nextRound() {
        round++;
        seats.forEach(PanelSeat::askToConfirm);
    }

    /// A vote on the person's own seat: the first, one instead of an unconfirmed one, or a later
    /// one.
    ///
    /// @param change whether it is meant to replace a vote that counts
    void vote(UUID person, Ballot ballot, int category, boolean change, Instant now) {
        var seat = seatOf(person);
        if (change) {
            require(seat.state() == VOTED, "referral.no-vote-to-change");
        } else {
            require(seat.state() != VOTED, "referral.has-voted");
        }
        requireBallot(ballot.vote());
        requireReason(ballot.reason());
        if (ballot.vote() == Vote.DECLINE && ballot.pathway() == null) {
            throw new RuleBroken(FEEDBACK, "referral.pathway-missing");
        }
        if (ballot.pathway() == Pathway.LEVEL_1 && category == 3) {
            throw new RuleBroken(NEVER_LEVEL_1, "referral.pathway-level-1");
        }
        var pathway = ballot.vote() == Vote.DECLINE ? ballot.pathway() : null;
        seat.voted(
                add(seat.code(), person, ballot.vote(), ballot.reason(), pathway, null, now).id());
    }

    /// The person's unconfirmed vote counts again, as it was.
    void confirm(UUID person, Instant now) {
        var seat = seatOf(person);
        if (seat.state() != UNCONFIRMED) {
            throw new RuleBroken(MORE_INFORMATION, "referral.nothing-to-confirm");
        }
        var earlier = standing(seat).orElseThrow();
        var again =
                add(
                        seat.code(),
                        person,
                        earlier.vote(),
                        earlier.reason(),
                        earlier.pathway(),
                        earlier.id(),
                        now);
        seat.voted(again.id());
    }

    /// The person asks the referrer before voting; their seat stays open.
    void askForMore(UUID person, String reason, Instant now) {
        var seat = seatOf(person);
        require(seat.state() != VOTED, "referral.has-voted");
        requireReason(reason);
        add(seat.code(), person, Vote.MORE_INFORMATION, reason, null, null, now);
        seat.reopen();
    }

    /// The person leaves their seat for good, and what they had voted is struck out.
    ///
    /// @param deputies who may take the seat, in order; whoever has a conflict or another seat is
    ///   passed over
    /// @return the seat that they left
    PanelSeat declareConflict(UUID person, String reason, List<UUID> deputies, Instant now) {
        var seat = seatOf(person);
        requireReason(reason);
        add(seat.code(), person, Vote.ABSTAIN_CONFLICT, reason, null, null, now);
        seat.passTo(free(deputies).orElse(null));
        return seat;
    }

    /// The deputy takes the seat of somebody who is away.
    ///
    /// @throws RuleBroken `REF-06` if no deputy is free, or the seat's vote counts
    PanelSeat callDeputy(String code, List<UUID> deputies) {
        var seat = seat(code);
        if (seat.state() != OPEN && seat.state() != UNCONFIRMED) {
            throw new RuleBroken(SUBSTITUTE, "referral.no-deputy-needed");
        }
        seat.passTo(
                free(deputies).orElseThrow(() -> new RuleBroken(SUBSTITUTE, "referral.no-deputy")));
        return seat;
    }

    /// Fills a seat that nobody could take.
    ///
    /// @param by a coordinator without a conflict; anybody else only if there is none
    /// @param coordinators all of the area
    void nameSubstitute(String code, UUID substitute, UUID by, Set<UUID> coordinators) {
        var seat = seat(code);
        if (seat.state() != EMPTY) {
            throw new RuleBroken(SUBSTITUTE, "referral.seat-held", code);
        }
        var conflicted = conflicted();
        var entitled =
                coordinators.stream()
                        .filter(coordinator -> !conflicted.contains(coordinator))
                        .collect(Collectors.toSet());
        if (entitled.isEmpty() ? conflicted.contains(by) : !entitled.contains(by)) {
            throw new RuleBroken(SUBSTITUTE, "referral.not-yours-to-name");
        }
        if (conflicted.contains(substitute)) {
            throw new RuleBroken(CONFLICT, "referral.substitute-conflicted");
        }
        if (holds(substitute)) {
            throw new RuleBroken(PANEL, "referral.two-seats");
        }
        seat.passTo(substitute);
        substitutesNamed++;
    }

    /// Keeps what a seat thinks that the decision did not wait for.
    void recordDifferentView(UUID person, Vote vote, String reason, Instant now) {
        var seat = seatOf(person);
        require(seat.state() != VOTED, "referral.has-voted");
        requireBallot(vote);
        requireReason(reason);
        var view = new PanelVote(votes.size() + 1, round, seat.code(), person, vote, reason, now);
        votes.add(view.afterDecision());
    }

    /// What the votes that count add up to (R-REF-04, 05).
    Screening screening() {
        var counted = counted().stream().map(PanelVote::vote).toList();
        int accepts = (int) counted.stream().filter(vote -> vote.backs(2)).count();
        int declines = counted.size() - accepts;
        if (accepts >= votesNeeded) {
            var three = counted.stream().filter(vote -> vote.backs(3)).count() >= votesNeeded;
            return new Screening.Accepted(three ? 3 : 2);
        }
        if (declines >= votesNeeded) {
            return new Screening.Declined();
        }
        var awaited =
                seats.stream().filter(s -> s.state() == OPEN || s.state() == UNCONFIRMED).count();
        return new Screening.Open(Math.max(accepts, declines) + awaited < votesNeeded);
    }

    /// The votes that count, in the order in which they were cast.
    List<PanelVote> counted() {
        return seats.stream()
                .filter(seat -> seat.state() == VOTED)
                .map(seat -> standing(seat).orElseThrow())
                .sorted(Comparator.comparingInt(PanelVote::sequence))
                .toList();
    }

    /// Everybody who has declared a conflict of interest.
    Set<UUID> conflicted() {
        return votes.stream()
                .filter(vote -> vote.vote() == Vote.ABSTAIN_CONFLICT)
                .map(PanelVote::person)
                .collect(Collectors.toSet());
    }

    /// Whether somebody holds a seat now.
    boolean holds(UUID person) {
        return seats.stream().anyMatch(seat -> seat.isHeldBy(person));
    }

    Optional<PanelSeat> find(UUID person) {
        return seats.stream().filter(seat -> seat.isHeldBy(person)).findFirst();
    }

    /// Holders who have not voted, or not confirmed.
    List<PanelSeat> awaited() {
        return seats.stream().filter(s -> s.state() == OPEN || s.state() == UNCONFIRMED).toList();
    }

    int round() {
        return round;
    }

    int substitutesNamed() {
        return substitutesNamed;
    }

    int votesNeeded() {
        return votesNeeded;
    }

    List<PanelSeat> seats() {
        return List.copyOf(seats);
    }

    /// All that was ever said, in order, also what no longer counts.
    List<PanelVote> votes() {
        return List.copyOf(votes);
    }

    /// The seat's vote that counts or would if confirmed.
    Optional<PanelVote> standing(PanelSeat seat) {
        return votes.stream().filter(vote -> vote.id().equals(seat.standing())).findFirst();
    }

    private Optional<UUID> free(List<UUID> deputies) {
        var taken = new HashSet<>(conflicted());
        seats.stream().map(PanelSeat::holder).filter(Objects::nonNull).forEach(taken::add);
        return deputies.stream().filter(deputy -> !taken.contains(deputy)).findFirst();
    }

    private PanelSeat seat(String code) {
        return seats.stream()
                .filter(seat -> seat.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RuleBroken(PANEL, "referral.no-such-seat"));
    }

    private PanelSeat seatOf(UUID person) {
        if (conflicted().contains(person)) {
            throw new RuleBroken(CONFLICT, "referral.conflicted");
        }
        return find(person).orElseThrow(() -> new RuleBroken(PANEL, "referral.not-your-seat"));
    }

    private PanelVote add(
            String seat,
            UUID person,
            Vote vote,
            String reason,
            @Nullable Pathway pathway,
            @Nullable UUID confirms,
            Instant now) {
        var added = new PanelVote(votes.size() + 1, round, seat, person, vote, reason, now);
        votes.add(added.with(pathway, confirms));
        return added;
    }

    private static void require(boolean allowed, String message) {
        if (!allowed) {
            throw new RuleBroken(PANEL, message);
        }
    }

    private static void requireBallot(Vote vote) {
        if (!vote.isBallot()) {
            throw new Invalid("vote", "referral.vote-missing");
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken(REASON, "referral.reason-missing");
        }
    }
}
