package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mappa.agency.Agencies;
import mappa.file.FileService;
import mappa.file.FilesView;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.rule.RuleBroken;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Option;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The record that is written while a meeting is held (S-51), and its closing (S-52).
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
class RecordPages {

    private static final String SETTLE = "settle-";

    private final RecordService service;
    private final ActionService actions;
    private final Agencies agencies;
    private final MeetingService meetings;
    private final FileService files;
    private final InvolvementService involvement;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    RecordPages(
            RecordService service,
            ActionService actions,
            Agencies agencies,
            MeetingService meetings,
            FileService files,
            InvolvementService involvement,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.service = service;
        this.actions = actions;
        this.agencies = agencies;
        this.clock = clock;
        this.meetings = meetings;
        this.files = files;
        this.involvement = involvement;
        this.current = current;
        this.forms = forms;
    }

    /// One section in the list of all.
    record SectionLine(
            RecordSection section, String number, Badge state, boolean here, String path) {}

    /// One field with what is recorded.
    ///
    /// @param id of the control; fields of a section have names of their own
    /// @param value as its reader sees it: their own text as long as it is to be settled
    /// @param beside what others wrote at the same time; empty if nothing is to be settled
    record ShownField(
            String id,
            String label,
            RecordField.Kind kind,
            List<Choice> choices,
            String value,
            String shown,
            int saves,
            @Nullable String saved,
            List<Beside> beside) {

        public String settles() {
            return SETTLE + id;
        }

        public String name() {
            return Said.of(label);
        }
    }

    /// A text that is not in the reader's own field, with who wrote it.
    public record Beside(String intro, String text) {}

    /// One agency in the table of who took part.
    record AttendanceLine(AttendanceView of) {

        private static final List<String> FIELDS =
                List.of("kind", "name", "grade", "joined", "left", "statement");

        public String shown() {
            return of.kind() == null
                    ? Said.of("web.not-recorded")
                    : Said.code("meeting.attendance.kind", of.kind());
        }

        private void fill(Form form) {
            values().forEach((field, value) -> form.with(name(field), value));
            form.with(name("saves"), of.saves()).with(name("was"), was());
        }

        private String was() {
            return String.join("|", values().values());
        }

        private boolean isIn(Form form) {
            return form.has(name("kind"));
        }

        private boolean isChangedIn(Form form) {
            return isIn(form) && !typed(form).equals(form.value(name("was")));
        }

        /// The fields in one text, to tell what their writer changed.
        private String typed(Form form) {
            return FIELDS.stream()
                    .map(field -> form.value(name(field)).strip())
                    .collect(Collectors.joining("|"));
        }

        private String name(String field) {
            return field + "-" + of.agencyId();
        }

        private Map<String, String> values() {
            var values = new LinkedHashMap<String, String>();
            values.put("kind", of.kind() == null ? "" : of.kind().name());
            values.put("name", Objects.requireNonNullElse(of.name(), ""));
            values.put("grade", Objects.requireNonNullElse(of.grade(), ""));
            values.put("joined", time(of.joinedAt()));
            values.put("left", time(of.leftAt()));
            values.put("statement", of.statementRead() ? "READ" : "");
            return values;
        }

        private static String time(@Nullable LocalTime time) {
            return time == null ? "" : time.toString();
        }
    }

    /// What the sections of attendance and actions show beside their fields.
    ///
    /// @param others agencies of the area that were not asked
    record Lists(
            List<AttendanceLine> attendance,
            List<MeetingObservers.Observer> observers,
            List<AttendanceKind> kinds,
            List<Option> others,
            List<ActionView> earlier,
            List<ActionView> agreed) {}

    record ShownQuorum(boolean quorate, String text) {}

    /// What the last meeting recorded in the section, with the words of its fields.
    record Last(String heading, List<LastField> fields) {}

    record LastField(String label, String text) {}

