package mappa.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.caseload.Basis;
import mappa.caseload.CaseSummary;
import mappa.caseload.CreatePerson;
import mappa.caseload.DateKind;
import mappa.caseload.Fact;
import mappa.caseload.Level;
import mappa.caseload.LevelDecision;
import mappa.caseload.LevelSetBy;
import mappa.caseload.Location;
import mappa.caseload.OpenEligibility;
import mappa.caseload.PersonDetails;
import mappa.caseload.PersonName;
import mappa.caseload.PersonOutcome;
import mappa.identity.Actor;
import mappa.levelone.RecordReview;
import mappa.levelone.ReviewMode;
import mappa.levelone.ReviewOutcome;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// The record of one invented person in an area.
class DemoCase {

    private static final int MONTHS_TO_RELEASE = 8;
    private static final int DAYS_SINCE_SENTENCE = 20;
    private static final int MONTHS_SINCE_SENTENCE = 14;

    /// Of the one whose next review is overdue by now.
    private static final int DAYS_SINCE_REVIEW = 40;

    private final DemoScript script;
    private final DemoPerson person;
    private final String area;

    DemoCase(DemoScript script, DemoPerson person, String area) {
        this.script = script;
        this.person = person;
        this.area = area;
    }

    /// Day of release of those in custody.
    static LocalDate release(LocalDate today) {
        return today.plusMonths(MONTHS_TO_RELEASE);
    }

    /// Makes the record: person, case, category where it follows from the law, place and dates.
    ///
    /// @param owner null where nobody answers for the case yet
    CaseSummary open(@Nullable UUID owner, Actor actor) {
        var caseload = script.services().caseload();
        var opened = caseload.openCaseFor(create(actor), area, actor);
        var id = opened.id();
        if (owner != null) {
            caseload.nameOwner(id, owner, script.agency(DemoAgency.PROBATION, area), actor);
        }
        caseload.recordLocation(id, person.location(), null, sentencedOn(), actor);
        caseload.recordDates(id, dates(), actor);
        if (person.isStatutory()) {
            caseload.openEligibility(
                    id,
                    new OpenEligibility(
                            person.category(),
                            Basis.STATUTORY,
                            Set.of(),
                            sentencedOn(),
                            script.agency(DemoAgency.PROBATION, area),
                            Level.LEVEL_1,
                            new LevelDecision(
                                    LevelSetBy.LEAD_AGENCY, "Managed by probation alone", null)),
                    actor);
            review(id, actor);
        }
        return opened;
    }

    /// Nobody in custody was reviewed: that is for the time before release.
    private void review(UUID caseId, Actor actor) {
        if (person.location() == Location.PRISON) {
            return;
        }
        var levelOne = script.services().levelOne();
        var stay = levelOne.open(caseId, actor).orElseThrow();
        var today = London.today(script.services().clock()); // of the step, not of the load
        var heldOn = person == DemoPerson.CATHERINE ? today.minusDays(DAYS_SINCE_REVIEW) : today;
        levelOne.review(
                stay.id(),
                new RecordReview(
                        ReviewMode.PAPER,
                        heldOn,
                        "The case owner and the sergeant of the police’s public protection unit",
                        "Read: assessment of risk, police log, letters of the hostel. No new"
                                + " incident, all appointments kept.",
                        List.of(script.agency(DemoAgency.POLICE, area)),
                        heldOn,
                        ReviewOutcome.STAY,
                        "The plan holds with what probation and police do by themselves."),
                actor);
    }

    private UUID create(Actor actor) {
        var details =
                new PersonDetails(
                        PersonName.of(person.surname(), person.forenames()),
                        List.of(),
                        Fact.known(person.born()),
                        Fact.known(person.sex()),
                        Fact.notRecorded(),
                        Fact.notRecorded(),
                        Fact.askedNotKnown(),
                        Fact.known(false),
                        List.of());
        var caseload = script.services().caseload();
        var outcome = caseload.createPerson(new CreatePerson(details, Map.of()), actor);
        if (outcome instanceof PersonOutcome.Compare(var alike)) {
            Map<UUID, CreatePerson.Verdict> different =
                    alike.stream()
                            .collect(
                                    Collectors.toMap(
                                            match -> match.personId(),
                                            _ -> CreatePerson.Verdict.DIFFERENT));
            outcome = caseload.createPerson(new CreatePerson(details, different), actor);
        }
        return switch (outcome) {
            case PersonOutcome.Created(var id) -> id;
            case PersonOutcome.Recognised _, PersonOutcome.Compare _ ->
                    throw new IllegalStateException("an invented person is taken for another");
        };
    }

    private LocalDate sentencedOn() {
        return person == DemoPerson.NED
                ? script.today().minusDays(DAYS_SINCE_SENTENCE)
                : script.today().minusMonths(MONTHS_SINCE_SENTENCE);
    }

    private Map<DateKind, Fact<LocalDate>> dates() {
        var dates = new HashMap<DateKind, Fact<LocalDate>>();
        dates.put(DateKind.SENTENCE, Fact.known(sentencedOn()));
        dates.put(
                DateKind.RELEASE,
                switch (person.location()) {
                    case PRISON -> Fact.known(release(script.today()));
                    case HOSPITAL_MHA -> Fact.askedNotKnown();
                    default -> Fact.notApplicable();
                });
        return dates;
    }
}
