package mappa.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// Something happened to a referral; observed in the same transaction by whoever tells people.
///
/// @param person whom it is about; null until matched
/// @param recipients ids of the accounts whom it concerns: a reminder's, a new holder's; empty for
///   none in particular
/// @param detail ids, codes, numbers and dates; before a decision never what somebody voted
public record ReferralChanged(
        What what,
        UUID referral,
        @Nullable UUID person,
        @Nullable UUID caseId,
        @Nullable String reference,
        String area,
        List<UUID> recipients,
        Map<String, ?> detail)
        implements Happened {

    /// In the order in which they can first happen.
    public enum What {
        STARTED(Kind.COLLECT),
        SAVED(Kind.COLLECT),
        SENT(Kind.ALTER),
        MATCHED(Kind.COMBINE),
        GIVEN_BACK(Kind.ALTER),
        SENT_TO_PANEL(Kind.ALTER),
        VOTE_CAST(Kind.ALTER),
        VOTE_CHANGED(Kind.ALTER),
        VOTE_CONFIRMED(Kind.ALTER),
        MORE_ASKED(Kind.ALTER),
        ANSWERED(Kind.ALTER),
        CONFLICT_DECLARED(Kind.PERMISSION),
        DEPUTY_CALLED(Kind.PERMISSION),
        SUBSTITUTE_NAMED(Kind.PERMISSION),
        SEATS_REMINDED(Kind.ALTER),
        REFERRER_REMINDED(Kind.ALTER),
        PANEL_LATE(Kind.ALTER),
        CHAIR_TOLD(Kind.ALTER),
        ANSWER_LATE(Kind.ALTER),
        ANSWER_EXTENDED(Kind.ALTER),
        ACCEPTED(Kind.ALTER),
        DECLINED(Kind.ALTER),
        FEEDBACK_SENT(Kind.DISCLOSE),
        DIFFERENT_VIEW_RECORDED(Kind.ALTER),
        WITHDRAWN(Kind.ALTER),
        EXPIRED(Kind.ALTER);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    static ReferralChanged of(
            What what, Referral referral, List<UUID> recipients, Map<String, ?> detail) {
        return new ReferralChanged(
                what,
                referral.id(),
                referral.person(),
                referral.caseId(),
                referral.reference(),
                referral.area(),
                recipients,
                detail);
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "referral-" + what.name().toLowerCase().replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        var subjects = new ArrayList<UUID>();
        subjects.add(referral);
        if (person != null) {
            subjects.add(person);
        }
        if (caseId != null) {
            subjects.add(caseId);
        }
        return subjects;
    }
}
