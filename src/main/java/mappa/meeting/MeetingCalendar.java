package mappa.meeting;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a calendar asks about meetings: each list is one statement, however long it is, and holds
/// only what the actor of the transaction may see.
@ApplicationScoped
public class MeetingCalendar {

    private static final String ENTRY =
            """
            select new mappa.meeting.CalendarEntry(m.id, m.caseId, m.personId, m.reference, m.number, m.level,
                m.type, m.state, m.startsAt, m.minutesLong, m.mode, m.place, m.district, m.chair, m.limitOn,
                m.startedAt, m.changes, m.changedAt,
                (select count(i.id) from m.invitations i where i.takenOffAt is null),
                (select count(i.id) from m.invitations i where i.takenOffAt is null and i.answer <> CANNOT_SAY))
            from Meeting m where m.startsAt >= :from and\s"""
                    + readable("m.id");

    private static final String DUE =
            """
            select new mappa.meeting.DueEntry(c.id, c.caseId, c.personId, c.reference, c.level, c.dueOn, c.dueBasis,
                m.id, m.startsAt)
            from MeetingCycle c left join Meeting m
                on m.cycleId = c.id and m.state in (PLANNED, INVITED, STARTED)
            where c.endedOn is null and\s"""
                    + readable("c.id");

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final EntityManager entities;

    MeetingCalendar(EntityManager entities) {
        this.entities = entities;
    }

    /// Meetings that begin within a time, soonest first, those called off included.
    ///
    /// @param until not included
    public List<CalendarEntry> between(
            Instant from, Instant until, CalendarFilter filter, int most) {
        return entries(from, " and m.startsAt < :until", Map.of("until", until), filter, most);
    }

    /// Meetings from a moment on, soonest first.
    ///
    /// @param after the last one of the page before; null for the first
    public List<CalendarEntry> from(
            Instant from, @Nullable UUID after, CalendarFilter filter, int most) {
        return after == null
                ? entries(from, "", Map.of(), filter, most)
                : entries(
                        from,
                        """
                         and exists (select 1 from Meeting b where b.id = :after
                            and (m.startsAt > b.startsAt or (m.startsAt = b.startsAt and m.id > b.id)))
                        """,
                        Map.of("after", after),
                        filter,
                        most);
    }

    /// One meeting; empty where there is none that the actor may see.
    public Optional<CalendarEntry> find(UUID meeting) {
        return entries(
                        Instant.EPOCH,
                        " and m.id = :id",
                        Map.of("id", meeting),
                        CalendarFilter.NONE,
                        1)
                .stream()
                .findFirst();
    }

    private List<CalendarEntry> entries(
            Instant from,
            String period,
            Map<String, Object> values,
            CalendarFilter filter,
            int most) {
        var where = new StringBuilder(ENTRY).append(period);
        var all = new HashMap<>(values);
        all.put("from", from);
        add(where, all, "m.chair = :chair", "chair", filter.chair());
        add(where, all, "m.level = :level", "level", filter.level());
        add(where, all, "m.mode = :mode", "mode", filter.mode());
        add(where, all, "m.state = :state", "state", filter.state());
        add(where, all, "m.district = :district", "district", filter.district());
        add(
                where,
                all,
                "exists (select 1 from m.invitations i where i.agency = :agency and i.takenOffAt is null)",
                "agency",
                filter.agency());
        var query =
                entities.createQuery(where + " order by m.startsAt, m.id", CalendarEntry.class)
                        .setMaxResults(most);
        all.forEach(query::setParameter);
        return query.getResultList();
    }

    private static void add(
            StringBuilder where,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /// As many as are late, and as many as wait for a date.
    public DueCounts counts(LocalDate today) {
        return entities.createQuery(
                        """
                        select new mappa.meeting.DueCounts(
                            count(case when c.dueOn < :today then 1 end),
                            count(case when c.dueOn >= :today and m.id is null then 1 end))
                        from MeetingCycle c left join Meeting m
                            on m.cycleId = c.id and m.state in (PLANNED, INVITED, STARTED)
                        where c.endedOn is null and\s"""
                                + readable("c.id"),
                        DueCounts.class)
                .setParameter("today", today)
                .getSingleResult();
    }

    /// Cases past their limit, the longest first.
    public List<DueEntry> late(LocalDate today, int most) {
        return entities.createQuery(
                        DUE + " and c.dueOn < :today order by c.dueOn, c.id", DueEntry.class)
                .setParameter("today", today)
                .setMaxResults(most)
                .getResultList();
    }

    /// Cases that are not late and have no date for their next meeting, soonest due first.
    public List<DueEntry> undated(LocalDate today, int most) {
        return entities.createQuery(
                        DUE + " and c.dueOn >= :today and m.id is null order by c.dueOn, c.id",
                        DueEntry.class)
                .setParameter("today", today)
                .setMaxResults(most)
                .getResultList();
    }

    /// Cases without a date for their next meeting, late or not, soonest due first.
    public List<DueEntry> waiting(int most) {
        return entities.createQuery(
                        DUE + " and c.dueOn is not null and m.id is null order by c.dueOn, c.id",
                        DueEntry.class)
                .setMaxResults(most)
                .getResultList();
    }

    /// How many [#waiting] would find.
    public long countWaiting() {
        return entities.createQuery(
                        """
                        select count(c.id)
                        from MeetingCycle c left join Meeting m
                            on m.cycleId = c.id and m.state in (PLANNED, INVITED, STARTED)
                        where c.endedOn is null and c.dueOn is not null and m.id is null and\s"""
                                + readable("c.id"),
                        Long.class)
                .getSingleResult();
    }

    /// All cases at Level 2 or 3, soonest due first, those without a day last.
    ///
    /// @param after the last one of the page before; null for the first
    public List<DueEntry> board(@Nullable UUID after, int most) {
        var query =
                entities.createQuery(
                                DUE
                                        + (after == null
                                                ? ""
                                                : """
                                                   and exists (select 1 from MeetingCycle b where b.id = :after
                                                     and (coalesce(c.dueOn, :never) > coalesce(b.dueOn, :never)
                                                       or (coalesce(c.dueOn, :never) = coalesce(b.dueOn, :never) and c.id > b.id)))
                                                  """)
                                        + " order by c.dueOn nulls last, c.id",
                                DueEntry.class)
                        .setMaxResults(most);
        if (after != null) {
            query.setParameter("after", after).setParameter("never", NEVER);
        }
        return query.getResultList();
    }
}
