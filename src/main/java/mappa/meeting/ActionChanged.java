package mappa.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Something happened to an agreed action; observed in the same transaction by whoever tells
/// people.
///
/// @param meeting at which it was agreed
/// @param recipients ids of the accounts whom it concerns; empty for none in particular
/// @param detail ids, codes, numbers and dates
public record ActionChanged(
        What what,
        UUID action,
        UUID meeting,
        UUID person,
        UUID caseId,
        String reference,
        String area,
        List<UUID> recipients,
        Map<String, ?> detail)
        implements Happened {

    /// In the order in which they can first happen.
    public enum What {
        AGREED(Kind.ALTER),
        TAKEN_OFF(Kind.ALTER),
        GIVEN(Kind.DISCLOSE),
        CLAIMED(Kind.COLLECT),
        ANSWERED(Kind.ALTER),
        HANDED_OVER(Kind.ALTER),
        CLOSED(Kind.ALTER);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "action-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        return List.of(action, meeting, person, caseId);
    }
}
