package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.identity.Role;
import mappa.rule.NotFound;
import mappa.time.London;

/// When agencies cannot come to meetings: said by the unit, or by the agency of itself.
@ApplicationScoped
@Transactional
public class AgencyAbsenceService {

    private final Absences absences;
    private final Agencies agencies;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    AgencyAbsenceService(
            Absences absences, Agencies agencies, Actors actors, AuditTrail audit, Clock clock) {
        this.absences = absences;
        this.agencies = agencies;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param records whether the reader may add and end
    record AbsencesView(String agency, List<Line> lines, boolean records) {}

    /// @param by name of whoever said so
    record Line(UUID id, LocalDate from, LocalDate to, String by, Instant at) {}

    /// An agency's absences that have not passed, soonest first.
    ///
    /// @throws NotFound if the actor's area has no such agency
    public AbsencesView view(UUID agency, Actor actor) {
        var found = get(agency, actor);
        var rows = absences.of(agency, London.today(clock));
        var names = actors.names(rows.stream().map(AgencyAbsence::recordedBy).distinct().toList());
        return new AbsencesView(
                found.name(),
                rows.stream()
                        .map(
                                row ->
                                        new Line(
                                                row.id(),
                                                row.fromOn(),
                                                row.toOn(),
                                                names.get(row.recordedBy()),
                                                row.recordedAt()))
                        .toList(),
                records(agency, actor));
    }

    /// Says on which days an agency cannot come.
    ///
    /// @param to the last day, included
    /// @throws NotFound if the actor's area has no such agency, or it is another's to say
    @Once
    public UUID record(UUID agency, LocalDate from, LocalDate to, Actor actor) {
        var found = get(agency, actor);
        require(agency, actor);
        var absence =
                new AgencyAbsence(
                        found, from, to, London.today(clock), clock.instant(), actor.personId());
        absences.add(absence);
        audit.record(actor, new AbsenceChanged(found.area(), agency, from, to, false));
        return absence.id();
    }

    /// Takes back what was said.
    ///
    /// @throws NotFound if there is none that counts, or it is another's to take back
    @Once
    public void end(UUID agency, UUID id, Actor actor) {
        var found = get(agency, actor);
        require(agency, actor);
        var absence =
                absences.find(id, agency).orElseThrow(() -> new NotFound(AgencyAbsence.class));
        absence.end(actor.personId(), clock.instant());
        audit.record(
                actor,
                new AbsenceChanged(found.area(), agency, absence.fromOn(), absence.toOn(), true));
    }

    private Agency get(UUID agency, Actor actor) {
        if (actor.area() == null) {
            throw new NotFound(Agency.class);
        }
        return agencies.get(agency, actor.area());
    }

    private static void require(UUID agency, Actor actor) {
        if (!records(agency, actor)) {
            throw new NotFound(Agency.class);
        }
    }

    private static boolean records(UUID agency, Actor actor) {
        var role = actor.role();
        return role != null
                && Operation.RECORD_ABSENCE.allows(role)
                && (role != Role.AGENCY_SPOC || agency.equals(actor.agency()));
    }
}
