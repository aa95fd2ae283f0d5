package mappa.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Principals;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// All pieces of work; the only place that queries them.
@ApplicationScoped
class WorkItems implements PanacheRepositoryBase<WorkItem, UUID> {

    /// Stands for the day in the place of work that has none.
    private static final String NO_DAY = "-";

    private static final String NOT_EXCLUDED =
            "function('is_excluded' as Boolean, w.thingId, w.caseId) = false";

    private static final String ASKED = "array_intersects(w.audience, :principals)";

    private final Clock clock;

    WorkItems(Clock clock) {
        this.clock = clock;
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    WorkItem get(UUID id, Actor actor) {
        var visible =
                "(:system = true or ((%s or w.holder = :me or %s) and %s))"
                        .formatted(ASKED, Access.readable("w.thingId"), NOT_EXCLUDED);
        return getEntityManager()
                .createQuery(
                        "select w from WorkItem w where w.id = :id and " + visible, WorkItem.class)
                .setParameter("id", id)
                .setParameter("system", actor.isSystem())
                .setParameter("principals", actor.principals().toArray(String[]::new))
                .setParameter("me", actor.person())
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(WorkItem.class));
    }

    /// As [#get] for whoever may take or do it: seeing the thing is not enough.
    WorkItem getAsked(UUID id, Actor actor) {
        var item = get(id, actor);
        var isAsked =
                actor.isSystem()
                        || item.audience().stream().anyMatch(actor.principals()::contains)
                        || (item.holder() != null && item.holder().equals(actor.person()));
        if (!isAsked) {
            throw new NotFound(WorkItem.class);
        }
        return item;
    }

    /// Whether it was ever asked, in which state ever.
    Optional<WorkItem> find(WorkItem.Identity identity) {
        return getEntityManager()
                .createQuery(
                        """
                        select w from WorkItem w
                        where w.thingId = :thing and w.element = :element and w.round = :round
                          and w.seat is not distinct from :seat
                        """,
                        WorkItem.class)
                .setParameter("thing", identity.thing())
                .setParameter("element", identity.element())
                .setParameter("round", identity.round())
                .setParameter("seat", identity.seat())
                .getResultList()
                .stream()
                .findFirst();
    }

    /// Open work of a thing, in the order it was opened.
    List<WorkItem> openOf(UUID thing) {
        return getEntityManager()
                .createQuery(
                        """
                        select w from WorkItem w where w.thingId = :thing and w.state = OPEN
                        order by w.openedAt, w.id
                        """,
                        WorkItem.class)
                .setParameter("thing", thing)
                .getResultList();
    }

    /// Open work of one kind, oldest first.
    List<WorkItem> openOf(String element) {
        return getEntityManager()
                .createQuery(
                        """
                        select w from WorkItem w where w.element = :element and w.state = OPEN
                        order by w.openedAt, w.id
                        """,
                        WorkItem.class)
                .setParameter("element", element)
                .getResultList();
    }

    /// Open work that is asked of an agency, soonest due first.
    List<WorkItem> openFor(UUID agency) {
        return getEntityManager()
                .createQuery(
                        """
                        select w from WorkItem w where w.agency = :agency and w.state = OPEN
                        order by w.dueOn asc nulls last, w.id
                        """,
                        WorkItem.class)
                .setParameter("agency", agency)
                .getResultList();
    }

    /// Open work that somebody holds or that names them.
    List<WorkItem> openWith(UUID person) {
        return getEntityManager()
                .createQuery(
                        """
                        select w from WorkItem w
                        where w.state = OPEN
                          and (w.holder = :person or array_contains(w.audience, :principal))
                        order by w.id
                        """,
                        WorkItem.class)
                .setParameter("person", person)
                .setParameter("principal", Principals.person(person))
                .getResultList();
    }

    void refresh(WorkItem item) {
        getEntityManager().refresh(item);
    }

