package mappa.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.agency.Areas;
import mappa.agency.InstallationService;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Giving and ending roles. A system administrator proposes, a second person confirms: another
/// system administrator or a coordinator of the area (SEC-32, ADR 8).
///
/// A coordinator sees and decides what belongs to the own area, a system administrator everything;
/// neither sees anything of a case here.
@ApplicationScoped
@Transactional
public class AppointmentService {

    /// Rows of a page.
    static final int PAGE = 50;

    private static final Set<Role> FOR_AN_AGENCY =
            EnumSet.of(
                    Role.CHAIR,
                    Role.PANEL_MEMBER,
                    Role.REFERRER,
                    Role.CASE_OWNER,
                    Role.AGENCY_SPOC,
                    Role.AGENCY_PRACTITIONER);

    private static final Set<String> CHAIRING = Set.of("POLICE", "PROBATION");

    private final Users users;
    private final Actors actors;
    private final Areas areas;
    private final Agencies agencies;
    private final InstallationService installation;
    private final AuditTrail audit;
    private final Clock clock;

    AppointmentService(
            Users users,
            Actors actors,
            Areas areas,
            Agencies agencies,
            InstallationService installation,
            AuditTrail audit,
            Clock clock) {
        this.users = users;
        this.actors = actors;
        this.areas = areas;
        this.agencies = agencies;
        this.installation = installation;
        this.audit = audit;
        this.clock = clock;
    }

    // ---- reading

