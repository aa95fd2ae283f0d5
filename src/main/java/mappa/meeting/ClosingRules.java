package mappa.meeting;

import static mappa.meeting.RecordSection.CONTINGENCY;
import static mappa.meeting.RecordSection.DISCLOSURE;
import static mappa.meeting.RecordSection.INDIVIDUAL;
import static mappa.meeting.RecordSection.LEVEL;
import static mappa.meeting.RecordSection.NEXT_REVIEW;
import static mappa.meeting.RecordSection.OPENING;
import static mappa.meeting.RecordSection.PLAN;
import static mappa.meeting.RecordSection.RISK;
import static mappa.meeting.RecordSection.VICTIMS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mappa.caseload.Category;
import org.jspecify.annotations.Nullable;

/// What must be recorded before a meeting can be closed, and what its decisions are.
///
/// @param level of the meeting
/// @param category null where the case is in none
/// @param heldOn day of the meeting
/// @param limits the last day for the next meeting at Level 2 and at Level 3
record ClosingRules(
        MeetingRecord record,
        int level,
        @Nullable Category category,
        LocalDate heldOn,
        Limits limits) {

    /// The last day for the next meeting; null where the limit does not run because the person is
    /// held, so that the chair must say a day (R-MTG-04).
    record Limits(@Nullable LocalDate level2, @Nullable LocalDate level3) {

        @Nullable LocalDate at(int level) {
            return level == 3 ? level3 : level2;
        }
    }

    /// All that is missing, in the order of the record.
    List<Blocker> blockers() {
        var missing = new ArrayList<Blocker>();
        if (!record.is(OPENING, "statement", RecordChoice.READ)) {
            missing.add(Blocker.of(OPENING, MeetingRule.STATEMENT, "meeting.blocks.statement"));
        }
        if (!record.has(VICTIMS, "considered")) {
            missing.add(Blocker.of(VICTIMS, MeetingRule.VICTIMS, "meeting.blocks.victims"));
        }
        var blank =
                Stream.of("public", "knownAdult", "children", "staff", "prisoners", "self")
                        .filter(group -> !record.has(RISK, group))
                        .count();
        if (blank > 0) {
            missing.add(Blocker.of(RISK, MeetingRule.RISK, "meeting.blocks.risk", blank));
        }
        plan(missing);
        if (!record.has(DISCLOSURE, "disclosure") || !record.has(DISCLOSURE, "disclosureReasons")) {
            missing.add(
                    Blocker.of(DISCLOSURE, MeetingRule.DISCLOSURE, "meeting.blocks.disclosure"));
        }
        level(missing);
        individual(missing);
        next(missing);
        return missing;
    }

    private void plan(List<Blocker> missing) {
        var empty =
                Stream.of("supervision", "monitoring", "interventions", "victimSafety")
                        .filter(pillar -> !record.has(PLAN, pillar))
                        .count();
        if (empty > 0 && !record.has(PLAN, "emptyPillars")) {
            missing.add(Blocker.of(PLAN, MeetingRule.PILLARS, "meeting.blocks.pillars", empty));
        }
        if (!record.is(PLAN, "planAgreed", RecordChoice.AGREED)) {
            missing.add(Blocker.of(PLAN, MeetingRule.PLAN, "meeting.blocks.plan"));
        }
        if (!record.has(CONTINGENCY, "contingency")) {
            missing.add(Blocker.of(CONTINGENCY, MeetingRule.PLAN, "meeting.blocks.contingency"));
        }
    }

    private void level(List<Blocker> missing) {
        if (!record.has(LEVEL, "level") || !record.has(LEVEL, "rationale")) {
            missing.add(Blocker.of(LEVEL, MeetingRule.LEVEL_DECISION, "meeting.blocks.level"));
        }
        if (isExit() && !record.has(LEVEL, "remainingPlan")) {
            missing.add(
                    Blocker.of(LEVEL, MeetingRule.REMAINING_PLAN, "meeting.blocks.remaining-plan"));
        }
        if ((level == 3 || decided() == 3) && !record.has(LEVEL, "criticalCase")) {
            missing.add(
                    Blocker.of(LEVEL, MeetingRule.CRITICAL_CASE, "meeting.blocks.critical-case"));
        }
    }

    private void individual(List<Blocker> missing) {
        var withheld =
                record.is(INDIVIDUAL, "told", RecordChoice.WITHHELD)
                        || record.is(INDIVIDUAL, "invited", RecordChoice.WITHHELD);
        if (!record.has(INDIVIDUAL, "told")
                || !record.has(INDIVIDUAL, "invited")
                || withheld && !record.has(INDIVIDUAL, "withheldReason")) {
            missing.add(
                    Blocker.of(INDIVIDUAL, MeetingRule.INDIVIDUAL, "meeting.blocks.individual"));
        }
    }

    private void next(List<Blocker> missing) {
        if (isExit() || !record.has(LEVEL, "level")) {
            return;
        }
        var limit = limits.at(decided());
        var day = chairsDate();
        if (day.isEmpty() && limit == null) {
            missing.add(
                    Blocker.of(NEXT_REVIEW, MeetingRule.LIMIT, "meeting.blocks.next-while-held"));
        }
        if (day.isPresent() && !day.get().isAfter(heldOn)) {
            missing.add(
                    Blocker.of(
                            NEXT_REVIEW,
                            MeetingRule.LIMIT,
                            "meeting.blocks.next-not-after",
                            heldOn));
        }
        if (day.isPresent() && limit != null && day.get().isAfter(limit)) {
            missing.add(
                    Blocker.of(
                            NEXT_REVIEW,
                            MeetingRule.LIMIT,
                            "meeting.blocks.next-past-limit",
                            limit,
                            day.get()));
        }
    }

    /// What was decided; only of a record without blockers.
    Closing closing() {
        return new Closing(
                decided(),
                record.value(LEVEL, "rationale").orElseThrow(),
                isExit() ? null : chairsDate().orElse(null),
                record.value(NEXT_REVIEW, "nextReason").orElse(null));
    }

    private Optional<LocalDate> chairsDate() {
        return record.value(NEXT_REVIEW, "nextBy").map(LocalDate::parse);
    }

    private boolean isExit() {
        return record.is(LEVEL, "level", RecordChoice.EXIT);
    }

    private int decided() {
        return switch (record.value(LEVEL, "level").orElse("STAY")) {
            case "LEVEL_2" -> 2;
            case "LEVEL_3" -> 3;
            case "EXIT" -> 1;
            default -> level;
        };
    }
}
