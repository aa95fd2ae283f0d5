package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The record that is written while a meeting is held (S-51), and its closing (S-52).
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
class RecordPages {

    private final RecordService service;
    private final MeetingService meetings;
    private final CurrentActor current;
    private final Forms forms;

    RecordPages(RecordService service, MeetingService meetings, CurrentActor current, Forms forms) {
        this.service = service;
        this.meetings = meetings;
        this.current = current;
        this.forms = forms;
    }

    /// One section in the list of all.
    record SectionLine(
            RecordSection section, String number, Badge state, boolean here, String path) {}

    /// One field with what is recorded.
    ///
    /// @param id of the control; fields of a section have names of their own
    /// @param other what somebody else wrote at the same time; null if nothing is to be settled
    record ShownField(
            String id,
            String label,
            RecordField.Kind kind,
            List<Choice> choices,
            String value,
            String shown,
            int saves,
            @Nullable String saved,
            @Nullable String other,
            @Nullable String otherBy) {}

    /// @param writes whether the reader may write now
    record RecordPage(
            MeetingView meeting,
            String when,
            RecordSection section,
            String number,
            List<SectionLine> sections,
            List<ShownField> fields,
            boolean writes,
            boolean closes,
            @Nullable String next,
            String path) {}

    record ClosingPage(
            MeetingView meeting,
            String when,
            List<ShownBlocker> blockers,
            boolean closes,
            String path) {}

    record ShownBlocker(String text, String rule, String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance section(RecordPage page, Form form);

        static native TemplateInstance closing(ClosingPage page, Form form);

        private Templates() {}
    }

    @GET
    @Path("{id}/record/{section}")
    @Requires(Operation.READ_RECORD)
    public TemplateInstance section(UUID id, String section) {
        var chosen = chosen(section);
        var record = service.open(id, current.get());
        var fields = Form.empty();
        for (var field : chosen.fields()) {
            record.entry(chosen, field.key()).ifPresent(entry -> fill(fields, field, entry));
        }
        return section(id, chosen, record, forms.show(fields));
    }

    private static void fill(Form form, RecordField field, RecordView.Entry entry) {
        if (field.kind() == RecordField.Kind.DAY && !entry.value().isBlank()) {
            var day = LocalDate.parse(entry.value());
            form.with(field.key() + "-day", day.getDayOfMonth())
                    .with(field.key() + "-month", day.getMonthValue())
                    .with(field.key() + "-year", day.getYear());
        } else {
            form.with(field.key(), entry.value());
        }
        form.with("saves-" + field.key(), entry.saves());
    }

    private static RecordSection chosen(String path) {
        return RecordSection.ofPath(path).orElseThrow(() -> new NotFound(RecordSection.class));
    }

    private TemplateInstance section(UUID id, RecordSection section, RecordView record, Form form) {
        var meeting = meetings.meeting(id, current.get());
        var role = current.get().role();
        var started = meeting.state() == MeetingState.STARTED;
        var runs = role != null && Operation.RUN_MEETING.allows(role);
        var all = Arrays.asList(RecordSection.values());
        var index = section.ordinal() + 1;
        return Templates.section(
                new RecordPage(
                        meeting,
                        MeetingPages.when(meeting),
                        section,
                        Integer.toString(index),
                        all.stream()
                                .map(
                                        one ->
                                                new SectionLine(
                                                        one,
                                                        Integer.toString(one.ordinal() + 1),
                                                        state(one, record),
                                                        one == section,
                                                        "/meetings/%s/record/%s"
                                                                .formatted(id, one.path())))
                                .toList(),
                        section.fields().stream()
                                .map(field -> shown(section, field, record))
                                .toList(),
                        runs && started,
                        current.get().has(Role.CHAIR) && started,
                        index < all.size()
                                ? "/meetings/%s/record/%s".formatted(id, all.get(index).path())
                                : null,
                        "/meetings/%s/record/%s".formatted(id, section.path())),
                form);
    }

