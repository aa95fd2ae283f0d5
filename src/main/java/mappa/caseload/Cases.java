package mappa.caseload;

import static mappa.identity.Access.readable;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// All cases with their categories, levels, places and dates; the only place that queries them.
@ApplicationScoped
class Cases {

    private final EntityManager entities;

    Cases(EntityManager entities) {
        this.entities = entities;
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    Case get(UUID id) {
        return query(id).getResultList().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Case.class));
    }

    /// As [#get], and nobody else changes the case until the transaction ends.
    Case lock(UUID id) {
        return query(id).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Case.class));
    }

    private TypedQuery<Case> query(UUID id) {
        return entities.createQuery(
                        "from MappaCase where id = :id and " + readable("id"), Case.class)
                .setParameter("id", id);
    }

    /// The person's case, if they have one that the actor may see.
    Optional<Case> of(UUID personId) {
        return entities
                .createQuery(
                        "from MappaCase where personId = :person and " + readable("id"), Case.class)
                .setParameter("person", personId)
                .getResultList()
                .stream()
                .findFirst();
    }

    /// The next reference of an area; no other case gets a number there until the transaction ends,
    /// so numbers follow without a gap.
    CaseReference nextReference(String area, LocalDate openedOn) {
        var number =
                entities.createNativeQuery(
                                """
                                insert into case_number as n (area, year, last) values (:area, :year, 1)
                                on conflict (area, year) do update set last = n.last + 1
                                returning last
                                """,
                                Integer.class)
                        .setParameter("area", area)
                        .setParameter("year", openedOn.getYear())
                        .getSingleResult();
        return CaseReference.of(area, openedOn, (Integer) number);
    }

    void add(Object row) {
        entities.persist(row);
    }

    CategoryHistory history(Case of) {
        return new CategoryHistory(
                of.id(),
                of.personId(),
                of.area(),
                rows(MappaEligibility.class, of),
                rows(LevelSpell.class, of));
    }

    Custody custody(Case of) {
        return new Custody(
                of.id(), of.area(), rows(LocationSpell.class, of), rows(SentenceDate.class, of));
    }

    /// Cases of an area that were at a level on a day of a period, as it is known now.
    List<Case> at(@Nullable Level level, LocalDate from, LocalDate to, String area) {
        return entities.createQuery(
                        """
                        from MappaCase c where c.area = :area and exists (
                            select 1 from LevelSpell l where l.caseId = c.id and l.supersededAt is null
                              and l.validFrom <= :to and (l.validTo is null or l.validTo >= :from)
                              and (:level is null or l.level = :level)) and\s"""
                                + readable("c.id"),
                        Case.class)
                .setParameter("area", area)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("level", level)
                .getResultList();
    }

    /// All that was said about a case, superseded rows too.
    List<Circumstance> circumstances(Case of) {
        return rows(Circumstance.class, of);
    }

    private <R> List<R> rows(Class<R> type, Case of) {
        return entities.createQuery(
                        "from %s where caseId = :case and %s"
                                .formatted(type.getSimpleName(), readable("caseId")),
                        type)
                .setParameter("case", of.id())
                .getResultList();
    }

    /// Condition that a row of the list's joins matches a filter; its parameters are set by
    /// [#bind].
    private static final String MATCHES =
            """
            c.id in (select subject_id from readable_subject)
            and (cast(:category as text) is null or e.category = :category)
            and (cast(:level as text) is null or l.level = :level)
            and (cast(:location as text) is null or s.location = :location)
            and (cast(:lead as uuid) is null or e.lead_agency_id = cast(:lead as uuid))
            and (not :without or e.id is null)
            and (not :child or p.date_of_birth > cast(:ofAge as date))
            """;

    private static final String JOINS =
            """
            from mappa_case c
            join person p on p.id = c.person_id
            join person_name n on n.person_id = p.id and n.kind = 'CURRENT'
            left join mappa_eligibility e
              on e.case_id = c.id and e.superseded_at is null and e.valid_to is null
            left join level_spell l
              on l.eligibility_id = e.spell_id and l.superseded_at is null and l.valid_to is null
            left join location_spell s
              on s.case_id = c.id and s.superseded_at is null and s.valid_to is null
            left join agency a on a.id = e.lead_agency_id
            left join user_account o on o.id = c.owner_id
            where
            """;

    /// Cases that the actor may see, newest reference first.
    ///
    /// @param most how many at most
    List<Tuple> list(CaseFilter filter, LocalDate today, int most) {
        var query =
                entities.createNativeQuery(
                                """
                                select c.id as id, c.person_id as person, c.area as area, c.reference_year as year,
                                       c.reference_number as number, concat_ws(' ', n.forenames, n.surname) as name,
                                       p.date_of_birth as born, p.date_of_birth_missing as born_missing,
                                       e.category as category, e.basis as basis, e.valid_from as category_since,
                                       l.level as level, l.valid_from as level_since,
                                       e.lead_agency_id as lead, a.name as lead_name, s.location as location,
                                       o.display_name as owner
                                """
                                        + JOINS
                                        + MATCHES
                                        + """
                                        and (cast(:after as uuid) is null
                                             or (c.reference_year, c.reference_number, c.id) <
                                                (select x.reference_year, x.reference_number, x.id
                                                 from mappa_case x where x.id = cast(:after as uuid)))
                                        order by c.reference_year desc, c.reference_number desc, c.id desc
                                        limit :most
                                        """,
                                Tuple.class)
                        .setParameter("after", filter.after())
                        .setParameter("most", most);
        bind(query, filter, today);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows;
    }

    /// Exact number of cases that match.
    long count(CaseFilter filter, LocalDate today) {
        var query = entities.createNativeQuery("select count(*) " + JOINS + MATCHES, Long.class);
        bind(query, filter, today);
        return (Long) query.getSingleResult();
    }

    /// Exact numbers of cases that the actor may see, by the codes of category and level; both null
    /// for those in no category.
    List<Tuple> counts() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select e.category as category, l.level as level, count(*) as number
                                from mappa_case c
                                left join mappa_eligibility e
                                  on e.case_id = c.id and e.superseded_at is null and e.valid_to is null
                                left join level_spell l
                                  on l.eligibility_id = e.spell_id and l.superseded_at is null
                                 and l.valid_to is null
                                where c.id in (select subject_id from readable_subject)
                                group by e.category, l.level
                                """,
                                Tuple.class)
                        .getResultList();
        return rows;
    }

    private static void bind(Query query, CaseFilter filter, LocalDate today) {
        query.setParameter("category", filter.category() == null ? null : filter.category().name())
                .setParameter("level", filter.level() == null ? null : filter.level().name())
                .setParameter(
                        "location", filter.location() == null ? null : filter.location().name())
                .setParameter("lead", filter.leadAgency())
                .setParameter("without", filter.without())
                .setParameter("child", filter.child())
                .setParameter("ofAge", today.minusYears(18));
    }

    /// Cases at Level 2 or 3 with a date on which Category 1 or 2 ends.
    List<UUID> ending() {
        return ids(
                """
                select distinct e.case_id
                from mappa_eligibility e
                join level_spell l on l.eligibility_id = e.spell_id and l.superseded_at is null
                 and l.valid_to is null and l.level in ('LEVEL_2', 'LEVEL_3')
                join sentence_date d on d.case_id = e.case_id and d.superseded_at is null and d.day is not null
                 and (e.category = 'CATEGORY_1' and d.kind = 'NOTIFICATION_END'
                      or e.category = 'CATEGORY_2' and d.kind in ('SENTENCE_END', 'LICENCE_END'))
                where e.superseded_at is null and e.valid_to is null
                """);
    }

    /// Cases at Level 1.
    List<UUID> atLevelOne() {
        return ids(
                """
                select case_id from level_spell
                where superseded_at is null and valid_to is null and level = 'LEVEL_1'
                """);
    }

    private List<UUID> ids(String query) {
        @SuppressWarnings("unchecked")
        List<UUID> ids = entities.createNativeQuery(query, UUID.class).getResultList();
        return ids;
    }

    /// Rows of the audit about any of the subjects, newest first.
    ///
    /// @param before sequence of the chain before which they stand; null for the newest
    /// @param event code of what was looked at or done; null for all
    List<Tuple> accesses(
            List<UUID> subjects,
            String area,
            @Nullable Long before,
            @Nullable String event,
            int most) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select sequence as sequence, at as at, actor_id as actor, system_job as job,
                                       agency_id as agency, role as role, operation as operation, event as event,
                                       purpose as purpose, route as route
                                from audit_event
                                where area_code = :area
                                  and subject_ids && cast(string_to_array(:subjects, ',') as uuid[])
                                  and (cast(:before as bigint) is null or sequence < cast(:before as bigint))
                                  and (cast(:event as text) is null or event = :event)
                                order by sequence desc
                                limit :most
                                """,
                                Tuple.class)
                        .setParameter("area", area)
                        .setParameter(
                                "subjects",
                                subjects.stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(",")))
                        .setParameter("before", before)
                        .setParameter("event", event)
                        .setParameter("most", most)
                        .getResultList();
        return rows;
    }
}
