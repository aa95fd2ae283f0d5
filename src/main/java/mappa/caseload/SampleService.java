package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Operation;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.rule.Invalid;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Cases that auditors read, each for a time: the only way in which an auditor sees one.
@ApplicationScoped
@Transactional
public class SampleService {

    private final Cases cases;
    private final CaseSubjects subjectsOf;
    private final Actors actors;
    private final Access access;
    private final Grants grants;
    private final AuditTrail audit;
    private final CaseloadSettings settings;
    private final Clock clock;

    SampleService(
            Cases cases,
            CaseSubjects subjectsOf,
            Actors actors,
            Access access,
            Grants grants,
            AuditTrail audit,
            CaseloadSettings settings,
            Clock clock) {
        this.cases = cases;
        this.subjectsOf = subjectsOf;
        this.actors = actors;
        this.access = access;
        this.grants = grants;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Who reads the case in a sample, and who else could.
    public SampleView samples(UUID caseId, Actor actor) {
        access.require(Operation.GIVE_SAMPLE, caseId, actor);
        var auditors = actors.holders(cases.get(caseId).area(), Role.AUDITOR);
        var names = actors.names(auditors);
        return new SampleView(
                auditors.stream()
                        .map(auditor -> held(caseId, auditor, names.get(auditor)))
                        .flatMap(Optional::stream)
                        .toList(),
                auditors.stream()
                        .map(auditor -> new SampleView.Auditor(auditor, names.get(auditor)))
                        .toList(),
                latest());
    }

    private Optional<SampleView.Held> held(UUID caseId, UUID auditor, String name) {
        return grants.until(Principals.person(auditor), caseId, Relation.SAMPLE)
                .map(until -> new SampleView.Held(name, until));
    }

    /// Lets an auditor read a case, its person and what hangs on it now, until the end of a day.
    /// Given again, the new day takes the place of the old one.
    ///
    /// @throws Invalid if it is nobody who audits the area, or the day is past or too far off
    @Once
    public void give(UUID caseId, GiveSample command, Actor actor) {
        access.require(Operation.GIVE_SAMPLE, caseId, actor);
        var found = cases.get(caseId);
        if (!actors.holders(found.area(), Role.AUDITOR).contains(command.auditor())) {
            throw new Invalid("auditor", "caseload.sample.problem.auditor");
        }
        var today = London.today(clock);
        if (command.until().isBefore(today) || command.until().isAfter(latest())) {
            throw new Invalid(
                    "until", "caseload.sample.problem.until", today, latest(), command.until());
        }
        var subjects = subjectsOf.of(found, actor);
        var principal = Principals.person(command.auditor());
        var until = command.until().plusDays(1).atStartOfDay(London.ZONE).toInstant();
        for (var subject : subjects) {
            grants.end(principal, subject, Relation.SAMPLE);
            grants.grantUntil(principal, subject, Relation.SAMPLE, until);
        }
        audit.record(
                actor, new SampleGiven(command.auditor(), subjects, found.area(), command.until()));
    }

    /// Last day to which reading can be given.
    public LocalDate lastDay(Actor actor) {
        return latest();
    }

    /// Cases of the actor's area that were at a level on a day of a period, of which samples can be
    /// drawn.
    ///
    /// @param level null for any
    public List<CaseSummary> casesAt(
            @Nullable Level level, LocalDate from, LocalDate to, Actor actor) {
        return cases.at(level, from, to, actor.areaFor(Operation.GIVE_SAMPLE)).stream()
                .map(CaseSummary::of)
                .toList();
    }

    private LocalDate latest() {
        return London.today(clock).plusDays(settings.sampleDays());
    }
}
