package mappa.referral;

import static mappa.referral.ReferralFixtures.COORDINATOR_A;
import static mappa.referral.ReferralFixtures.COORDINATOR_B;
import static mappa.referral.ReferralFixtures.aReferralInScreening;
import static mappa.referral.ReferralFixtures.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The panel against the oracle, sequence by sequence.
@Tag("REF-03")
@Tag("REF-04")
@Tag("REF-05")
@Tag("REF-06")
@Tag("REF-07")
@Tag("ACC-03")
class BallotSequencesTest {

    private static final int LENGTH = 5;

    /// At each allowed sequence every event is tried. One that is refused leaves the panel as it
    /// was, so whatever follows it is a sequence that is visited anyway: all sequences are covered.
    @Test
    void agreesWithTheOracleAfterEverySequenceOfFiveEvents() {
        var alphabet = BallotSequences.alphabet(3);
        var allowed = new AtomicLong();
        var refused = new AtomicLong();
        BallotSequences.visit(
                BallotOracle.start(3, 2),
                LENGTH,
                oracle -> {
                    var panel = PanelOnTrial.after(oracle);
                    var expected = oracle.position();
                    if (!panel.position().equals(expected)) {
                        assertThat(panel.position()).as("%s", oracle.history()).isEqualTo(expected);
                    }
                    allowed.incrementAndGet();
                    if (oracle.history().size() == LENGTH) {
                        return;
                    }
                    for (var event : alphabet) {
                        if (!oracle.allows(event)) {
                            if (panel.tries(event, oracle) || !panel.position().equals(expected)) {
                                assertThat(event).as("after %s", oracle.history()).isNull();
                            }
                            refused.incrementAndGet();
                        }
                    }
                });
        long all = 0;
        for (int length = 0, power = 1; length <= LENGTH; length++, power *= alphabet.size()) {
            all += power;
        }
        System.out.printf(
                "Ballots: %,d sequences of at most %d of %d events covered;"
                        + " %,d allowed ones driven, %,d refusals tried, %d distinct outcomes%n",
                all,
                LENGTH,
                alphabet.size(),
                allowed.get(),
                refused.get(),
                BallotSequences.distinctOutcomes().size());
        assertThat(allowed.get()).isGreaterThan(100_000);
        assertThat(refused.get()).isGreaterThan(100_000);
    }

    @Test
    void acceptsAtOnceAtTheLowerLevel() {
        var referral = aReferralInScreening();

        assertThat(vote(referral, COORDINATOR_A, Vote.ACCEPT_2)).isInstanceOf(Screening.Open.class);
        assertThat(vote(referral, COORDINATOR_B, Vote.ACCEPT_3))
                .isEqualTo(new Screening.Accepted(2));
        assertThat(referral.state()).isEqualTo(ReferralState.ACCEPTED);
    }
}
