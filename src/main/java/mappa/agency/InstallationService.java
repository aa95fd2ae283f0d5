package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.agency.InstallationChanged.What;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Appointment;
import mappa.identity.Grade;
import mappa.identity.Principals;
import mappa.identity.Role;
import mappa.rule.Invalid;
import mappa.task.WorkItemService;
import org.jspecify.annotations.Nullable;

/// What an installation consists of before the first case: areas and appointments.
@ApplicationScoped
@Transactional
public class InstallationService {

    private static final int LONGEST_NAME = 60;

    private final EntityManager entities;
    private final Areas areas;
    private final Actors actors;
    private final WorkItemService work;
    private final AuditTrail audit;
    private final Clock clock;

    InstallationService(
            EntityManager entities,
            Areas areas,
            Actors actors,
            WorkItemService work,
            AuditTrail audit,
            Clock clock) {
        this.entities = entities;
        this.areas = areas;
        this.actors = actors;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param code two or three capital letters, the beginning of its references
    /// @throws Invalid if the code or the name is not one, or is another area's
    @Once
    public void addArea(String code, String name, Actor actor) {
        var problems = new ArrayList<Invalid.Problem>();
        var shown = name.strip();
        var known = areas.names();
        if (!code.matches("[A-Z]{2,3}")) {
            problems.add(Invalid.Problem.of("code", "agency.problem.code", code));
        } else if (known.containsKey(code)) {
            problems.add(
                    Invalid.Problem.of("code", "agency.problem.code-taken", known.get(code), code));
        }
        if (shown.isEmpty()) {
            problems.add(Invalid.Problem.of("name", "agency.problem.area-name-missing"));
        } else if (shown.length() > LONGEST_NAME) {
            problems.add(
                    Invalid.Problem.of(
                            "name", "agency.problem.too-long", LONGEST_NAME, shown.length()));
        } else if (known.containsValue(shown)) {
            problems.add(Invalid.Problem.of("name", "agency.problem.area-name-taken", shown));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        areas.add(code, shown);
        audit.record(actor, new InstallationChanged(What.AREA_ADDED, code, Map.of()));
    }

    /// Appoints somebody from now on.
    ///
    /// @param area null for a system administrator
    /// @param agency null for somebody of the unit itself
    public UUID appoint(
            UUID person,
            Role role,
            @Nullable String area,
            @Nullable UUID agency,
            @Nullable Grade grade,
            Actor actor) {
        var id = actors.appoint(person, role, area, agency, grade, clock.instant(), null);
        var detail = new HashMap<String, Object>();
        detail.put("appointment", id);
        detail.put("person", person);
        detail.put("role", role.name());
        audit.record(actor, new InstallationChanged(What.APPOINTED, area, detail));
        return id;
    }

    /// Ends somebody's appointment at this moment: their next request is refused, and what they had
    /// open and can no longer be asked goes back to the unit's list.
    ///
    /// @return how much work went back; 0 if it had ended already
    public int endAppointment(UUID appointment, Actor actor) {
        var held = actors.held(appointment);
        if (held.isEmpty()) {
            return 0;
        }
        actors.end(appointment);
        var person = held.get().person();
        var area = held.get().appointment().area();
        var detail = new HashMap<String, Object>();
        detail.put("appointment", appointment);
        detail.put("person", person);
        detail.put("role", held.get().appointment().role().name());
        audit.record(actor, new InstallationChanged(What.APPOINTMENT_ENDED, area, detail));
        return area == null ? 0 : work.handBack(person, area, principals(person, area), actor);
    }

    /// Those of a person's principals that they still have in an area.
    private Set<String> principals(UUID person, String area) {
        var left = new HashSet<String>();
        for (Appointment one : actors.find(person, null).orElseThrow().appointments()) {
            if (area.equals(one.area())) {
                left.add(Principals.person(person));
                left.add(Principals.role(area, one.role()));
                if (one.role().isUnit()) {
                    left.add(Principals.unit(area));
                }
                if (one.agency() != null) {
                    left.add(Principals.agency(one.agency()));
                }
            }
        }
        return left;
    }

    /// Makes an account the system administrator if there has never been one: a new installation
    /// needs somebody who appoints the others. Once there was, nothing happens.
    ///
    /// @param subject at the identity provider
    public void appointFirstAdministrator(String issuer, String subject, String name, Actor actor) {
        entities.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('first administrator')) as text)")
                .getSingleResult(); // two servers starting at once appoint one
        var known =
                entities.createNativeQuery("select 1 from appointment where role = :role limit 1")
                        .setParameter("role", Role.SYSTEM_ADMIN.name())
                        .getResultList();
        if (known.isEmpty()) {
            var person = actors.account(issuer, subject, name, null);
            appoint(person, Role.SYSTEM_ADMIN, null, null, null, actor);
        }
    }
}
