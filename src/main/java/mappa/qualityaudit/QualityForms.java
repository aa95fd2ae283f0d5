package mappa.qualityaudit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import mappa.rule.NotFound;

/// All forms; the only place that queries them.
@ApplicationScoped
class QualityForms {

    private final EntityManager entities;

    QualityForms(EntityManager entities) {
        this.entities = entities;
    }

    void add(QualityForm form) {
        entities.persist(form);
    }

    void flush() {
        entities.flush();
    }

    /// @throws NotFound if the area has none with that id
    QualityForm get(UUID id, String area) {
        return one(id, area, LockModeType.NONE);
    }

    /// As [#get], for a command: others on the same form wait until it has committed.
    QualityForm lock(UUID id, String area) {
        return one(id, area, LockModeType.PESSIMISTIC_WRITE);
    }

    private QualityForm one(UUID id, String area, LockModeType lock) {
        return entities
                .createQuery("from QualityForm where id = ?1 and area = ?2", QualityForm.class)
                .setParameter(1, id)
                .setParameter(2, area)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(QualityForm.class));
    }

    /// Drafts first, then those published, the last first.
    List<QualityForm> of(String area) {
        return entities.createQuery(
                        "from QualityForm where area = ?1 order by publishedAt desc nulls first, id desc",
                        QualityForm.class)
                .setParameter(1, area)
                .getResultList();
    }
}
