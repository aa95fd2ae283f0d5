package mappa.referral;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mappa.referral.BallotEvent.Kind;

/// Sequences of ballot events, as the oracle allows them.
public final class BallotSequences {

    /// One sequence with what it comes to.
    public record Story(List<BallotEvent> events, BallotOracle.Position end) {}

    private static final List<String> VOTES = List.of("ACCEPT_2", "ACCEPT_3", "DECLINE");

    private BallotSequences() {}

    /// Everything that can be tried on a panel at any moment, allowed or not.
    public static List<BallotEvent> alphabet(int seats) {
        var events = new ArrayList<BallotEvent>();
        for (int seat = 0; seat < seats; seat++) {
            for (var kind : Kind.values()) {
                switch (kind) {
                    case VOTE, CHANGE -> {
                        for (var vote : VOTES) {
                            events.add(new BallotEvent(kind, seat, vote));
                        }
                    }
                    case DIFFERENT_VIEW -> events.add(new BallotEvent(kind, seat, "DECLINE"));
                    case ANSWER -> {}
                    default -> events.add(new BallotEvent(kind, seat, ""));
                }
            }
        }
        events.add(new BallotEvent(Kind.ANSWER, 0, ""));
        return events;
    }

    /// Visits each sequence of at most `length` allowed events, shortest first along each branch,
    /// beginning with the empty one.
    public static void visit(BallotOracle from, int length, Consumer<BallotOracle> visitor) {
        visitor.accept(from);
        if (length == 0) {
            return;
        }
        for (var event : alphabet(from.seats())) {
            if (from.allows(event)) {
                visit(from.then(event), length - 1, visitor);
            }
        }
    }

    /// For each distinct outcome of at most five events of three seats, of which two decide, one of
    /// the shortest stories that lead to it.
    public static List<Story> distinctOutcomes() {
        Map<String, Story> byOutcome = new LinkedHashMap<>();
        visit(
                BallotOracle.start(3, 2),
                5,
                oracle -> {
                    var story = new Story(oracle.history(), oracle.position());
                    byOutcome.merge(
                            story.end().outcome(),
                            story,
                            (a, b) -> b.events().size() < a.events().size() ? b : a);
                });
        return List.copyOf(byOutcome.values());
    }
}
