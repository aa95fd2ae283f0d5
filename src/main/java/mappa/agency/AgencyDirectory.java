package mappa.agency;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of an area's agencies, by name, with the cover of all of them.
///
/// @param agencies how many take part in all
/// @param withDuty those with the duty to co-operate; `covered` of them have a contact and a deputy
///   (K-28)
/// @param housing agencies of housing authorities; `housingCovered` of them have a contact (K-21)
/// @param next agency after which the next page begins; null on the last
public record AgencyDirectory(
        List<AgencySummary> rows,
        int agencies,
        int withDuty,
        int covered,
        int housing,
        int housingCovered,
        @Nullable UUID next) {}