    private static Badge state(RecordSection section, RecordView record) {
        var entries =
                record.entries().stream()
                        .filter(entry -> entry.section() == section && !entry.value().isBlank())
                        .toList();
        if (entries.stream().anyMatch(entry -> entry.other() != null)) {
            return new Badge(Said.of("meeting.record.to-settle"), "orange");
        }
        return entries.isEmpty()
                ? new Badge(Said.of("meeting.record.not-started"), "grey")
                : new Badge(
                        Said.of(
                                "meeting.record.saved",
                                Said.time(
                                        entries.stream()
                                                .map(RecordView.Entry::savedAt)
                                                .max(java.util.Comparator.naturalOrder())
                                                .orElseThrow())),
                        "green");
    }

    private static ShownField shown(RecordSection section, RecordField field, RecordView record) {
        var entry = record.entry(section, field.key());
        var value = entry.map(RecordView.Entry::value).orElse("");
        return new ShownField(
                field.key(),
                "meeting.field." + field.key(),
                field.kind(),
                Choice.of("meeting.choice", field.choices().toArray(RecordChoice[]::new)),
                value,
                words(field, value),
                entry.map(RecordView.Entry::saves).orElse(0),
                entry.filter(one -> !one.value().isBlank())
                        .map(
                                one ->
                                        Said.of(
                                                "meeting.record.saved-by",
                                                one.savedBy(),
                                                Said.moment(one.savedAt())))
                        .orElse(null),
                entry.map(RecordView.Entry::other).map(text -> words(field, text)).orElse(null),
                entry.map(RecordView.Entry::otherBy).orElse(null));
    }

    /// A value as it is read; said to be not recorded where it is empty.
    static String words(RecordField field, String value) {
        if (value.isBlank()) {
            return Said.of("web.not-recorded");
        }
        return switch (field.kind()) {
            case TEXT -> value;
            case CHOICE -> Said.code("meeting.choice", value);
            case DAY -> Said.weekday(LocalDate.parse(value));
        };
    }

    @POST
    @Path("{id}/record/{section}")
    @Requires(Operation.RUN_MEETING)
    public Response save(UUID id, String section) {
        var chosen = chosen(section);
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var command = command(chosen, form);
                    service.save(id, command, current.get());
                    var next = form.value("action").equals("next") ? next(chosen) : chosen;
                    return "/meetings/%s/record/%s?alert=meeting.alert.saved"
                            .formatted(id, next.path());
                },
                form -> section(id, chosen, service.poll(id, current.get()), form));
    }

    private static RecordSection next(RecordSection section) {
        var all = RecordSection.values();
        return all[Math.min(section.ordinal() + 1, all.length - 1)];
    }

    /// @throws Invalid for a day that is none
    private static SaveRecord command(RecordSection section, Form form) {
        var fields = new ArrayList<SaveRecord.Field>();
        for (var field : section.fields()) {
            var value = form.value(field.key()).strip();
            if (field.kind() == RecordField.Kind.DAY) {
                var day = form.date(field.key());
                value = day == null ? "" : day.toString();
            }
            var read = form.number("saves-" + field.key());
            fields.add(new SaveRecord.Field(field.key(), value, read == null ? 0 : read));
        }
        form.check();
        return new SaveRecord(section, fields, form.value("action").equals("settle"));
    }

    @GET
    @Path("{id}/closing")
    @Requires(Operation.READ_RECORD)
    public TemplateInstance closing(UUID id) {
        return closing(id, forms.show(Form.empty()));
    }

    private TemplateInstance closing(UUID id, Form form) {
        var meeting = meetings.meeting(id, current.get());
        var blockers =
                service.blockers(id, current.get()).stream()
                        .map(
                                one ->
                                        new ShownBlocker(
                                                Said.of(one.message(), one.arguments().toArray()),
                                                Said.rule(one.rule()),
                                                "/meetings/%s/record/%s"
                                                        .formatted(id, one.section().path())))
                        .toList();
        return Templates.closing(
                new ClosingPage(
                        meeting,
                        MeetingPages.when(meeting),
                        blockers,
                        current.get().has(Role.CHAIR) && meeting.state() == MeetingState.STARTED,
                        "/meetings/%s/closing".formatted(id)),
                form);
    }

    @POST
    @Path("{id}/closing")
    @Requires(Operation.CLOSE_MEETING)
    public Response close(UUID id) {
        return forms.submit(
                () -> {
                    meetings.close(id, current.get());
                    return "/meetings/%s?alert=meeting.alert.closed".formatted(id);
                },
                form -> closing(id, form));
    }
}
