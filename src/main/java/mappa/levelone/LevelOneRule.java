package mappa.levelone;

import mappa.rule.Rule;

/// The rules on Level 1.
public enum LevelOneRule implements Rule {
    /// An initial review and then others, whatever the risk; multi-agency or on paper.
    REVIEWED("L1-01", Kind.NATIONAL),
    /// The plan is shared with relevant agencies after every review.
    PLAN_SHARED("L1-04", Kind.NATIONAL),
    /// What happens prompts the lead agency to refer up.
    PROMPT("L1-05", Kind.LOCAL),
    /// The evidence of a review can be seen.
    EVIDENCE("L1-07", Kind.NATIONAL);

    private final String id;
    private final Kind kind;

    LevelOneRule(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
