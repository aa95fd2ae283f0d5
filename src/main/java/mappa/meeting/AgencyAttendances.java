package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.NotFound;

/// How agencies took part over many meetings; the only place that queries it.
@ApplicationScoped
class AgencyAttendances {

    /// Meetings that are looked back on.
    static final int MOST = 50;

    private final EntityManager entities;

    AgencyAttendances(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
        entities.flush();
    }

    /// The last meetings to which an agency was asked, the latest first.
    List<AgencyAttendance> of(UUID agency) {
        return entities.createQuery(
                        "from AgencyAttendance where agency = ?1 order by heldOn desc, id desc",
                        AgencyAttendance.class)
                .setParameter(1, agency)
                .setMaxResults(MOST)
                .getResultList();
    }

    /// What was told of an agency, the latest first.
    List<AbsenceEscalation> escalations(UUID agency) {
        return entities.createQuery(
                        "from AbsenceEscalation where agency = ?1 order by at desc, step desc",
                        AbsenceEscalation.class)
                .setParameter(1, agency)
                .getResultList();
    }

    /// @throws NotFound if the agency has none with that id
    AbsenceEscalation escalation(UUID id, UUID agency) {
        return Optional.ofNullable(entities.find(AbsenceEscalation.class, id))
                .filter(one -> one.agency().equals(agency))
                .orElseThrow(() -> new NotFound(AbsenceEscalation.class));
    }
}
