package mappa.task;

import mappa.rule.Rule;

/// The rules that this package upholds.
public enum TaskRule implements Rule {
    /// Work is held by one person at a time, and closed work stays closed.
    ONE_HOLDER("ACT-07", Kind.LOCAL),
    /// Nobody gets work about a thing that they may not see.
    ACCESS_FIRST("ACC-01", Kind.LOCAL);

    private final String id;
    private final Kind kind;

    TaskRule(String id, Kind kind) {
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
