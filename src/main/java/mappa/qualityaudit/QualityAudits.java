package mappa.qualityaudit;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import mappa.rule.NotFound;

/// All audits with their samples and scores; the only place that queries them.
@ApplicationScoped
class QualityAudits {

    private static final int MOST_LISTED = 200;

    private final EntityManager entities;

    QualityAudits(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    void flush() {
        entities.flush();
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    QualityAudit get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound(QualityAudit.class));
    }

    /// As [#get], for a command: others on the same audit wait until it has committed.
    QualityAudit lock(UUID id) {
        return one(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound(QualityAudit.class));
    }

    Optional<QualityAudit> find(UUID id) {
        return one(id, LockModeType.NONE);
    }

    private Optional<QualityAudit> one(UUID id, LockModeType lock) {
        return entities
                .createQuery(
                        "from QualityAudit where id = :id and " + readable("id"),
                        QualityAudit.class)
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    /// The last drawn first; 200 at most.
    List<QualityAudit> all() {
        return entities.createQuery(
                        "from QualityAudit where %s order by drawnAt desc, id desc"
                                .formatted(readable("id")),
                        QualityAudit.class)
                .setMaxResults(MOST_LISTED)
                .getResultList();
    }

    /// By their numbers.
    List<QualitySample> samples(UUID audit) {
        return entities.createQuery(
                        "from QualitySample where audit = ?1 order by number", QualitySample.class)
                .setParameter(1, audit)
                .getResultList();
    }

    /// @throws NotFound if the audit has no sample of that number
    QualitySample sample(UUID audit, int number) {
        return samples(audit).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound(QualitySample.class));
    }

    /// Which case or meeting a sample is; empty where the actor may not, or no longer, read it.
    Optional<AuditedThing> thing(UUID sample) {
        return Optional.ofNullable(entities.find(QualitySampleThing.class, sample))
                .map(QualitySampleThing::thing);
    }

    /// @throws NotFound for whoever may not know what could have been drawn
    QualityPopulation population(UUID audit) {
        return Optional.ofNullable(entities.find(QualityPopulation.class, audit))
                .orElseThrow(() -> new NotFound(QualityPopulation.class));
    }

    /// All scores of an audit that the actor may see, corrected ones too, by time.
    List<QualityScoring> scorings(UUID audit) {
        return entities.createQuery(
                        "from QualityScoring where audit = ?1 order by scoredAt, id",
                        QualityScoring.class)
                .setParameter(1, audit)
                .getResultList();
    }

    /// The scores that count, by sample: of several by the same scorer the last.
    static Map<UUID, QualityScoring> last(List<QualityScoring> scorings, UUID scorer) {
        return scorings.stream()
                .filter(one -> one.scorer().equals(scorer))
                .collect(
                        Collectors.toMap(
                                QualityScoring::sample,
                                Function.identity(),
                                BinaryOperator.maxBy(
                                        Comparator.comparing(QualityScoring::number))));
    }

    /// Soonest due first.
    List<QualityAction> actions(UUID audit) {
        return entities.createQuery(
                        "from QualityAction where audit = ?1 order by dueOn, id",
                        QualityAction.class)
                .setParameter(1, audit)
                .getResultList();
    }

    /// @throws NotFound if the audit has no such action
    QualityAction action(UUID audit, UUID id) {
        return actions(audit).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(QualityAction.class));
    }
}
