package mappa.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// Something happened to a meeting or its cycle; observed in the same transaction by whoever tells
/// people.
///
/// @param meeting null for what concerns the cycle alone
/// @param reference of the case
/// @param recipients ids of the accounts whom it concerns; empty for none in particular
/// @param detail ids, codes, numbers and dates
public record MeetingChanged(
        What what,
        UUID cycle,
        @Nullable UUID meeting,
        UUID person,
        UUID caseId,
        String reference,
        String area,
        List<UUID> recipients,
        Map<String, ?> detail)
        implements Happened {

    /// In the order in which they can first happen.
    public enum What {
        CYCLE_BEGUN(Kind.ALTER),
        DUE_CHANGED(Kind.ALTER),
        ARRANGED(Kind.ALTER),
        INVITED(Kind.DISCLOSE),
        INVITATION_ADDED(Kind.DISCLOSE),
        INVITATION_TAKEN_OFF(Kind.ALTER),
        ANSWERED(Kind.COLLECT),
        RETURN_SENT(Kind.COLLECT),
        CONFLICT_DECLARED(Kind.PERMISSION),
        AGENCIES_REMINDED(Kind.ALTER),
        AGENCY_REMINDED(Kind.ALTER),
        INVITATION_SENT_AGAIN(Kind.DISCLOSE),
        RETURNS_LATE(Kind.ALTER),
        ARRANGEMENT_REMINDED(Kind.ALTER),
        LIMIT_PASSED(Kind.ALTER),
        MOVED(Kind.ALTER),
        CALLED_OFF(Kind.ALTER),
        STARTED(Kind.ALTER),
        ATTENDANCE_RECORDED(Kind.ALTER),
        ADJOURNED(Kind.ALTER),
        CLOSED(Kind.ALTER),
        CYCLE_ENDED(Kind.ALTER);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    static MeetingChanged of(
            What what, Meeting meeting, List<UUID> recipients, Map<String, ?> detail) {
        return new MeetingChanged(
                what,
                meeting.cycleId(),
                meeting.id(),
                meeting.personId(),
                meeting.caseId(),
                meeting.reference(),
                meeting.area(),
                recipients,
                detail);
    }

    static MeetingChanged of(
            What what, MeetingCycle cycle, List<UUID> recipients, Map<String, ?> detail) {
        return new MeetingChanged(
                what,
                cycle.id(),
                null,
                cycle.personId(),
                cycle.caseId(),
                cycle.reference(),
                cycle.area(),
                recipients,
                detail);
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "meeting-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        return meeting == null
                ? List.of(cycle, person, caseId)
                : List.of(meeting, cycle, person, caseId);
    }
}