    /// @param writes whether the reader may write now
    /// @param actionPath where an action is written down, to come back here
    record RecordPage(
            MeetingView meeting,
            String when,
            RecordSection section,
            String number,
            List<SectionLine> sections,
            List<ShownField> fields,
            Lists lists,
            ShownQuorum quorum,
            @Nullable Last last,
            List<SectionBeside.Sent> returns,
            @Nullable FilesView files,
            List<InvolvementView> involved,
            boolean writes,
            boolean closes,
            @Nullable String next,
            String path,
            String actionPath) {}

    /// The section as it stands, for the page that is open: who saved what since.
    ///
    /// @param at when it was asked, as the line of the page says it
    public record Live(
            String at,
            List<LiveField> fields,
            List<LiveSection> sections,
            String quorum,
            boolean writes) {}

    public record LiveField(
            String key, String value, int saves, @Nullable String saved, List<Beside> beside) {}

    public record LiveSection(String path, String state, String colour) {}

    /// One line of who took part as it was saved.
    public record LiveLine(String at, int saves, String was, String quorum) {}

    /// Why nothing was saved.
    public record NotSaved(List<String> problems) {}

    record ClosingPage(
            MeetingView meeting,
            String when,
            List<ShownBlocker> blockers,
            List<ShownBlocker> warnings,
            ShownQuorum quorum,
            List<String> consequences,
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
        return section(id, chosen, service.open(id, current.get()), forms.show(Form.empty()));
    }

    /// Fills in what was not sent, with the version that is read by that: the page has two forms,
    /// and only one of them comes back.
    private void fill(Form form, UUID meeting, RecordSection section, RecordView record) {
        for (var field : section.fields()) {
            if (!form.has("saves-" + field.key())) {
                fill(form, field, record.entry(section, field.key()).orElse(null));
            }
        }
        if (section == RecordSection.ATTENDANCE) {
            for (var one : service.attendance(meeting, current.get())) {
                if (!form.has("saves-" + one.agencyId())) {
                    new AttendanceLine(one).fill(form);
                }
            }
        }
    }

    private void fill(Form form, RecordField field, RecordView.@Nullable Entry entry) {
        var value = entry == null ? "" : entry.shownTo(current.get().person());
        form.with("saves-" + field.key(), entry == null ? 0 : entry.saves());
        form.with("was-" + field.key(), value);
        if (field.kind() == RecordField.Kind.DAY && !value.isBlank()) {
            form.with(field.key(), LocalDate.parse(value));
        } else {
            form.with(field.key(), value);
        }
    }

    private static RecordSection chosen(String path) {
        return RecordSection.ofPath(path).orElseThrow(() -> new NotFound(RecordSection.class));
    }

