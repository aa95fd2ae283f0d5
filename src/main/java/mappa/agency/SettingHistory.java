package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;

/// All that areas have ever set; the only place that queries it. What was recorded last counts, of
/// what had begun by the day in question.
@ApplicationScoped
class SettingHistory {

    private final EntityManager entities;

    SettingHistory(EntityManager entities) {
        this.entities = entities;
    }

    /// What has been set, in the order in which it takes effect: the last counts.
    List<SettingChange> changes(String area) {
        return entities.createQuery(
                        "from SettingChange where area = ?1 order by fromOn, recordedAt, id",
                        SettingChange.class)
                .setParameter(1, area)
                .getResultList();
    }

    /// Who was named for the seats, in the order in which it takes effect.
    List<SeatHolding> holdings(String area) {
        return entities.createQuery(
                        "from SeatHolding where area = ?1 order by fromOn, recordedAt, id",
                        SeatHolding.class)
                .setParameter(1, area)
                .getResultList();
    }

    /// Overrides of working days, by day and then as recorded.
    List<WorkingDayOverride> overrides(String area) {
        return entities.createQuery(
                        "from WorkingDayOverride where area = ?1 order by day, recordedAt, id",
                        WorkingDayOverride.class)
                .setParameter(1, area)
                .getResultList();
    }

    void add(Object row) {
        entities.persist(row);
    }

    /// Makes changes of one area wait for each other until commit.
    void lock(String area) {
        entities.createNativeQuery("select code from area where code = :area for update")
                .setParameter("area", area)
                .getSingleResult();
    }

    static AreaSettings settings(String area, List<SettingChange> changes, LocalDate on) {
        var values = new EnumMap<Setting, String>(Setting.class);
        changes.stream()
                .filter(change -> !change.fromOn().isAfter(on))
                .forEach(change -> values.put(change.setting(), change.value()));
        return new AreaSettings(area, values);
    }
}