    /// A page of users, by name.
    public UserPage users(UserFilter filter, @Nullable UUID after, Actor actor) {
        var area = actor.area();
        var rows = users.page(filter, area, after, PAGE + 1);
        var shown = rows.size() > PAGE ? rows.subList(0, PAGE) : rows;
        var people = shown.stream().map(Users.Account::id).toList();
        var now = clock.instant();
        var held =
                users.appointments(people, area).stream()
                        .filter(row -> !row.hasEnded(now))
                        .collect(Collectors.groupingBy(Users.Row::person));
        var open =
                users.proposals(people, area).stream()
                        .filter(one -> one.state().isOpen())
                        .collect(
                                Collectors.groupingBy(
                                        Proposal::person, Collectors.summingInt(_ -> 1)));
        var names =
                agencies.names(
                        held.values().stream()
                                .flatMap(List::stream)
                                .map(Users.Row::agency)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return new UserPage(
                shown.stream()
                        .map(
                                account ->
                                        new UserLine(
                                                account.id(),
                                                account.name(),
                                                account.signInName(),
                                                account.signedInAt(),
                                                held.getOrDefault(account.id(), List.of()).stream()
                                                        .map(row -> row.shown(names, now))
                                                        .toList(),
                                                open.getOrDefault(account.id(), 0)))
                        .toList(),
                rows.size() > PAGE ? shown.getLast().id() : null);
    }

    /// One user.
    ///
    /// @throws NotFound if there is none that the actor may know of
    public UserView user(UUID id, Actor actor) {
        var area = actor.area();
        var account = users.account(id, area).orElseThrow(() -> new NotFound(Users.class));
        var now = clock.instant();
        var rows = users.appointments(List.of(id), area);
        var proposals = users.proposals(List.of(id), area);
        var agencyNames =
                agencies.names(
                        Stream.concat(
                                        rows.stream().map(Users.Row::agency),
                                        proposals.stream().map(Proposal::agency))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        var names =
                actors.names(
                        proposals.stream()
                                .flatMap(one -> Stream.of(one.proposedBy(), one.decidedBy()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return new UserView(
                account.id(),
                account.name(),
                account.signInName(),
                account.email(),
                account.signedInAt(),
                id.equals(actor.personId()),
                rows.stream()
                        .filter(row -> !row.hasEnded(now))
                        .map(row -> row.shown(agencyNames, now))
                        .toList(),
                rows.reversed().stream()
                        .filter(row -> row.hasEnded(now))
                        .map(row -> row.shown(agencyNames, now))
                        .toList(),
                proposals.stream().map(one -> shown(one, agencyNames, names, actor)).toList());
    }

    private UserView.Proposed shown(
            Proposal one, Map<UUID, String> agencyNames, Map<UUID, String> names, Actor actor) {
        var open = one.state().isOpen();
        return new UserView.Proposed(
                one.id(),
                one.role(),
                one.area(),
                one.agency() == null ? null : agencyNames.get(one.agency()),
                one.grade(),
                one.fromOn(),
                one.untilOn(),
                one.state(),
                names.getOrDefault(one.proposedBy(), ""),
                one.proposedAt(),
                names.get(one.decidedBy()),
                one.decidedAt(),
                open && mayDecide(one, actor),
                one.state() == ProposalState.WAITING && one.proposedBy().equals(actor.person()));
    }

    /// Agencies for which somebody can be given a role, by area and name.
    public List<AgencyView> agencies(Actor actor) {
        return areas.names().keySet().stream().flatMap(area -> agencies.in(area).stream()).toList();
    }

    /// Somebody about whom a second person is wanted.
    public record Waiting(UUID person, String name, Role role) {}

    /// What waits for the actor as the second person, the oldest first.
    public List<Waiting> toDecide(Actor actor) {
        var open = users.open(actor.area()).stream().filter(one -> mayDecide(one, actor)).toList();
        var names = actors.names(open.stream().map(Proposal::person).toList());
        return open.stream()
                .map(
                        one ->
                                new Waiting(
                                        one.person(),
                                        names.getOrDefault(one.person(), ""),
                                        one.role()))
                .toList();
    }

    // ---- changing

    /// Proposes an appointment. It gives nothing until a second person confirms it; where there is
    /// nobody who could, it counts at once and waits to be confirmed.
    ///
    /// @return how far it has come
    /// @throws RuleBroken `MTG-08` if a chair would not be of police or probation
    @Once
    public ProposalState propose(ProposeAppointment command, Actor actor) {
        users.lock();
        users.account(command.person(), null).orElseThrow(() -> new NotFound(Users.class));
        requireComplete(command);
        var now = clock.instant();
        var proposal = new Proposal(command, London.today(clock), actor.personId(), now);
        requireNew(proposal);
        if (confirmers(proposal).isEmpty()) {
            proposal.countAlone(appoint(proposal));
        }
        users.add(proposal);
        audit.record(actor, ProposalChanged.of(proposal));
        return proposal.state();
    }

    private void requireComplete(ProposeAppointment command) {
        var role = command.role();
        if (role == Role.SYSTEM_ADMIN) {
            if (command.area() != null || command.agency() != null) {
                throw new Invalid("agency", "appointment.problem.admin-of-no-area");
            }
            return;
        }
        if (command.area() == null || !areas.names().containsKey(command.area())) {
            throw new Invalid("area", "appointment.problem.area-missing");
        }
        var agency =
                command.agency() == null
                        ? null
                        : agencies.find(command.agency())
                                .filter(one -> one.area().equals(command.area()))
                                .orElseThrow(
                                        () ->
                                                new Invalid(
                                                        "agency",
                                                        "appointment.problem.agency-elsewhere"));
        if (agency == null && FOR_AN_AGENCY.contains(role)) {
            throw new Invalid("agency", "appointment.problem.agency-missing");
        }
        if (role == Role.CHAIR) {
            if (agency.body() == null || !CHAIRING.contains(agency.body())) {
                throw new RuleBroken(
                        AppointmentRule.CHAIR, "appointment.problem.chair-agency", agency.name());
            }
            if (command.grade() == null) {
                throw new Invalid("grade", "appointment.problem.grade-missing");
            }
        }
    }

    private void requireNew(Proposal proposal) {
        var now = clock.instant();
        var holds =
                users.appointments(List.of(proposal.person()), null).stream()
                        .anyMatch(
                                row ->
                                        !row.hasEnded(now)
                                                && row.role() == proposal.role()
                                                && Objects.equals(row.area(), proposal.area())
                                                && Objects.equals(row.agency(), proposal.agency()));
        var waits =
                users.proposals(List.of(proposal.person()), null).stream()
                        .anyMatch(
                                one ->
                                        one.state() == ProposalState.WAITING
                                                && one.role() == proposal.role()
                                                && Objects.equals(one.area(), proposal.area())
                                                && Objects.equals(one.agency(), proposal.agency()));
        if (holds || waits) {
            throw new Invalid(
                    "role",
                    holds ? "appointment.problem.holds" : "appointment.problem.waits-already");
        }
    }

    /// Confirms a proposal as the second person: from now on it counts.
    @Once
    public void confirm(UUID person, UUID id, Actor actor) {
        users.lock();
        var proposal = proposal(person, id, actor);
        var may = mayDecide(proposal, actor);
        var appointment =
                proposal.appointment() == null ? appoint(proposal) : proposal.appointment();
        proposal.confirm(actor.personId(), may, appointment, clock.instant());
        audit.record(actor, ProposalChanged.of(proposal));
    }

    /// Refuses a proposal as the second person, or takes back one's own; what counted on one
    /// person's word ends at this moment.
    @Once
    public void refuse(UUID person, UUID id, Actor actor) {
        users.lock();
        var proposal = proposal(person, id, actor);
        proposal.refuse(actor.personId(), mayDecide(proposal, actor), clock.instant());
        if (proposal.appointment() != null) {
            installation.endAppointment(proposal.appointment(), actor);
        }
        audit.record(actor, ProposalChanged.of(proposal));
    }

    /// Ends an appointment: the holder's next request is refused, and what they had open goes back
    /// to the unit's list.
    ///
    /// @throws Invalid if it is the installation's last system administrator
    @Once
    public void end(UUID person, UUID appointment, Actor actor) {
        users.lock();
        var area = actor.area();
        users.account(person, area).orElseThrow(() -> new NotFound(Users.class));
        var row =
                users.appointment(appointment)
                        .filter(one -> one.person().equals(person))
                        .filter(one -> area == null || area.equals(one.area()))
                        .orElseThrow(() -> new NotFound(Users.class));
        if (row.hasEnded(clock.instant())) {
            throw new Invalid("appointment", "appointment.problem.ended");
        }
        if (row.role() == Role.SYSTEM_ADMIN
                && users.holders(Role.SYSTEM_ADMIN, null).equals(List.of(person))) {
            throw new Invalid("appointment", "appointment.problem.last-admin");
        }
        installation.endAppointment(appointment, actor);
    }

    // ---- what they stand on

    private UUID appoint(Proposal proposal) {
        return actors.appoint(
                proposal.person(),
                proposal.role(),
                proposal.area(),
                proposal.agency(),
                proposal.grade(),
                proposal.from(clock.instant()),
                proposal.until());
    }

    /// @throws NotFound if the person has none that the actor may know of
    private Proposal proposal(UUID person, UUID id, Actor actor) {
        var proposal = users.proposal(id, person);
        var area = actor.area();
        if (area != null && proposal.area() != null && !area.equals(proposal.area())) {
            throw new NotFound(Proposal.class);
        }
        return proposal;
    }

    private boolean mayDecide(Proposal proposal, Actor actor) {
        return confirmers(proposal).contains(actor.personId());
    }

    /// Who could be the second person: never who proposed it, nor whom it is about.
    private Set<UUID> confirmers(Proposal proposal) {
        var area = proposal.area();
        var may = new HashSet<>(users.holders(Role.SYSTEM_ADMIN, null));
        removeParties(may, proposal);
        if (area != null) {
            may.addAll(users.holders(Role.MAPPA_COORDINATOR, area));
        } else if (may.isEmpty()) {
            // whose own role hangs on the proposer's word alone is no second person: two accounts
            // of one hand could otherwise make a third that confirms everything
            may.addAll(users.holders(Role.MAPPA_COORDINATOR, null));
            may.removeAll(users.standingOn(proposal.proposedBy()));
        }
        removeParties(may, proposal);
        return may;
    }

    private static void removeParties(Collection<UUID> people, Proposal proposal) {
        people.removeAll(List.of(proposal.proposedBy(), proposal.person()));
    }
}
