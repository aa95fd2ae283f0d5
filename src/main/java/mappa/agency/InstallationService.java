package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import mappa.agency.InstallationChanged.What;
import mappa.audit.AuditTrail;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;

/// What an installation consists of before the first case: areas, agencies, appointments.
@ApplicationScoped
@Transactional
public class InstallationService {

    private final EntityManager entities;
    private final Areas areas;
    private final Agencies agencies;
    private final Actors actors;
    private final AuditTrail audit;

    InstallationService(
            EntityManager entities,
            Areas areas,
            Agencies agencies,
            Actors actors,
            AuditTrail audit) {
        this.entities = entities;
        this.areas = areas;
        this.agencies = agencies;
        this.actors = actors;
        this.audit = audit;
    }

    /// @param code two or three capital letters, the beginning of its references
    public void addArea(String code, String name, Actor actor) {
        areas.add(code, name);
        audit.record(actor, new InstallationChanged(What.AREA_ADDED, code, Map.of()));
    }

    public UUID addAgency(String area, String name, AgencyKind kind, Actor actor) {
        var id = agencies.add(area, name, kind);
        audit.record(actor, new InstallationChanged(What.AGENCY_ADDED, area, Map.of("agency", id)));
        return id;
    }

    /// Appoints somebody from now on.
    ///
    /// @param area null for a system administrator
    /// @param agency null for somebody of the unit itself
    public UUID appoint(
            UUID person, Role role, @Nullable String area, @Nullable UUID agency, Actor actor) {
        var id = actors.appoint(person, role, area, agency);
        var detail = new HashMap<String, Object>();
        detail.put("appointment", id);
        detail.put("person", person);
        detail.put("role", role.name());
        audit.record(actor, new InstallationChanged(What.APPOINTED, area, detail));
        return id;
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
            appoint(person, Role.SYSTEM_ADMIN, null, null, actor);
        }
    }
}