    /// Lets nobody else open or close work of that thing until the end of the transaction, so that
    /// a question and its answer cannot pass one another unseen.
    void lock(UUID thing) {
        getEntityManager().flush(); // the thing's own rows first, always in this order
        getEntityManager()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(cast(:thing as text), 0))")
                .setParameter("thing", thing)
                .getSingleResult();
    }

    void add(WorkItemEvent event) {
        getEntityManager().persist(event);
    }

    List<WorkItemEvent> events(UUID item) {
        return getEntityManager()
                .createQuery(
                        "select e from WorkItemEvent e where e.workItemId = :item order by e.at, e.id",
                        WorkItemEvent.class)
                .setParameter("item", item)
                .getResultList();
    }

    /// A part of the list from a place on.
    ///
    /// @param after place where the page before ended; null for the first
    List<WorkItem> page(
            TaskView view, TaskFilter filter, @Nullable String after, int size, Actor actor) {
        var where = where(view, filter, actor);
        if (after != null) {
            from(view, after, where);
        }
        var order =
                view == TaskView.DONE
                        ? " order by w.closedAt desc, w.id desc"
                        : " order by w.dueOn asc nulls last, w.id";
        var query =
                getEntityManager()
                        .createQuery(
                                "select w from WorkItem w where " + where.text() + order,
                                WorkItem.class)
                        .setMaxResults(size);
        where.bind(query);
        return query.getResultList();
    }

    private static void from(TaskView view, String after, Where where) {
        var parts = after.split("~", 2);
        try {
            var id = UUID.fromString(parts[1]);
            if (view == TaskView.DONE) {
                where.and(
                        "(w.closedAt < :place or (w.closedAt = :place and w.id < :placeId))",
                        Map.of("place", Instant.parse(parts[0]), "placeId", id));
                return;
            }
            if (parts[0].equals(NO_DAY)) {
                where.and("w.dueOn is null and w.id > :placeId", Map.of("placeId", id));
                return;
            }
            where.and(
                    "(w.dueOn > :place or (w.dueOn = :place and w.id > :placeId) or w.dueOn is null)",
                    Map.of("place", LocalDate.parse(parts[0]), "placeId", id));
        } catch (RuntimeException misshapen) {
            throw new Invalid("after", "task.no-such-place");
        }
    }

    /// Where the page after this piece of work begins.
    static String place(TaskView view, WorkItem item) {
        var at =
                view == TaskView.DONE
                        ? String.valueOf(item.closedAt())
                        : item.dueOn() == null ? NO_DAY : item.dueOn().toString();
        return at + "~" + item.id();
    }

    long count(TaskView view, TaskFilter filter, Actor actor) {
        var where = where(view, filter, actor);
        var query =
                getEntityManager()
                        .createQuery(
                                "select count(w) from WorkItem w where " + where.text(),
                                Long.class);
        where.bind(query);
        return query.getSingleResult();
    }

    TreeSet<String> kinds(TaskView view, Actor actor) {
        var where = where(view, TaskFilter.NONE, actor);
        var query =
                getEntityManager()
                        .createQuery(
                                "select distinct w.kind from WorkItem w where " + where.text(),
                                String.class);
        where.bind(query);
        return new TreeSet<>(query.getResultList());
    }

    private static Where where(TaskView view, TaskFilter filter, Actor actor) {
        var where = new Where();
        where.and(
                switch (view) {
                    case MINE ->
                            "w.state = OPEN and (w.holder = :me or (w.holder is null and array_contains(w.audience, :myself)))";
                    case AVAILABLE ->
                            "w.state = OPEN and w.holder is null and not array_contains(w.audience, :myself) and "
                                    + ASKED;
                    case TEAM -> "w.state = OPEN and (w.holder = :me or " + ASKED + ")";
                    case DONE -> "w.state = COMPLETED and (w.closedBy = :me or " + ASKED + ")";
                },
                Map.of());
        where.and(NOT_EXCLUDED, Map.of());
        if (view != TaskView.AVAILABLE) {
            where.value("me", actor.personId());
        }
        if (view == TaskView.MINE || view == TaskView.AVAILABLE) {
            where.value("myself", Principals.person(actor.personId()));
        }
        if (view != TaskView.MINE) {
            where.value("principals", actor.principals().toArray(String[]::new));
        }
        where.andEqual("kind", filter.kind());
        where.andEqual("agency", filter.agency());
        where.andEqual("holder", filter.holder());
        if (filter.dueFrom() != null) {
            where.and("w.dueOn >= :dueFrom", Map.of("dueFrom", filter.dueFrom()));
        }
        if (filter.dueUntil() != null) {
            where.and("w.dueOn <= :dueUntil", Map.of("dueUntil", filter.dueUntil()));
        }
        return where;
    }

    /// Conditions with their values, all of which hold.
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, Map<String, ?> with) {
            conditions.add("(" + condition + ")");
            values.putAll(with);
        }

        void andEqual(String field, @Nullable Object value) {
            if (value != null) {
                and("w.%1$s = :%1$s".formatted(field), Map.of(field, value));
            }
        }

        void value(String name, Object value) {
            values.put(name, value);
        }

        String text() {
            return String.join(" and ", conditions);
        }

        void bind(Query query) {
            values.forEach(query::setParameter);
        }
    }

    /// People to whom it can be given: appointed now to one of those it is asked of, in its agency
    /// where it is asked of one, and with access to the thing; by name.
    List<Recipient> recipients(WorkItem item) {
        var query =
                """
                select distinct u.id as id, u.display_name as name
                from appointment a
                join user_account u on u.id = a.user_id
                cross join lateral (values
                    ('PERSON:' || u.id), ('ROLE:' || a.area_code || ':' || a.role), ('AGENCY:' || a.agency_id),
                    (case when a.role in ('MAPPA_COORDINATOR', 'MAPPA_ADMINISTRATOR')
                        then 'UNIT:' || a.area_code end)) p (principal)
                where a.from_at <= :now and (a.until_at is null or a.until_at > :now)
                  and p.principal = any (cast(string_to_array(:audience, ',') as text[]))
                  and (cast(:agency as uuid) is null or a.agency_id = cast(:agency as uuid))
                  and exists (
                      select 1 from case_grant g
                      where g.subject_id in (:thing, cast(:case as uuid))
                        and g.principal in ('PERSON:' || u.id, 'ROLE:' || a.area_code || ':' || a.role,
                            'AGENCY:' || a.agency_id,
                            case when a.role in ('MAPPA_COORDINATOR', 'MAPPA_ADMINISTRATOR')
                                then 'UNIT:' || a.area_code end)
                        and (g.until_at is null or g.until_at > :now))
                  and not exists (
                      select 1 from case_exclusion x
                      where x.subject_id in (:thing, cast(:case as uuid)) and x.user_id = u.id
                        and (x.until_at is null or x.until_at > :now))
                order by name, id
                """;
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                getEntityManager()
                        .createNativeQuery(query, Tuple.class)
                        .setParameter("now", clock.instant())
                        .setParameter("audience", String.join(",", item.audience()))
                        .setParameter("agency", item.agency())
                        .setParameter("thing", item.thingId())
                        .setParameter("case", item.caseId())
                        .getResultList();
        return rows.stream()
                .map(row -> new Recipient(row.get("id", UUID.class), row.get("name", String.class)))
                .toList();
    }
}
