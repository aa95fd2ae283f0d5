package mappa.meeting;

import static mappa.meeting.RecordSection.ACTIONS;
import static mappa.meeting.RecordSection.ATTENDANCE;
import static mappa.meeting.RecordSection.CONTINGENCY;
import static mappa.meeting.RecordSection.DISCLOSURE;
import static mappa.meeting.RecordSection.INDIVIDUAL;
import static mappa.meeting.RecordSection.LEVEL;
import static mappa.meeting.RecordSection.NEXT_REVIEW;
import static mappa.meeting.RecordSection.OPENING;
import static mappa.meeting.RecordSection.PLAN;
import static mappa.meeting.RecordSection.PREVIOUS_ACTIONS;
import static mappa.meeting.RecordSection.RISK;
import static mappa.meeting.RecordSection.VICTIMS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.caseload.Basis;
import org.jspecify.annotations.Nullable;

/// What must be recorded before a meeting can be closed, and what its decisions are.
///
/// @param level of the meeting
/// @param basis of its category; null where the case is in none
/// @param heldOn day of the meeting
/// @param limits the last days for the next meeting
/// @param earlier actions of earlier meetings that it has to answer
/// @param agreed what it has agreed
record ClosingRules(
        MeetingRecord record,
        UUID meeting,
        int level,
        @Nullable Basis basis,
        LocalDate heldOn,
        Limits limits,
        Attended attended,
        List<AgreedAction> earlier,
        List<AgreedAction> agreed) {

    private static final List<String> PILLARS =
            List.of("supervision", "monitoring", "interventions", "victimSafety");

    /// Who took part, with what follows from it.
    ///
    /// @param asked agencies that were invited
    record Attended(List<Attendance> lines, List<UUID> asked, Quorum quorum) {}

    /// The last day for the next meeting; null where the limit does not run because the person is
    /// held, so that the chair must say a day (R-MTG-04).
    ///
    /// @param repeat the last day where this one goes on without quorum (R-MTG-09)
    /// @param freshFrom an assessment of risk before that day is old (R-RSK-02)
    record Limits(
            @Nullable LocalDate level2,
            @Nullable LocalDate level3,
            LocalDate repeat,
            LocalDate freshFrom) {

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
        attendance(missing);
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
        var incomplete = agreed.stream().filter(one -> !one.isComplete()).count();
        if (incomplete > 0) {
            missing.add(
                    Blocker.of(ACTIONS, MeetingRule.ACTION, "meeting.blocks.actions", incomplete));
        }
        individual(missing);
        next(missing);
        return missing;
    }

    private void attendance(List<Blocker> missing) {
        var late = attended.lines().stream().filter(Attendance::needsStatement).count();
        if (late > 0) {
            missing.add(
                    Blocker.of(
                            ATTENDANCE,
                            MeetingRule.STATEMENT,
                            "meeting.blocks.late-joiners",
                            late));
        }
        if (!attended.quorum().isQuorate() && !record.has(ATTENDANCE, "quorumReason")) {
            missing.add(Blocker.of(ATTENDANCE, MeetingRule.QUORUM, "meeting.blocks.quorum"));
        }
        var unanswered = earlier.stream().filter(one -> one.answerOf(meeting).isEmpty()).count();
        if (unanswered > 0) {
            missing.add(
                    Blocker.of(
                            PREVIOUS_ACTIONS,
                            MeetingRule.PREVIOUS_ACTIONS,
                            "meeting.blocks.previous-actions",
                            unanswered));
        }
    }

    private static String reasonFor(String pillar) {
        return "no" + pillar.substring(0, 1).toUpperCase(Locale.ROOT) + pillar.substring(1);
    }

    private void plan(List<Blocker> missing) {
        for (var pillar : PILLARS) {
            if (!record.has(PLAN, pillar) && !record.has(PLAN, reasonFor(pillar))) {
                missing.add(
                        Blocker.of(PLAN, MeetingRule.PILLARS, "meeting.blocks.pillar." + pillar));
            }
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
        if (record.is(LEVEL, "level", RecordChoice.LEVEL_1) && basis == Basis.DISCRETIONARY) {
            missing.add(Blocker.of(LEVEL, MeetingRule.NEVER_LEVEL_1, "meeting.blocks.level-1"));
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
        var limit = limit();
        var day = chairsDate();
        if (day.isEmpty() && limit == null) {
            missing.add(
                    Blocker.of(NEXT_REVIEW, MeetingRule.LIMIT, "meeting.blocks.next-while-held"));
        }
        if (day.isPresent() && !record.has(NEXT_REVIEW, "nextReason")) {
            missing.add(Blocker.of(NEXT_REVIEW, MeetingRule.LIMIT, "meeting.blocks.next-reason"));
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

    /// What does not stop the closing but should be looked at, in the order of the record.
    List<Blocker> warnings() {
        var warnings = new ArrayList<Blocker>();
        var known = attended.lines().stream().map(Attendance::agency).toList();
        var silent = attended.asked().stream().filter(agency -> !known.contains(agency)).count();
        if (silent > 0) {
            warnings.add(
                    Blocker.of(ATTENDANCE, MeetingRule.RETURN, "meeting.warns.attendance", silent));
        }
        var absent =
                attended.lines().stream()
                        .filter(one -> one.kind() == AttendanceKind.ABSENT)
                        .count();
        if (absent > 0) {
            warnings.add(
                    Blocker.of(ATTENDANCE, MeetingRule.RETURN, "meeting.warns.absent", absent));
        }
        var ungraded =
                attended.lines().stream()
                        .filter(one -> one.kind().isThere() && one.grade().isEmpty())
                        .count();
        if (ungraded > 0) {
            warnings.add(
                    Blocker.of(ATTENDANCE, MeetingRule.SENIORITY, "meeting.warns.grade", ungraded));
        }
        var assessed = record.value(RISK, "assessedOn").map(LocalDate::parse);
        if (assessed.isEmpty()) {
            warnings.add(
                    Blocker.of(RISK, MeetingRule.ASSESSMENT, "meeting.warns.assessment-unknown"));
        } else if (assessed.get().isBefore(limits.freshFrom())) {
            warnings.add(
                    Blocker.of(
                            RISK,
                            MeetingRule.ASSESSMENT,
                            "meeting.warns.assessment-old",
                            assessed.get()));
        }
        return warnings;
    }

    /// What was decided; only of a record without blockers.
    Closing closing() {
        var chairs = isExit() ? null : chairsDate().orElse(null);
        var repeat = attended.quorum().isQuorate() || isExit() ? null : limits.repeat();
        var soon = repeat != null && (chairs == null || repeat.isBefore(chairs));
        return new Closing(
                decided(),
                record.value(LEVEL, "rationale").orElseThrow(),
                soon ? repeat : chairs,
                record.value(soon ? ATTENDANCE : NEXT_REVIEW, soon ? "quorumReason" : "nextReason")
                        .orElse(null));
    }

    /// By when the next meeting is to be held; empty where there is none, or nobody has said yet.
    Optional<LocalDate> nextBy() {
        if (isExit()) {
            return Optional.empty();
        }
        return Stream.of(chairsDate(), Optional.ofNullable(limit()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private @Nullable LocalDate limit() {
        var limit = limits.at(decided());
        return attended.quorum().isQuorate() || limit != null && limit.isBefore(limits.repeat())
                ? limit
                : limits.repeat();
    }

    private Optional<LocalDate> chairsDate() {
        return record.value(NEXT_REVIEW, "nextBy").map(LocalDate::parse);
    }

    private boolean isExit() {
        return decided() == 1;
    }

    /// The level from now on; 1 where the case leaves.
    int decided() {
        return switch (record.value(LEVEL, "level").orElse("STAY")) {
            case "LEVEL_2" -> 2;
            case "LEVEL_3" -> 3;
            case "LEVEL_1", "EXIT" -> 1;
            default -> level;
        };
    }
}
