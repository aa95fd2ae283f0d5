package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.time.London;

/// Agencies that an area asks to every meeting of a level (R-MTG-07).
@ApplicationScoped
public class CoreAgencies {

    private final Agencies agencies;
    private final Clock clock;

    CoreAgencies(Agencies agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    /// @param level 2 or 3
    /// @return by name, without agencies that have ended; empty where the area has said nothing
    public List<AgencyView> of(String area, int level) {
        return of(area, level, London.today(clock));
    }

    /// As it is known now for a day.
    public List<AgencyView> of(String area, int level, LocalDate day) {
        var listed = listed(agencies.cores(area, level), day);
        return agencies.in(area).stream().filter(agency -> listed.contains(agency.id())).toList();
    }

    static Set<UUID> listed(List<CoreAgencyList> lists, LocalDate day) {
        return lists.stream()
                .filter(list -> !list.fromOn().isAfter(day))
                .reduce((_, later) -> later)
                .map(list -> new HashSet<>(list.agencyIds()))
                .orElseGet(HashSet::new);
    }
}
