package mappa.demo;

import static mappa.demo.DemoUser.ADMINISTRATOR;
import static mappa.demo.DemoUser.CHAIR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.meeting.ActionLink;
import mappa.meeting.AgreeAction;
import mappa.meeting.AnswerInvitation;
import mappa.meeting.ArrangeMeeting;
import mappa.meeting.AttendanceKind;
import mappa.meeting.DistributeMinutes;
import mappa.meeting.InvitationAnswer;
import mappa.meeting.InvolvedPerson;
import mappa.meeting.InvolvementKind;
import mappa.meeting.MeetingMode;
import mappa.meeting.MeetingType;
import mappa.meeting.ProposedInvitee;
import mappa.meeting.RecordAttendance;
import mappa.meeting.RecordInvolvement;
import mappa.meeting.RecordSection;
import mappa.meeting.ReturnKind;
import mappa.meeting.SaveRecord;
import mappa.meeting.SendInvitations;
import mappa.meeting.SendReturn;
import mappa.time.London;
import mappa.time.WorkingDays;

/// The way of a meeting about an accepted case, told in working days before the load; each part of
/// it is a step of its own.
class DemoMeeting {

    private static final Map<RecordSection, Map<String, String>> WRITTEN =
            Map.of(
                    RecordSection.OPENING,
                    Map.of("statement", "READ", "recording", "NO"),
                    RecordSection.ATTENDANCE,
                    Map.of("chairThere", "YES"),
                    RecordSection.VICTIMS,
                    Map.of("considered", "KNOWN", "victims", "The liaison officer rings weekly."),
                    RecordSection.RISK,
                    Map.of(
                            "public", "MEDIUM",
                            "knownAdult", "HIGH",
                            "children", "LOW",
                            "staff", "LOW",
                            "prisoners", "LOW",
                            "self", "MEDIUM"),
                    RecordSection.PLAN,
                    Map.of(
                            "supervision", "Weekly appointments, one of them at home.",
                            "monitoring", "Exclusion zone; police pass by at weekends.",
                            "interventions", "Programme on relationships.",
                            "victimSafety", "Alarm at the former partner’s home.",
                            "planAgreed", "AGREED"),
                    RecordSection.CONTINGENCY,
                    Map.of("contingency", "If an appointment is missed, police visit that day."),
                    RecordSection.DISCLOSURE,
                    Map.of(
                            "disclosure", "DO_NOT",
                            "disclosureReasons", "Nobody new is at risk."),
                    RecordSection.INDIVIDUAL,
                    Map.of("told", "TOLD", "invited", "INVITED"));

    private final DemoScript script;
    private final String key;
    private final String referral;
    private final MeetingType type;
    private int told;

    /// @param referral key of the one by which the case was accepted
    DemoMeeting(DemoScript script, String key, String referral, MeetingType type) {
        this.script = script;
        this.key = key;
        this.referral = referral;
        this.type = type;
    }

    /// @param on working days from the load, negative before it
    DemoMeeting arranged(int daysAgo, int on) {
        return arrangedAt(daysAgo, London.morningOf(day(on)).plusSeconds(3_600));
    }

    /// Begins within the last two hours.
    DemoMeeting arrangedForNow(int daysAgo) {
        return arrangedAt(daysAgo, script.daysAgo(0));
    }

    /// The same, for a second meeting of the same chair: beside the first, on the same day.
    DemoMeeting arrangedBesideNow(int daysAgo) {
        var now = script.daysAgo(0);
        var aside = Duration.ofMinutes(now.atZone(London.ZONE).getHour() < 12 ? 90 : -90);
        return arrangedAt(daysAgo, now.plus(aside)); // an hour each, begun on some minute
    }

    /// Nobody works on the day of the load, where that is a Sunday; a meeting that cannot wait is
    /// held all the same (R-MTG-17).
    private MeetingType typeOn(Instant startsAt) {
        return WorkingDays.NATIONAL.isWorkingDay(London.dayOf(startsAt))
                ? type
                : MeetingType.EXTRAORDINARY;
    }

