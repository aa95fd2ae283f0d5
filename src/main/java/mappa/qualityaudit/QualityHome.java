package mappa.qualityaudit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.HomeBlock;
import mappa.web.Said;

/// The audits that an auditor is to score, with the time left to read their cases.
@ApplicationScoped
class QualityHome implements HomeBlock {

    private static final int MOST_ROWS = 5;

    private final QualityAuditService service;
    private final Clock clock;

    QualityHome(QualityAuditService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.has(Role.AUDITOR);
    }

    @Override
    public Content content(Actor actor) {
        var open = service.toScore(actor);
        return new Content(
                "qualityaudit.home.heading",
                "qualityaudit.home.last",
                open.size(),
                open.stream().limit(MOST_ROWS).map(this::row).toList(),
                "/audits",
                "qualityaudit.home.empty");
    }

    private Row row(AuditView of) {
        var left = of.samples().stream().filter(one -> !one.mine()).count();
        return new Row(
                Badge.due(of.readsUntil(), London.today(clock)),
                of.readsUntil(),
                of.summary().title(),
                null,
                Said.of("qualityaudit.home.left", left),
                "/audits/" + of.id());
    }
}
