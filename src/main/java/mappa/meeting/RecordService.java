package mappa.meeting;

import static mappa.identity.Operation.READ_RECORD;
import static mappa.identity.Operation.RUN_MEETING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.audit.Once;
import mappa.caseload.CaseloadService;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.rule.Invalid;
import mappa.rule.NotFound;

/// The record that is written while a meeting is held.
@ApplicationScoped
@Transactional
public class RecordService {

    private final Meetings meetings;
    private final MeetingRecords records;
    private final CaseloadService caseload;
    private final Access access;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    RecordService(
            Meetings meetings,
            MeetingRecords records,
            CaseloadService caseload,
            Access access,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.meetings = meetings;
        this.records = records;
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
            if (command.settles()) {
                entry.settle(field.value(), actor.personId(), now);
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

    /// What the meeting cannot be closed without, in the order of the record; empty if nothing is
    /// missing.
    public List<Blocker> blockers(UUID meetingId, Actor actor) {
        access.require(READ_RECORD, meetingId, actor);
        var meeting = meetings.get(meetingId);
        return records.rules(meeting, caseload.situation(meeting.caseId(), actor)).blockers();
    }

    private RecordView view(UUID meetingId) {
        var entries = records.of(meetingId).entries();
        var names =
                actors.names(
                        entries.stream()
                                .flatMap(
                                        entry ->
                                                Stream.of(
                                                        entry.savedBy(),
                                                        entry.otherBy().orElse(null)))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return new RecordView(
                meetingId,
                entries.stream().map(entry -> RecordView.Entry.of(entry, names)).toList());
    }
}
