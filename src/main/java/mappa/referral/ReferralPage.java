package mappa.referral;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of the list of referrals, last started first.
///
/// @param counts how many each tab has
/// @param next id to ask the next page with; null on the last
public record ReferralPage(
        List<ReferralSummary> referrals, Map<ReferralTab, Long> counts, @Nullable UUID next) {}