    private DemoMeeting arrangedAt(int daysAgo, Instant startsAt) {
        script.add(
                "meeting/" + key,
                script.daysAgo(daysAgo),
                ADMINISTRATOR,
                Role.MAPPA_ADMINISTRATOR,
                actor -> {
                    var meetings = script.services().meetings();
                    var accepted = script.services().referrals().view(referral(), actor);
                    var cycle = meetings.cycleOf(accepted.caseId(), actor).orElseThrow();
                    var when =
                            new ArrangeMeeting(
                                    typeOn(startsAt),
                                    startsAt.atZone(London.ZONE)
                                            .toLocalDateTime()
                                            .withSecond(0)
                                            .withNano(0),
                                    60,
                                    MeetingMode.TEAMS,
                                    null,
                                    null,
                                    script.person(CHAIR),
                                    null,
                                    null,
                                    false);
                    return meetings.arrange(cycle.id(), when, actor);
                });
        return this;
    }

    /// All that are proposed are asked, and the jobcentre.
    DemoMeeting invited(int daysAgo) {
        return step(
                "invited",
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> {
                    var meetings = script.services().meetings();
                    var jobcentre = script.agency(DemoAgency.JOBCENTRE, script.places().north());
                    var asked =
                            meetings.proposed(id, actor).stream()
                                    .filter(
                                            one ->
                                                    one.isProposed()
                                                            || one.agency().equals(jobcentre))
                                    .map(DemoMeeting::asked)
                                    .toList();
                    meetings.invite(id, new SendInvitations(asked, Map.of()), actor);
                });
    }

    private static SendInvitations.Asked asked(ProposedInvitee one) {
        return new SendInvitations.Asked(one.agency(), one.relevance());
    }

    DemoMeeting comes(int daysAgo, DemoUser spoc) {
        var answer = new AnswerInvitation(InvitationAnswer.ATTENDS, null, null, null, null);
        return answered(daysAgo, spoc, answer);
    }

    DemoMeeting sendsDeputy(int daysAgo, DemoUser spoc) {
        var answer =
                new AnswerInvitation(
                        InvitationAnswer.DEPUTY, "Deputy Contact", "Team manager", null, null);
        return answered(daysAgo, spoc, answer);
    }

    DemoMeeting knowsNothing(int daysAgo, DemoUser spoc) {
        var answer =
                new AnswerInvitation(
                        InvitationAnswer.NOTHING_KNOWN,
                        null,
                        null,
                        "Case records and enquiries",
                        day(-daysAgo));
        return answered(daysAgo, spoc, answer);
    }

    private DemoMeeting answered(int daysAgo, DemoUser spoc, AnswerInvitation answer) {
        return step(
                "answered-" + spoc,
                daysAgo,
                spoc,
                (id, actor) ->
                        script.services().invitations().answer(own(id, actor), answer, actor));
    }

    DemoMeeting returned(int daysAgo, DemoUser spoc, String facts) {
        var sent =
                new SendReturn(
                        ReturnKind.INFORMATION,
                        Map.of(
                                "systemsChecked",
                                "Case records and enquiries",
                                "checkedOn",
                                day(-daysAgo).toString(),
                                "facts",
                                facts));
        return step(
                "returned-" + spoc,
                daysAgo,
                spoc,
                (id, actor) ->
                        script.services().invitations().sendReturn(own(id, actor), sent, actor));
    }

    /// What was done so that the individual has their part.
    DemoMeeting involved(int daysAgo, InvolvementKind kind, boolean withheld, String text) {
        return step(
                "involved-" + kind,
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> {
                    var meeting = script.services().meetings().meeting(id, actor);
                    var done =
                            new RecordInvolvement(
                                    id,
                                    kind,
                                    InvolvedPerson.INDIVIDUAL,
                                    withheld,
                                    day(-daysAgo),
                                    text);
                    script.services().involvement().record(meeting.caseId(), done, actor);
                });
    }

    /// A paper with what an agency sent.
    DemoMeeting enclosed(int daysAgo, DemoUser spoc, String title) {
        return step(
                "enclosed-" + spoc,
                daysAgo,
                spoc,
                (id, actor) -> script.attach("agency-returns", own(id, actor), title, actor));
    }

    /// A paper on which the meeting decides.
    DemoMeeting enclosed(int daysAgo, String title) {
        return step(
                "enclosed",
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> script.attach("meetings", id, title, actor));
    }

