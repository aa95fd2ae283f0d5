package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mappa.identity.Actor;

/// What counts as the case where it is about who may see it and who did.
@ApplicationScoped
class CaseSubjects {

    private final Instance<CasePart> parts;

    CaseSubjects(@Any Instance<CasePart> parts) {
        this.parts = parts;
    }

    /// Ids of the case, its person, and what hangs on it that the actor may see.
    List<UUID> of(Case found, Actor actor) {
        var subjects = new ArrayList<UUID>();
        subjects.add(found.id());
        subjects.add(found.personId());
        var summary = CaseSummary.of(found);
        parts.forEach(part -> subjects.addAll(part.things(summary, actor)));
        return subjects;
    }
}
