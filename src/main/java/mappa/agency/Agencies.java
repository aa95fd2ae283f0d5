package mappa.agency;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The agencies of the areas.
@ApplicationScoped
public class Agencies {

    private final EntityManager entities;

    Agencies(EntityManager entities) {
        this.entities = entities;
    }

    /// Agencies of an area, by name.
    public List<AgencyView> in(String area) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select id, area_code as area, name, kind from agency
                                where area_code = :area order by name, id
                                """,
                                Tuple.class)
                        .setParameter("area", area)
                        .getResultList();
        return rows.stream().map(Agencies::view).toList();
    }

    /// Names by id; an id that is no agency's is left out.
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

    /// Adds an agency to an area.
    UUID add(String area, String name, AgencyKind kind) {
        var id = UuidCreator.getTimeOrderedEpoch();
        entities.createNativeQuery(
                        """
                        insert into agency (id, area_code, name, kind)
                        values (:id, :area, :name, :kind)
                        """)
                .setParameter("id", id)
                .setParameter("area", area)
                .setParameter("name", name)
                .setParameter("kind", kind.name())
                .executeUpdate();
        return id;
    }

    private static AgencyView view(Tuple row) {
        return new AgencyView(
                row.get("id", UUID.class),
                row.get("area", String.class),
                row.get("name", String.class),
                AgencyKind.valueOf(row.get("kind", String.class)));
    }
}
