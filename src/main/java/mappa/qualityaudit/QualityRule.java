package mappa.qualityaudit;

import mappa.rule.Rule;

/// The rules of audits that this package upholds.
public enum QualityRule implements Rule {
    /// The board oversees quality; how it samples and scores is the area's own.
    OVERSIGHT("SMB-05", Kind.LOCAL);

    private final String id;
    private final Kind kind;

    QualityRule(String id, Kind kind) {
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
