package mappa.qualityaudit;

import static mappa.identity.Operation.SET_UP_QUALITY_AUDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.caseload.GiveSample;
import mappa.caseload.Level;
import mappa.caseload.SampleService;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.identity.Role;
import mappa.meeting.CalendarFilter;
import mappa.meeting.MeetingCalendar;
import mappa.meeting.MeetingState;
import mappa.qualityaudit.QualityAuditChanged.What;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.time.London;

/// Sets audits up: finds the population, draws the sample, and gives its cases to the scorers for a
/// time.
@ApplicationScoped
@Transactional
public class DrawService {

    /// Larger than any area has meetings in a year.
    private static final int MOST = 10_000;

    /// Short enough to be read out and typed again.
    private static final int SEEDS = 1_000_000_000;

    private static final int LONGEST_TITLE = 200;

    private final QualityAudits audits;
    private final QualityForms forms;
    private final SampleService samples;
    private final MeetingCalendar meetings;
    private final Access access;
    private final Grants grants;
    private final Actors actors;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrawService(
            QualityAudits audits,
            QualityForms forms,
            SampleService samples,
            MeetingCalendar meetings,
            Access access,
            Grants grants,
            Actors actors,
            AuditTrail trail,
            Clock clock) {
        this.audits = audits;
        this.forms = forms;
        this.samples = samples;
        this.meetings = meetings;
        this.access = access;
        this.grants = grants;
        this.actors = actors;
        this.trail = trail;
        this.clock = clock;
    }

    public AuditOptions options(Actor actor) {
        var area = actor.areaFor(SET_UP_QUALITY_AUDIT);
        var auditors = actors.holders(area, Role.AUDITOR);
        var names = actors.names(auditors);
        return new AuditOptions(
                forms.of(area).stream()
                        .filter(QualityForm::isPublished)
                        .map(QualityFormView::of)
                        .toList(),
                auditors.stream()
                        .map(id -> new AuditOptions.Named(id, names.getOrDefault(id, "")))
                        .toList(),
                audits.all().stream()
                        .filter(QualityAudit::isFinished)
                        .map(one -> AuditSummary.of(one, audits.samples(one.id())))
                        .toList(),
                samples.lastDay(actor));
    }

    /// Draws the sample; its cases are readable to both scorers until the day given.
    ///
    /// @return id of the audit
    /// @throws Invalid with all that is wrong, a sample larger than its population among it
    /// @throws NotFound if the area has no such form
    @Once
    public UUID draw(DrawAudit command, Actor actor) {
        var form = forms.get(command.form(), actor.areaFor(SET_UP_QUALITY_AUDIT));
        check(command, form, actor);
        var population = population(command, form.kind(), actor);
        if (command.size() < 1 || command.size() > population.size()) {
            throw new Invalid(
                    "size", "qualityaudit.problem.size", population.size(), command.size());
        }
        var audit =
                new QualityAudit(
                        form,
                        command,
                        random.nextInt(SEEDS),
                        population.size(),
                        actor.personId(),
                        clock.instant());
        audits.add(audit);
        grant(audit, command);
        audits.add(new QualityPopulation(audit.id(), population));
        give(audit, population, command, actor);
        audits.flush();
        trail.record(
                actor,
                new QualityAuditChanged(
                        What.DRAWN,
                        audit.id(),
                        audit.area(),
                        Map.of("seed", audit.seed(), "size", audit.size())));
        return audit.id();
    }

