package mappa.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/// Panels of other sizes against the oracle, by random sequences.
class BallotPropertiesTest {

    private static final int TRIES = 2000;
    private static final AtomicInteger SMALL = new AtomicInteger();
    private static final AtomicInteger LARGE = new AtomicInteger();

    @Property(tries = TRIES)
    @Tag("REF-14")
    void agreesForOneSeat(@ForAll @Size(max = 8) List<@IntRange(max = 9999) Integer> choices) {
        SMALL.incrementAndGet();
        follow(BallotOracle.start(1, 1), choices);
    }

    @Property(tries = TRIES)
    @Tag("REF-14")
    void agreesForFiveSeatsOfWhichThreeDecide(
            @ForAll @Size(max = 20) List<@IntRange(max = 9999) Integer> choices) {
        LARGE.incrementAndGet();
        follow(BallotOracle.start(5, 3), choices);
    }

    @AfterContainer
    static void ranAllTries() {
        System.out.printf("Ballots: %d tries 1/1, %d tries 5/3%n", SMALL.get(), LARGE.get());
        assertThat(SMALL.get()).isGreaterThanOrEqualTo(TRIES);
        assertThat(LARGE.get()).isGreaterThanOrEqualTo(TRIES);
    }

    // even choices take an allowed event, odd ones any
    private static void follow(BallotOracle oracle, List<Integer> choices) {
        var alphabet = BallotSequences.alphabet(oracle.seats());
        var panel = PanelOnTrial.after(oracle);
        for (var choice : choices) {
            var now = oracle;
            var offered =
                    choice % 2 == 0 ? alphabet.stream().filter(now::allows).toList() : alphabet;
            if (offered.isEmpty()) {
                return;
            }
            var event = offered.get(choice / 2 % offered.size());
            assertThat(panel.tries(event, oracle))
                    .as("%s after %s", event, oracle.history())
                    .isEqualTo(oracle.allows(event));
            if (oracle.allows(event)) {
                oracle = oracle.then(event);
            }
            assertThat(panel.position()).as("%s", oracle.history()).isEqualTo(oracle.position());
        }
    }
}
