package mappa.expiry;

import mappa.rule.Rule;

/// The rules on categories that end.
public enum ExpiryRule implements Rule {
    /// The coordinator decides before Category 1 or 2 ends at Level 2 or 3.
    DECIDED_BEFORE("CAT-08", Kind.NATIONAL),
    /// Category 3 has a test of its own: a conviction, and a risk that needs meetings.
    CATEGORY_3("CAT-04", Kind.NATIONAL),
    /// Category 3 only for somebody in none of the others.
    CATEGORY_3_LAST("CAT-07", Kind.NATIONAL),
    /// Open actions are closed or handed over when a case leaves.
    ACTIONS("ACT-08", Kind.LOCAL);

    private final String id;
    private final Kind kind;

    ExpiryRule(String id, Kind kind) {
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
