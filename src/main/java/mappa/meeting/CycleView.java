package mappa.meeting;

import java.time.LocalDate;
import java.util.UUID;
import mappa.schedule.MeetingDue;
import org.jspecify.annotations.Nullable;

/// What the next meeting about a case is due by, and whether it is arranged.
///
/// @param reference of the case
/// @param round counts what the process asks anew
/// @param lastHeldOn null before the first meeting
/// @param dueOn null while nothing sets a day
/// @param rule number of the rule that set it
/// @param ahead the meeting that is arranged or under way; null if none is
/// @param aheadOn its day; null if none is
/// @param ended true once the case has left
public record CycleView(
        UUID id,
        UUID caseId,
        String area,
        String reference,
        int level,
        int round,
        int meetings,
        @Nullable LocalDate lastHeldOn,
        @Nullable LocalDate dueOn,
        MeetingDue.Basis basis,
        String rule,
        @Nullable UUID ahead,
        @Nullable LocalDate aheadOn,
        @Nullable MeetingState aheadState,
        boolean ended) {

    static CycleView of(MeetingCycle cycle, @Nullable Meeting ahead) {
        return new CycleView(
                cycle.id(),
                cycle.caseId(),
                cycle.area(),
                cycle.reference(),
                cycle.level(),
                cycle.round(),
                cycle.meetings(),
                cycle.lastHeldOn().orElse(null),
                cycle.dueOn().orElse(null),
                cycle.dueBasis(),
                cycle.dueRule(),
                ahead == null ? null : ahead.id(),
                ahead == null ? null : ahead.dayOf(),
                ahead == null ? null : ahead.state(),
                !cycle.isOpen());
    }
}
