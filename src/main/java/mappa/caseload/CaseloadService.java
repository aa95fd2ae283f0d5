package mappa.caseload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.CaseChanged.What;
import mappa.caseload.CreatePerson.Verdict;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Consequences;
import mappa.identity.Grants;
import mappa.identity.Operation;
import mappa.identity.Principals;
import mappa.identity.Relation;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// What is done to people and cases: one method, one command, one transaction.
@ApplicationScoped
@Transactional
public class CaseloadService {

    /// How many near-duplicates are shown beside one another.
    static final int MOST_DUPLICATES = 10;

    private final People people;
    private final Cases cases;
    private final CaseViews views;
    private final Access access;
    private final Grants grants;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final CaseloadSettings settings;
    private final Clock clock;

    CaseloadService(
            People people,
            Cases cases,
            CaseViews views,
            Access access,
            Grants grants,
            Consequences consequences,
            AuditTrail audit,
            CaseloadSettings settings,
            Clock clock) {
        this.people = people;
        this.cases = cases;
        this.views = views;
        this.access = access;
        this.grants = grants;
        this.consequences = consequences;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// People who may be the one described, best first: the same identifier, or a name that is
    /// spelled or sounds alike. Only those whom the actor may see.
    public List<PersonMatch> findNearDuplicates(PersonDetails details, Actor actor) {
        var found = nearDuplicates(details);
        audit.record(
                actor,
                new Consulted(
                        "near-duplicates", found.stream().map(PersonMatch::personId).toList()));
        return found;
    }

    private List<PersonMatch> nearDuplicates(PersonDetails details) {
        var hits = new LinkedHashMap<UUID, People.Hit>();
        for (var identifier : details.identifiers()) {
            add(hits, new Criteria(null, null, null, null, identifier, null));
        }
        var born = details.dateOfBirth().toOptional().orElse(null);
        addByName(hits, details.name(), born);
        for (var alias : details.aliases()) {
            addByName(hits, alias, born);
        }
        return people.describe(hits.values().stream().limit(MOST_DUPLICATES).toList());
    }

    private void addByName(Map<UUID, People.Hit> hits, PersonName name, @Nullable LocalDate born) {
        if (name.isKnown()) {
            add(
                    hits,
                    new Criteria(
                            name.surname().toOptional().orElse(null),
                            name.forenames().toOptional().orElse(null),
                            born,
                            born == null ? null : born.getYear(),
                            null,
                            null));
        }
    }

    private void add(Map<UUID, People.Hit> hits, Criteria criteria) {
        for (var hit : people.search(criteria, MOST_DUPLICATES)) {
            hits.putIfAbsent(hit.personId(), hit);
        }
    }

    /// Makes a record for a person in the actor's area, unless there is one already. Each
    /// near-duplicate has to be compared first; those told apart are remembered as such.
    ///
    /// @throws Invalid if the details cannot be so
    public PersonOutcome createPerson(CreatePerson command, Actor actor) {
        var area = actor.areaFor(Operation.CREATE_PERSON);
        var entry = Entry.of(actor, clock);
        command.details().check(entry.today());
        var alike = nearDuplicates(command.details());
        for (var match : alike) {
            if (command.verdicts().get(match.personId()) == Verdict.SAME) {
                access.require(Operation.READ_PERSON, match.personId(), actor);
                audit.record(actor, new Consulted("person-recognised", List.of(match.personId())));
                return new PersonOutcome.Recognised(match.personId());
            }
        }
        if (!command.verdicts()
                .keySet()
                .containsAll(alike.stream().map(PersonMatch::personId).toList())) {
            audit.record(
                    actor,
                    new Consulted(
                            "near-duplicates", alike.stream().map(PersonMatch::personId).toList()));
            return new PersonOutcome.Compare(alike);
        }
        var person = new Person(area, command.details(), entry);
        grants.grant(Principals.unit(area), person.id(), Relation.UNIT);
        people.persistAndFlush(person);
        for (var match : alike) {
            people.compared(
                    person.id(),
                    match.personId(),
                    command.verdicts().get(match.personId()),
                    area,
                    entry);
        }
        audit.record(actor, new PersonCreated(person.id(), area, alike.size()));
        return new PersonOutcome.Created(person.id());
    }

    /// Adds names and identifiers that somebody learned since; those that are held already change
    /// nothing.
    public PersonView addToPerson(
            UUID personId, List<PersonName> aliases, List<Identifier> identifiers, Actor actor) {
        access.require(Operation.CHANGE_PERSON, personId, actor);
        var person = people.get(personId);
        var entry = Entry.of(actor, clock);
        aliases.forEach(alias -> person.add(NameKind.ALIAS, alias, entry));
        identifiers.forEach(identifier -> person.add(identifier, entry));
        audit.record(actor, new PersonChanged(personId, person.area()));
        return PersonView.of(person, entry.today());
    }

    /// Who somebody is.
    ///
    /// @throws NotFound if there is nobody with that id, or nobody whom the actor may see
    public PersonView person(UUID personId, Actor actor) {
        access.require(Operation.READ_PERSON, personId, actor);
        audit.record(actor, new Consulted("person", List.of(personId)));
        return PersonView.of(people.get(personId), Entry.of(actor, clock).today());
    }

    /// Who a document of a case is about, for those who may see the person by whatever relation;
    /// the caller says in the audit what it shows.
    ///
    /// @throws NotFound if there is nobody with that id, or nobody whom the actor may see
    public PersonView subjectOf(UUID personId, Actor actor) {
        return PersonView.of(people.get(personId), London.today(clock));
    }

    /// Looked eligible, was checked, is not.
    ///
    /// @throws RuleBroken `CAT-09` without a reason
    @Once
    public void recordNotEligible(UUID personId, String reason, Actor actor) {
        access.require(Operation.CHANGE_PERSON, personId, actor);
        var person = people.get(personId);
        people.check(new NotEligibleCheck(personId, person.area(), reason, Entry.of(actor, clock)));
        audit.record(actor, new PersonChecked(personId, person.area()));
    }

    /// The person's case in the area, opened now if there is none, and taken up again if the area
    /// gave it to another.
    ///
    /// @throws NotFound if the person is not of that area, or not one whom the actor may see
    public CaseSummary openCaseFor(UUID personId, String area, Actor actor) {
        access.require(Operation.READ_PERSON, personId, actor);
        var person = people.get(personId);
        if (!person.area().equals(area)) {
            throw new NotFound(Person.class);
        }
        var existing = cases.of(personId);
        if (existing.isPresent()) {
            takeUpAgain(existing.get());
            return CaseSummary.of(existing.get());
        }
        var entry = Entry.of(actor, clock);
        var opened = new Case(personId, cases.nextReference(area, entry.today()), entry);
        grants.grant(Principals.unit(area), opened.id(), Relation.UNIT);
        cases.add(opened);
        audit.record(
                actor, new CaseOpened(opened.id(), personId, area, opened.reference().toString()));
        return CaseSummary.of(opened);
    }

    /// A case that the area gave to another once is its own again, to be changed.
    private void takeUpAgain(Case existing) {
        var unit = Principals.unit(existing.area());
        grants.end(unit, existing.id(), Relation.KEPT);
        grants.grant(unit, existing.id(), Relation.UNIT);
    }

    /// Names who answers for the case in the lead agency; they may see it and the person from now
    /// on.
    public void nameOwner(UUID caseId, UUID ownerId, UUID agencyId, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        for (var subject : List.of(caseId, found.personId())) {
            found.ownerId()
                    .map(Principals::person)
                    .ifPresent(before -> grants.end(before, subject, Relation.OWNER));
            grants.grant(Principals.person(ownerId), subject, Relation.OWNER);
        }
        found.give(ownerId, agencyId);
        changed(found, What.OWNER_NAMED, Map.of("owner", ownerId), actor);
    }

    /// Puts the person of a case in a category, at a level.
    ///
    /// @throws RuleBroken see [CategoryHistory#open]
    public StandingView openEligibility(UUID caseId, OpenEligibility command, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        var history = cases.history(found);
        history.open(command, settings.category4From(), Entry.of(actor, clock));
        var standing = keep(history);
        changed(
                found,
                What.CATEGORY_OPENED,
                Map.of(
                        "category", command.category(),
                        "level", command.level(),
                        "from", command.from()),
                actor);
        return standing;
    }

    /// Ends the category that lasts and its level.
    ///
    /// @throws RuleBroken see [CategoryHistory#end]
    @Once
    public void endEligibility(UUID caseId, LocalDate on, EndReason reason, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        var history = cases.history(found);
        history.end(on, reason, Entry.of(actor, clock));
        history.added().forEach(cases::add);
        changed(found, What.CATEGORY_ENDED, Map.of("reason", reason, "on", on), actor);
    }

    /// Moves the person to another category at the level they are at.
    ///
    /// @throws RuleBroken see [CategoryHistory#move]
    public StandingView moveCategory(
            UUID caseId,
            Category category,
            Basis basis,
            LocalDate on,
            @Nullable UUID leadAgencyId,
            Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        var history = cases.history(found);
        history.move(
                category,
                basis,
                on,
                leadAgencyId,
                settings.category4From(),
                Entry.of(actor, clock));
        var standing = keep(history);
        changed(found, What.CATEGORY_MOVED, Map.of("category", category, "on", on), actor);
        return standing;
    }

    /// Sets the level; Level 1 ends a category that exists for Level 2 and 3 only.
    ///
    /// @throws RuleBroken see [CategoryHistory#setLevel]
    public void setLevel(
            UUID caseId, Level level, LocalDate on, LevelDecision decision, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        set(cases.lock(caseId), level, on, decision, actor);
    }

    private void set(Case found, Level level, LocalDate on, LevelDecision decision, Actor actor) {
        var history = cases.history(found);
        var set = history.setLevel(level, on, decision, Entry.of(actor, clock));
        history.added().forEach(cases::add);
        switch (set) {
            case CategoryHistory.LevelSet.At _ ->
                    changed(found, What.LEVEL_SET, Map.of("level", level, "on", on), actor);
            case CategoryHistory.LevelSet.Left _ ->
                    changed(
                            found,
                            What.CATEGORY_ENDED,
                            Map.of("reason", EndReason.DEREGISTERED_L23, "on", on),
                            actor);
        }
    }

    /// Corrects the day on which a level began.
    @Once
    public void correctLevelStart(UUID caseId, UUID spellId, LocalDate from, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        var history = cases.history(found);
        history.correctStart(spellId, from, Entry.of(actor, clock));
        history.added().forEach(cases::add);
        changed(found, What.LEVEL_CORRECTED, Map.of("spell", spellId, "from", from), actor);
    }

    /// A screening accepted the person: the category that lasts is used or the referral's opened,
    /// and the level set, in the transaction of the vote that decided. Whoever cast it need not be
    /// able to see the case.
    ///
    /// @param stated what the referral says and the unit has checked; where the case says nothing
    ///   yet, it becomes the case's own, so that every later date hangs on the same facts
    /// @return what dates the first meeting; not for the eyes of the voter
    public AcceptedCase accept(
            UUID caseId, OpenEligibility accepted, StatedFacts stated, Actor actor) {
        return consequences.bringAbout(
                () -> {
                    var found = cases.lock(caseId);
                    var history = cases.history(found);
                    history.accept(accepted, settings.category4From(), Entry.of(actor, clock));
                    history.added().forEach(cases::add);
                    changed(
                            found,
                            What.LEVEL_SET,
                            Map.of("level", accepted.level(), "on", accepted.from()),
                            actor);
                    var custody = cases.custody(found);
                    takeOver(custody, stated, Entry.of(actor, clock));
                    return new AcceptedCase(
                            caseId,
                            found.reference().toString(),
                            accepted.level(),
                            custody.now().map(spell -> spell.location().isHeld()).orElse(false),
                            custody.day(DateKind.SENTENCE),
                            custody.day(DateKind.RELEASE));
                });
    }

    private void takeOver(Custody custody, StatedFacts stated, Entry entry) {
        if (stated.location() != null && custody.now().isEmpty()) {
            custody.moved(stated.location(), null, entry.today(), entry);
        }
        stated.days()
                .forEach(
                        (kind, day) -> {
                            if (custody.day(kind).toOptional().isEmpty()) {
                                custody.recordIfInOrder(kind, day, entry);
                            }
                        });
        custody.added().forEach(cases::add);
    }

    /// A meeting decided on the level: it is set, or left with what it alone kept up, in the
    /// transaction that closes the meeting. Whoever closes it need not be able to change the case.
    ///
    /// @throws RuleBroken see [CategoryHistory#setLevel]
    public void decideLevel(
            UUID caseId, Level level, LocalDate on, LevelDecision decision, Actor actor) {
        consequences.bringAbout(
                () -> {
                    set(cases.lock(caseId), level, on, decision, actor);
                    return null;
                });
    }

    /// What dates and invitations of meetings depend on, in the transaction of a command about the
    /// case; whoever carries that out need not be able to see the case.
    public CaseSituation situation(UUID caseId, Actor actor) {
        return consequences.bringAbout(
                () -> {
                    var found = cases.get(caseId);
                    var custody = cases.custody(found);
                    var person = people.get(found.personId());
                    var standing = cases.history(found).open();
                    return new CaseSituation(
                            found.id(),
                            found.personId(),
                            found.area(),
                            found.reference().toString(),
                            standing.map(views::standing).orElse(null),
                            custody.now().map(LocationSpell::location).orElse(null),
                            custody.stays(),
                            custody.day(DateKind.SENTENCE),
                            custody.day(DateKind.RELEASE),
                            standing.flatMap(one -> custody.lastDayOf(one.eligibility().category()))
                                    .orElse(null),
                            person.isChildOn(London.today(clock)).toOptional().orElse(null),
                            cases.circumstances(found).stream()
                                    .filter(Spell::isCurrent)
                                    .filter(row -> row.holdsOn(London.today(clock)))
                                    .map(Circumstance::kind)
                                    .collect(Collectors.toSet()),
                            found.ownerId().orElse(null));
                });
    }

    /// Cases at Level 2 or 3 in Category 1 or 2, whose last day is recorded: for the system, which
    /// takes over what was recorded before the service watched it.
    public List<UUID> ending(Actor actor) {
        return cases.ending();
    }

    /// Cases at Level 1, for the same.
    public List<UUID> atLevelOne(Actor actor) {
        return cases.atLevelOne();
    }

    /// Whether somebody typed a name of the person of a case, in the transaction of a command about
    /// the case; whoever carries that out need not be able to see the person.
    public boolean isNamed(UUID personId, String typed, Actor actor) {
        return consequences.bringAbout(() -> people.get(personId).isNamed(typed));
    }

    /// The person is somewhere else from a day on.
    public void recordLocation(
            UUID caseId, Location location, @Nullable String place, LocalDate from, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        var custody = cases.custody(found);
        custody.moved(location, place, from, Entry.of(actor, clock));
        custody.added().forEach(cases::add);
        changed(found, What.LOCATION_RECORDED, Map.of("location", location, "from", from), actor);
    }

    /// Records dates of the sentence.
    public void recordDates(UUID caseId, Map<DateKind, Fact<LocalDate>> dates, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.lock(caseId);
        var custody = cases.custody(found);
        custody.record(dates, Entry.of(actor, clock));
        custody.added().forEach(cases::add);
        changed(found, What.SENTENCE_DATES_RECORDED, Map.of("dates", dates.keySet()), actor);
    }

    /// Records where the person is and the dates of the sentence, together or not at all.
    @Once
    public void recordCustody(UUID caseId, RecordCustody command, Actor actor) {
        if (command.location() != null && command.from() != null) {
            recordLocation(caseId, command.location(), command.place(), command.from(), actor);
        }
        if (!command.dates().isEmpty()) {
            recordDates(caseId, command.dates(), actor);
        }
    }

    /// Writes down a number by which another system knows the person of a case.
    @Once
    public void addIdentifier(UUID caseId, Identifier identifier, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.get(caseId);
        people.get(found.personId()).add(identifier, Entry.of(actor, clock));
        audit.record(actor, new PersonChanged(found.personId(), found.area()));
    }

    /// Writes down an address of the person of a case.
    ///
    /// @throws Invalid if it is blank, or a day of it is to come
    @Once
    public void addAddress(UUID caseId, RecordAddress command, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.get(caseId);
        cases.add(
                new PersonAddress(
                        found.personId(),
                        command.kind(),
                        command.address(),
                        command.from(),
                        command.approvedOn(),
                        command.verifiedOn(),
                        Entry.of(actor, clock)));
        audit.record(actor, new PersonChanged(found.personId(), found.area()));
    }

    /// The person of a case left an address.
    ///
    /// @throws NotFound if the address is not theirs
    @Once
    public void endAddress(UUID caseId, UUID addressId, LocalDate on, Actor actor) {
        access.require(Operation.CHANGE_CASE, caseId, actor);
        var found = cases.get(caseId);
        people.addresses(found.personId()).stream()
                .filter(address -> address.id().equals(addressId))
                .findFirst()
                .orElseThrow(() -> new NotFound(PersonAddress.class))
                .end(on);
        audit.record(actor, new PersonChanged(found.personId(), found.area()));
    }

    private void changed(Case found, What what, Map<String, ?> detail, Actor actor) {
        audit.record(
                actor, new CaseChanged(found.id(), found.personId(), found.area(), what, detail));
    }

    private StandingView keep(CategoryHistory history) {
        history.added().forEach(cases::add);
        return views.standing(history.open().orElseThrow());
    }
}
