package mappa.schedule;

import java.util.stream.Stream;
import mappa.rule.Rule;

/// The rules that set a due day.
public enum ScheduleRule implements Rule {
    /// Custody or hospital: the first meeting is held in the six months before release.
    MEETING_BEFORE_RELEASE("NOT-02", Kind.NATIONAL),
    /// Community: the first meeting is held within four weeks of sentence.
    MEETING_AFTER_SENTENCE("NOT-03", Kind.NATIONAL),
    /// Working days from acceptance to the first meeting; no public number was found.
    MEETING_AFTER_ACCEPTANCE("REF-12", Kind.NOT_FOUND),
    /// Level 2: a review at least every 16 weeks while in the community.
    REVIEW_LEVEL_2("MTG-02", Kind.NATIONAL),
    /// Level 3: a review at least every 8 weeks while in the community.
    REVIEW_LEVEL_3("MTG-03", Kind.NATIONAL),
    /// Level 1: a review by the lead agency; the interval was not found in public.
    REVIEW_LEVEL_1("L1-02", Kind.NOT_FOUND),
    /// Days in custody or hospital do not count; while there the chair's date does.
    DAYS_NOT_COUNTED("MTG-04", Kind.LOCAL),
    /// The chair may set a shorter gap.
    CHAIRS_DATE("MTG-05", Kind.LOCAL);

    private final String id;
    private final Kind kind;

    ScheduleRule(String id, Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    /// The rule of that number.
    public static ScheduleRule of(String id) {
        return Stream.of(values())
                .filter(rule -> rule.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule of due days: " + id));
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
