package mappa.meeting;

import java.time.LocalDate;
import mappa.rule.RuleBroken;
import mappa.schedule.ScheduleRule;

/// A meeting would be later than it may be, and no departure from the rule that says so stands on
/// its day; nothing has changed.
public class PastLimit extends RuleBroken {

    private final LocalDate chosen;

    PastLimit(ScheduleRule rule, LocalDate limit, LocalDate chosen) {
        super(rule, "meeting.past-limit", limit, chosen, rule.id());
        this.chosen = chosen;
    }

    /// The day that was asked for.
    public LocalDate chosen() {
        return chosen;
    }
}