    private void check(DrawAudit command, QualityForm form, Actor actor) {
        var problems = new ArrayList<Invalid.Problem>();
        if (!form.isPublished()) {
            problems.add(Invalid.Problem.of("form", "qualityaudit.problem.form"));
        }
        if (command.title().isBlank() || command.title().length() > LONGEST_TITLE) {
            problems.add(Invalid.Problem.of("title", "qualityaudit.problem.title"));
        }
        if (command.to().isBefore(command.from()) || command.to().isAfter(London.today(clock))) {
            problems.add(
                    Invalid.Problem.of(
                            "to",
                            "qualityaudit.problem.to",
                            command.from(),
                            London.today(clock),
                            command.to()));
        }
        var auditors = actors.holders(form.area(), Role.AUDITOR);
        if (!auditors.contains(command.firstScorer())) {
            problems.add(Invalid.Problem.of("firstScorer", "qualityaudit.problem.scorer"));
        }
        if (command.secondScorer() != null
                && (command.secondScorer().equals(command.firstScorer())
                        || !auditors.contains(command.secondScorer()))) {
            problems.add(Invalid.Problem.of("secondScorer", "qualityaudit.problem.second-scorer"));
        }
        var latest = samples.lastDay(actor);
        if (command.readsUntil().isBefore(London.today(clock))
                || command.readsUntil().isAfter(latest)) {
            problems.add(
                    Invalid.Problem.of(
                            "readsUntil",
                            "qualityaudit.problem.reads-until",
                            London.today(clock),
                            latest,
                            command.readsUntil()));
        }
        if (command.earlier() != null
                && audits.find(command.earlier()).filter(QualityAudit::isFinished).isEmpty()) {
            problems.add(Invalid.Problem.of("earlier", "qualityaudit.problem.earlier"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /// Those that the coordinator sees: whoever is shut out of a case by a conflict of interest
    /// leaves it out of the population, too.
    private List<AuditedThing> population(DrawAudit command, AuditKind kind, Actor actor) {
        return kind == AuditKind.CASE ? cases(command, actor) : meetings(command);
    }

    private List<AuditedThing> cases(DrawAudit command, Actor actor) {
        var level = command.level() == null ? null : Level.of(command.level());
        return samples.casesAt(level, command.from(), command.to(), actor).stream()
                .map(one -> new AuditedThing(one.id(), one.id(), one.reference()))
                .toList();
    }

    private List<AuditedThing> meetings(DrawAudit command) {
        var closed =
                new CalendarFilter(null, command.level(), null, null, MeetingState.CLOSED, null);
        return meetings
                .between(start(command.from()), start(command.to().plusDays(1)), closed, MOST)
                .stream()
                .map(one -> new AuditedThing(one.id(), one.caseId(), one.reference()))
                .toList();
    }

    private static java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(London.ZONE).toInstant();
    }

    private void grant(QualityAudit audit, DrawAudit command) {
        grants.grant(Principals.unit(audit.area()), audit.id(), Relation.UNIT);
        Stream.of(Role.SMB_CHAIR, Role.SMB_MEMBER, Role.LAY_ADVISER)
                .map(role -> Principals.role(audit.area(), role))
                .forEach(board -> grants.grant(board, audit.id(), Relation.OVERSIGHT));
        scorers(command)
                .forEach(
                        scorer ->
                                grants.grant(
                                        Principals.person(scorer), audit.id(), Relation.SCORER));
    }

    private static List<UUID> scorers(DrawAudit command) {
        return command.secondScorer() == null
                ? List.of(command.firstScorer())
                : List.of(command.firstScorer(), command.secondScorer());
    }

    private void give(
            QualityAudit audit, List<AuditedThing> population, DrawAudit command, Actor actor) {
        var things = byId(population);
        var drawn = SampleDraw.draw(audit.seed(), things.keySet(), audit.size());
        for (var thing : drawn) {
            var sample = new QualitySample(audit.id(), drawn.indexOf(thing) + 1);
            audits.add(sample);
            audits.add(new QualitySampleThing(sample, things.get(thing)));
        }
        for (var caseId : drawn.stream().map(id -> things.get(id).caseId()).distinct().toList()) {
            for (var scorer : scorers(command)) {
                samples.give(caseId, new GiveSample(scorer, command.readsUntil()), actor);
            }
        }
    }

    private static Map<UUID, AuditedThing> byId(List<AuditedThing> things) {
        return things.stream().collect(Collectors.toMap(AuditedThing::id, Function.identity()));
    }

    /// The draw once more from its seed, to be checked.
    ///
    /// @throws NotFound for everybody but the unit
    public DrawView again(UUID id, Actor actor) {
        access.require(SET_UP_QUALITY_AUDIT, id, actor);
        var audit = audits.get(id);
        var things = byId(audits.population(id).things());
        var numbers = new HashMap<UUID, Integer>();
        for (var sample : audits.samples(id)) {
            audits.thing(sample.id()).ifPresent(one -> numbers.put(one.id(), sample.number()));
        }
        var tickets = SampleDraw.tickets(audit.seed(), things.keySet());
        var lines = new ArrayList<DrawView.Line>();
        var same = true;
        for (var place = 0; place < tickets.size(); place++) {
            var ticket = tickets.get(place);
            var number = numbers.get(ticket.id());
            var expected = place < audit.size() ? Integer.valueOf(place + 1) : null;
            same &= java.util.Objects.equals(number, expected);
            lines.add(
                    new DrawView.Line(
                            ticket.id().toString(),
                            things.get(ticket.id()).reference(),
                            ticket.ticket(),
                            number));
        }
        return new DrawView(
                AuditSummary.of(audit, audits.samples(id)),
                Long.toString(audit.seed()),
                lines,
                same);
    }
}
