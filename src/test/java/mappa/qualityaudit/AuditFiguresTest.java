package mappa.qualityaudit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mappa.qualityaudit.Agreement.Pair;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The figures of an audit, worked by hand.
class AuditFiguresTest {

    /// Three samples, four items each: 4 3 - 2, 4 4 3 1, - 2 3 3. Ten were scored, two do not
    /// apply; 4+3+2 + 4+4+3+1 + 2+3+3 = 29; 29 / 10 = 2.90.
    @Test
    @Tag("K-25")
    void theAverageIsTheSumByTheItemsScored() {
        var average =
                Average.of(
                        List.of(
                                score(4),
                                score(3),
                                score(null),
                                score(2),
                                score(4),
                                score(4),
                                score(3),
                                score(1),
                                score(null),
                                score(2),
                                score(3),
                                score(3)));
        assertThat(average).isEqualTo(new Average(29, 10, 2));
        assertThat(average.value()).isEqualByComparingTo("2.90");
    }

    @Test
    @Tag("K-25")
    void halvesGoUpAndNothingScoredIsNoFigure() {
        // 21 / 8 = 2.625
        assertThat(new Average(21, 8, 0).value()).isEqualByComparingTo("2.63");
        assertThat(Average.of(List.of(score(null), score(null))))
                .isEqualTo(new Average(0, 0, 2))
                .extracting(Average::value)
                .isNull();
    }

    /// Six pairs: 4/4, 3/4, 1/4, 2/1, -/3, 3/-. Four were scored by both; one is the same; three
    /// are at most one apart.
    @Test
    @Tag("SMB-05")
    void agreementCountsThePairsThatBothScored() {
        assertThat(
                        Agreement.of(
                                List.of(
                                        new Pair(4, 4),
                                        new Pair(3, 4),
                                        new Pair(1, 4),
                                        new Pair(2, 1),
                                        new Pair(null, 3),
                                        new Pair(3, null))))
                .isEqualTo(new Agreement(1, 3, 4, 2));
    }

    @Test
    @Tag("SMB-05")
    void aReAuditSaysHowMuchHasChanged() {
        assertThat(AuditResults.change(new Average(29, 10, 2), new Average(21, 8, 0)))
                .isEqualByComparingTo("-0.27");
        assertThat(AuditResults.change(new Average(0, 0, 5), new Average(21, 8, 0))).isNull();
    }

    private static ItemScore score(@org.jspecify.annotations.Nullable Integer score) {
        return new ItemScore(0, 0, score);
    }
}
