package mappa.qualityaudit;

import static mappa.identity.Operation.AGREE_QUALITY_ACTION;
import static mappa.identity.Operation.LIST_QUALITY_AUDITS;
import static mappa.identity.Operation.READ_QUALITY_AUDIT;
import static mappa.identity.Operation.SET_UP_QUALITY_AUDIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.qualityaudit.AuditOptions.Named;
import mappa.qualityaudit.QualityAuditChanged.What;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.task.OpenWork;
import mappa.task.TaskDetails;
import mappa.task.WorkItemService;

/// Audits from the finished scores on: what everybody reads who oversees, and what is done about
/// it.
@ApplicationScoped
@Transactional
public class QualityAuditService {

    /// Kind of the work that an owner of an action is asked to do.
    static final String ACTION = "quality-action";

    private final QualityAudits audits;
    private final QualityForms forms;
    private final WorkItemService tasks;
    private final AuditTrail trail;
    private final Access access;
    private final Actors actors;
    private final Clock clock;

    QualityAuditService(
            QualityAudits audits,
            QualityForms forms,
            WorkItemService tasks,
            AuditTrail trail,
            Access access,
            Actors actors,
            Clock clock) {
        this.audits = audits;
        this.forms = forms;
        this.tasks = tasks;
        this.trail = trail;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    /// Those that the actor may see, the last drawn first; 200 at most.
    public List<AuditSummary> list(Actor actor) {
        return audits.all().stream().map(this::summary).toList();
    }

    /// Those that the actor, an auditor, has not scored to the end, the last drawn first.
    public List<AuditView> toScore(Actor actor) {
        return audits.all().stream()
                .filter(one -> scores(one, actor) && !one.isFinished())
                .map(one -> view(one, actor))
                .filter(one -> one.samples().stream().anyMatch(sample -> !sample.mine()))
                .toList();
    }

    private AuditSummary summary(QualityAudit of) {
        return AuditSummary.of(of, audits.samples(of.id()));
    }

    /// @throws NotFound if there is none with that id, or none that the actor may see
    public AuditView audit(UUID id, Actor actor) {
        access.require(READ_QUALITY_AUDIT, id, actor);
        var audit = audits.get(id);
        trail.record(actor, new Consulted("quality-audit", List.of(id)));
        return view(audit, actor);
    }

    private AuditView view(QualityAudit of, Actor actor) {
        var samples = audits.samples(of.id());
        var form = forms.get(of.form(), of.area());
        var actions = audits.actions(of.id());
        var names = names(of, actions);
        return new AuditView(
                AuditSummary.of(of, samples),
                QualityFormView.of(form),
                of.seed(),
                of.population(),
                names.getOrDefault(of.firstScorer(), ""),
                of.secondScorer().map(names::get).orElse(null),
                of.readsUntil(),
                samples.stream()
                        .map(one -> new AuditView.Sample(one.number(), hasScored(of, one, actor)))
                        .toList(),
                scores(of, actor),
                of.isFinished()
                        ? AuditResults.of(of, form.parts(), samples, audits.scorings(of.id()))
                        : null,
                of.earlier().flatMap(audits::find).map(this::summary).orElse(null),
                actions.stream().map(one -> action(one, names, actor)).toList());
    }

    private Map<UUID, String> names(QualityAudit of, Collection<QualityAction> actions) {
        var people = new LinkedHashSet<UUID>();
        people.add(of.firstScorer());
        of.secondScorer().ifPresent(people::add);
        actions.forEach(action -> people.add(action.owner()));
        return actors.names(List.copyOf(people));
    }

    private static boolean scores(QualityAudit of, Actor actor) {
        return actor.has(Role.AUDITOR)
                && (of.firstScorer().equals(actor.person()) || of.isSecond(actor.personId()));
    }

    private static boolean hasScored(QualityAudit of, QualitySample sample, Actor actor) {
        return scores(of, actor) && sample.scoredAt(of.isSecond(actor.personId())).isPresent();
    }

    private static AuditView.Action action(QualityAction of, Map<UUID, String> names, Actor actor) {
        return new AuditView.Action(
                of.id(),
                of.what(),
                names.getOrDefault(of.owner(), ""),
                of.dueOn(),
                AuditView.outcomeField(of.id()),
                of.outcome().orElse(null),
                of.outcome().isEmpty() && finishes(of, actor));
    }

    /// Its owner says what came of it, or a coordinator in the owner's stead.
    private static boolean finishes(QualityAction of, Actor actor) {
        return actor.has(Role.MAPPA_COORDINATOR) || of.owner().equals(actor.person());
    }

    /// Shows the scores to everybody who oversees, and freezes the figure.
    ///
    /// @throws RuleBroken `SMB-05` while scores are missing
    @Once
    public void finish(UUID id, Actor actor) {
        access.require(SET_UP_QUALITY_AUDIT, id, actor);
        var audit = audits.lock(id);
        var samples = audits.samples(id);
        var summary = AuditSummary.of(audit, samples);
        if (!summary.scored()) {
            throw new RuleBroken(
                    QualityRule.OVERSIGHT, "qualityaudit.not-all-scored", audit.size());
        }
        audit.finish(actor.personId(), clock.instant());
        // the scores are shown to the unit from here on, and not before
        audits.flush();
        var results =
                AuditResults.of(
                        audit,
                        forms.get(audit.form(), audit.area()).parts(),
                        samples,
                        audits.scorings(id));
        audit.freeze(results.average());
        record(What.FINISHED, audit, Map.of("items", results.average().items()), actor);
    }

    // ---- what is done about it

    /// Who can own an action: the board and the unit's coordinators.
    public List<Named> owners(Actor actor) {
        var ids = owners(actor.areaFor(LIST_QUALITY_AUDITS));
        var names = actors.names(ids);
        return ids.stream().map(id -> new Named(id, names.getOrDefault(id, ""))).toList();
    }

    private Set<UUID> owners(String area) {
        var owners = new LinkedHashSet<UUID>();
        Stream.of(Role.SMB_CHAIR, Role.SMB_MEMBER, Role.MAPPA_COORDINATOR)
                .forEach(role -> owners.addAll(actors.holders(area, role)));
        return owners;
    }

    /// @return id of the action
    /// @throws Invalid with all that is wrong: no text, nobody who can own it, no day ahead
    /// @throws RuleBroken `SMB-05` before the audit is finished
    @Once
    public UUID agree(UUID id, AgreeQualityAction command, Actor actor) {
        access.require(AGREE_QUALITY_ACTION, id, actor);
        var audit = audits.get(id);
        if (!audit.isFinished()) {
            throw new RuleBroken(QualityRule.OVERSIGHT, "qualityaudit.action.too-early");
        }
        var problems = new ArrayList<Invalid.Problem>();
        if (command.what().isBlank() || command.what().length() > QualityAction.LONGEST) {
            problems.add(
                    Invalid.Problem.of(
                            "what",
                            "qualityaudit.problem.what",
                            QualityAction.LONGEST,
                            command.what().length()));
        }
        if (!owners(audit.area()).contains(command.owner())) {
            problems.add(Invalid.Problem.of("owner", "qualityaudit.problem.owner"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        var action = new QualityAction(id, command, actor.personId(), clock.instant());
        audits.add(action);
        tasks.open(work(action, audit), actor);
        record(What.ACTION_AGREED, audit, Map.of("action", action.id()), actor);
        return action.id();
    }

    private static OpenWork work(QualityAction action, QualityAudit audit) {
        return new OpenWork(
                action.id(),
                ACTION,
                1,
                new TaskDetails(
                        audit.area(),
                        null,
                        null,
                        "/audits/" + audit.id(),
                        List.of(),
                        action.owner(),
                        null,
                        action.dueOn(),
                        "qualityaudit.action.basis"));
    }

    /// @throws NotFound for whoever neither owns it nor is a coordinator
    /// @throws Invalid without saying what came of it
    @Once
    public void done(UUID id, UUID actionId, String outcome, Actor actor) {
        access.require(AGREE_QUALITY_ACTION, id, actor);
        var audit = audits.lock(id);
        var action = audits.action(id, actionId);
        if (!finishes(action, actor)) {
            throw new NotFound(QualityAction.class);
        }
        action.finish(outcome, actor.personId(), clock.instant());
        tasks.completeFor(action.id(), ACTION, 1, null, "DONE", actor);
        record(What.ACTION_DONE, audit, Map.of("action", action.id()), actor);
    }

    private void record(What what, QualityAudit audit, Map<String, ?> detail, Actor actor) {
        audits.flush();
        trail.record(actor, new QualityAuditChanged(what, audit.id(), audit.area(), detail));
    }
}
