package mappa.referral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mappa.referral.BallotEvent.Kind;
import org.jspecify.annotations.Nullable;

/// The table of ballot events once more, written apart: it keeps no state and knows nothing of the
/// product, but reads each answer out of the history of what was allowed.
///
/// People are named by letters: `p0`, `p1`, … on the seats; `d0` deputy of the first two seats,
/// `d1` of the third, none of others; `s…` substitutes; `chair`. Coordinators are `p0`, `p1` and
/// `d0`.
///
/// @param history allowed events only, first to last
public record BallotOracle(int seats, int needed, List<BallotEvent> history) {

    /// Where a panel stands, in words that a test can compare.
    ///
    /// @param seats for each seat its state, holder and vote
    /// @param counted votes that count, with their seat, in the order in which they were cast
    /// @param kept votes of any kind that can still be read
    public record Position(
            String state,
            String level,
            int round,
            List<String> seats,
            List<String> counted,
            int kept) {

        /// What it comes to, without who did it: the votes that decided, or where it waits.
        public String outcome() {
            var decided = state.equals("ACCEPTED") || state.equals("DECLINED");
            var votes = counted.stream().map(vote -> vote.split(" ")[1]).toList();
            return "%s %s round %d %s".formatted(state, level, round, decided ? votes : "");
        }
    }

    public static BallotOracle start(int seats, int needed) {
        return new BallotOracle(seats, needed, List.of());
    }

    public BallotOracle then(BallotEvent event) {
        var longer = new ArrayList<>(history);
        longer.add(event);
        return new BallotOracle(seats, needed, List.copyOf(longer));
    }

    public boolean allows(BallotEvent event) {
        var decided = !verdict().isEmpty();
        var waiting = isWaiting();
        var state = event.kind() == Kind.ANSWER ? "" : seatState(event.seat());
        return switch (event.kind()) {
            case ANSWER -> waiting;
            case VOTE, MORE_INFORMATION ->
                    !decided && !waiting && Set.of("OPEN", "UNCONFIRMED").contains(state);
            case CHANGE -> !decided && !waiting && state.equals("VOTED");
            case CONFIRM -> !decided && !waiting && state.equals("UNCONFIRMED");
            case CONFLICT -> !decided && !state.equals("EMPTY");
            case NAME_BY_COORDINATOR ->
                    !decided && state.equals("EMPTY") && !conflicted().contains("p0");
            case NAME_BY_CHAIR ->
                    !decided
                            && state.equals("EMPTY")
                            && conflicted().containsAll(Set.of("p0", "p1", "d0"));
            case DIFFERENT_VIEW -> decided && Set.of("OPEN", "UNCONFIRMED").contains(state);
        };
    }

    public Position position() {
        var verdict = verdict();
        var state =
                verdict.isEmpty()
                        ? (isWaiting() ? "WAITING_FOR_REFERRER" : "IN_SCREENING")
                        : verdict;
        var each =
                IntStream.range(0, seats)
                        .mapToObj(s -> seatState(s) + " " + holder(s) + " " + voteOn(s))
                        .toList();
        var silent = Set.of(Kind.ANSWER, Kind.NAME_BY_CHAIR, Kind.NAME_BY_COORDINATOR);
        return new Position(
                state.split(" ")[0],
                verdict.isEmpty() ? "-" : verdict.split(" ")[1],
                1 + (int) history.stream().filter(e -> e.kind() == Kind.ANSWER).count(),
                each,
                ballots()
                        .map(i -> history.get(i).seat() + " " + voteOn(history.get(i).seat()))
                        .toList(),
                (int) history.stream().filter(e -> !silent.contains(e.kind())).count());
    }

    /// Who acts in the name of a seat: its holder, or whoever left it last.
    public String actor(int seat) {
        var holder = holder(seat);
        return holder.equals("-") ? lastHolder(seat) : holder;
    }

    /// Who would be named for a seat now.
    public String candidate(int seat) {
        return "s" + seat + "x" + on(seat, Kind.NAME_BY_CHAIR, Kind.NAME_BY_COORDINATOR).count();
    }