    private TemplateInstance section(UUID id, RecordSection section, RecordView record, Form form) {
        fill(form, id, section, record);
        var meeting = meetings.meeting(id, current.get());
        var all = Arrays.asList(RecordSection.values());
        var index = section.ordinal() + 1;
        var beside = service.beside(id, section, current.get());
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
                                                        path(id, one)))
                                .toList(),
                        section.fields().stream()
                                .map(field -> shown(section, field, record))
                                .toList(),
                        lists(meeting, section),
                        quorum(id),
                        last(section, beside),
                        beside.returns(),
                        section == MeetingFiles.SECTION
                                ? files.files(MeetingFiles.NAME, id, current.get())
                                : null,
                        section == RecordSection.INDIVIDUAL
                                ? involvement.of(id, current.get())
                                : List.of(),
                        writes(meeting),
                        current.get().has(Role.CHAIR) && isUnderWay(meeting),
                        index < all.size() ? path(id, all.get(index)) : null,
                        path(id, section),
                        "/meetings/%s/actions/new?from=%s".formatted(id, section.path())),
                form);
    }

    private static String path(UUID id, RecordSection section) {
        return "/meetings/%s/record/%s".formatted(id, section.path());
    }

    private boolean writes(MeetingView meeting) {
        var role = current.get().role();
        return role != null && Operation.RUN_MEETING.allows(role) && isUnderWay(meeting);
    }

    private static boolean isUnderWay(MeetingView meeting) {
        return meeting.state() == MeetingState.STARTED;
    }

    private Lists lists(MeetingView meeting, RecordSection section) {
        var lines = new ArrayList<AttendanceLine>();
        List<Option> others = List.of();
        if (section == RecordSection.ATTENDANCE) {
            for (var one : service.attendance(meeting.id(), current.get())) {
                lines.add(new AttendanceLine(one));
            }
            others =
                    agencies.in(meeting.area()).stream()
                            .filter(
                                    one ->
                                            lines.stream()
                                                    .noneMatch(
                                                            line ->
                                                                    line.of()
                                                                            .agencyId()
                                                                            .equals(one.id())))
                            .map(one -> new Option(one.id().toString(), one.name()))
                            .toList();
        }
        return new Lists(
                lines,
                section == RecordSection.ATTENDANCE
                        ? meetings.observers(meeting.id(), current.get())
                        : List.of(),
                Arrays.asList(AttendanceKind.values()),
                others,
                section == RecordSection.PREVIOUS_ACTIONS
                        ? actions.before(meeting.id(), current.get())
                        : List.of(),
                section == RecordSection.ACTIONS
                        ? actions.agreed(meeting.id(), current.get())
                        : List.of());
    }

    private ShownQuorum quorum(UUID id) {
        var quorum = service.quorum(id, current.get());
        return new ShownQuorum(
                quorum.isQuorate(),
                quorum.isQuorate()
                        ? Said.of("meeting.quorum.yes")
                        : Said.of(
                                "meeting.quorum.no",
                                quorum.missing().stream()
                                        .map(one -> Said.code("meeting.quorum.part", one))
                                        .collect(Collectors.joining(", "))));
    }

    private static @Nullable Last last(RecordSection section, SectionBeside beside) {
        if (beside.lastOn() == null) {
            return null;
        }
        var fields =
                beside.last().stream()
                        .flatMap(
                                text ->
                                        section.field(text.field()).stream()
                                                .map(
                                                        field ->
                                                                new LastField(
                                                                        label(field),
                                                                        words(
                                                                                field,
                                                                                text.value()))))
                        .toList();
        return new Last(Said.of("meeting.record.last", Said.weekday(beside.lastOn())), fields);
    }

    private static String label(RecordField field) {
        return "meeting.field." + field.key();
    }

    private static Badge state(RecordSection section, RecordView record) {
        var entries =
                record.entries().stream()
                        .filter(entry -> entry.section() == section && !entry.value().isBlank())
                        .toList();
        if (entries.stream().anyMatch(entry -> !entry.others().isEmpty())) {
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

    private ShownField shown(RecordSection section, RecordField field, RecordView record) {
        var entry = record.entry(section, field.key());
        var value = entry.map(one -> one.shownTo(current.get().person())).orElse("");
        return new ShownField(
                field.key(),
                label(field),
                field.kind(),
                Choice.of("meeting.choice", field.choices().toArray(RecordChoice[]::new)),
                value,
                words(field, value),
                entry.map(RecordView.Entry::saves).orElse(0),
                entry.map(RecordPages::saved).orElse(null),
                entry.map(one -> beside(field, one)).orElse(List.of()));
    }

    private static @Nullable String saved(RecordView.Entry entry) {
        return entry.value().isBlank()
                ? null
                : Said.of("meeting.record.saved-by", entry.savedBy(), Said.moment(entry.savedAt()));
    }

    /// All texts but the one in the reader's own field.
    private List<Beside> beside(RecordField field, RecordView.Entry entry) {
        var reader = current.get().person();
        var beside = new ArrayList<Beside>();
        for (var other : entry.others()) {
            if (other.writtenBy().equals(reader)) {
                beside.addFirst(
                        new Beside(
                                Said.of("meeting.record.stands", entry.savedBy()),
                                words(field, entry.value())));
            } else {
                beside.add(
                        new Beside(
                                Said.of("meeting.record.other", other.by()),
                                words(field, other.value())));
            }
        }
        return beside;
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
                    if (!command.fields().isEmpty()) {
                        service.save(id, command, current.get());
                    }
                    if (form.value("action").equals("files")) {
                        return "/files/%s/%s".formatted(MeetingFiles.NAME, id);
                    }
                    var next = form.value("action").equals("next") ? next(chosen) : chosen;
                    return path(id, next) + "?alert=meeting.alert.saved";
                },
                form -> section(id, chosen, service.poll(id, current.get()), form));
    }

    /// What was typed since, saved by the page itself: answers the section as it stands then.
    @POST
    @Path("{id}/record/{section}/saves")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Operation.RUN_MEETING)
    public Response autosave(UUID id, String section) {
        var chosen = chosen(section);
        return saved(
                () -> {
                    var command = command(chosen, forms.sent());
                    return live(id, chosen, service.save(id, command, current.get()));
                });
    }

    private static Response saved(Supplier<Object> save) {
        try {
            return Response.ok(save.get()).build();
        } catch (Invalid invalid) {
            var problems = invalid.problems().stream().map(Said::problem).toList();
            return Response.status(400).entity(new NotSaved(problems)).build();
        } catch (RuleBroken broken) {
            return Response.status(409).entity(new NotSaved(List.of(Said.refusal(broken)))).build();
        } catch (Changed changed) {
            var problem = Said.of("meeting.attendance.changed");
            return Response.status(409).entity(new NotSaved(List.of(problem))).build();
        }
    }

    /// The section as it stands, asked again and again by a page that is open: no row in the audit
    /// each time (ARCHITECTURE 10).
    @GET
    @Path("{id}/record/{section}/entries")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Operation.READ_RECORD)
    public Live entries(UUID id, String section) {
        return live(id, chosen(section), service.poll(id, current.get()));
    }

    private Live live(UUID id, RecordSection section, RecordView record) {
        return new Live(
                Said.second(clock.instant()),
                section.fields().stream().map(field -> live(section, field, record)).toList(),
                Arrays.stream(RecordSection.values())
                        .map(
                                one -> {
                                    var state = state(one, record);
                                    return new LiveSection(
                                            path(id, one), state.text(), state.colour());
                                })
                        .toList(),
                quorum(id).text(),
                service.isOpen(id, current.get()));
    }

    private LiveField live(RecordSection section, RecordField field, RecordView record) {
        var shown = shown(section, field, record);
        return new LiveField(
                field.key(), shown.value(), shown.saves(), shown.saved(), shown.beside());
    }

    @POST
    @Path("{id}/attendance")
    @Requires(Operation.RUN_MEETING)
    public Response attendance(UUID id) {
        return forms.submit(
                () -> {
                    var lines = lines(service.attendance(id, current.get()), forms.sent());
                    if (!lines.isEmpty()) {
                        service.attendance(id, new RecordAttendance(lines), current.get());
                    }
                    return path(id, RecordSection.ATTENDANCE) + "?alert=meeting.alert.saved";
                },
                form ->
                        section(
                                id,
                                RecordSection.ATTENDANCE,
                                service.poll(id, current.get()),
                                form));
    }

    /// A line of the table, saved by the page itself: answers how it stands then.
    @POST
    @Path("{id}/attendance/saves")
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Operation.RUN_MEETING)
    public Response saveAttendance(UUID id) {
        return saved(
                () -> {
                    var form = forms.sent();
                    var lines = lines(service.attendance(id, current.get()), form);
                    if (!lines.isEmpty()) { // space at the ends is not saved
                        service.attendance(id, new RecordAttendance(lines), current.get());
                    }
                    var saved =
                            service.attendance(id, current.get()).stream()
                                    .map(AttendanceLine::new)
                                    .filter(line -> line.isIn(form))
                                    .findFirst()
                                    .orElseThrow(() -> new NotFound(AttendanceView.class));
                    return new LiveLine(
                            Said.second(clock.instant()),
                            saved.of().saves(),
                            saved.was(),
                            quorum(id).text());
                });
    }

    /// Lines of the table that their writer changed, and the agency that came without being asked.
    private static List<RecordAttendance.Line> lines(List<AttendanceView> known, Form form) {
        var lines = new ArrayList<RecordAttendance.Line>();
        for (var one : known) {
            if (!new AttendanceLine(one).isChangedIn(form)) {
                continue;
            }
            var agency = one.agencyId();
            var saves = form.number("saves-" + agency);
            lines.add(
                    new RecordAttendance.Line(
                            agency,
                            form.choice(
                                    "kind-" + agency,
                                    AttendanceKind.class,
                                    "meeting.problem.attendance"),
                            form.text("name-" + agency),
                            form.text("grade-" + agency),
                            form.time("joined-" + agency),
                            form.time("left-" + agency),
                            form.chosen("statement-" + agency, "READ"),
                            saves == null ? 0 : saves));
        }
        var came = form.id("came");
        if (came != null) {
            lines.add(
                    new RecordAttendance.Line(
                            came, AttendanceKind.ATTENDED, null, null, null, null, false, 0));
        }
        form.check();
        return lines;
    }

    private static RecordSection next(RecordSection section) {
        var all = RecordSection.values();
        return all[Math.min(section.ordinal() + 1, all.length - 1)];
    }

    /// The fields that were sent and that their writer changed, or settles.
    ///
    /// @throws Invalid for a day that is none
    private static SaveRecord command(RecordSection section, Form form) {
        var action = form.value("action");
        var settles = action.startsWith(SETTLE) ? action.substring(SETTLE.length()) : null;
        var fields = new ArrayList<SaveRecord.Field>();
        for (var field : section.fields()) {
            var key = field.key();
            if (!form.has(key) && !form.has(key + "-day")) {
                continue;
            }
            var value = Objects.requireNonNullElse(form.text(key), "");
            if (field.kind() == RecordField.Kind.DAY) {
                var day = form.date(key);
                value = day == null ? "" : day.toString();
            }
            var was = Objects.requireNonNullElse(form.text("was-" + key), "");
            if (!form.has("was-" + key) || !value.equals(was) || key.equals(settles)) {
                var read = form.number("saves-" + key);
                fields.add(new SaveRecord.Field(key, value, read == null ? 0 : read));
            }
        }
        form.check();
        return new SaveRecord(section, fields, settles);
    }

    @GET
    @Path("{id}/closing")
    @Requires(Operation.READ_RECORD)
    public TemplateInstance closing(UUID id) {
        return closing(id, forms.show(Form.empty()));
    }

    private TemplateInstance closing(UUID id, Form form) {
        var meeting = meetings.meeting(id, current.get());
        var closing = service.closing(id, current.get());
        return Templates.closing(
                new ClosingPage(
                        meeting,
                        MeetingPages.when(meeting),
                        shown(id, closing.blockers()),
                        shown(id, closing.warnings()),
                        quorum(id),
                        consequences(closing),
                        current.get().has(Role.CHAIR) && isUnderWay(meeting),
                        "/meetings/%s/closing".formatted(id)),
                form);
    }

    private static List<ShownBlocker> shown(UUID id, List<Blocker> blockers) {
        return blockers.stream()
                .map(
                        one ->
                                new ShownBlocker(
                                        Said.of(one.message(), one.arguments().toArray()),
                                        Said.rule(one.rule()),
                                        path(id, one.section())))
                .toList();
    }

    private static List<String> consequences(ClosingView closing) {
        var said = new ArrayList<String>();
        said.add(Said.of("meeting.closing.fixes"));
        if (closing.level() == 1) {
            said.add(Said.of("meeting.closing.leaves"));
        } else if (closing.nextBy() == null) {
            said.add(Said.of("meeting.closing.next-unknown"));
        } else {
            said.add(Said.of("meeting.closing.next", Said.day(closing.nextBy()), closing.level()));
        }
        said.add(Said.of("meeting.closing.sends", closing.actions()));
        said.add(Said.of("meeting.closing.draft", Said.weekday(closing.draftDueOn())));
        return said;
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
