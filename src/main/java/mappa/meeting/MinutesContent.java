package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.List;
import mappa.caseload.CaseloadService;
import mappa.document.Block;
import mappa.document.Part;
import mappa.identity.Actor;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// What minutes say: the record of the meeting in the order of the form, with the texts that lead
/// through it (R-MIN-01, R-MIN-02). One case, so that people are not mixed.
@ApplicationScoped
class MinutesContent {

    /// Key of the part about the meeting itself.
    static final String MEETING = "meeting";

    /// Key of the part about how the paper is handled.
    static final String HANDLING = "handling";

    private final Meetings meetings;
    private final MeetingRecords records;
    private final MeetingSteps steps;
    private final CaseloadService caseload;
    private final Instance<MinutesSource> sources;

    MinutesContent(
            Meetings meetings,
            MeetingRecords records,
            MeetingSteps steps,
            CaseloadService caseload,
            @Any Instance<MinutesSource> sources) {
        this.meetings = meetings;
        this.records = records;
        this.steps = steps;
        this.caseload = caseload;
        this.sources = sources;
    }

    List<Part> of(Minutes minutes, Actor actor) {
        var meeting = steps.view(meetings.get(minutes.meetingId()));
        var record = records.of(minutes.meetingId());
        var parts = new ArrayList<Part>();
        parts.add(handling());
        parts.add(meeting(meeting, minutes, actor));
        for (var section : RecordSection.values()) {
            parts.add(section(section, minutes, record, actor));
        }
        return parts;
    }

    private static Part handling() {
        return new Part(
                HANDLING,
                Said.of("meeting.minutes.handling"),
                List.of(
                        Block.text(Said.of("meeting.minutes.handling.sharing")),
                        Block.text(Said.of("meeting.minutes.handling.information")),
                        Block.text(Said.of("meeting.minutes.handling.rights"))));
    }

    private Part meeting(MeetingView meeting, Minutes minutes, Actor actor) {
        var person = caseload.subjectOf(minutes.personId(), actor);
        var standing = caseload.situation(minutes.caseId(), actor).standing();
        var facts = new ArrayList<List<String>>();
        fact(facts, "meeting.minutes.person", person.name().shown());
        fact(
                facts,
                "meeting.minutes.born",
                person.dateOfBirth().toOptional().map(Said::day).orElse(null));
        fact(facts, "meeting.minutes.reference", minutes.reference());
        fact(
                facts,
                "meeting.minutes.category",
                standing == null ? null : Said.code("caseload.category-name", standing.category()));
        fact(facts, "meeting.minutes.what", MeetingPages.what(meeting));
        fact(facts, "meeting.minutes.lead", standing == null ? null : standing.leadAgency());
        fact(facts, "meeting.minutes.when", Said.moment(meeting.startedAt()));
        fact(facts, "meeting.minutes.mode", Said.code("meeting.mode", meeting.mode()));
        fact(facts, "meeting.minutes.chair", meeting.chair());
        fact(facts, "meeting.minutes.taker", meeting.minuteTaker());
        return new Part(MEETING, Said.of("meeting.minutes.meeting"), List.of(Block.facts(facts)));
    }

    private static void fact(List<List<String>> facts, String label, @Nullable String value) {
        facts.add(
                List.of(
                        Said.of(label),
                        value == null || value.isBlank() ? Said.of("web.not-recorded") : value));
    }

    private Part section(
            RecordSection section, Minutes minutes, MeetingRecord record, Actor actor) {
        var blocks = new ArrayList<Block>();
        if (section == RecordSection.OPENING) {
            blocks.add(Block.text(Said.of("meeting.statement.confidentiality")));
            blocks.add(Block.text(Said.of("meeting.statement.diversity")));
        }
        minutes.text(section)
                .map(MinutesText::text)
                .filter(text -> !text.isBlank())
                .ifPresent(text -> blocks.add(Block.text(text)));
        sources.stream()
                .filter(source -> source.section() == section)
                .forEach(source -> blocks.addAll(source.blocks(minutes.meetingId(), actor)));
        var facts = new ArrayList<List<String>>();
        for (var field : section.fields()) {
            var value = record.value(section, field.key()).orElse("");
            facts.add(
                    List.of(
                            Said.of("meeting.field." + field.key()),
                            RecordPages.words(field, value)));
        }
        blocks.add(Block.facts(facts));
        return new Part(section.path(), heading(section), blocks);
    }

    static String heading(RecordSection section) {
        return "%d %s".formatted(section.ordinal() + 1, Said.code("meeting.section", section));
    }
}
