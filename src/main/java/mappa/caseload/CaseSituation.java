package mappa.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.schedule.Stay;
import org.jspecify.annotations.Nullable;

/// What dates and invitations of meetings depend on: codes, ids and days, nothing that somebody
/// wrote.
///
/// @param standing category, level and lead agency that last; null for a case in no category
/// @param location where the person is; null if not recorded
/// @param stays custody and hospital, the last one perhaps open
/// @param child under 18 today; null if the date of birth is not recorded
/// @param categoryEndsOn the last day of the category, as far as a recorded date says so; null
///   where none does
/// @param circumstances those that last today
public record CaseSituation(
        UUID caseId,
        UUID personId,
        String area,
        String reference,
        @Nullable StandingView standing,
        @Nullable Location location,
        List<Stay> stays,
        Fact<LocalDate> sentencedOn,
        Fact<LocalDate> releaseOn,
        @Nullable LocalDate categoryEndsOn,
        @Nullable Boolean child,
        Set<CircumstanceKind> circumstances,
        @Nullable UUID owner) {

    public CaseSituation {
        stays = List.copyOf(stays);
        circumstances = Set.copyOf(circumstances);
    }
}
