package mappa.qualityaudit;

import static mappa.identity.Operation.LIST_QUALITY_AUDITS;
import static mappa.identity.Operation.WRITE_QUALITY_FORM;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;

/// The forms of an area: begun, written, published, never changed afterwards.
@ApplicationScoped
@Transactional
public class QualityFormService {

    private final QualityForms forms;
    private final AuditTrail audit;
    private final Clock clock;

    QualityFormService(QualityForms forms, AuditTrail audit, Clock clock) {
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /// Those of the actor's area, drafts first.
    public List<QualityFormView> forms(Actor actor) {
        return forms.of(actor.areaFor(LIST_QUALITY_AUDITS)).stream()
                .map(QualityFormView::of)
                .toList();
    }

    /// @throws NotFound if the actor's area has none with that id
    public QualityFormView form(UUID id, Actor actor) {
        return QualityFormView.of(forms.get(id, actor.areaFor(LIST_QUALITY_AUDITS)));
    }

    /// @throws RuleBroken `SMB-05` for the next version of a draft
    @Once
    public UUID start(StartForm command, Actor actor) {
        var area = actor.areaFor(WRITE_QUALITY_FORM);
        var form = begin(command, area);
        forms.add(form);
        record(form, "STARTED", actor);
        return form.id();
    }

    private QualityForm begin(StartForm command, String area) {
        if (command.ready() != null) {
            return QualityForm.of(area, command.ready());
        }
        return command.earlier() != null
                ? forms.get(command.earlier(), area).next()
                : QualityForm.empty(area, Objects.requireNonNull(command.empty()));
    }

    /// @throws Changed if somebody wrote it since
    /// @throws Invalid for texts that are too long
    /// @throws RuleBroken `SMB-05` once it is published
    @Once
    public void write(UUID id, WriteForm command, Actor actor) {
        var form = forms.lock(id, actor.areaFor(WRITE_QUALITY_FORM));
        if (!form.isPublished() && form.version() != command.version()) {
            throw new Changed(QualityForm.class, command.version(), form.version());
        }
        form.write(command.title(), command.scale(), command.parts());
        record(form, "WRITTEN", actor);
    }

    /// Freezes it; from now on it can be scored with.
    ///
    /// @throws Invalid with all that it lacks
    @Once
    public void publish(UUID id, Actor actor) {
        var form = forms.lock(id, actor.areaFor(WRITE_QUALITY_FORM));
        form.publish(actor.personId(), clock.instant());
        record(form, "PUBLISHED", actor);
    }

    private void record(QualityForm form, String what, Actor actor) {
        forms.flush();
        audit.record(actor, new QualityFormChanged(form.id(), form.area(), what));
    }
}
