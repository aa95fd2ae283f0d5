package mappa.referral;

import static mappa.referral.ReferralFixtures.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.caseload.CaseSummary;
import mappa.caseload.CaseloadService;
import mappa.caseload.CreatePerson;
import mappa.caseload.Fact;
import mappa.caseload.PersonDetails;
import mappa.caseload.PersonName;
import mappa.caseload.PersonOutcome;
import mappa.identity.Actor;
import mappa.identity.Role;

/// Referrals in PostgreSQL, taken to where a test begins by the commands of the people of one area.
@ApplicationScoped
public class ReferralStories {

    private static final List<String> SEATS =
            List.of("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI");

    private final ReferralService service;
    private final CaseloadService caseload;
    private final TestPeople people;
    private final Clock clock;

    ReferralStories(
            ReferralService service, CaseloadService caseload, TestPeople people, Clock clock) {
        this.service = service;
        this.caseload = caseload;
        this.people = people;
        this.clock = clock;
    }

    /// The people of one area's panel, with everybody that a referral needs.
    public record Team(
            String area,
            Actor referrer,
            Actor administrator,
            Actor coordinatorA,
            Actor coordinatorB,
            Actor inspector,
            Actor deputyCoordinator,
            Actor deputyInspector,
            Actor chair) {

        public List<Actor> seats() {
            return List.of(coordinatorA, coordinatorB, inspector);
        }
    }

    /// @param area two or three letters of the test's own
    public Team team(String area) {
        var agency = people.agency(area, "Probation");
        var team =
                new Team(
                        area,
                        people.person(area + "-referrer", Role.REFERRER, area, agency),
                        people.person(area + "-administrator", Role.MAPPA_ADMINISTRATOR, area),
                        people.person(area + "-coordinator-a", Role.MAPPA_COORDINATOR, area),
                        people.person(area + "-coordinator-b", Role.MAPPA_COORDINATOR, area),
                        people.person(area + "-inspector", Role.PANEL_MEMBER, area),
                        people.person(area + "-deputy", Role.MAPPA_COORDINATOR, area),
                        people.person(area + "-deputy-inspector", Role.PANEL_MEMBER, area),
                        people.person(area + "-chair", Role.SMB_CHAIR, area));
        seat(area, "COORDINATOR_A", team.coordinatorA(), team.deputyCoordinator());
        seat(area, "COORDINATOR_B", team.coordinatorB(), team.deputyCoordinator());
        seat(area, "POLICE_DI", team.inspector(), team.deputyInspector());
        return team;
    }

    private void seat(String area, String seat, Actor holder, Actor deputy) {
        execute(
                """
                insert into panel_seat (id, area_code, seat, holder_id, deputy_id, from_on, recorded_at, recorded_by)
                values (gen_random_uuid(), '%s', '%s', '%s', '%s', '2020-01-01', now(), '%s')
                """
                        .formatted(
                                area,
                                seat,
                                holder.personId(),
                                deputy.personId(),
                                holder.personId()));
    }

