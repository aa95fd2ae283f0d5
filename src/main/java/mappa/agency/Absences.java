package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// When agencies cannot come, as far as somebody has said so; the only place that queries it.
/// Nobody sees calendars outside the service.
@ApplicationScoped
public class Absences {

    private final EntityManager entities;

    Absences(EntityManager entities) {
        this.entities = entities;
    }

    /// Absences of an area's agencies that touch a period, by agency and day.
    ///
    /// @param until not included
    public List<Absence> between(String area, LocalDate from, LocalDate until) {
        return entities.createQuery(
                        """
                        select new mappa.agency.Absence(a.id, a.name, b.fromOn, b.toOn)
                        from AgencyAbsence b join Agency a on a.id = b.agencyId
                        where b.area = :area and b.endedAt is null and b.toOn >= :from and b.fromOn < :until
                        order by a.name, b.fromOn, b.id
                        """,
                        Absence.class)
                .setParameter("area", area)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    /// Those of one agency that have not passed, soonest first.
    List<AgencyAbsence> of(UUID agency, LocalDate today) {
        return entities.createQuery(
                        """
                        from AgencyAbsence where agencyId = :agency and endedAt is null and toOn >= :today
                        order by fromOn, id
                        """,
                        AgencyAbsence.class)
                .setParameter("agency", agency)
                .setParameter("today", today)
                .getResultList();
    }

    /// One that is not ended, of that agency.
    Optional<AgencyAbsence> find(UUID id, UUID agency) {
        return entities
                .createQuery(
                        "from AgencyAbsence where id = :id and agencyId = :agency and endedAt is null",
                        AgencyAbsence.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .findFirst();
    }

    void add(AgencyAbsence absence) {
        entities.persist(absence);
    }
}
