package mappa.caseload;

import static mappa.identity.Access.readable;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// All people; the only place that queries them.
@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {

    private final EntityManager entities;

    People(EntityManager entities) {
        this.entities = entities;
    }

    /// A person whom a search found, and why.
    record Hit(UUID personId, List<MatchReason> reasons) {}

    /// @throws NotFound if there is none with that id, or none that the actor may see
    Person get(UUID id) {
        return find("id = ?1 and " + readable("id"), id)
                .firstResultOptional()
                .orElseThrow(() -> new NotFound(Person.class));
    }

    /// People whom the criteria may mean and the actor may see, best first.
    List<Hit> search(Criteria criteria, int most) {
        var reference = criteria.reference();
        var identifier = criteria.identifier();
        var query =
                entities.createNativeQuery(
                                """
                                select person_id as person, array_to_string(reasons, ',') as reasons
                                from search_person(
                                    cast(:surname as text), cast(:forenames as text), cast(:born as date),
                                    cast(:year as integer), cast(:kind as text), cast(:value as text),
                                    cast(:area as text), cast(:caseYear as integer), cast(:caseNumber as integer),
                                    :most)
                                """,
                                Tuple.class)
                        .setParameter("surname", criteria.surname())
                        .setParameter("forenames", criteria.forenames())
                        .setParameter("born", criteria.born())
                        .setParameter("year", criteria.bornAbout())
                        .setParameter("kind", identifier == null ? null : identifier.kind().name())
                        .setParameter("value", identifier == null ? null : identifier.value())
                        .setParameter("area", reference == null ? null : reference.area())
                        .setParameter("caseYear", reference == null ? null : reference.year())
                        .setParameter("caseNumber", reference == null ? null : reference.number())
                        .setParameter("most", most);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(
                        row ->
                                new Hit(
                                        row.get("person", UUID.class),
                                        Stream.of(row.get("reasons", String.class).split(","))
                                                .map(MatchReason::valueOf)
                                                .sorted()
                                                .toList()))
                .toList();
    }

    /// What tells the people found apart, in the order found; without those that the actor may not
    /// see.
    List<PersonMatch> describe(List<Hit> hits) {
        if (hits.isEmpty()) {
            return List.of();
        }
        var ids = hits.stream().map(Hit::personId).toList();
        var aliases = aliases(ids);
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select p.id as id, p.date_of_birth as born, p.date_of_birth_missing as born_missing,
                                       concat_ws(' ', n.forenames, n.surname) as name,
                                       c.id as case_id, c.area as area, c.reference_year as year,
                                       c.reference_number as number,
                                       e.category as category, e.basis as basis, e.valid_from as category_since,
                                       l.level as level, l.valid_from as level_since,
                                       e.lead_agency_id as lead, a.name as lead_name, s.location as location,
                                       (select max(k.checked_on) from not_eligible_check k where k.person_id = p.id)
                                           as checked_on
                                from person p
                                join person_name n on n.person_id = p.id and n.kind = 'CURRENT'
                                left join mappa_case c on c.person_id = p.id
                                left join mappa_eligibility e
                                  on e.case_id = c.id and e.superseded_at is null and e.valid_to is null
                                left join level_spell l
                                  on l.eligibility_id = e.spell_id and l.superseded_at is null and l.valid_to is null
                                left join agency a on a.id = e.lead_agency_id
                                left join location_spell s
                                  on s.case_id = c.id and s.superseded_at is null and s.valid_to is null
                                where p.id in (:ids) and p.id in (select subject_id from readable_subject)
                                """,
                                Tuple.class)
                        .setParameter("ids", ids)
                        .getResultList();
        var byId = new HashMap<UUID, Tuple>();
        rows.forEach(row -> byId.put(row.get("id", UUID.class), row));
        return hits.stream()
                .filter(hit -> byId.containsKey(hit.personId()))
                .map(hit -> match(byId.get(hit.personId()), aliases, hit.reasons()))
                .toList();
    }

    private static PersonMatch match(
            Tuple row, Map<UUID, List<String>> aliases, List<MatchReason> reasons) {
        var id = row.get("id", UUID.class);
        var caseId = row.get("case_id", UUID.class);
        return new PersonMatch(
                id,
                row.get("name", String.class),
                aliases.getOrDefault(id, List.of()),
                Fact.of(day(row, "born"), code(row, "born_missing", Fact.Why.class)),
                caseId,
                caseId == null
                        ? null
                        : new CaseReference(
                                        row.get("area", String.class),
                                        row.get("year", Integer.class),
                                        row.get("number", Integer.class))
                                .toString(),
                standing(row),
                code(row, "location", Location.class),
                day(row, "checked_on"),
                reasons);
    }

    /// From the columns `category`, `basis`, `category_since`, `level`, `level_since`, `lead`,
    /// `lead_name`; null if no category lasts.
    static @Nullable StandingView standing(Tuple row) {
        var category = code(row, "category", Category.class);
        var basis = code(row, "basis", Basis.class);
        var since = day(row, "category_since");
        var level = code(row, "level", Level.class);
        var levelSince = day(row, "level_since");
        if (category == null
                || basis == null
                || since == null
                || level == null
                || levelSince == null) {
            return null;
        }
        return new StandingView(
                category,
                basis,
                since,
                level,
                levelSince,
                row.get("lead", UUID.class),
                row.get("lead_name", String.class));
    }

    static @Nullable LocalDate day(Tuple row, String column) {
        return switch (row.get(column)) {
            case null -> null;
            case LocalDate day -> day;
            case Date day -> day.toLocalDate();
            case Object other -> throw new IllegalStateException(column + " is no day: " + other);
        };
    }

    static <E extends Enum<E>> @Nullable E code(Tuple row, String column, Class<E> type) {
        var code = row.get(column, String.class);
        return code == null ? null : Enum.valueOf(type, code);
    }

    private Map<UUID, List<String>> aliases(Collection<UUID> people) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select person_id as person, concat_ws(' ', forenames, surname) as name
                                from person_name
                                where person_id in (:people) and kind <> 'CURRENT'
                                  and person_id in (select subject_id from readable_subject)
                                order by recorded_at, id
                                """,
                                Tuple.class)
                        .setParameter("people", people)
                        .getResultList();
        var aliases = new HashMap<UUID, List<String>>();
        rows.forEach(
                row ->
                        aliases.computeIfAbsent(
                                        row.get("person", UUID.class), _ -> new ArrayList<>())
                                .add(row.get("name", String.class)));
        return aliases;
    }

    /// Keeps that two records were compared.
    void compared(UUID person, UUID other, CreatePerson.Verdict verdict, String area, Entry entry) {
        entities.createNativeQuery(
                        """
                        insert into person_comparison
                            (id, area, person_id, other_id, verdict, recorded_at, recorded_by)
                        values (:id, :area, :person, :other, :verdict, :at, cast(:by as uuid))
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("area", area)
                .setParameter("person", person)
                .setParameter("other", other)
                .setParameter("verdict", verdict.name())
                .setParameter("at", entry.at())
                .setParameter("by", entry.by())
                .executeUpdate();
    }

    void check(NotEligibleCheck check) {
        entities.persist(check);
    }

    /// Checks that found the person not eligible, newest first.
    List<NotEligibleCheck> checks(UUID personId) {
        return entities.createQuery(
                        "from NotEligibleCheck where personId = :person and %s order by recordedAt desc, id desc"
                                .formatted(readable("personId")),
                        NotEligibleCheck.class)
                .setParameter("person", personId)
                .getResultList();
    }

    /// Addresses that last first, then the newest.
    List<PersonAddress> addresses(UUID personId) {
        return entities.createQuery(
                        """
                        from PersonAddress where personId = :person and %s
                        order by case when validTo is null then 0 else 1 end, validFrom desc, id desc
                        """
                                .formatted(readable("personId")),
                        PersonAddress.class)
                .setParameter("person", personId)
                .getResultList();
    }
}