    // "ACCEPTED 2", "ACCEPTED 3", "DECLINED -", or nothing: once decided, views change nothing
    private String verdict() {
        var votes = ballots().map(i -> voteOn(history.get(i).seat())).toList();
        Function<String, Long> count = v -> votes.stream().filter(v::equals).count();
        long three = count.apply("ACCEPT_3");
        long two = count.apply("ACCEPT_2");
        if (three >= needed) {
            return "ACCEPTED 3";
        }
        if (three + two >= needed) {
            return "ACCEPTED 2";
        }
        return count.apply("DECLINE") >= needed ? "DECLINED -" : "";
    }

    // places in the history of the ballots that count
    private Stream<Integer> ballots() {
        return IntStream.range(0, seats)
                .filter(seat -> seatState(seat).equals("VOTED"))
                .mapToObj(seat -> lastIndex(seat, Kind.VOTE, Kind.CHANGE, Kind.CONFIRM))
                .sorted(Comparator.naturalOrder());
    }

    private boolean isWaiting() {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).kind() == Kind.ANSWER) {
                return false;
            }
            if (history.get(i).kind() == Kind.MORE_INFORMATION) {
                return true;
            }
        }
        return false;
    }

    private String seatState(int seat) {
        if (holder(seat).equals("-")) {
            return "EMPTY";
        }
        var answered = false;
        for (int i = history.size() - 1; i >= 0; i--) {
            var event = history.get(i);
            if (event.kind() == Kind.ANSWER) {
                answered = true;
            } else if (event.seat() == seat) {
                switch (event.kind()) {
                    case VOTE, CHANGE, CONFIRM -> {
                        return answered ? "UNCONFIRMED" : "VOTED";
                    }
                    case MORE_INFORMATION, CONFLICT, NAME_BY_CHAIR, NAME_BY_COORDINATOR -> {
                        return "OPEN";
                    }
                    case DIFFERENT_VIEW, ANSWER -> {}
                }
            }
        }
        return "OPEN";
    }

    private String voteOn(int seat) {
        if (!Set.of("VOTED", "UNCONFIRMED").contains(seatState(seat))) {
            return "-";
        }
        return history.get(lastIndex(seat, Kind.VOTE, Kind.CHANGE)).vote();
    }

    private int lastIndex(int seat, Kind... kinds) {
        return IntStream.range(0, history.size())
                .filter(i -> history.get(i).seat() == seat)
                .filter(i -> List.of(kinds).contains(history.get(i).kind()))
                .max()
                .orElseThrow();
    }

    private Stream<BallotEvent> on(int seat, Kind... kinds) {
        return history.stream()
                .filter(e -> e.kind() != Kind.ANSWER && e.seat() == seat)
                .filter(e -> List.of(kinds).contains(e.kind()));
    }

    // ---- who sits where: the one thing that must be followed from the beginning

    private String holder(int seat) {
        return Objects.requireNonNullElse(chairs()[seat], "-");
    }

    private String lastHolder(int seat) {
        for (int i = history.size(); i >= 0; i--) {
            var then = new BallotOracle(seats, needed, history.subList(0, i)).chairs()[seat];
            if (then != null) {
                return then;
            }
        }
        throw new IllegalStateException();
    }

    private Set<String> conflicted() {
        var out = new HashSet<String>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).kind() == Kind.CONFLICT) {
                var before = new BallotOracle(seats, needed, history.subList(0, i));
                out.add(before.chairs()[history.get(i).seat()]);
            }
        }
        return out;
    }

    private @Nullable String[] chairs() {
        var chairs = new String[seats];
        for (int seat = 0; seat < seats; seat++) {
            chairs[seat] = "p" + seat;
        }
        var out = new HashSet<String>();
        var named = new int[seats];
        for (var event : history) {
            int seat = event.seat();
            switch (event.kind()) {
                case CONFLICT -> {
                    out.add(chairs[seat]);
                    var deputy = seat < 2 ? "d0" : seat == 2 ? "d1" : null;
                    var free =
                            deputy != null
                                    && !out.contains(deputy)
                                    && Stream.of(chairs).noneMatch(deputy::equals);
                    chairs[seat] = free ? deputy : null;
                }
                case NAME_BY_CHAIR, NAME_BY_COORDINATOR ->
                        chairs[seat] = "s" + seat + "x" + named[seat]++;
                default -> {}
            }
        }
        return chairs;
    }
}
