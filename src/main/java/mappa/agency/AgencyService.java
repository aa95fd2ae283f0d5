package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.task.WorkItemService;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// The partners of an area: who they are, who speaks for them, what was agreed with them, and whom
/// each level always asks. Everybody of the area reads it, its unit changes it.
@ApplicationScoped
@Transactional
public class AgencyService {

    /// Rows of a page.
    static final int PAGE = 50;

    private static final Set<Integer> LEVELS = Set.of(2, 3);
    private static final String HOUSING = "HOUSING_AUTHORITY";

    private final Agencies agencies;
    private final Areas areas;
    private final SettingHistory history;
    private final Spocs spocs;
    private final Agreements agreements;
    private final Actors actors;
    private final InstallationService installation;
    private final WorkItemService work;
    private final Instance<AgencyPart> parts;
    private final AuditTrail audit;
    private final Clock clock;

    AgencyService(
            Agencies agencies,
            Areas areas,
            SettingHistory history,
            Spocs spocs,
            Agreements agreements,
            Actors actors,
            InstallationService installation,
            WorkItemService work,
            @Any Instance<AgencyPart> parts,
            AuditTrail audit,
            Clock clock) {
        this.agencies = agencies;
        this.areas = areas;
        this.history = history;
        this.spocs = spocs;
        this.agreements = agreements;
        this.actors = actors;
        this.installation = installation;
        this.work = work;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    // ---- reading

    /// A page of an area's agencies.
    ///
    /// @param area of the actor; only somebody who acts in none may name any
    /// @param ended those that ended instead of those that take part
    public AgencyDirectory directory(
            String area, boolean ended, @Nullable UUID after, Actor actor) {
        own(area, actor);
        var rows = agencies.page(area, ended, after, PAGE + 1);
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        var next = rows.size() > PAGE ? shown.getLast().id() : null;
        var all = agencies.all(area).stream().filter(one -> one.endedOn() == null).toList();
        var known = new Known(area, Stream.concat(shown.stream(), all.stream()).toList());
        var standing = all.stream().map(known::summary).toList();
        var withDuty =
                standing.stream()
                        .filter(one -> one.kind() == AgencyKind.DUTY_TO_COOPERATE)
                        .toList();
        var housing =
                all.stream().filter(one -> HOUSING.equals(one.body())).map(known::summary).toList();
        return new AgencyDirectory(
                shown.stream().map(known::summary).toList(),
                all.size(),
                withDuty.size(),
                count(withDuty, one -> stands(one.spoc()) && stands(one.deputy())),
                housing.size(),
                count(housing, one -> stands(one.spoc())),
                next);
    }

    private static boolean stands(AgencySummary.@Nullable Named named) {
        return named != null && !named.left();
    }

    private static int count(
            List<AgencySummary> rows, java.util.function.Predicate<AgencySummary> which) {
        return (int) rows.stream().filter(which).count();
    }

    /// One agency of the actor's area.
    ///
    /// @throws NotFound if the area has none with that id
    public AgencyDetails agency(UUID id, String area, Actor actor) {
        var agency = agencies.get(id, own(area, actor));
        var known = new Known(area, List.of(agency));
        var contacts = agencies.contacts(id);
        var said = agencies.agreements(id);
        var events = agencies.events(id);
        var possible = spocs.contactsOf(id);
        var managers = spocs.managersOf(id);
        var names =
                names(
                        Stream.of(
                                        contacts.stream()
                                                .flatMap(
                                                        row ->
                                                                Stream.concat(
                                                                        row.contacts().people(),
                                                                        Stream.of(
                                                                                row.recordedBy()))),
                                        said.stream().map(Agreement::recordedBy),
                                        events.stream().map(AgencyEvent::recordedBy),
                                        managers.stream())
                                .flatMap(one -> one)
                                .filter(Objects::nonNull)
                                .toList());
        return new AgencyDetails(
                known.summary(agency),
                agency.body(),
                agency.version(),
                agency.endReason(),
                contacts.size(),
                contactHistory(contacts, names),
                named(managers.stream().filter(possible::contains).toList(), names),
                named(managers, names),
                Stream.of(AgreementKind.values())
                        .map(kind -> agreement(kind, said, known.notice, names))
                        .toList(),
                LEVELS.stream()
                        .sorted()
                        .filter(
                                level ->
                                        CoreAgencies.listed(agencies.cores(area, level), today())
                                                .contains(id))
                        .toList(),
                events.stream()
                        .map(
                                event ->
                                        new AgencyDetails.Event(
                                                event.change(),
                                                event.name(),
                                                event.kind(),
                                                event.onDay(),
                                                event.reason(),
                                                event.recordedAt(),
                                                names.get(event.recordedBy())))
                        .toList());
    }

    /// What other features show of an agency that takes part; nothing to somebody of no area.
    public List<AgencyPart.View> parts(UUID id, Actor actor) {
        if (actor.area() == null || agencies.find(id).isEmpty()) {
            return List.of();
        }
        return parts.stream()
                .map(
                        part ->
                                new AgencyPart.View(
                                        part.heading(), part.empty(), part.items(id, actor)))
                .toList();
    }

    private static List<AgencyDetails.ContactEntry> contactHistory(
            List<AgencyContact> latestFirst, Map<UUID, String> names) {
        var entries = new ArrayList<AgencyDetails.ContactEntry>();
        Instant to = null;
        for (var row : latestFirst) {
            var said = row.contacts();
            entries.add(
                    new AgencyDetails.ContactEntry(
                            names.get(said.spoc()),
                            names.get(said.deputy()),
                            names.get(said.manager()),
                            row.recordedAt(),
                            to,
                            names.getOrDefault(row.recordedBy(), "")));
            to = row.recordedAt();
        }
        return entries;
    }

    private AgencyDetails.AgreementView agreement(
            AgreementKind kind, List<Agreement> said, int notice, Map<UUID, String> names) {
        var own = said.stream().filter(one -> one.kind() == kind).toList();
        var latest = own.isEmpty() ? null : own.getFirst();
        return new AgencyDetails.AgreementView(
                kind,
                Agreements.state(own, kind, today(), notice),
                latest == null ? null : latest.signedOn(),
                latest == null ? null : latest.reviewDueOn(),
                latest == null ? null : latest.recordedAt(),
                latest == null ? null : names.get(latest.recordedBy()),
                own.size());
    }

    private static List<AgencySummary.Named> named(List<UUID> people, Map<UUID, String> names) {
        return people.stream()
                .map(one -> new AgencySummary.Named(one, names.getOrDefault(one, ""), false))
                .toList();
    }

    /// What hangs on an agency: its unit looks at it before it ends it.
    public AgencyWork work(UUID id, Actor actor) {
        agencies.get(id, actor.areaFor(Operation.CHANGE_AGENCIES));
        var held = actors.heldFor(id);
        var names = names(held.stream().map(Actors.Held::person).toList());
        return new AgencyWork(
                work.openFor(id, actor),
                held.stream()
                        .map(
                                one ->
                                        new AgencyWork.Named(
                                                one.appointment().id(),
                                                names.getOrDefault(one.person(), ""),
                                                one.appointment().role()))
                        .toList());
    }

    /// Bodies that the law names today.
    public List<StatutoryBody> bodies(Actor actor) {
        return agencies.bodies().stream().filter(body -> body.standsOn(today())).toList();
    }

    /// @param level 2 or 3
    public CoreAgenciesView core(int level, String area, Actor actor) {
        requireLevel(level);
        own(area, actor);
        var lists = agencies.cores(area, level);
        var listed = CoreAgencies.listed(lists, today());
        var standing = agencies.in(area);
        var agencyNames =
                agencies.names(lists.stream().flatMap(one -> one.agencyIds().stream()).toList());
        var names = names(lists.stream().map(CoreAgencyList::recordedBy).toList());
        return new CoreAgenciesView(
                level,
                standing.stream().filter(one -> listed.contains(one.id())).toList(),
                standing,
                lists.size(),
                lists.reversed().stream()
                        .map(
                                list ->
                                        new CoreAgenciesView.Entry(
                                                list.agencyIds().stream()
                                                        .map(id -> agencyNames.getOrDefault(id, ""))
                                                        .sorted()
                                                        .toList(),
                                                list.fromOn(),
                                                names.getOrDefault(list.recordedBy(), ""),
                                                list.recordedAt(),
                                                list.fromOn().isAfter(today())))
                        .toList());
    }

    // ---- changing

    /// @return the agency's id
    @Once
    public UUID add(AddAgency command, Actor actor) {
        return found(actor.areaFor(Operation.CHANGE_AGENCIES), command, actor);
    }

    /// As [#add], in any area: for whoever sets up an installation.
    public UUID found(String area, AddAgency command, Actor actor) {
        history.lock(area);
        var details =
                new Agency.Details(
                                command.name(), command.kind(), command.body(), command.subArea())
                        .checked(this::isKnown);
        requireFreeName(area, details.name(), null);
        var agency = new Agency(area);
        agency.describe(details);
        agencies.add(agency);
        happened(agency, AgencyChanged.What.ADDED, null, null, actor);
        return agency.id();
    }

    @Once
    public void change(ChangeAgency command, Actor actor) {
        var agency = lock(command.agency(), command.version(), actor);
        var details =
                new Agency.Details(
                                command.name(), command.kind(), command.body(), command.subArea())
                        .checked(
                                asked ->
                                        isKnown(asked)
                                                || Objects.equals(asked.body(), agency.body()));
        requireFreeName(agency.area(), details.name(), agency.id());
        agency.describe(details);
        happened(agency, AgencyChanged.What.CHANGED, null, null, actor);
    }

    /// Ends an agency: its people lose their appointments for it, and what was asked of it goes to
    /// the unit's list.
    @Once
    public void end(EndAgency command, Actor actor) {
        var agency = lock(command.agency(), command.version(), actor);
        agency.end(command.on(), command.reason(), today());
        happened(agency, AgencyChanged.What.ENDED, agency.endedOn(), agency.endReason(), actor);
        work.handBackAll(agency.id(), actor);
        for (var held : actors.heldFor(agency.id())) {
            installation.endAppointment(held.appointment().id(), actor);
        }
    }

    @Once
    public void reopen(ReopenAgency command, Actor actor) {
        var agency = lock(command.agency(), command.version(), actor);
        var reason = Agency.reason(command.reason());
        requireFreeName(agency.area(), agency.name(), agency.id());
        agency.reopen();
        happened(agency, AgencyChanged.What.REOPENED, today(), reason, actor);
    }

    /// Says who speaks for an agency from now on; what its point of contact had open goes to the
    /// next in the same transaction.
    @Once
    public void nameContacts(NameContacts command, Actor actor) {
        var agency = standing(command.agency(), actor);
        var said = agencies.contacts(agency.id());
        requireRead(command.version(), said.size());
        var before = said.isEmpty() ? Contacts.NOBODY : said.getFirst().contacts();
        var now = new Contacts(command.spoc(), command.deputy(), command.manager());
        requireEligible(agency, now);
        if (now.equals(before)) {
            throw new Invalid("spoc", "agency.problem.contacts-unchanged");
        }
        agencies.add(new AgencyContact(agency, now, clock.instant(), actor.personId()));
        if (before.spoc() != null && !before.spoc().equals(now.spoc())) {
            work.passOn(agency.id(), before.spoc(), now.spoc(), actor);
        }
        audit.record(actor, new ContactsNamed(agency.area(), agency.id(), before.spoc(), now));
    }

    private void requireEligible(Agency agency, Contacts now) {
        var problems = new ArrayList<Invalid.Problem>();
        var possible = spocs.contactsOf(agency.id());
        if (now.spoc() != null && !possible.contains(now.spoc())) {
            problems.add(Invalid.Problem.of("spoc", "agency.problem.no-contact"));
        }
        if (now.deputy() != null && !possible.contains(now.deputy())) {
            problems.add(Invalid.Problem.of("deputy", "agency.problem.no-contact"));
        }
        if (now.deputy() != null && now.deputy().equals(now.spoc())) {
            problems.add(Invalid.Problem.of("deputy", "agency.problem.own-contact-deputy"));
        }
        if (now.manager() != null && !spocs.managersOf(agency.id()).contains(now.manager())) {
            problems.add(Invalid.Problem.of("manager", "agency.problem.no-manager"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    @Once
    public void recordAgreement(RecordAgreement command, Actor actor) {
        var agency = standing(command.agency(), actor);
        var said =
                agencies.agreements(agency.id()).stream()
                        .filter(one -> one.kind() == command.kind())
                        .count();
        requireRead(command.version(), (int) said);
        agencies.add(
                new Agreement(
                        agency,
                        command.kind(),
                        command.signedOn(),
                        command.reviewDueOn(),
                        today(),
                        clock.instant(),
                        actor.personId()));
        audit.record(
                actor,
                new AgreementRecorded(
                        agency.area(), agency.id(), command.kind(), command.reviewDueOn()));
    }

    @Once
    public void setCore(SetCoreAgencies command, Actor actor) {
        requireLevel(command.level());
        var area = actor.areaFor(Operation.CHANGE_AGENCIES);
        history.lock(area);
        var lists = agencies.cores(area, command.level());
        requireRead(command.version(), lists.size());
        var from = AreaPolicy.begin(command.from(), today());
        var standing = agencies.in(area).stream().map(AgencyView::id).toList();
        if (!new HashSet<>(standing).containsAll(command.agencies())) {
            throw new Invalid("agencies", "agency.problem.not-of-area");
        }
        var chosen = standing.stream().filter(command.agencies()::contains).toList();
        if (chosen.isEmpty()) {
            throw new Invalid("agencies", "agency.problem.no-core");
        }
        if (CoreAgencies.listed(lists, from).equals(new HashSet<>(chosen))) {
            throw new Invalid("agencies", "agency.problem.unchanged");
        }
        agencies.add(
                new CoreAgencyList(
                        area, command.level(), chosen, from, clock.instant(), actor.personId()));
        audit.record(actor, new CoreAgenciesSet(area, command.level(), chosen, from));
    }

    // ---- what they stand on

    /// What is known of several agencies of one area, read once.
    private final class Known {

        private final Map<UUID, Contacts> contacts = new HashMap<>();
        private final Map<UUID, List<Agreement>> said;
        private final Map<String, String> bodies;
        private final Map<UUID, Set<UUID>> possible = new HashMap<>();
        private final Map<UUID, Set<UUID>> managers = new HashMap<>();
        private final Map<UUID, String> names;
        private final int notice;

        Known(String area, Collection<Agency> rows) {
            var wanted = rows.stream().map(Agency::id).collect(Collectors.toSet());
            agencies.contacts(area).stream()
                    .filter(row -> wanted.contains(row.agencyId()))
                    .forEach(row -> contacts.put(row.agencyId(), row.contacts()));
            said = agencies.agreements(area);
            bodies =
                    agencies.bodies().stream()
                            .collect(Collectors.toMap(StatutoryBody::code, StatutoryBody::name));
            for (var agency : contacts.keySet()) {
                possible.put(agency, spocs.contactsOf(agency));
                managers.put(agency, Set.copyOf(spocs.managersOf(agency)));
            }
            names =
                    AgencyService.this.names(
                            contacts.values().stream().flatMap(Contacts::people).toList());
            notice = agreements.notice(area, today());
        }

        AgencySummary summary(Agency agency) {
            var id = agency.id();
            var who = contacts.getOrDefault(id, Contacts.NOBODY);
            var may = possible.getOrDefault(id, Set.of());
            var own = said.getOrDefault(id, List.of());
            var sharing = state(own, AgreementKind.INFORMATION_SHARING);
            return new AgencySummary(
                    id,
                    agency.name(),
                    agency.kind(),
                    agency.body() == null ? null : bodies.get(agency.body()),
                    agency.subArea(),
                    agency.endedOn(),
                    named(who.spoc(), may),
                    named(who.deputy(), may),
                    named(who.manager(), managers.getOrDefault(id, Set.of())),
                    state(own, AgreementKind.MEMORANDUM),
                    sharing,
                    agency.kind() == AgencyKind.INVITED && !sharing.counts());
        }

        private AgreementState state(List<Agreement> own, AgreementKind kind) {
            return Agreements.state(own, kind, today(), notice);
        }

        private AgencySummary.@Nullable Named named(@Nullable UUID person, Set<UUID> may) {
            return person == null
                    ? null
                    : new AgencySummary.Named(
                            person, names.getOrDefault(person, ""), !may.contains(person));
        }
    }

    private void happened(
            Agency agency,
            AgencyChanged.What what,
            @Nullable LocalDate on,
            @Nullable String reason,
            Actor actor) {
        agencies.add(new AgencyEvent(agency, what, on, reason, clock.instant(), actor.person()));
        audit.record(actor, new AgencyChanged(what, agency.area(), agency.id()));
    }

    private boolean isKnown(Agency.Details details) {
        return agencies.bodies().stream()
                .anyMatch(
                        body ->
                                body.code().equals(details.body())
                                        && body.kind() == details.kind()
                                        && body.standsOn(today()));
    }

    private void requireFreeName(String area, String name, @Nullable UUID by) {
        if (agencies.isTaken(area, name, by)) {
            throw new Invalid("name", "agency.problem.name-taken", name);
        }
    }

    private Agency lock(UUID id, int version, Actor actor) {
        var area = actor.areaFor(Operation.CHANGE_AGENCIES);
        history.lock(area);
        var agency = agencies.get(id, area);
        requireRead(version, agency.version());
        return agency;
    }

    private Agency standing(UUID id, Actor actor) {
        var agency = lock(id, -1, actor);
        agency.mustStand();
        return agency;
    }

    private static void requireRead(int read, int found) {
        if (read >= 0 && read != found) {
            throw new Changed(Agency.class, read, found);
        }
    }

    private static void requireLevel(int level) {
        if (!LEVELS.contains(level)) {
            throw new NotFound(CoreAgencyList.class);
        }
    }

    /// Somebody who acts in an area has no other's partners.
    private String own(String area, Actor actor) {
        var acting = actor.area();
        if (acting == null ? !areas.names().containsKey(area) : !acting.equals(area)) {
            throw new NotFound(Agency.class);
        }
        return area;
    }

    private Map<UUID, String> names(Collection<UUID> people) {
        return actors.names(new HashSet<>(people));
    }

    private LocalDate today() {
        return London.today(clock);
    }
}
