package mappa.meeting;

import static mappa.identity.Operation.READ_RECORD;
import static mappa.identity.Operation.RUN_MEETING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.CaseloadService;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;

/// The record that is written while a meeting is held.
@ApplicationScoped
@Transactional
public class RecordService {

    private final Meetings meetings;
    private final MeetingRecords records;
    private final MeetingSteps steps;
    private final Agencies agencies;
    private final MeetingConditions conditions;
    private final CaseloadService caseload;
    private final Access access;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    RecordService(
            Meetings meetings,
            MeetingRecords records,
            MeetingSteps steps,
            Agencies agencies,
            MeetingConditions conditions,
            CaseloadService caseload,
            Access access,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.records = records;
        this.steps = steps;
        this.agencies = agencies;
        this.conditions = conditions;
        this.caseload = caseload;
        this.access = access;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// Opens the workspace: what is recorded so far. What is polled and saved afterwards belongs to
    /// this look (ARCHITECTURE 10).
    ///
    /// @throws NotFound if there is no such meeting, or none that the actor may see
    public RecordView open(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        var meeting = meetings.get(meetingId);
        audit.record(
                actor,
                new Consulted(
                        "meeting-record",
                        List.of(meeting.id(), meeting.personId(), meeting.caseId())));
        return view(meetingId);
    }

    /// As [#open], without another row in the audit: for somebody who has the workspace open.
    public RecordView poll(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        meetings.get(meetingId);
        return view(meetingId);
    }

    /// Whether it can still be written.
    public boolean isOpen(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        return meetings.get(meetingId).state() == MeetingState.STARTED;
    }

    /// Keeps fields of one section. A field that somebody else changed meanwhile keeps what they
    /// wrote, and shows both.
    ///
    /// @throws Invalid naming each field that is none of the section's, too long, or no choice
    public RecordView save(UUID meetingId, SaveRecord command, Actor actor) {
        access.require(RUN_MEETING, meetingId, actor);
        var meeting = meetings.lockMeeting(meetingId);
        meeting.requireState(MeetingState.STARTED);
        refuse(command);
        var record = records.of(meetingId);
        var now = clock.instant();
        for (var field : command.fields()) {
            var entry =
                    record.entry(command.section(), field.key())
                            .orElseGet(
                                    () -> {
                                        var added =
                                                new RecordEntry(
                                                        meetingId,
                                                        command.section(),
                                                        field.key(),
                                                        actor.personId(),
                                                        now);
                                        records.add(added);
                                        return added;
                                    });
            if (field.key().equals(command.settles())) {
                entry.settle(field.value(), field.saves(), actor.personId(), now);
            } else {
                entry.save(field.value(), field.saves(), actor.personId(), now);
            }
        }
        meetings.flush();
        return view(meetingId);
    }

    /// As [#save], for a program that repeats a call whose answer was lost.
    @Once
    public void keep(UUID meetingId, SaveRecord command, Actor actor) {
        save(meetingId, command, actor);
    }

    private static void refuse(SaveRecord command) {
        var problems = new ArrayList<Invalid.Problem>();
        for (var field : command.fields()) {
            command.section()
                    .field(field.key())
                    .ifPresentOrElse(
                            known -> known.problem(field.value()).ifPresent(problems::add),
                            () ->
                                    problems.add(
                                            Invalid.Problem.of(
                                                    field.key(), "meeting.no-such-field")));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /// Keeps who took part; an agency that was not asked may have come all the same.
    ///
    /// @throws Invalid naming each line that is none
    /// @throws Changed if somebody changed a line meanwhile
    /// @throws mappa.rule.RuleBroken `ACC-04` for the person whom the meeting is about
    @Once
    public void attendance(UUID meetingId, RecordAttendance command, Actor actor) {
        access.require(RUN_MEETING, meetingId, actor);
        var meeting = meetings.lockMeeting(meetingId);
        meeting.requireState(MeetingState.STARTED);
        var known = agencies.in(meeting.area()).stream().map(AgencyView::id).toList();
        var now = clock.instant();
        for (var line : command.lines()) {
            conditions.requireNotTheIndividual(meeting, line.name(), actor);
            var recorded =
                    records.attendance(meetingId).stream()
                            .filter(one -> one.agency().equals(line.agency()))
                            .findFirst();
            var found = recorded.map(one -> one.version() + 1).orElse(0);
            if (found != line.saves()) {
                throw new Changed(Attendance.class, line.saves(), found);
            }
            if (recorded.isPresent()) {
                recorded.get().record(line, actor.personId(), now);
            } else if (known.contains(line.agency())
                    || meeting.invitation(line.agency()).isPresent()) {
                records.add(new Attendance(meetingId, line, actor.personId(), now));
            } else {
                throw new Invalid("came", "meeting.no-such-agency");
            }
        }
        meetings.flush();
        audit.record(
                actor,
                MeetingChanged.of(
                        MeetingChanged.What.ATTENDANCE_RECORDED,
                        meeting,
                        List.of(),
                        Map.of("lines", command.lines().size())));
    }

    /// Who took part: those asked first, then those who came all the same.
    public List<AttendanceView> attendance(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        var meeting = meetings.get(meetingId);
        var lines = new ArrayList<AttendanceView>();
        var recorded = records.attendance(meetingId);
        for (var asked : steps.view(meeting).invitations()) {
            lines.add(
                    recorded.stream()
                            .filter(one -> one.agency().equals(asked.agencyId()))
                            .findFirst()
                            .map(one -> AttendanceView.of(one, asked.agency(), true))
                            .orElseGet(() -> AttendanceView.expected(asked)));
        }
        var others =
                recorded.stream()
                        .filter(
                                one ->
                                        lines.stream()
                                                .noneMatch(
                                                        line ->
                                                                line.agencyId()
                                                                        .equals(one.agency())))
                        .toList();
        var names = agencies.names(others.stream().map(Attendance::agency).toList());
        others.forEach(
                one ->
                        lines.add(
                                AttendanceView.of(
                                        one, names.getOrDefault(one.agency(), ""), false)));
        return lines;
    }

    /// Whether those who must be there are there (R-MTG-09).
    public Quorum quorum(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        var meeting = meetings.get(meetingId);
        return records.quorum(meeting, caseload.situation(meeting.caseId(), actor));
    }

    /// What stands beside a section while it is written: the same section of the last meeting that
    /// was closed, and what agencies sent about it.
    public SectionBeside beside(UUID meetingId, RecordSection section, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        var meeting = meetings.get(meetingId);
        var last =
                meetings.ofCase(meeting.caseId()).stream()
                        .filter(one -> one.state() == MeetingState.CLOSED)
                        .filter(one -> one.startsAt().isBefore(meeting.startsAt()))
                        .findFirst();
        var texts =
                last.map(one -> records.of(one.id()).entries()).orElse(List.of()).stream()
                        .filter(one -> one.section() == section && !one.value().isBlank())
                        .map(one -> new SectionBeside.Text(one.field(), one.value()))
                        .toList();
        var returns = returns(meeting, ReturnQuestion.of(section));
        var shown = new ArrayList<UUID>();
        if (!texts.isEmpty()) {
            shown.add(last.orElseThrow().id());
        }
        if (!returns.isEmpty()) {
            shown.add(meetingId);
        }
        if (!shown.isEmpty()) {
            shown.add(meeting.personId());
            shown.add(meeting.caseId());
            audit.record(actor, new Consulted("meeting-record-beside", shown));
        }
        return new SectionBeside(last.map(Meeting::dayOf).orElse(null), texts, returns);
    }

    private List<SectionBeside.Sent> returns(Meeting meeting, List<ReturnQuestion> questions) {
        var names = agencies.names(meeting.invitations().stream().map(Invitation::agency).toList());
        var sent = new ArrayList<SectionBeside.Sent>();
        for (var invitation : meeting.invitations()) {
            if (questions.isEmpty() || !invitation.isReturned()) {
                continue;
            }
            var answers = invitation.returns().getLast().answers();
            var texts =
                    questions.stream()
                            .filter(question -> answers.containsKey(question.key()))
                            .map(
                                    question ->
                                            new SectionBeside.Answer(
                                                    question, answers.get(question.key())))
                            .toList();
            if (!texts.isEmpty()) {
                sent.add(
                        new SectionBeside.Sent(names.getOrDefault(invitation.agency(), ""), texts));
            }
        }
        return sent;
    }

    /// What the meeting cannot be closed without and what should be looked at, each in the order of
    /// the record, and what its closing does.
    public ClosingView closing(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        var meeting = meetings.get(meetingId);
        var rules = records.rules(meeting, caseload.situation(meeting.caseId(), actor));
        return new ClosingView(
                rules.blockers(),
                rules.warnings(),
                rules.decided(),
                rules.nextBy().orElse(null),
                rules.agreed().size(),
                steps.timetable(meeting.area()).draftDue(meeting.dayOf()));
    }

    private RecordView view(UUID meetingId) {
        var entries = records.of(meetingId).entries();
        var names =
                actors.names(
                        entries.stream()
                                .flatMap(
                                        entry ->
                                                Stream.concat(
                                                        Stream.of(entry.savedBy()),
                                                        entry.others().stream()
                                                                .map(RecordOther::writtenBy)))
                                .distinct()
                                .toList());
        return new RecordView(
                meetingId,
                entries.stream().map(entry -> RecordView.Entry.of(entry, names)).toList());
    }
}
