package mappa.caseload;

import mappa.rule.Rule;

/// The rules on categories and levels that this package upholds.
public enum CaseloadRule implements Rule {
    /// One category at a time; to change it, the other is closed as moved.
    ONE_CATEGORY("CAT-01", Kind.NATIONAL),
    /// Category 1 is statutory and lasts as long as the notification requirements.
    CATEGORY_1("CAT-02", Kind.NATIONAL),
    /// Category 2 is statutory and lasts until the end of the sentence or the hospital order.
    CATEGORY_2("CAT-03", Kind.NATIONAL),
    /// Category 3 is discretionary, needs Level 2 or 3 and ends with it.
    CATEGORY_3("CAT-04", Kind.NATIONAL),
    /// Category 4 is statutory by registration or sentence, discretionary by belief.
    CATEGORY_4("CAT-05", Kind.NATIONAL),
    /// Category 4 is not offered before it began; the exact day was not found and is a setting.
    CATEGORY_4_BEGAN("CAT-06", Kind.NOT_FOUND),
    /// Category 3 only for somebody in none of the others.
    CATEGORY_3_LAST("CAT-07", Kind.NATIONAL),
    /// Somebody who looks eligible, was checked and is not, is marked so, with the reason.
    CHECKED_NOT_ELIGIBLE("CAT-09", Kind.NATIONAL),
    /// Under 18 the person is a child, and the case is led and met about as one.
    CHILD("CAT-12", Kind.NATIONAL),
    /// Category 3 and discretionary 4 cannot be at Level 1.
    NEVER_LEVEL_1("LVL-06", Kind.NATIONAL),
    /// Categories 1, 2 and statutory 4 may be at any level.
    ANY_LEVEL("LVL-07", Kind.NATIONAL),
    /// A change of level needs a recorded decision and its reason.
    LEVEL_DECISION("LVL-09", Kind.NATIONAL);

    private final String id;
    private final Kind kind;

    CaseloadRule(String id, Kind kind) {
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
