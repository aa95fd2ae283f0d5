package mappa.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mappa.identity.Grade;
import mappa.identity.Role;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// Accounts with what they hold, and proposals; the only place of this package that queries them.
@ApplicationScoped
class Users {

    private static final Duration SOON = Duration.ofDays(28);

    private static final String HOLDS =
            "a.user_id = u.id and a.from_at <= :now and (a.until_at is null or a.until_at > :now)";

    private final EntityManager entities;
    private final Clock clock;

    Users(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// An account.
    record Account(
            UUID id,
            String name,
            @Nullable String signInName,
            @Nullable String email,
            @Nullable Instant signedInAt) {}

    /// One appointment of somebody, whether it holds or not.
    record Row(
            UUID person,
            UUID id,
            Role role,
            @Nullable String area,
            @Nullable UUID agency,
            @Nullable Grade grade,
            Instant from,
            @Nullable Instant until) {

        boolean hasEnded(Instant now) {
            return until != null && !until.isAfter(now);
        }

        UserView.Held shown(Map<UUID, String> agencies, Instant now) {
            return new UserView.Held(
                    id,
                    role,
                    area,
                    agency == null ? null : agencies.get(agency),
                    grade,
                    from,
                    until,
                    from.isAfter(now),
                    until != null && until.isAfter(now) && until.isBefore(now.plus(SOON)));
        }
    }

    /// Makes all who propose and decide wait for each other until commit: whether there is a second
    /// person must not change in between.
    void lock() {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('appointments')) as text)")
                .getSingleResult();
    }

    /// @param area only those with something in that area, or who may become system administrator
    ///   with the word of one of its coordinators; null for all
    Optional<Account> account(UUID id, @Nullable String area) {
        return accounts(
                        "u.id = :id and (cast(:area as text) is null or "
                                + known("cast(:area as text)")
                                + ")",
                        Map.of("id", id),
                        area,
                        1)
                .stream()
                .findFirst();
    }

    /// A page of accounts, by name.
    List<Account> page(UserFilter filter, @Nullable String area, @Nullable UUID after, int size) {
        var holds = "exists (select 1 from appointment a where " + HOLDS + in("a") + ")";
        var ever = "exists (select 1 from appointment a where a.user_id = u.id" + in("a") + ")";
        var waiting =
                "exists (select 1 from appointment_proposal p where p.user_id = u.id and p.state in"
                        + " ('WAITING', 'ALONE')"
                        + in("p")
                        + ")";
        var which =
                switch (filter) {
                    case WITH_ROLE -> holds;
                    case WITHOUT_ROLE ->
                            "not " + ever + " and cast(:area as text) is null and :now = :now";
                    case TO_CONFIRM -> waiting + " and :now = :now";
                    case LEFT -> ever + " and not " + holds;
                };
        var from =
                after == null
                        ? ""
                        : " and (u.display_name, u.id) > (select x.display_name, x.id from"
                                + " user_account x where x.id = :after)";
        var values = new HashMap<String, Object>();
        values.put("now", clock.instant());
        if (after != null) {
            values.put("after", after);
        }
        return accounts(which + from, values, area, size);
    }

    private static String in(String alias) {
        return " and (cast(:area as text) is null or %s.area_code = cast(:area as text))"
                .formatted(alias);
    }

    private static String known(String area) {
        return """
        (exists (select 1 from appointment a where a.user_id = u.id and a.area_code = %1$s)
          or exists (select 1 from appointment_proposal p where p.user_id = u.id
            and (p.area_code = %1$s or (p.area_code is null and p.state in ('WAITING', 'ALONE')))))
        """
                .formatted(area);
    }

    private List<Account> accounts(
            String which, Map<String, ?> values, @Nullable String area, int size) {
        var query =
                entities.createNativeQuery(
                                "select u.id as id, u.display_name as name, u.sign_in_name as sign_in_name,"
                                        + " u.email as email, u.signed_in_at as signed_in_at"
                                        + " from user_account u where "
                                        + which
                                        + " order by u.display_name, u.id",
                                Tuple.class)
                        .setParameter("area", area)
                        .setMaxResults(size);
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(
                        row ->
                                new Account(
                                        row.get("id", UUID.class),
                                        row.get("name", String.class),
                                        row.get("sign_in_name", String.class),
                                        row.get("email", String.class),
                                        row.get("signed_in_at", Instant.class)))
                .toList();
    }

    /// Appointments of people, in the order of their beginning.
    List<Row> appointments(Collection<UUID> people, @Nullable String area) {
        if (people.isEmpty()) {
            return List.of();
        }
        return rows(
                "a.user_id in (:people) and (cast(:area as text) is null or a.area_code = cast(:area as text))",
                query -> query.setParameter("people", people).setParameter("area", area));
    }

    Optional<Row> appointment(UUID id) {
        return rows("a.id = :id", query -> query.setParameter("id", id)).stream().findFirst();
    }

    private List<Row> rows(
            String which, java.util.function.Consumer<jakarta.persistence.Query> values) {
        var query =
                entities.createNativeQuery(
                        "select a.user_id as person, a.id as id, a.role as role, a.area_code as area,"
                                + " a.agency_id as agency, a.grade as grade, a.from_at as from_at,"
                                + " a.until_at as until_at from appointment a where "
                                + which
                                + " order by a.from_at, a.id",
                        Tuple.class);
        values.accept(query);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(
                        row ->
                                new Row(
                                        row.get("person", UUID.class),
                                        row.get("id", UUID.class),
                                        Role.valueOf(row.get("role", String.class)),
                                        row.get("area", String.class),
                                        row.get("agency", UUID.class),
                                        grade(row.get("grade", String.class)),
                                        row.get("from_at", Instant.class),
                                        row.get("until_at", Instant.class)))
                .toList();
    }

    private static @Nullable Grade grade(@Nullable String name) {
        return name == null ? null : Grade.valueOf(name);
    }

    List<Chair> chairs(String area) {
        var now = clock.instant();
        var chairs = new ArrayList<Chair>();
        for (var row :
                rows(
                        "a.area_code = :area and a.role = 'CHAIR'",
                        query -> query.setParameter("area", area))) {
            if (!row.hasEnded(now) && !row.from().isAfter(now)) {
                var name = account(row.person(), null).map(Account::name).orElse("");
                chairs.add(new Chair(row.person(), name, row.agency(), row.grade()));
            }
        }
        chairs.sort(java.util.Comparator.comparing(Chair::name));
        return chairs;
    }

    /// People who hold a role now.
    ///
    /// @param area null for any, and for a role of no area
    List<UUID> holders(Role role, @Nullable String area) {
        @SuppressWarnings("unchecked")
        List<UUID> people =
                entities.createNativeQuery(
                                "select distinct u.id from user_account u join appointment a on "
                                        + HOLDS
                                        + " where a.role = :role"
                                        + in("a"),
                                UUID.class)
                        .setParameter("role", role.name())
                        .setParameter("area", area)
                        .setParameter("now", clock.instant())
                        .getResultList();
        return people;
    }

    /// People whose role stands on one person's word alone.
    Set<UUID> standingOn(UUID proposer) {
        return Set.copyOf(
                entities.createQuery(
                                "select distinct p.person from Proposal p where p.state = ALONE and p.proposedBy = ?1",
                                UUID.class)
                        .setParameter(1, proposer)
                        .getResultList());
    }

    List<Proposal> proposals(Collection<UUID> people, @Nullable String area) {
        if (people.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        """
                        from Proposal p where p.person in (:people)
                          and (:area is null or p.area = :area or p.area is null)
                        order by p.proposedAt desc, p.id desc
                        """,
                        Proposal.class)
                .setParameter("people", people)
                .setParameter("area", area)
                .getResultList();
    }

    /// Proposals for which a second person is wanted, the oldest first.
    List<Proposal> open(@Nullable String area) {
        return entities.createQuery(
                        """
                        from Proposal p where p.state in (WAITING, ALONE)
                          and (:area is null or p.area = :area or p.area is null)
                        order by p.proposedAt, p.id
                        """,
                        Proposal.class)
                .setParameter("area", area)
                .getResultList();
    }

    /// @throws NotFound if the person has none with that id
    Proposal proposal(UUID id, UUID person) {
        return Optional.ofNullable(entities.find(Proposal.class, id))
                .filter(proposal -> proposal.person().equals(person))
                .orElseThrow(() -> new NotFound(Proposal.class));
    }

    void add(Proposal proposal) {
        entities.persist(proposal);
    }
}
