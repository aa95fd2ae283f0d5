package mappa.observation;

import mappa.rule.Rule;

/// The rules of observers that this package upholds.
public enum ObservationRule implements Rule {
    /// A lay adviser may observe; who and why is announced, and no case papers are kept.
    OBSERVER("MTG-18", Kind.NATIONAL);

    private final String id;
    private final Kind kind;

    ObservationRule(String id, Kind kind) {
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
