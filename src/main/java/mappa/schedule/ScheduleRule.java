package mappa.schedule;

import mappa.rule.Rule;

/// The rules that set a due day.
public enum ScheduleRule implements Rule {
    /// Custody or hospital: the first meeting is held in the six months before release.
    MEETING_BEFORE_RELEASE("NOT-02", Kind.NATIONAL),
    /// Community: the first meeting is held within four weeks of sentence.
    MEETING_AFTER_SENTENCE("NOT-03", Kind.NATIONAL),
    /// Working days from acceptance to the first meeting; no public number was found.
    MEETING_AFTER_ACCEPTANCE("REF-12", Kind.NOT_FOUND);

    private final String id;
    private final Kind kind;

    ScheduleRule(String id, Kind kind) {
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
