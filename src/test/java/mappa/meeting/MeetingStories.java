package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.agency.Areas;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.referral.ReferralStories;
import mappa.referral.Vote;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Meetings in PostgreSQL, taken to where a test begins by the commands of the people of one area.
@ApplicationScoped
public class MeetingStories {

    private final MeetingService service;
    private final InvitationService invitations;
    private final RecordService records;
    private final ActionService actions;
    private final ReferralStories referrals;
    private final TestPeople people;
    private final Areas areas;
    private final Clock clock;
    private final Map<String, Integer> quarters = new ConcurrentHashMap<>();

    MeetingStories(
            MeetingService service,
            InvitationService invitations,
            RecordService records,
            ActionService actions,
            ReferralStories referrals,
            TestPeople people,
            Areas areas,
            Clock clock) {
        this.service = service;
        this.invitations = invitations;
        this.records = records;
        this.actions = actions;
        this.referrals = referrals;
        this.people = people;
        this.areas = areas;
        this.clock = clock;
    }

    /// The people around the meetings of one area.
    ///
    /// @param spocs of police, probation and housing, in this order
    public record Circle(ReferralStories.Team team, Actor chair, List<Actor> spocs) {

        public String area() {
            return team.area();
        }

        public Actor unit() {
            return team.administrator();
        }

        public List<UUID> agencies() {
            return spocs.stream().map(Actor::agency).toList();
        }
    }

    /// @param area two or three letters of the test's own
    public Circle circle(String area) {
        var team = referrals.team(area);
        var spocs = new ArrayList<Actor>();
        for (var name : List.of("Police", "Probation", "Housing")) {
            var agency = people.agency(area, name);
            if (!name.equals("Housing")) {
                execute(
                        "update agency set kind = 'RESPONSIBLE_AUTHORITY', body = '%s' where id = '%s'"
                                .formatted(name.toUpperCase(java.util.Locale.ROOT), agency));
            }
            spocs.add(
                    people.person(
                            area + "-spoc-" + name.toLowerCase(), Role.AGENCY_SPOC, area, agency));
        }
        return new Circle(
                team,
                people.person(area + "-meeting-chair", Role.CHAIR, area, spocs.get(1).agency()),
                spocs);
    }

    static void execute(String sql) {
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return people.as(actor, work);
    }

    public LocalDate today() {
        return London.today(clock);
    }

    /// A case that a panel has just accepted.
    ///
    /// @param level 2 or 3
    /// @return id of the case
    public UUID accepted(Circle circle, int level) {
        var team = circle.team();
        var found = referrals.someCase(team);
        var id = referrals.matched(team, found);
        as(team.coordinatorA(), () -> referrals.sendToPanel(id, team.coordinatorA()));
        var vote = level == 3 ? Vote.ACCEPT_3 : Vote.ACCEPT_2;
        referrals.vote(id, team.coordinatorA(), vote);
        referrals.vote(id, team.inspector(), vote);
        return found.id();
    }

    public CycleView cycle(Circle circle, UUID caseId) {
        return as(circle.unit(), () -> service.cycleOf(caseId, circle.unit()).orElseThrow());
    }

    /// The next meeting of a case, that many days from today.
    public UUID arranged(Circle circle, UUID caseId, int days) {
        var cycle = cycle(circle, caseId);
        return as(
                circle.unit(), () -> service.arrange(cycle.id(), at(circle, days), circle.unit()));
    }

    public ArrangeMeeting at(Circle circle, int days) {
        return new ArrangeMeeting(
                MeetingType.REVIEW,
                free(circle, today().plusDays(days)),
                15,
                MeetingMode.TEAMS,
                null,
                null,
                circle.chair().personId(),
                null,
                today().plusDays(days),
                false);
    }

    /// A quarter of an hour on a day in which the circle's chair is free, the first at 10am. The
    /// day becomes one on which the area works, whichever it is, so that a test need not know on
    /// which day of the week it runs.
    public LocalDateTime free(Circle circle, LocalDate day) {
        if (!areas.workingDays(circle.area()).isWorkingDay(day)) {
            execute(
                    """
                    insert into working_day_override (id, area_code, day, working, reason, recorded_at, recorded_by)
                    values (gen_random_uuid(), '%s', '%s', true, 'For the test', now(), '%s')
                    """
                            .formatted(circle.area(), day, circle.unit().personId()));
        }
        var quarter = quarters.merge(circle.area() + day, 1, Integer::sum) - 1;
        return day.atTime(10, 0).plusMinutes(15L * quarter);
    }

    public UUID invited(Circle circle, UUID caseId, int days) {
        var id = arranged(circle, caseId, days);
        var asked =
                circle.agencies().stream()
                        .map(agency -> new SendInvitations.Asked(agency, Relevance.CORE))
                        .toList();
        as(
                circle.unit(),
                () -> {
                    service.invite(id, new SendInvitations(asked, Map.of()), circle.unit());
                    return null;
                });
        return id;
    }

    /// Asks one more agency after the others: its work is asked without the process.
    public UUID askLate(Circle circle, UUID meeting, UUID agency) {
        var asked = new SendInvitations.Asked(agency, Relevance.CASE_SPECIFIC);
        return as(circle.unit(), () -> service.add(meeting, asked, circle.unit()));
    }

