package mappa.qualityaudit;

import java.util.List;

/// The scores that a form takes, the best first (MF12).
public enum ScoreScale {
    /// 4 excellent, 3 satisfactory, 2 unsatisfactory, 1 poor.
    FOUR_TO_ONE(4, 3, 2, 1),
    /// 3 or 1, where a thing was done or was not.
    THREE_OR_ONE(3, 1);

    private final List<Integer> scores;

    ScoreScale(Integer... scores) {
        this.scores = List.of(scores);
    }

    public List<Integer> scores() {
        return scores;
    }

    boolean allows(int score) {
        return scores.contains(score);
    }

    /// Whether two scores can differ by one; where they cannot, *within one* says nothing.
    public boolean hasNeighbours() {
        return this == FOUR_TO_ONE;
    }
}
