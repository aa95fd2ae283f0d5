package mappa.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// All referrals; the only place that queries them.
@ApplicationScoped
class Referrals implements PanacheRepositoryBase<Referral, UUID> {

    private static final String READABLE = Access.readable("r.id");

    // a draft is its writer's, until it has lain so long that the unit may close it
    private static final String SHOWN =
            READABLE
                    + " and (r.state <> DRAFT or r.referrer = :me or r.touchedAt < :untouchedSince)";

    /// @throws NotFound if there is none with that id, or none that the actor may see
    Referral get(UUID id, Actor actor) {
        return find(id, actor, null);
    }

    /// As [#get], for a command: others on the same referral wait until it has committed.
    Referral lock(UUID id, Actor actor) {
        return find(id, actor, LockModeType.PESSIMISTIC_WRITE);
    }

    /// As [#lock], also for a draft of somebody else, which the unit can only close.
    Referral lockEvenDraft(UUID id, Actor actor) {
        return getEntityManager()
                .createQuery(
                        "select r from Referral r where r.id = :id and " + READABLE, Referral.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Referral.class));
    }

    private Referral find(UUID id, Actor actor, @Nullable LockModeType lock) {
        var query =
                getEntityManager()
                        .createQuery(
                                """
                                select r from Referral r
                                where r.id = :id and (r.state <> DRAFT or r.referrer = :me) and\s"""
                                        + READABLE,
                                Referral.class)
                        .setParameter("id", id)
                        .setParameter("me", actor.person());
        if (lock != null) {
            query.setLockMode(lock);
        }
        return query.getResultList().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Referral.class));
    }

    /// Referrals of a tab, last started first.
    ///
    /// @param untouchedSince drafts of others are left out unless untouched since before
    /// @param after id of the last one of the page before; null for the first
    List<Referral> list(
            ReferralTab tab, Instant untouchedSince, @Nullable UUID after, int limit, Actor actor) {
        // ids are ordered by time
        var query =
                getEntityManager()
                        .createQuery(
                                "select r from Referral r where r.state in :states and "
                                        + SHOWN
                                        + (after == null ? "" : " and r.id < :after")
                                        + (actor.has(Role.PANEL_MEMBER)
                                                ? " and r.state <> DRAFT"
                                                : "")
                                        + " order by r.id desc",
                                Referral.class)
                        .setParameter("states", tab.states())
                        .setParameter("me", actor.person())
                        .setParameter("untouchedSince", untouchedSince)
                        .setMaxResults(limit);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.getResultList();
    }

    /// How many [#list] would give in all.
    long count(ReferralTab tab, Instant untouchedSince, Actor actor) {
        return getEntityManager()
                .createQuery(
                        "select count(r) from Referral r where r.state in :states and " + SHOWN,
                        Long.class)
                .setParameter("states", tab.states())
                .setParameter("me", actor.person())
                .setParameter("untouchedSince", untouchedSince)
                .getSingleResult();
    }

    /// Referrals that the panel has, soonest due first; for a member those with their seat.
    List<Referral> withPanel(Actor actor) {
        return getEntityManager()
                .createQuery(
                        "select r from Referral r where r.state in (IN_SCREENING, WAITING_FOR_REFERRER) and "
                                + READABLE
                                + " order by r.panelDueOn, r.id",
                        Referral.class)
                .getResultList();
    }

    /// Referrals that the panel decided since then, last first.
    List<Referral> decidedSince(Instant since, Actor actor) {
        return getEntityManager()
                .createQuery(
                        "select r from Referral r where r.decision.decidedAt >= :since and "
                                + READABLE
                                + " order by r.decision.decidedAt desc, r.id",
                        Referral.class)
                .setParameter("since", since)
                .getResultList();
    }

    /// The referrer's own that were sent, last first: what a new one can copy.
    List<Referral> sentBy(UUID referrer, Actor actor) {
        return getEntityManager()
                .createQuery(
                        "select r from Referral r where r.referrer = :referrer and r.submittedAt is not null and "
                                + READABLE
                                + " order by r.id desc",
                        Referral.class)
                .setParameter("referrer", referrer)
                .setMaxResults(20)
                .getResultList();
    }

    /// Referrals about a person, last first, without drafts.
    List<Referral> about(UUID person, Actor actor) {
        return getEntityManager()
                .createQuery(
                        "select r from Referral r where r.person = :person and r.state <> DRAFT and "
                                + READABLE
                                + " order by r.id desc",
                        Referral.class)
                .setParameter("person", person)
                .getResultList();
    }

    /// The last referral about a person that was declined; empty if there is none.
    Optional<Referral> lastDeclined(UUID person, Actor actor) {
        return about(person, actor).stream()
                .filter(referral -> referral.state() == ReferralState.DECLINED)
                .findFirst();
    }
}