    public UUID started(Circle circle, UUID caseId, int days) {
        var id = invited(circle, caseId, days);
        as(
                circle.chair(),
                () -> {
                    service.start(id, "Brought forward", circle.chair());
                    return null;
                });
        return id;
    }

    public MeetingView meeting(Circle circle, UUID id) {
        return as(circle.unit(), () -> service.meeting(id, circle.unit()));
    }

    public void answer(Actor spoc, UUID invitation, AnswerInvitation answer) {
        as(
                spoc,
                () -> {
                    invitations.answer(invitation, answer, spoc);
                    return null;
                });
    }

    /// Records all that closing needs.
    ///
    /// @param level `STAY`, `LEVEL_2`, `LEVEL_3`, `EXIT`
    /// @param nextBy the chair's date; null where the limit alone counts
    public void complete(Circle circle, UUID id, String level, @Nullable LocalDate nextBy) {
        write(circle.unit(), id, RecordSection.OPENING, "statement", "READ");
        attend(circle, id);
        write(circle.unit(), id, RecordSection.VICTIMS, "considered", "NONE_KNOWN");
        for (var group :
                List.of("public", "knownAdult", "children", "staff", "prisoners", "self")) {
            write(circle.unit(), id, RecordSection.RISK, group, "HIGH");
        }
        for (var pillar : List.of("supervision", "monitoring", "interventions", "victimSafety")) {
            write(circle.unit(), id, RecordSection.PLAN, pillar, "A measure");
        }
        write(circle.unit(), id, RecordSection.PLAN, "planAgreed", "AGREED");
        write(circle.unit(), id, RecordSection.CONTINGENCY, "contingency", "If, then, who");
        write(circle.unit(), id, RecordSection.DISCLOSURE, "disclosure", "DO_NOT");
        write(circle.unit(), id, RecordSection.DISCLOSURE, "disclosureReasons", "Nobody at risk");
        write(circle.unit(), id, RecordSection.LEVEL, "level", level);
        write(circle.unit(), id, RecordSection.LEVEL, "rationale", "As the plan needs");
        write(circle.unit(), id, RecordSection.LEVEL, "remainingPlan", "The lead agency's");
        write(circle.unit(), id, RecordSection.LEVEL, "criticalCase", "NO");
        write(circle.unit(), id, RecordSection.INDIVIDUAL, "told", "TOLD");
        write(circle.unit(), id, RecordSection.INDIVIDUAL, "invited", "INVITED");
        if (nextBy != null) {
            write(circle.unit(), id, RecordSection.NEXT_REVIEW, "nextBy", nextBy.toString());
            write(circle.unit(), id, RecordSection.NEXT_REVIEW, "nextReason", "Risk rises");
        }
    }

    /// The chair and all agencies of the circle are there.
    public void attend(Circle circle, UUID id) {
        write(circle.unit(), id, RecordSection.ATTENDANCE, "chairThere", "YES");
        attend(circle, id, circle.agencies());
    }

    public void attend(Circle circle, UUID id, List<UUID> agencies) {
        var known =
                as(circle.unit(), () -> records.attendance(id, circle.unit())).stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        AttendanceView::agencyId, AttendanceView::saves));
        var lines =
                agencies.stream()
                        .map(
                                one ->
                                        new RecordAttendance.Line(
                                                one,
                                                AttendanceKind.ATTENDED,
                                                "Somebody",
                                                "Manager",
                                                null,
                                                null,
                                                false,
                                                known.getOrDefault(one, 0)))
                        .toList();
        as(
                circle.unit(),
                () -> {
                    records.attendance(id, new RecordAttendance(lines), circle.unit());
                    return null;
                });
    }

    /// An action that a meeting agrees: due in two weeks, for the agency's point of contact.
    public UUID agree(Circle circle, UUID meeting, UUID agency) {
        return as(
                circle.unit(),
                () ->
                        actions.agree(
                                meeting,
                                new AgreeAction(
                                        "Visit the address",
                                        agency,
                                        null,
                                        meeting(circle, meeting)
                                                .startsAt()
                                                .atZone(London.ZONE)
                                                .toLocalDate()
                                                .plusDays(14),
                                        ActionLink.SUPERVISION,
                                        "Licence condition"),
                                circle.unit()));
    }

    /// A meeting puts off an action of an earlier one.
    public void newDate(Circle circle, UUID meeting, UUID action, LocalDate dueOn) {
        var answer = new AnswerAction(ActionOutcome.NEW_DATE, "Not possible yet", dueOn);
        as(
                circle.unit(),
                () -> {
                    actions.answer(meeting, action, answer, circle.unit());
                    return null;
                });
    }

    public RecordView write(
            Actor actor, UUID id, RecordSection section, String field, String value) {
        var read =
                as(actor, () -> records.poll(id, actor))
                        .entry(section, field)
                        .map(RecordView.Entry::saves)
                        .orElse(0);
        return write(actor, id, section, field, value, read);
    }

    public RecordView write(
            Actor actor, UUID id, RecordSection section, String field, String value, int read) {
        var command =
                new SaveRecord(section, List.of(new SaveRecord.Field(field, value, read)), null);
        return as(actor, () -> records.save(id, command, actor));
    }

    public void close(Circle circle, UUID id) {
        as(
                circle.chair(),
                () -> {
                    service.close(id, circle.chair());
                    return null;
                });
    }
}
