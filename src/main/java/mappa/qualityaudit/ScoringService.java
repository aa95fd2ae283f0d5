package mappa.qualityaudit;

import static mappa.identity.Operation.SCORE_SAMPLE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.meeting.MinutesService;
import mappa.qualityaudit.QualityAuditChanged.What;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import org.jspecify.annotations.Nullable;

/// What the two scorers do with a sample, each without the other until their own scores are in.
@ApplicationScoped
@Transactional
public class ScoringService {

    private static final int LONGEST = 2_000;

    private final QualityAudits audits;
    private final QualityForms forms;
    private final MinutesService minutes;
    private final Access access;
    private final AuditTrail trail;
    private final Clock clock;

    ScoringService(
            QualityAudits audits,
            QualityForms forms,
            MinutesService minutes,
            Access access,
            AuditTrail trail,
            Clock clock) {
        this.audits = audits;
        this.forms = forms;
        this.minutes = minutes;
        this.access = access;
        this.trail = trail;
        this.clock = clock;
    }

    /// @throws NotFound if there is no such audit or sample, or it is not the actor's to score
    public SampleToScore sample(UUID id, int number, Actor actor) {
        access.require(SCORE_SAMPLE, id, actor);
        var audit = audits.get(id);
        var sample = audits.sample(id, number);
        var own = own(audit, sample, actor);
        var thing = audits.thing(sample.id()).orElse(null);
        return new SampleToScore(
                AuditSummary.of(audit, audits.samples(id)),
                number,
                QualityFormView.of(forms.get(audit.form(), audit.area())),
                audit.readsUntil(),
                thing,
                thing == null || audit.kind() == AuditKind.CASE
                        ? null
                        : minutes.ofMeeting(thing.id(), actor)
                                .map(one -> "/minutes/" + one.id())
                                .orElse(null),
                own == null ? null : SampleToScore.Scores.of(own),
                own == null ? null : other(audit, sample, actor));
    }

    private @Nullable QualityScoring own(QualityAudit audit, QualitySample sample, Actor actor) {
        return QualityAudits.last(audits.scorings(audit.id()), actor.personId()).get(sample.id());
    }

    /// The database shows it only to whoever has scored (the same wall as for the unit).
    private SampleToScore.@Nullable Scores other(
            QualityAudit audit, QualitySample sample, Actor actor) {
        var scorer =
                audit.isSecond(actor.personId())
                        ? audit.firstScorer()
                        : audit.secondScorer().orElse(null);
        if (scorer == null) {
            return null;
        }
        var scored = QualityAudits.last(audits.scorings(audit.id()), scorer).get(sample.id());
        return scored == null ? null : SampleToScore.Scores.of(scored);
    }

    /// Sends scores; whoever sends them again corrects them, with a reason.
    ///
    /// @throws Invalid with all that is wrong: an item without a score, texts that nobody has said
    ///   to be without names, a correction without a reason
    /// @throws Changed if the scorer has scored it since they read it
    /// @throws NotFound if it is not the actor's to score
    @Once
    public void score(UUID id, int number, ScoreSample command, Actor actor) {
        access.require(SCORE_SAMPLE, id, actor);
        var audit = audits.lock(id);
        var sample = audits.sample(id, number);
        var own = own(audit, sample, actor);
        var scored = own == null ? 0 : own.number();
        if (command.read() != scored) {
            throw new Changed(QualityScoring.class, command.read(), scored);
        }
        check(command, forms.get(audit.form(), audit.area()), scored > 0);
        audits.add(
                new QualityScoring(sample, scored + 1, command, actor.personId(), clock.instant()));
        audits.flush();
        trail.record(
                actor,
                new QualityAuditChanged(
                        scored == 0 ? What.SCORED : What.CORRECTED,
                        id,
                        audit.area(),
                        Map.of("sample", number, "number", scored + 1)));
    }

    private static void check(ScoreSample command, QualityForm form, boolean correction) {
        var problems = new ArrayList<Invalid.Problem>();
        if (command.scores().size() > QualityFormView.of(form).items()) {
            throw new IllegalArgumentException("scores of items that the form does not have");
        }
        for (var part = 0; part < form.parts().size(); part++) {
            for (var item = 0; item < form.parts().get(part).items().size(); item++) {
                checkScore(command.scores(), part, item, form.scale(), problems);
            }
            if (part < command.comments().size()) {
                checkLength("comment-" + part, command.comments().get(part), problems);
            }
        }
        if (command.ownTheme() != null) {
            checkLength("ownTheme", command.ownTheme(), problems);
        }
        if (correction && (command.reason() == null || command.reason().isBlank())) {
            problems.add(Invalid.Problem.of("reason", "qualityaudit.problem.reason"));
        }
        if (command.hasText() && !command.deidentified()) {
            problems.add(Invalid.Problem.of("deidentified", "qualityaudit.problem.deidentified"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static void checkScore(
            List<ItemScore> scores,
            int part,
            int item,
            ScoreScale scale,
            List<Invalid.Problem> problems) {
        var given = scores.stream().filter(one -> one.isOf(part, item)).toList();
        var sound =
                given.size() == 1
                        && (given.getFirst().score() == null
                                || scale.allows(given.getFirst().score()));
        if (!sound) {
            problems.add(
                    Invalid.Problem.of(field(part, item), "qualityaudit.problem.score", item + 1));
        }
    }

    /// Name of the field with the score of one item.
    static String field(int part, int item) {
        return "score-%d-%d".formatted(part, item);
    }

    private static void checkLength(String field, String text, List<Invalid.Problem> problems) {
        if (text.length() > LONGEST) {
            problems.add(
                    Invalid.Problem.of(
                            field, "qualityaudit.problem.too-long", LONGEST, text.length()));
        }
    }
}