    private UUID own(UUID meeting, Actor actor) {
        return script.services().meetings().meeting(meeting, actor).invitations().stream()
                .filter(one -> one.agencyId().equals(actor.agency()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    DemoMeeting started(int daysAgo) {
        return step(
                "started",
                daysAgo,
                CHAIR,
                (id, actor) -> script.services().meetings().start(id, null, actor));
    }

    DemoMeeting recorded(int daysAgo) {
        return step(
                "recorded",
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> {
                    WRITTEN.forEach((section, fields) -> write(id, section, fields, actor));
                    attended(id, actor);
                });
    }

    /// All who were asked came, but housing: its manager hears of the second time.
    private void attended(UUID id, Actor actor) {
        var housing = script.agency(DemoAgency.CITY_HOUSING, script.places().north());
        var lines =
                script.services().records().attendance(id, actor).stream()
                        .map(
                                one ->
                                        new RecordAttendance.Line(
                                                one.agencyId(),
                                                one.agencyId().equals(housing)
                                                        ? AttendanceKind.ABSENT
                                                        : AttendanceKind.ATTENDED,
                                                one.agencyId().equals(housing) ? null : one.name(),
                                                one.agencyId().equals(housing) ? null : "Manager",
                                                null,
                                                null,
                                                false,
                                                one.saves()))
                        .toList();
        script.services().records().attendance(id, new RecordAttendance(lines), actor);
    }

    /// @param level the decision: `STAY`, `LEVEL_2`, `LEVEL_3` or `EXIT`
    DemoMeeting decided(int daysAgo, String level) {
        return step(
                "decided",
                daysAgo,
                ADMINISTRATOR,
                (id, actor) ->
                        write(
                                id,
                                RecordSection.LEVEL,
                                Map.of(
                                        "level", level,
                                        "rationale", "What the plan needs.",
                                        "remainingPlan", "Probation goes on with the plan.",
                                        "criticalCase", "NO"),
                                actor));
    }

    private void write(UUID id, RecordSection section, Map<String, String> written, Actor actor) {
        var command =
                new SaveRecord(
                        section,
                        written.entrySet().stream()
                                .map(one -> new SaveRecord.Field(one.getKey(), one.getValue(), 0))
                                .toList(),
                        null);
        script.services().records().save(id, command, actor);
    }

    /// @param dueOn working days from the load, negative before it
    DemoMeeting agreed(
            int daysAgo,
            DemoAgency agency,
            ActionLink serves,
            String what,
            String power,
            int dueOn) {
        return step(
                "agreed-" + agency,
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> {
                    var action =
                            new AgreeAction(
                                    what,
                                    script.agency(agency, script.places().north()),
                                    null,
                                    day(dueOn),
                                    serves,
                                    power);
                    script.services().actions().agree(id, action, actor);
                });
    }

    DemoMeeting closed(int daysAgo) {
        return step(
                "closed",
                daysAgo,
                CHAIR,
                (id, actor) -> script.services().meetings().close(id, actor));
    }

    DemoMeeting adjourned(int daysAgo, String reason) {
        return step(
                "adjourned",
                daysAgo,
                CHAIR,
                (id, actor) -> script.services().meetings().adjourn(id, reason, actor));
    }

    DemoMeeting minutesApproved(int daysAgo) {
        var minutes = script.services().minutes();
        step(
                "minutes-sent-to-chair",
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> minutes.sendToChair(minutesOf(id, actor), actor));
        return step(
                "minutes-approved",
                daysAgo,
                CHAIR,
                (id, actor) -> minutes.approve(minutesOf(id, actor), actor));
    }

    DemoMeeting minutesGivenTo(int daysAgo, DemoAgency agency) {
        return step(
                "minutes-given-to-" + agency,
                daysAgo,
                ADMINISTRATOR,
                (id, actor) -> {
                    var to = script.agency(agency, script.places().north());
                    var all = new DistributeMinutes.To(to, Set.of());
                    var command = new DistributeMinutes(List.of(all));
                    script.services().minutes().distribute(minutesOf(id, actor), command, actor);
                });
    }

    private UUID minutesOf(UUID id, Actor actor) {
        return script.services().minutes().ofMeeting(id, actor).orElseThrow().id();
    }

    private interface Part {
        void of(UUID id, Actor actor);
    }

    private DemoMeeting step(String name, int daysAgo, DemoUser user, Part part) {
        told++;
        script.add(
                "meeting/%s/%02d-%s".formatted(key, told, name),
                script.daysAgo(daysAgo),
                user,
                user.posts().getFirst().role(),
                actor -> {
                    part.of(script.made("meeting/" + key), actor);
                    return null;
                });
        return this;
    }

    private UUID referral() {
        return script.made("referral/" + referral);
    }

    private LocalDate day(int workingDays) {
        var day = script.today();
        for (int i = 0; i < Math.abs(workingDays); i++) {
            day =
                    workingDays < 0
                            ? WorkingDays.NATIONAL.previous(day)
                            : WorkingDays.NATIONAL.next(day);
        }
        return day;
    }
}
