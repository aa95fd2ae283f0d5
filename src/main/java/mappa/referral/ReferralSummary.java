package mappa.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One referral as it stands in a list.
///
/// @param requestedLevel 2 or 3; 0 while unknown
/// @param category 1 to 4; 0 while unknown
/// @param dueOn last day for whoever has it: the referrer's answer, or the panel's votes; null
///   while there is none
/// @param sentToPanelOn null before the panel has it
/// @param lastAt when it was last written, sent, given back, asked about or ended
/// @param level of an acceptance; otherwise null
public record ReferralSummary(
        UUID id,
        @Nullable String reference,
        String area,
        ReferralState state,
        int requestedLevel,
        int category,
        boolean urgent,
        UUID referrer,
        @Nullable UUID agency,
        @Nullable LocalDate dueOn,
        Instant startedAt,
        @Nullable Instant sentToPanelAt,
        Instant lastAt,
        @Nullable Integer level) {

    static ReferralSummary of(Referral referral) {
        var decision = referral.decision();
        return new ReferralSummary(
                referral.id(),
                referral.reference(),
                referral.area(),
                referral.state(),
                referral.requestedLevel(),
                referral.category(),
                referral.isUrgent(),
                referral.referrer(),
                referral.agency(),
                referral.dueOn(),
                referral.startedAt(),
                referral.sentToPanelAt(),
                referral.lastAt(),
                decision == null ? null : decision.level());
    }
}
