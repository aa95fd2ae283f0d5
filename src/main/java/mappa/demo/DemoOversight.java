package mappa.demo;

import static mappa.demo.DemoUser.AUDITOR;
import static mappa.demo.DemoUser.AUDITOR_B;
import static mappa.demo.DemoUser.COORDINATOR_A;
import static mappa.demo.DemoUser.LAY_ADVISER;
import static mappa.demo.DemoUser.SMB_CHAIR;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.observation.AnnounceObserver;
import mappa.qualityaudit.AgreeQualityAction;
import mappa.qualityaudit.AuditTheme;
import mappa.qualityaudit.DrawAudit;
import mappa.qualityaudit.ItemScore;
import mappa.qualityaudit.ReadyMadeForm;
import mappa.qualityaudit.ScoreSample;
import mappa.qualityaudit.StartForm;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What the board and the lay adviser of Northshire have seen: one audit that is finished, one
/// under way, two observations.
class DemoOversight {

    private static final int READING_DAYS = 20;
    private static final int SAMPLE = 2;

    private final DemoScript script;

    DemoOversight(DemoScript script) {
        this.script = script;
    }

    void add() {
        form(ReadyMadeForm.K, 26);
        form(ReadyMadeForm.L, 26);
        script.add(
                "quality/form/draft",
                script.daysAgo(2),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor ->
                        script.services()
                                .forms()
                                .start(StartForm.next(made("quality/form/K")), actor));
        drawn("cases", ReadyMadeForm.K, "Cases at Level 2", 22);
        scored("cases", 18, AUDITOR, 3, 4, 2);
        scored("cases", 17, AUDITOR_B, 3, 3, 2);
        step(
                "quality/cases/finished",
                14,
                COORDINATOR_A,
                actor -> script.services().audits().finish(made("quality/cases"), actor));
        step(
                "quality/cases/action",
                12,
                SMB_CHAIR,
                actor ->
                        script.services()
                                .audits()
                                .agree(
                                        made("quality/cases"),
                                        new AgreeQualityAction(
                                                "Chairs name an owner and a day for each action.",
                                                script.person(SMB_CHAIR),
                                                script.today().plusDays(30)),
                                        actor));
        drawn("meetings", ReadyMadeForm.L, "Level 2 meetings", 0);
        step(
                "quality/meetings/scored-" + AUDITOR,
                0,
                AUDITOR,
                actor -> score(made("quality/meetings"), 1, actor, 4, 3, null));
        observed("closed", 38, "To see how agencies share what they know.");
        step(
                "observation/closed/acknowledged",
                36,
                LAY_ADVISER,
                actor ->
                        script.services()
                                .observations()
                                .acknowledge(made("observation/closed"), actor));
        step(
                "observation/closed/notes",
                28,
                LAY_ADVISER,
                actor ->
                        script.services()
                                .observations()
                                .write(
                                        made("observation/closed"),
                                        "Every agency was heard. The plan was read out before it was agreed.",
                                        actor));
        observed("invited", 6, "To see how a first meeting is led.");
    }

    private UUID made(String name) {
        return script.made(name);
    }

    private void form(ReadyMadeForm ready, int daysAgo) {
        script.add(
                "quality/form/" + ready,
                script.daysAgo(daysAgo),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor -> {
                    var forms = script.services().forms();
                    var id = forms.start(StartForm.of(ready), actor);
                    forms.publish(id, actor);
                    return id;
                });
    }

    private void drawn(String key, ReadyMadeForm ready, String title, int daysAgo) {
        var at = script.daysAgo(daysAgo);
        var day = London.dayOf(at);
        script.add(
                "quality/" + key,
                at,
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor ->
                        script.services()
                                .draws()
                                .draw(
                                        new DrawAudit(
                                                made("quality/form/" + ready),
                                                title,
                                                day.minusYears(1),
                                                day,
                                                2,
                                                SAMPLE,
                                                script.person(AUDITOR),
                                                script.person(AUDITOR_B),
                                                day.plusDays(READING_DAYS),
                                                null),
                                        actor));
    }

    /// Both samples, each item in turn with one of these scores.
    private void scored(String key, int daysAgo, DemoUser scorer, @Nullable Integer... scores) {
        step(
                "quality/%s/scored-%s".formatted(key, scorer),
                daysAgo,
                scorer,
                actor -> {
                    for (var number = 1; number <= SAMPLE; number++) {
                        score(made("quality/" + key), number, actor, scores);
                    }
                });
    }

    private void score(UUID audit, int number, Actor actor, @Nullable Integer... scores) {
        var scoring = script.services().scoring();
        var form = scoring.sample(audit, number, actor).form();
        var items = new ArrayList<ItemScore>();
        var comments = new ArrayList<String>();
        for (var part = 0; part < form.parts().size(); part++) {
            for (var item = 0; item < form.parts().get(part).items().size(); item++) {
                items.add(
                        new ItemScore(part, item, scores[(items.size() + number) % scores.length]));
            }
            comments.add(part == 0 ? "Sent in good time, with what was asked." : "");
        }
        scoring.score(
                audit,
                number,
                new ScoreSample(
                        items,
                        comments,
                        Set.of(AuditTheme.TIMELINESS, AuditTheme.RECORDING),
                        null,
                        true,
                        null,
                        0),
                actor);
    }

    private void observed(String meeting, int daysAgo, String purpose) {
        script.add(
                "observation/" + meeting,
                script.daysAgo(daysAgo),
                COORDINATOR_A,
                Role.MAPPA_COORDINATOR,
                actor ->
                        script.services()
                                .observations()
                                .announce(
                                        made("meeting/" + meeting),
                                        new AnnounceObserver(script.person(LAY_ADVISER), purpose),
                                        actor));
    }

    private interface Part {
        void by(Actor actor);
    }

    private void step(String name, int daysAgo, DemoUser user, Part part) {
        script.add(
                name,
                script.daysAgo(daysAgo),
                user,
                user.posts().getFirst().role(),
                actor -> {
                    part.by(actor);
                    return null;
                });
    }
}
