package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.identity.Actors;
import mappa.identity.Role;

/// Which agencies an area asks on which occasion: what other packages ask before they propose.
@ApplicationScoped
public class Occasions {

    private final EntityManager entities;
    private final Agencies agencies;
    private final Actors actors;

    Occasions(EntityManager entities, Agencies agencies, Actors actors) {
        this.entities = entities;
        this.agencies = agencies;
        this.actors = actors;
    }

    /// Ids of the agencies that take part and are asked, by occasion; each occasion has an entry.
    public Map<Occasion, Set<UUID>> of(String area) {
        var standing = agencies.in(area);
        var said = latest(area);
        var asked = new EnumMap<Occasion, Set<UUID>>(Occasion.class);
        for (var occasion : Occasion.values()) {
            var list = said.get(occasion);
            var listed =
                    list == null
                            ? byDefault(occasion, area, standing)
                            : new HashSet<>(list.agencyIds());
            asked.put(
                    occasion,
                    standing.stream()
                            .map(AgencyView::id)
                            .filter(listed::contains)
                            .collect(Collectors.toSet()));
        }
        return asked;
    }

    private Set<UUID> byDefault(Occasion occasion, String area, List<AgencyView> standing) {
        return occasion == Occasion.VICTIM_CONTACT
                ? new HashSet<>(actors.agenciesOf(area, Role.VLO))
                : standing.stream()
                        .filter(one -> one.body() != null)
                        .filter(one -> occasion.bodies().contains(one.body()))
                        .map(AgencyView::id)
                        .collect(Collectors.toSet());
    }

    /// What an area said last of each occasion; none where it has said nothing.
    Map<Occasion, OccasionList> latest(String area) {
        return all(area).stream()
                .collect(Collectors.toMap(OccasionList::occasion, one -> one, (_, later) -> later));
    }

    /// All that an area said, the latest last.
    List<OccasionList> all(String area) {
        return entities.createQuery(
                        "from OccasionList where area = ?1 order by recordedAt, id",
                        OccasionList.class)
                .setParameter(1, area)
                .getResultList();
    }
}
