package mappa.meeting;

import static mappa.meeting.RecordField.choice;
import static mappa.meeting.RecordField.day;
import static mappa.meeting.RecordField.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Sections of a meeting's record, in the order in which it is held (R-MTG-11).
public enum RecordSection {
    OPENING(
            choice("statement", RecordChoice.READ),
            text("observers"),
            choice("recording", RecordChoice.NO, RecordChoice.YES)),
    ATTENDANCE(choice("chairThere", RecordChoice.YES, RecordChoice.NO), text("quorumReason")),
    PREVIOUS_ACTIONS(text("previousActions")),
    INFORMATION(text("information")),
    VICTIMS(
            choice("considered", RecordChoice.KNOWN, RecordChoice.NONE_KNOWN),
            text("victims"),
            text("conditions")),
    RISK(
            choice("public", RecordField.RISKS),
            choice("knownAdult", RecordField.RISKS),
            choice("children", RecordField.RISKS),
            choice("staff", RecordField.RISKS),
            choice("prisoners", RecordField.RISKS),
            choice("self", RecordField.RISKS),
            text("tool"),
            day("assessedOn"),
            text("imminence"),
            text("triggers"),
            text("protective"),
            text("whatChanged"),
            text("riskDissent")),
    PLAN(
            text("supervision"),
            text("noSupervision"),
            text("monitoring"),
            text("noMonitoring"),
            text("interventions"),
            text("noInterventions"),
            text("victimSafety"),
            text("noVictimSafety"),
            choice("planAgreed", RecordChoice.AGREED, RecordChoice.NOT_AGREED)),
    CONTINGENCY(text("contingency")),
    DISCLOSURE(
            choice(
                    "disclosure",
                    RecordChoice.DISCLOSE,
                    RecordChoice.DO_NOT,
                    RecordChoice.DEFER,
                    RecordChoice.SELF_DISCLOSE),
            text("disclosureReasons"),
            day("deferredTo")),
    MEDIA(choice("interest", RecordChoice.NONE_KNOWN, RecordChoice.KNOWN), text("line")),
    VISOR(choice("checked", RecordChoice.CHECKED, RecordChoice.NOT_APPLICABLE), text("reference")),
    LEVEL(
            choice(
                    "level",
                    RecordChoice.STAY,
                    RecordChoice.LEVEL_2,
                    RecordChoice.LEVEL_3,
                    RecordChoice.LEVEL_1,
                    RecordChoice.EXIT),
            text("rationale"),
            text("remainingPlan"),
            choice("criticalCase", RecordChoice.YES, RecordChoice.NO),
            text("criticalCaseReason"),
            text("dissent")),
    ACTIONS(text("actionsNote")),
    INDIVIDUAL(
            choice("told", RecordChoice.TOLD, RecordChoice.TO_BE_TOLD, RecordChoice.WITHHELD),
            choice("invited", RecordChoice.INVITED, RecordChoice.WITHHELD),
            text("contribution"),
            text("feedback"),
            text("withheldReason")),
    NEXT_REVIEW(day("nextBy"), text("nextReason"));

    private final List<RecordField> fields;

    RecordSection(RecordField... fields) {
        this.fields = List.of(fields);
    }

    public List<RecordField> fields() {
        return fields;
    }

    public Optional<RecordField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /// Name in addresses: `next-review`.
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RecordSection> ofPath(String path) {
        return Arrays.stream(values()).filter(one -> one.path().equals(path)).findFirst();
    }
}
