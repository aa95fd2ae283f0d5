package mappa.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Gives and ends the right to see a thing, in the transaction of its cause.
@ApplicationScoped
public class Grants {

    private final EntityManager entities;
    private final Clock clock;

    Grants(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Gives a principal a relation to a thing from now on; giving it again changes nothing.
    public void grant(String principal, UUID subject, Relation relation) {
        grantUntil(principal, subject, relation, null);
    }

    /// As [#grant], ending by itself.
    public void grantUntil(
            String principal, UUID subject, Relation relation, @Nullable Instant until) {
        entities.createNativeQuery(
                        """
                        insert into case_grant (id, principal, subject_id, relation, from_at, until_at)
                        select :id, :principal, :subject, :relation, :now, cast(:until as timestamptz)
                        where not exists (
                            select 1 from case_grant
                            where principal = :principal and subject_id = :subject and relation = :relation
                              and (until_at is null or until_at > :now))
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("principal", principal)
                .setParameter("subject", subject)
                .setParameter("relation", relation.name())
                .setParameter("now", clock.instant())
                .setParameter("until", until)
                .executeUpdate();
    }

    /// When a principal's relation to a thing ends by itself; empty if they have none, or for good.
    public Optional<Instant> until(String principal, UUID subject, Relation relation) {
        return entities
                .createNativeQuery(
                        """
                        select max(until_at) from case_grant
                        where principal = :principal and subject_id = :subject and relation = :relation
                          and until_at > :now
                        """,
                        Instant.class)
                .setParameter("principal", principal)
                .setParameter("subject", subject)
                .setParameter("relation", relation.name())
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .map(Instant.class::cast)
                .findFirst();
    }

    /// Ends a relation now; without one, nothing happens.
    public void end(String principal, UUID subject, Relation relation) {
        entities.createNativeQuery(
                        """
                        update case_grant set until_at = :now
                        where principal = :principal and subject_id = :subject and relation = :relation
                          and (until_at is null or until_at > :now)
                        """)
                .setParameter("principal", principal)
                .setParameter("subject", subject)
                .setParameter("relation", relation.name())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /// Whether a person is shut out of a thing now (R-ACC-03).
    public boolean isExcluded(UUID person, UUID subject) {
        return (Boolean)
                entities.createNativeQuery(
                                """
                                select exists (
                                    select 1 from case_exclusion
                                    where subject_id = :subject and user_id = :person
                                      and (until_at is null or until_at > :now))
                                """,
                                Boolean.class)
                        .setParameter("subject", subject)
                        .setParameter("person", person)
                        .setParameter("now", clock.instant())
                        .getSingleResult();
    }

    /// Shuts a person out of a thing whatever their role (R-ACC-03).
    ///
    /// @param reason a code, for example `CONFLICT_OF_INTEREST`
    public void exclude(UUID person, UUID subject, String reason) {
        entities.createNativeQuery(
                        """
                        insert into case_exclusion (id, subject_id, user_id, reason, from_at)
                        values (:id, :subject, :person, :reason, :now)
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("subject", subject)
                .setParameter("person", person)
                .setParameter("reason", reason)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
