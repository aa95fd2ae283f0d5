package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import mappa.agency.Agencies;
import mappa.identity.Actors;
import org.jspecify.annotations.Nullable;

/// Makes views of cases from their rows.
@ApplicationScoped
class CaseViews {

    private final People people;
    private final Cases cases;
    private final Actors actors;
    private final Agencies agencies;

    CaseViews(People people, Cases cases, Actors actors, Agencies agencies) {
        this.people = people;
        this.cases = cases;
        this.actors = actors;
        this.agencies = agencies;
    }

    CaseView of(Case found, LocalDate today) {
        var custody = cases.custody(found);
        return new CaseView(
                found.id(),
                found.area(),
                found.reference().toString(),
                found.openedOn(),
                PersonView.of(people.get(found.personId()), today),
                cases.history(found).open().map(this::standing).orElse(null),
                custody.now().map(CaseView.LocationView::of).orElse(null),
                custody.day(DateKind.SENTENCE),
                custody.day(DateKind.RELEASE),
                custody.day(DateKind.LICENCE_END),
                custody.day(DateKind.SENTENCE_END),
                custody.day(DateKind.NOTIFICATION_END),
                found.ownerId().map(owner -> actors.names(List.of(owner)).get(owner)).orElse(null),
                found.version());
    }

    StandingView standing(CategoryHistory.Standing standing) {
        var eligibility = standing.eligibility();
        return new StandingView(
                eligibility.category(),
                eligibility.basis(),
                eligibility.from(),
                standing.level().level(),
                standing.level().from(),
                eligibility.leadAgencyId(),
                agency(eligibility));
    }

    private @Nullable String agency(MappaEligibility eligibility) {
        var id = eligibility.leadAgencyId();
        return id == null ? null : agencies.names(List.of(id)).get(id);
    }
}
