package mappa.transfer;

import mappa.rule.Rule;

/// The rules of section 4.6 that this package upholds.
public enum TransferRule implements Rule {
    /// The old area keeps the case until the new one has accepted it.
    KEPT_UNTIL_ACCEPTED("TRF-04", Kind.LOCAL);

    private final String id;
    private final Kind kind;

    TransferRule(String id, Kind kind) {
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
