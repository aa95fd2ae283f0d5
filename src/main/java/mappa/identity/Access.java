package mappa.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import mappa.rule.NotFound;

/// Which things the actor of the running transaction may see, and in which relation.
@ApplicationScoped
public class Access {

    private final EntityManager entities;

    Access(EntityManager entities) {
        this.entities = entities;
    }

    /// Predicate for HQL: the thing whose id stands in `path` is one that the actor of the
    /// transaction may see.
    public static String readable(String path) {
        return path + " in (select r.subjectId from ReadableSubject r)";
    }

    /// Relations of the actor to a thing; none where they may not see it.
    public Set<Relation> relations(UUID subject, Actor actor) {
        var query =
                """
                select distinct g.relation from case_grant g
                where g.subject_id = :subject
                  and g.principal = any (cast(string_to_array(:principals, ',') as text[]))
                  and (g.until_at is null or g.until_at > now())
                  and g.subject_id in (select subject_id from readable_subject)
                """;
        var found = EnumSet.noneOf(Relation.class);
        for (var relation :
                entities.createNativeQuery(query, String.class)
                        .setParameter("subject", subject)
                        .setParameter("principals", String.join(",", actor.principals()))
                        .getResultList()) {
            found.add(Relation.valueOf((String) relation));
        }
        return found;
    }

    /// Lets the command go on if the actor has a relation to the thing that the operation needs.
    ///
    /// @throws NotFound if not: what one may not do to a record is not told apart from a record
    ///   that is not there
    public void require(Operation operation, UUID subject, Actor actor) {
        if (!allows(operation, subject, actor)) {
            throw new NotFound(Access.class);
        }
    }

    /// Whether [#require] lets it go on.
    public boolean allows(Operation operation, UUID subject, Actor actor) {
        if (actor.isSystem()) {
            return true;
        }
        var relations = relations(subject, actor);
        relations.retainAll(operation.relations());
        var role = actor.role();
        return !relations.isEmpty() && role != null && operation.allows(role);
    }
}
