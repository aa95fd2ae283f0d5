package mappa.caseload;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case as its pages show it.
///
/// @param standing category and level; null if none lasts
/// @param location where the person is and since when; null if not recorded
/// @param owner name of the case owner; null if not recorded
/// @param version of the case, for commands that change it
public record CaseView(
        UUID id,
        String area,
        String reference,
        LocalDate openedOn,
        PersonView person,
        @Nullable StandingView standing,
        @Nullable LocationView location,
        Fact<LocalDate> sentencedOn,
        Fact<LocalDate> releaseOn,
        Fact<LocalDate> licenceEndsOn,
        Fact<LocalDate> sentenceEndsOn,
        Fact<LocalDate> notificationEndsOn,
        @Nullable String owner,
        int version) {

    /// @param place the prison, hospital or town; null if not recorded
    public record LocationView(
            Location location, @Nullable String place, LocalDate since, @Nullable LocalDate until) {
        static LocationView of(LocationSpell spell) {
            return new LocationView(
                    spell.location(),
                    spell.place().orElse(null),
                    spell.from(),
                    spell.to().orElse(null));
        }
    }
}