    /// A statement as the database's owner.
    static void execute(String sql) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return people.as(actor, work);
    }

    /// @param answers question and answer by turns; they replace the fixture's own
    public UUID draft(Team team, String... answers) {
        return as(
                team.referrer(),
                () -> {
                    var id = service.start(null, team.referrer()).id();
                    var filled = ReferralFixtures.aFilledDraft(answers);
                    for (var section : filled.sections()) {
                        var command = new SaveSection(section.section(), section.answers(), 0);
                        service.save(id, command, team.referrer());
                    }
                    return id;
                });
    }

    public UUID sent(Team team, String... answers) {
        var id = draft(team, answers);
        as(team.referrer(), () -> service.send(id, team.referrer()));
        return id;
    }

    /// Somebody that the unit knows, with a case.
    public CaseSummary someCase(Team team) {
        var unit = team.coordinatorA();
        return as(
                unit,
                () -> {
                    var name = PersonName.of(word(), word());
                    var details = PersonDetails.of(name, Fact.notRecorded());
                    var verdicts = new HashMap<UUID, CreatePerson.Verdict>();
                    caseload.findNearDuplicates(details, unit)
                            .forEach(
                                    match ->
                                            verdicts.put(
                                                    match.personId(),
                                                    CreatePerson.Verdict.DIFFERENT));
                    var created = caseload.createPerson(new CreatePerson(details, verdicts), unit);
                    var person = ((PersonOutcome.Created) created).personId();
                    return caseload.openCaseFor(person, team.area(), unit);
                });
    }

    private static String word() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "a";
    }

    /// Matched to the person of a case.
    public UUID matched(Team team, CaseSummary found, String... answers) {
        var id = sent(team, answers);
        var command = new MatchPerson(found.personId(), found.id(), found.reference());
        as(team.coordinatorA(), () -> service.match(id, command, team.coordinatorA()));
        return id;
    }

    public UUID inScreening(Team team, String... answers) {
        var id = matched(team, someCase(team), answers);
        as(team.coordinatorA(), () -> service.sendToPanel(id, List.of(), team.coordinatorA()));
        return id;
    }

    public ReferralResult sendToPanel(UUID id, Actor unit) {
        return as(unit, () -> service.sendToPanel(id, List.of(), unit));
    }

    public ReferralResult vote(UUID id, Actor member, Vote vote) {
        return as(member, () -> service.vote(id, ballot(vote), member));
    }

    public ReferralResult ask(UUID id, Actor member) {
        var command = new AskForMore(List.of("Which tool was used?"), "The risk is unclear");
        return as(member, () -> service.askForMore(id, command, member));
    }

    public ReferralResult answer(UUID id, Actor referrer) {
        return as(
                referrer,
                () -> {
                    Map<UUID, String> answers = new HashMap<>();
                    service.view(id, referrer).questions().stream()
                            .filter(question -> question.answer() == null)
                            .forEach(question -> answers.put(question.id(), "An answer"));
                    return service.answer(id, answers, referrer);
                });
    }

    /// Plays one event of a story by the command of whoever acts in it.
    ///
    /// @param before what had happened until then; says who acts
    public void play(Team team, UUID id, BallotEvent event, BallotOracle before) {
        var seat = SEATS.get(event.seat());
        var actor = named(team, before.actor(event.seat()));
        switch (event.kind()) {
            case VOTE -> vote(id, actor, Vote.valueOf(event.vote()));
            case CHANGE -> {
                var later = ballot(Vote.valueOf(event.vote()));
                as(actor, () -> service.changeVote(id, later, actor));
            }
            case CONFIRM -> as(actor, () -> service.confirmVote(id, actor));
            case MORE_INFORMATION -> ask(id, actor);
            case ANSWER -> answer(id, team.referrer());
            case CONFLICT -> as(actor, () -> service.declareConflict(id, "A cousin", actor));
            case NAME_BY_COORDINATOR, NAME_BY_CHAIR -> {
                var substitute = named(team, before.candidate(event.seat()));
                var by =
                        event.kind() == BallotEvent.Kind.NAME_BY_CHAIR
                                ? team.chair()
                                : team.coordinatorA();
                var command = new NameSubstitute(seat, substitute.personId());
                as(by, () -> service.nameSubstitute(id, command, by));
            }
            case DIFFERENT_VIEW -> {
                var view = new RecordDifferentView(Vote.valueOf(event.vote()), "Otherwise");
                as(actor, () -> service.recordDifferentView(id, view, actor));
            }
        }
    }

    /// Plays a whole story.
    public void play(Team team, UUID id, List<BallotEvent> events) {
        var before = BallotOracle.start(3, 2);
        for (var event : events) {
            play(team, id, event, before);
            before = before.then(event);
        }
    }

    // the oracle's names
    private Actor named(Team team, String name) {
        return switch (name) {
            case "p0" -> team.coordinatorA();
            case "p1" -> team.coordinatorB();
            case "p2" -> team.inspector();
            case "d0" -> team.deputyCoordinator();
            case "d1" -> team.deputyInspector();
            default -> people.person(team.area() + "-" + name, Role.PANEL_MEMBER, team.area());
        };
    }

    public Clock clock() {
        return clock;
    }
}
