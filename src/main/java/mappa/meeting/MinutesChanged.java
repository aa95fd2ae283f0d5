package mappa.meeting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Something happened to minutes; observed in the same transaction by whoever tells people.
///
/// @param reference of the case
/// @param recipients ids of the accounts whom it concerns; empty for none in particular
/// @param detail ids, codes and numbers
public record MinutesChanged(
        What what,
        UUID minutes,
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
        BEGUN(Kind.ALTER),
        WRITTEN(Kind.ALTER),
        SENT_TO_CHAIR(Kind.ALTER),
        GIVEN_BACK(Kind.ALTER),
        APPROVED(Kind.ALTER),
        /// To one agency; once for each person who is told.
        DISTRIBUTED(Kind.DISCLOSE),
        ADDENDUM_ADDED(Kind.ALTER),
        /// As a file, which leaves the service.
        TAKEN_AS_FILE(Kind.DISCLOSE);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    static MinutesChanged of(
            What what, Minutes minutes, List<UUID> recipients, Map<String, ?> detail) {
        return new MinutesChanged(
                what,
                minutes.id(),
                minutes.meetingId(),
                minutes.personId(),
                minutes.caseId(),
                minutes.reference(),
                minutes.area(),
                recipients,
                detail);
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "minutes-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        return List.of(minutes, meeting, person, caseId);
    }
}
