package mappa.identity;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accounts and appointments; the only place that queries them.
@ApplicationScoped
@Transactional
public class Actors {

    private final EntityManager entities;
    private final Clock clock;

    Actors(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Who somebody is and what they may at this moment; one statement, on each request.
    ///
    /// @param issuer and `subject` say who it is: two issuers cannot stand in for one another
    /// @param acting the appointment chosen in this session; the first by role is used where none
    ///   is or it has ended
    /// @return empty if no account was ever made for that subject
    public Optional<Actor> find(String issuer, String subject, @Nullable UUID acting) {
        return load("u.issuer = :issuer and u.subject = :subject", acting, issuer, subject, null);
    }

    /// As [#find], by account: for work done in somebody's name after their request.
    public Optional<Actor> find(UUID person, @Nullable UUID acting) {
        return load("u.id = :person", acting, null, null, person);
    }

    private Optional<Actor> load(
            String who,
            @Nullable UUID acting,
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable UUID person) {
        var query =
                entities.createNativeQuery(
                                """
                                select u.id as person, u.display_name as name, a.id as appointment, a.role as role,
                                       a.area_code as area, a.agency_id as agency
                                from user_account u
                                left join appointment a
                                  on a.user_id = u.id and a.from_at <= :now and (a.until_at is null or a.until_at > :now)
                                where\s"""
                                        + who,
                                Tuple.class)
                        .setParameter("now", clock.instant());
        if (person != null) {
            query.setParameter("person", person);
        } else {
            query.setParameter("issuer", issuer).setParameter("subject", subject);
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var appointments = new ArrayList<Appointment>();
        for (var row : rows) {
            if (row.get("appointment") != null) {
                appointments.add(
                        new Appointment(
                                row.get("appointment", UUID.class),
                                Role.valueOf(row.get("role", String.class)),
                                row.get("area", String.class),
                                row.get("agency", UUID.class)));
            }
        }
        appointments.sort(Comparator.comparing(Appointment::role).thenComparing(Appointment::id));
        var chosen =
                appointments.stream()
                        .filter(appointment -> appointment.id().equals(acting))
                        .findFirst()
                        .or(() -> appointments.stream().findFirst())
                        .orElse(null);
        var first = rows.getFirst();
        return Optional.of(
                new Actor(
                        first.get("person", UUID.class),
                        first.get("name", String.class),
                        chosen,
                        List.copyOf(appointments)));
    }

    /// Names of accounts, for pages that show who did something.
    public java.util.Map<UUID, String> names(java.util.Collection<UUID> people) {
        var names = new java.util.HashMap<UUID, String>();
        if (people.isEmpty()) {
            return names;
        }
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                "select id, display_name as name from user_account where id in (:people)",
                                Tuple.class)
                        .setParameter("people", people)
                        .getResultList();
        rows.forEach(row -> names.put(row.get("id", UUID.class), row.get("name", String.class)));
        return names;
    }

    /// People who hold a role in an area now, by name.
    public List<UUID> holders(String area, Role role) {
        @SuppressWarnings("unchecked")
        List<UUID> holders =
                entities.createNativeQuery(
                                """
                                select u.id from appointment a join user_account u on u.id = a.user_id
                                where a.area_code = :area and a.role = :role and a.from_at <= :now
                                  and (a.until_at is null or a.until_at > :now)
                                order by u.display_name, u.id
                                """,
                                UUID.class)
                        .setParameter("area", area)
                        .setParameter("role", role.name())
                        .setParameter("now", clock.instant())
                        .getResultList();
        return holders;
    }

    /// Agencies for which somebody holds a role in an area now.
    public List<UUID> agenciesOf(String area, Role role) {
        @SuppressWarnings("unchecked")
        List<UUID> agencies =
                entities.createNativeQuery(
                                """
                                select distinct a.agency_id from appointment a
                                where a.area_code = :area and a.role = :role
                                  and a.agency_id is not null and a.from_at <= :now
                                  and (a.until_at is null or a.until_at > :now)
                                """,
                                UUID.class)
                        .setParameter("area", area)
                        .setParameter("role", role.name())
                        .setParameter("now", clock.instant())
                        .getResultList();
        return agencies;
    }

    /// People who are appointed for an agency now, by name.
    ///
    /// @param role null for any
    public List<UUID> appointedFor(UUID agency, @Nullable Role role) {
        @SuppressWarnings("unchecked")
        List<UUID> people =
                entities.createNativeQuery(
                                """
                                select u.id from user_account u
                                where exists (
                                    select 1 from appointment a
                                    where a.user_id = u.id and a.agency_id = :agency
                                      and (cast(:role as text) is null or a.role = :role)
                                      and a.from_at <= :now and (a.until_at is null or a.until_at > :now))
                                order by u.display_name, u.id
                                """,
                                UUID.class)
                        .setParameter("agency", agency)
                        .setParameter("role", role == null ? null : role.name())
                        .setParameter("now", clock.instant())
                        .getResultList();
        return people;
    }

    /// Mail address of an account; empty where none is recorded.
    public Optional<String> email(UUID person) {
        return entities
                .createNativeQuery(
                        "select email from user_account where id = :person and email is not null",
                        String.class)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .findFirst()
                .map(String.class::cast);
    }

    /// Makes an account, or finds the one that stands for the same identity.
    public UUID account(String issuer, String subject, String name, @Nullable String email) {
        entities.createNativeQuery(
                        """
                        insert into user_account (id, issuer, subject, display_name, email)
                        values (:id, :issuer, :subject, :name, cast(:email as text))
                        on conflict on constraint user_account_identity_key do nothing
                        """)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .setParameter("name", name)
                .setParameter("email", email)
                .executeUpdate();
        return (UUID)
                entities.createNativeQuery(
                                "select id from user_account where issuer = :issuer and subject = :subject",
                                UUID.class)
                        .setParameter("issuer", issuer)
                        .setParameter("subject", subject)
                        .getSingleResult();
    }

    /// Appoints somebody from now on.
    public UUID appoint(UUID person, Role role, @Nullable String area, @Nullable UUID agency) {
        return appoint(person, role, area, agency, null, clock.instant(), null);
    }

    /// Appoints somebody for a time.
    ///
    /// @param grade seniority, where the role asks for one
    /// @param until when it ends by itself; null for no end
    public UUID appoint(
            UUID person,
            Role role,
            @Nullable String area,
            @Nullable UUID agency,
            @Nullable Grade grade,
            Instant from,
            @Nullable Instant until) {
        var id = UuidCreator.getTimeOrderedEpoch();
        entities.createNativeQuery(
                        """
                        insert into appointment (id, user_id, role, area_code, agency_id, grade, from_at, until_at)
                        values (:id, :person, :role, cast(:area as text), cast(:agency as uuid),
                                cast(:grade as text), :from, cast(:until as timestamptz))
                        """)
                .setParameter("id", id)
                .setParameter("person", person)
                .setParameter("role", role.name())
                .setParameter("area", area)
                .setParameter("agency", agency)
                .setParameter("grade", grade == null ? null : grade.name())
                .setParameter("from", from)
                .setParameter("until", until)
                .executeUpdate();
        return id;
    }

    /// Keeps when somebody last signed in, and the name they did it with.
    public void signedIn(UUID person, @Nullable String signInName) {
        entities.createNativeQuery(
                        """
                        update user_account set signed_in_at = :now, sign_in_name = cast(:name as text)
                        where id = :person
                        """)
                .setParameter("now", clock.instant())
                .setParameter("name", signInName)
                .setParameter("person", person)
                .executeUpdate();
    }

    /// An appointment with its holder.
    public record Held(UUID person, Appointment appointment) {}

    /// An appointment that holds now.
    public Optional<Held> held(UUID appointment) {
        return held("a.id = :id", appointment).stream().findFirst();
    }

    /// Appointments for an agency that hold now, by the holders' names.
    public List<Held> heldFor(UUID agency) {
        return held("a.agency_id = :id", agency);
    }

    private List<Held> held(String which, UUID id) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                """
                                select a.id as id, a.user_id as person, a.role as role, a.area_code as area,
                                       a.agency_id as agency
                                from appointment a join user_account u on u.id = a.user_id
                                where a.from_at <= :now and (a.until_at is null or a.until_at > :now) and\s"""
                                        + which
                                        + " order by u.display_name, a.role, a.id",
                                Tuple.class)
                        .setParameter("id", id)
                        .setParameter("now", clock.instant())
                        .getResultList();
        return rows.stream()
                .map(
                        row ->
                                new Held(
                                        row.get("person", UUID.class),
                                        new Appointment(
                                                row.get("id", UUID.class),
                                                Role.valueOf(row.get("role", String.class)),
                                                row.get("area", String.class),
                                                row.get("agency", UUID.class))))
                .toList();
    }

    /// Ends an appointment at this moment: the next request of its holder is refused.
    public void end(UUID appointment) {
        entities.createNativeQuery(
                        "update appointment set until_at = greatest(:now, from_at) where id = :id and (until_at is null or until_at > :now)")
                .setParameter("id", appointment)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
