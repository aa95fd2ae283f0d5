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
import java.util.List;
import java.util.UUID;
import mappa.agency.Agencies;
import mappa.agency.Areas;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Option;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// Sets, moves and calls off the date of a meeting (S-43).
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
class ArrangePages {

    private static final int USUAL_MINUTES = 60;

    private final MeetingService service;
    private final Areas areas;
    private final Agencies agencies;
    private final Actors actors;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    ArrangePages(
            MeetingService service,
            Areas areas,
            Agencies agencies,
            Actors actors,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.service = service;
        this.areas = areas;
        this.agencies = agencies;
        this.actors = actors;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    /// @param limit by when it must be held, as shown; with its basis
    /// @param planBy the last working day before it, as shown; null where it is one itself
    /// @param moved the meeting that is moved; null for a new one
    /// @param departurePath where a departure from the rule of the limit is recorded, after a day
    ///   past it was refused; otherwise null
    record ArrangePage(
            String reference,
            int level,
            String back,
            @Nullable String limit,
            @Nullable String planBy,
            String basis,
            @Nullable Badge badge,
            List<Choice> types,
            List<Choice> modes,
            List<Option> districts,
            List<Option> chairs,
            List<Option> minuteTakers,
            @Nullable MeetingView moved,
            String path,
            @Nullable String departurePath) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance arrange(ArrangePage page, Form form);

        static native TemplateInstance callOff(MeetingView meeting, String path, Form form);

        private Templates() {}
    }

    @GET
    @Path("new/{id}")
    @Requires(Operation.ARRANGE_MEETING)
    public TemplateInstance arrange(UUID id) {
        var cycle = cycle(id);
        var fields =
                Form.empty()
                        .with(
                                "type",
                                cycle.lastHeldOn() == null
                                        ? MeetingType.INITIAL
                                        : MeetingType.REVIEW)
                        .with("minutes", USUAL_MINUTES);
        return arrange(cycle, null, forms.show(fields));
    }

    private CycleView cycle(UUID caseId) {
        return service.cycleOf(caseId, current.get())
                .orElseThrow(() -> new NotFound(CycleView.class));
    }

    private TemplateInstance arrange(CycleView cycle, @Nullable MeetingView moved, Form form) {
        var today = London.today(clock);
        return Templates.arrange(
                new ArrangePage(
                        cycle.reference(),
                        cycle.level(),
                        moved == null ? "/cases/" + cycle.caseId() : "/meetings/" + moved.id(),
                        cycle.dueOn() == null ? null : Said.weekday(cycle.dueOn()),
                        planBy(cycle),
                        Said.code("meeting.due-basis", cycle.basis()),
                        cycle.dueOn() == null ? null : Badge.due(cycle.dueOn(), today),
                        Choice.of("meeting.type", MeetingType.values()),
                        Choice.of("meeting.mode", MeetingMode.values()),
                        agencies.districts(cycle.area()).stream()
                                .map(one -> new Option(one, one))
                                .toList(),
                        service.chairs(cycle, current.get()).stream()
                                .map(
                                        one ->
                                                new Option(
                                                        one.person().toString(),
                                                        Said.of(
                                                                "meeting.chair-of-grade",
                                                                one.name(),
                                                                MeetingConditions.grade(one))))
                                .toList(),
                        people(cycle.area(), Role.MAPPA_ADMINISTRATOR),
                        moved,
                        moved == null
                                ? "/meetings/new/%s".formatted(cycle.caseId())
                                : "/meetings/%s/changes/new".formatted(moved.id()),
                        form.refusal() instanceof PastLimit past
                                ? "/departures/new?rule=%s&thing=%s&reference=%s&to=%s"
                                        .formatted(
                                                past.rule().id(),
                                                cycle.caseId(),
                                                cycle.reference(),
                                                past.chosen())
                                : null),
                form);
    }

    private @Nullable String planBy(CycleView cycle) {
        var calendar = areas.workingDays(cycle.area());
        return cycle.dueOn() == null || calendar.isWorkingDay(cycle.dueOn())
                ? null
                : Said.weekday(calendar.previous(cycle.dueOn()));
    }

