package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// The agencies of the areas; the only place that queries them. Who partners are is known to
/// everybody in the service; what was agreed with them, to their area.
@ApplicationScoped
public class Agencies {

    private final EntityManager entities;

    Agencies(EntityManager entities) {
        this.entities = entities;
    }

    /// Agencies of an area that take part, by name.
    public List<AgencyView> in(String area) {
        return all(area).stream()
                .filter(agency -> agency.endedOn() == null)
                .map(AgencyView::of)
                .toList();
    }

    /// Names by id, of those that ended too; an id that is no agency's is left out.
    public Map<UUID, String> names(Collection<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (ids.isEmpty()) {
            return names;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                "select id, name from agency where id in (:ids)", Tuple.class)
                        .setParameter("ids", ids)
                        .getResultList();
        rows.forEach(row -> names.put(row.get("id", UUID.class), row.get("name", String.class)));
        return names;
    }

    /// Parts of an area that its agencies serve, by name; empty where each serves the whole of it.
    @SuppressWarnings("unchecked")
    public List<String> districts(String area) {
        return entities.createNativeQuery(
                        """
                        select distinct sub_area from agency
                        where area_code = :area and ended_on is null and sub_area is not null order by 1
                        """,
                        String.class)
                .setParameter("area", area)
                .getResultList();
    }

    /// An agency that takes part.
    public Optional<AgencyView> find(UUID id) {
        return Optional.ofNullable(entities.find(Agency.class, id))
                .filter(agency -> agency.endedOn() == null)
                .map(AgencyView::of);
    }

    /// Bodies that the law names, by kind and name.
    public List<StatutoryBody> bodies() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select code, kind, name, valid_from as from_on, valid_to as to_on
                                from statutory_body order by kind desc, name, code
                                """,
                                Tuple.class)
                        .getResultList();
        return rows.stream().map(Agencies::body).toList();
    }

    private static StatutoryBody body(Tuple row) {
        return new StatutoryBody(
                row.get("code", String.class),
                AgencyKind.valueOf(row.get("kind", String.class)),
                row.get("name", String.class),
                row.get("from_on", LocalDate.class),
                row.get("to_on", LocalDate.class));
    }

    List<Agency> all(String area) {
        return entities.createQuery("from Agency where area = ?1 order by name, id", Agency.class)
                .setParameter(1, area)
                .getResultList();
    }

    /// A page of an area's agencies, by name.
    ///
    /// @param after the agency with which the page before ended; null for the first
    List<Agency> page(String area, boolean ended, @Nullable UUID after, int size) {
        return entities.createQuery(
                        """
                        from Agency a where a.area = :area
                          and ((:ended = true and a.endedOn is not null)
                            or (:ended = false and a.endedOn is null))
                          and (:after is null or exists (
                            select 1 from Agency b where b.id = :after
                              and (a.name > b.name or (a.name = b.name and a.id > b.id))))
                        order by a.name, a.id
                        """,
                        Agency.class)
                .setParameter("area", area)
                .setParameter("ended", ended)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    /// @throws NotFound if the area has none with that id
    Agency get(UUID id, String area) {
        return Optional.ofNullable(entities.find(Agency.class, id))
                .filter(agency -> agency.area().equals(area))
                .orElseThrow(() -> new NotFound(Agency.class));
    }

    /// Whether another agency that takes part in the area has that name.
    boolean isTaken(String area, String name, @Nullable UUID by) {
        return all(area).stream()
                .anyMatch(
                        agency ->
                                agency.endedOn() == null
                                        && !agency.id().equals(by)
                                        && agency.name().equalsIgnoreCase(name));
    }

    void add(Object row) {
        entities.persist(row);
        entities.flush(); // rows that name it are added by native statements too
    }

    List<AgencyEvent> events(UUID agency) {
        return entities.createQuery(
                        "from AgencyEvent where agencyId = ?1 order by recordedAt desc, id desc",
                        AgencyEvent.class)
                .setParameter(1, agency)
                .getResultList();
    }

    /// All that was said of who speaks for the area's agencies, as it was recorded.
    List<AgencyContact> contacts(String area) {
        return entities.createQuery(
                        "from AgencyContact where area = ?1 order by recordedAt, id",
                        AgencyContact.class)
                .setParameter(1, area)
                .getResultList();
    }

    /// The same of one agency, the latest first.
    List<AgencyContact> contacts(UUID agency) {
        return entities.createQuery(
                        "from AgencyContact where agencyId = ?1 order by recordedAt desc, id desc",
                        AgencyContact.class)
                .setParameter(1, agency)
                .getResultList();
    }

    /// What was last recorded of each agreement of the area, by agency.
    Map<UUID, List<Agreement>> agreements(String area) {
        return entities
                .createQuery(
                        "from Agreement where area = ?1 order by recordedAt desc, id desc",
                        Agreement.class)
                .setParameter(1, area)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Agreement::agencyId));
    }

    /// All that was recorded of an agency's agreements, the latest first.
    List<Agreement> agreements(UUID agency) {
        return entities.createQuery(
                        "from Agreement where agencyId = ?1 order by recordedAt desc, id desc",
                        Agreement.class)
                .setParameter(1, agency)
                .getResultList();
    }

    /// What was said of the core agencies of a level, in the order in which it takes effect.
    List<CoreAgencyList> cores(String area, int level) {
        return entities.createQuery(
                        """
                        from CoreAgencyList where area = ?1 and level = ?2
                        order by fromOn, recordedAt, id
                        """,
                        CoreAgencyList.class)
                .setParameter(1, area)
                .setParameter(2, level)
                .getResultList();
    }
}
