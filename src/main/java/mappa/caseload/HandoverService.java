package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.caseload.CaseChanged.What;
import mappa.caseload.CreatePerson.Verdict;
import mappa.identity.Actor;
import mappa.identity.Consequences;
import mappa.identity.Grants;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.rule.RuleBroken;

/// What happens to people and cases when another area takes a case over (section 4.6).
///
/// Records stay with their area: the receiving one gets a person and a case of its own, into which
/// is copied what it needs to go on. The other area keeps its record as it is and reads it only.
@ApplicationScoped
@Transactional
public class HandoverService {

    private final CaseloadService caseload;
    private final People people;
    private final Cases cases;
    private final CaseViews views;
    private final Grants grants;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final CaseloadSettings settings;
    private final Clock clock;

    HandoverService(
            CaseloadService caseload,
            People people,
            Cases cases,
            CaseViews views,
            Grants grants,
            Consequences consequences,
            AuditTrail audit,
            CaseloadSettings settings,
            Clock clock) {
        this.caseload = caseload;
        this.people = people;
        this.cases = cases;
        this.views = views;
        this.grants = grants;
        this.consequences = consequences;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// Nobody else changes the case until the transaction ends.
    public void lock(UUID caseId, Actor actor) {
        consequences.bringAbout(() -> cases.lock(caseId));
    }

    /// What a case is at this moment, in the transaction of a command about its transfer; whoever
    /// carries that out need not be able to see the case.
    public CaseToHandOver facts(UUID caseId, Actor actor) {
        return consequences.bringAbout(
                () -> {
                    var found = cases.get(caseId);
                    var person = people.get(found.personId());
                    var history = cases.history(found);
                    return new CaseToHandOver(
                            caseId,
                            found.personId(),
                            found.area(),
                            found.reference().toString(),
                            initials(person.name()),
                            history.open().map(views::standing).orElse(null),
                            person.identifiers().stream()
                                    .anyMatch(one -> one.kind() == IdentifierKind.VISOR),
                            levels(history));
                });
    }

    private static String initials(PersonName name) {
        return Stream.of(name.forenames(), name.surname())
                .flatMap(part -> part.toOptional().stream())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.UK))
                .collect(Collectors.joining());
    }

    private List<LevelOfCase> levels(CategoryHistory history) {
        var now = clock.instant();
        return history.eligibilities(now).stream()
                .flatMap(
                        category ->
                                history.levels(category, now).stream()
                                        .map(
                                                level ->
                                                        new LevelOfCase(
                                                                category.category(),
                                                                category.basis(),
                                                                level.level(),
                                                                level.from(),
                                                                level.to().orElse(null))))
                .toList();
    }

    /// The person's record in the actor's area: one that was there, or one made now.
    ///
    /// @param personId in the area that gives the case away
    /// @param verdicts what comparing each person of the own area who looks alike showed
    /// @return as [CaseloadService#createPerson]; nobody of another area is among those to compare
    public PersonOutcome recognise(UUID personId, Map<UUID, Verdict> verdicts, Actor actor) {
        var details = consequences.bringAbout(() -> details(people.get(personId)));
        var outcome = caseload.createPerson(new CreatePerson(details, verdicts), actor);
        if (outcome instanceof PersonOutcome.Created(var created)) {
            consequences.bringAbout(
                    () -> {
                        copyAddresses(personId, created, Entry.of(actor, clock));
                        return null;
                    });
        }
        return outcome;
    }

    private static PersonDetails details(Person of) {
        return new PersonDetails(
                of.name(),
                of.aliases(),
                of.dateOfBirth(),
                of.sex(),
                of.ethnicity(),
                of.nationality(),
                of.language(),
                of.interpreterNeeded(),
                of.identifiers());
    }

    private void copyAddresses(UUID from, UUID to, Entry entry) {
        people.addresses(from).stream()
                .filter(address -> address.to() == null)
                .forEach(
                        address ->
                                cases.add(
                                        new PersonAddress(
                                                to,
                                                address.kind(),
                                                address.address(),
                                                address.from(),
                                                address.approvedOn(),
                                                address.verifiedOn(),
                                                entry)));
    }

    /// One area's time with the person ends and the other's begins the same day, so that each day
    /// belongs to exactly one of them (R-TRF-07); category and level are carried (R-TRF-06). A
    /// person whom the receiving area has in a category already stays in that, at the level that
    /// comes.
    ///
    /// @return the case of the receiving area
    /// @throws RuleBroken `CAT-01` if the person is in no category
    public CaseSummary takeOver(TakeOverCase command, Actor actor) {
        var entry = Entry.of(actor, clock);
        return consequences.bringAbout(
                () -> {
                    var given = cases.lock(command.caseId());
                    var standing =
                            cases.history(given)
                                    .open()
                                    .orElseThrow(
                                            () ->
                                                    new RuleBroken(
                                                            CaseloadRule.ONE_CATEGORY,
                                                            "caseload.no-category-lasts"));
                    end(given, command, entry, actor);
                    keep(given);
                    var taken = open(command, actor);
                    var history = cases.history(taken);
                    history.accept(
                            new OpenEligibility(
                                    standing.eligibility().category(),
                                    standing.eligibility().basis(),
                                    Set.of(),
                                    command.on(),
                                    command.leadAgencyId(),
                                    standing.level().level(),
                                    new LevelDecision(LevelSetBy.TRANSFER, command.reason(), null)),
                            settings.category4From(),
                            entry);
                    history.added().forEach(cases::add);
                    copyCustody(given, taken, entry);
                    copyCircumstances(given, taken, entry);
                    changed(
                            taken,
                            What.LEVEL_SET,
                            Map.of("level", standing.level().level(), "on", command.on()),
                            actor);
                    return CaseSummary.of(taken);
                });
    }

    private void end(Case given, TakeOverCase command, Entry entry, Actor actor) {
        var history = cases.history(given);
        history.end(command.on(), EndReason.TRANSFERRED, entry);
        history.added().forEach(cases::add);
        changed(
                given,
                What.CATEGORY_ENDED,
                Map.of("reason", EndReason.TRANSFERRED, "on", command.on()),
                actor);
    }

    /// The unit goes on reading what it has; nobody changes it any more.
    private void keep(Case given) {
        var unit = Principals.unit(given.area());
        grants.end(unit, given.id(), Relation.UNIT);
        grants.grant(unit, given.id(), Relation.KEPT);
        given.ownerId()
                .map(Principals::person)
                .ifPresent(
                        owner -> {
                            grants.end(owner, given.id(), Relation.OWNER);
                            grants.end(owner, given.personId(), Relation.OWNER);
                        });
    }

    private Case open(TakeOverCase command, Actor actor) {
        var person = people.get(command.personId());
        return cases.get(caseload.openCaseFor(person.id(), person.area(), actor).id());
    }

    /// The next review hangs on days in custody and on dates, whichever area counts them.
    private void copyCustody(Case given, Case taken, Entry entry) {
        var from = cases.custody(given);
        var to = cases.custody(taken);
        if (to.locations().isEmpty()) {
            for (var row : from.locations().reversed()) {
                cases.add(new LocationSpell(taken, row, entry));
            }
        }
        for (var kind : DateKind.values()) {
            if (to.day(kind).toOptional().isEmpty()) {
                from.day(kind).toOptional().ifPresent(day -> to.recordIfInOrder(kind, day, entry));
            }
        }
        to.added().forEach(cases::add);
    }

    private void copyCircumstances(Case given, Case taken, Entry entry) {
        var known =
                cases.circumstances(taken).stream()
                        .filter(row -> row.isCurrent() && row.isOpen())
                        .map(Circumstance::kind)
                        .collect(Collectors.toSet());
        for (var row : cases.circumstances(given)) {
            if (row.isCurrent() && row.isOpen() && !known.contains(row.kind())) {
                cases.add(new Circumstance(taken, row.kind(), row.from(), row.reason(), entry));
            }
        }
    }

    private void changed(Case found, What what, Map<String, ?> detail, Actor actor) {
        audit.record(
                actor, new CaseChanged(found.id(), found.personId(), found.area(), what, detail));
    }
}