    private List<Option> people(String area, Role role) {
        var holders = actors.holders(area, role);
        var names = actors.names(holders);
        return holders.stream().map(one -> new Option(one.toString(), names.get(one))).toList();
    }

    @POST
    @Path("new/{id}")
    @Requires(Operation.ARRANGE_MEETING)
    public Response arranged(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var command = command(form);
                    var cycle = cycle(id);
                    var meeting = service.arrange(cycle.id(), command, current.get());
                    return "/meetings/%s/invitations?alert=meeting.alert.arranged"
                            .formatted(meeting);
                },
                form -> arrange(cycle(id), null, form.asked("startsAt", "on")));
    }

    /// @throws mappa.rule.Invalid with all that is missing or cannot be
    private static ArrangeMeeting command(Form form) {
        var type = form.choice("type", MeetingType.class, "meeting.problem.type");
        var on = form.date("on");
        if (on == null && form.problem("on") == null) {
            form.reject("on", "meeting.problem.on");
        }
        var time = form.time("time");
        if (time == null && form.problem("time") == null) {
            form.reject("time", "meeting.problem.time");
        }
        var minutes = form.number("minutes");
        if (minutes == null && form.problem("minutes") == null) {
            form.reject("minutes", "meeting.problem.minutes");
        }
        if (minutes != null && (minutes < 15 || minutes > 480)) {
            form.reject("minutes", "meeting.problem.minutes");
        }
        var mode = form.choice("mode", MeetingMode.class, "meeting.problem.mode");
        var chair = form.id("chair");
        if (chair == null) {
            form.reject("chair", "meeting.problem.chair");
        }
        var returnsDueOn = form.date("returns");
        form.check();
        return new ArrangeMeeting(
                type,
                on.atTime(time),
                minutes,
                mode,
                form.text("place"),
                form.text("district"),
                chair,
                form.id("minuteTaker"),
                returnsDueOn,
                form.chosen("absencesKnown", "yes"));
    }

    @GET
    @Path("{id}/changes/new")
    @Requires(Operation.ARRANGE_MEETING)
    public TemplateInstance change(UUID id) {
        var meeting = service.meeting(id, current.get());
        var starts = meeting.startsAt().atZone(London.ZONE);
        var fields =
                Form.empty()
                        .with("type", meeting.type())
                        .with("time", starts.toLocalTime())
                        .with("minutes", meeting.minutesLong())
                        .with("mode", meeting.mode())
                        .with("place", meeting.place())
                        .with("district", meeting.district())
                        .with("chair", meeting.chairId())
                        .with("minuteTaker", meeting.minuteTakerId());
        date(fields, "on", starts.toLocalDate());
        return arrange(cycle(meeting.caseId()), meeting, forms.show(fields));
    }

    private static void date(Form fields, String name, LocalDate day) {
        fields.with(name + "-day", day.getDayOfMonth())
                .with(name + "-month", day.getMonthValue())
                .with(name + "-year", day.getYear());
    }

    @POST
    @Path("{id}/changes/new")
    @Requires(Operation.ARRANGE_MEETING)
    public Response changed(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var reason = form.required("reason", "meeting.reason-missing");
                    service.move(id, command(form), reason, current.get());
                    return "/meetings/%s?alert=meeting.alert.moved".formatted(id);
                },
                form -> {
                    var meeting = service.meeting(id, current.get());
                    return arrange(cycle(meeting.caseId()), meeting, form.asked("startsAt", "on"));
                });
    }

    @GET
    @Path("{id}/cancellation/new")
    @Requires(Operation.ARRANGE_MEETING)
    public TemplateInstance callOff(UUID id) {
        return callOff(id, forms.show(Form.empty()));
    }

    private TemplateInstance callOff(UUID id, Form form) {
        return Templates.callOff(
                service.meeting(id, current.get()),
                "/meetings/%s/cancellation/new".formatted(id),
                form);
    }

    @POST
    @Path("{id}/cancellation/new")
    @Requires(Operation.ARRANGE_MEETING)
    public Response calledOff(UUID id) {
        return forms.submit(
                () -> {
                    var reason = forms.sent().required("reason", "meeting.reason-missing");
                    service.callOff(id, reason, current.get());
                    return "/meetings/%s?alert=meeting.alert.called-off".formatted(id);
                },
                form -> callOff(id, form));
    }
}
