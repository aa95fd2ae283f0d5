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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.departure.DepartureService;
import mappa.departure.DepartureView;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// A meeting before, during and after (S-50), and the agencies asked to it (S-44).
@Path("/meetings")
@Produces(MediaType.TEXT_HTML)
class MeetingPages {

    private static final Duration BACK = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final MeetingService service;
    private final DepartureService departures;
    private final MinutesService minutes;
    private final Actors actors;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    MeetingPages(
            MeetingService service,
            DepartureService departures,
            MinutesService minutes,
            Actors actors,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.service = service;
        this.departures = departures;
        this.minutes = minutes;
        this.actors = actors;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    record MeetingRow(
            String path,
            String reference,
            String when,
            String what,
            String chair,
            String mode,
            Badge state,
            String answered) {}

    record ListPage(List<MeetingRow> ahead, List<MeetingRow> past) {}

    /// @param arranges whether the reader may move, call off and invite
    /// @param runs whether they may start it and write its record
    /// @param chairs whether they may close it
    /// @param own the reader's own agency's invitation; null where it has none, or where they run
    ///   the meeting
    /// @param minutes path of its minutes; null as long as there are none that the reader may see
    record MeetingPage(
            MeetingView meeting,
            String when,
            Badge state,
            @Nullable String limit,
            boolean today,
            boolean arranges,
            boolean runs,
            boolean chairs,
            @Nullable InvitationRow own,
            List<InvitationRow> waiting,
            List<MeetingObservers.Observer> observers,
            @Nullable String minutes) {
        public String startPath() {
            return "/meetings/%s/start".formatted(meeting.id());
        }

        public String adjournPath() {
            return "/meetings/%s/adjourn".formatted(meeting.id());
        }
    }

    record InvitationRow(
            UUID id,
            String agency,
            String who,
            Badge relevance,
            String reasons,
            @Nullable Badge answer,
            String answered,
            boolean returned) {
        /// Name of the field with the reason why it is asked no longer.
        public String reasonField() {
            return "reason-" + id;
        }
    }

    /// @param arranges whether the reader may invite and take off
    /// @param departure on which its day past the limit stands; null where it needs none, and for
    ///   whoever may not read departures
    record InvitationsPage(
            MeetingView meeting,
            String when,
            List<Proposal> proposals,
            List<InvitationRow> invitations,
            List<Choice> relevances,
            @Nullable DepartureView departure,
            List<LeftOutView> leftOut,
            boolean arranges,
            String path) {
        /// Those who may be asked.
        public List<Proposal> open() {
            return proposals.stream().filter(one -> !one.barred()).toList();
        }

        /// Those who may not be asked, whatever speaks for it.
        public List<Proposal> barred() {
            return proposals.stream().filter(Proposal::barred).toList();
        }
    }

    /// @param core whether leaving it out asks for a reason
    /// @param barred whether it may not be asked at all
    /// @param reasons why it is proposed; empty where nothing speaks for it
    /// @param against why it is not
    record Proposal(
            UUID agency,
            String name,
            boolean proposed,
            boolean core,
            boolean barred,
            String reasons,
            String against) {
        public String reasonField() {
            return "left-out-" + agency;
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(ListPage page);

        static native TemplateInstance meeting(MeetingPage page, Form form);

        static native TemplateInstance invitations(InvitationsPage page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.LIST_MEETINGS)
    public TemplateInstance list() {
        var now = clock.instant();
        var all = service.between(now.minus(BACK), now.plus(AHEAD), current.get());
        var chairs = actors.names(all.stream().map(CalendarEntry::chair).distinct().toList());
        return Templates.list(
                new ListPage(
                        rows(all.stream().filter(one -> one.state().isAhead()), chairs),
                        rows(
                                all.reversed().stream().filter(one -> !one.state().isAhead()),
                                chairs)));
    }

    private static List<MeetingRow> rows(Stream<CalendarEntry> meetings, Map<UUID, String> chairs) {
        return meetings.map(
                        one ->
                                new MeetingRow(
                                        "/meetings/" + one.id(),
                                        one.reference(),
                                        when(one.startsAt()),
                                        what(one),
                                        chairs.getOrDefault(one.chair(), ""),
                                        Said.code("meeting.mode", one.mode()),
                                        state(one.state()),
                                        one.state() == MeetingState.INVITED
                                                ? Said.of(
                                                        "meeting.answered",
                                                        one.answered(),
                                                        one.asked())
                                                : ""))
                .toList();
    }

    static String when(MeetingView meeting) {
        return when(meeting.startsAt());
    }

    static String when(Instant startsAt) {
        return Said.of("web.moment", Said.weekday(London.dayOf(startsAt)), Said.time(startsAt));
    }

    static String what(MeetingView meeting) {
        return what(meeting.level(), meeting.type(), meeting.number());
    }

    static String what(CalendarEntry meeting) {
        return what(meeting.level(), meeting.type(), meeting.number());
    }

    static String what(int level, MeetingType type, int number) {
        return Said.of("meeting.what", level, Said.code("meeting.type", type), number);
    }

    static Badge state(MeetingView meeting) {
        return state(meeting.state());
    }

    static Badge state(MeetingState state) {
        var colour =
                switch (state) {
                    case PLANNED -> "yellow";
                    case INVITED -> "blue";
                    case STARTED -> "purple";
                    case CLOSED -> "green";
                    case ADJOURNED, CALLED_OFF -> "grey";
                };
        return new Badge(Said.code("meeting.state", state), colour);
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_MEETING)
    public TemplateInstance meeting(UUID id) {
        return meeting(id, forms.show(Form.empty()));
    }

    private TemplateInstance meeting(UUID id, Form form) {
        var actor = current.get();
        var meeting = service.meeting(id, actor);
        var unit = arranges();
        var chair = actor.has(Role.CHAIR);
        var rows = meeting.invitations().stream().map(MeetingPages::row).toList();
        var own =
                meeting.invitations().stream()
                        .filter(one -> one.agencyId().equals(actor.agency()))
                        .findFirst()
                        .map(MeetingPages::row)
                        .orElse(null);
        return Templates.meeting(
                new MeetingPage(
                        meeting,
                        when(meeting),
                        state(meeting),
                        meeting.limitOn() == null ? null : Said.weekday(meeting.limitOn()),
                        London.dayOf(meeting.startsAt()).equals(London.today(clock)),
                        unit,
                        unit || chair,
                        chair,
                        unit || chair ? null : own,
                        rows.stream()
                                .filter(row -> !row.returned() || row.answer() == null)
                                .toList(),
                        service.observers(id, current.get()),
                        minutes.ofMeeting(id, current.get())
                                .map(one -> "/minutes/" + one.id())
                                .orElse(null)),
                form);
    }

    private static InvitationRow row(InvitationView of) {
        var answer = of.answer();
        return new InvitationRow(
                of.id(),
                of.agency(),
                of.person() == null ? Said.of("meeting.no-spoc") : of.person(),
                new Badge(
                        Said.code("meeting.relevance", of.relevance()),
                        of.relevance() == Relevance.CORE ? "blue" : "grey"),
                reasons(of.reasons()),
                answer == null
                        ? null
                        : new Badge(
                                Said.code("meeting.answer", answer),
                                answer.isFinal() ? "green" : "yellow"),
                of.deputyName() == null ? "" : of.deputyName() + ", " + of.grade(),
                of.returned());
    }

    private static String reasons(List<InviteReason> codes) {
        return codes.stream()
                .map(code -> Said.code("meeting.invited-because", code))
                .collect(Collectors.joining("; "));
    }

    @POST
    @Path("{id}/start")
    @Requires(Operation.RUN_MEETING)
    public Response start(UUID id) {
        return forms.submit(
                () -> {
                    service.start(id, forms.sent().text("reason"), current.get());
                    return "/meetings/%s/record/opening".formatted(id);
                },
                form -> meeting(id, form));
    }

    @POST
    @Path("{id}/adjourn")
    @Requires(Operation.CLOSE_MEETING)
    public Response adjourn(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var reason = form.required("adjournment", "meeting.reason-missing");
                    form.check();
                    service.adjourn(id, reason, current.get());
                    return "/meetings/%s?alert=meeting.alert.adjourned".formatted(id);
                },
                form -> meeting(id, form));
    }

    @GET
    @Path("{id}/invitations")
    @Requires(Operation.READ_MEETING)
    public TemplateInstance invitations(UUID id) {
        var actor = current.get();
        var meeting = service.meeting(id, actor);
        var form = Form.empty();
        if (meeting.state() == MeetingState.PLANNED && arranges()) {
            form.with(
                    "agency",
                    service.proposed(id, actor).stream()
                            .filter(ProposedInvitee::isProposed)
                            .map(ProposedInvitee::agency)
                            .toList());
        }
        return invitations(meeting, forms.show(form));
    }

    private TemplateInstance invitations(MeetingView meeting, Form form) {
        var arranges = arranges() && meeting.state().isAhead();
        var asked = meeting.invitations().stream().map(InvitationView::agencyId).toList();
        return Templates.invitations(
                new InvitationsPage(
                        meeting,
                        when(meeting),
                        arranges
                                ? service.proposed(meeting.id(), current.get()).stream()
                                        .filter(one -> !asked.contains(one.agency()))
                                        .map(MeetingPages::proposal)
                                        .toList()
                                : List.of(),
                        meeting.invitations().stream().map(MeetingPages::row).toList(),
                        Choice.of("meeting.relevance", Relevance.values()),
                        meeting.departureId() == null
                                ? null
                                : departures
                                        .find(meeting.departureId(), current.get())
                                        .orElse(null),
                        service.leftOut(meeting.id(), current.get()),
                        arranges,
                        "/meetings/%s/invitations".formatted(meeting.id())),
                form);
    }

    private boolean arranges() {
        var role = current.get().role();
        return role != null && role.isUnit();
    }

    private static Proposal proposal(ProposedInvitee of) {
        return new Proposal(
                of.agency(),
                of.name(),
                of.isProposed(),
                of.relevance() == Relevance.CORE,
                of.isBarred(),
                reasons(of.reasons()),
                of.against().stream()
                        .map(code -> Said.code("meeting.left-out-because", code))
                        .collect(Collectors.joining("; ")));
    }

    @POST
    @Path("{id}/invitations")
    @Requires(Operation.ARRANGE_MEETING)
    public Response invite(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var actor = current.get();
                    if (form.value("action").equals("add")) {
                        var agency = form.id("added");
                        if (agency == null) {
                            form.reject("added", "meeting.no-such-agency");
                        }
                        form.check();
                        service.add(
                                id,
                                new SendInvitations.Asked(agency, Relevance.CASE_SPECIFIC),
                                actor);
                        return "/meetings/%s/invitations?alert=meeting.alert.added".formatted(id);
                    }
                    service.invite(id, command(id, form), actor);
                    return "/meetings/%s?alert=meeting.alert.invited".formatted(id);
                },
                form -> invitations(service.meeting(id, current.get()), form));
    }

    private SendInvitations command(UUID id, Form form) {
        var asked = new ArrayList<SendInvitations.Asked>();
        var leftOut = new HashMap<UUID, String>();
        var chosen = form.all("agency");
        for (var one : service.proposed(id, current.get())) {
            if (chosen.contains(one.agency().toString())) {
                asked.add(new SendInvitations.Asked(one.agency(), one.relevance()));
            } else if (one.relevance() == Relevance.CORE) {
                var reason = form.text("left-out-" + one.agency());
                if (reason == null) {
                    form.reject("left-out-" + one.agency(), "meeting.core-left-out", one.name());
                } else {
                    leftOut.put(one.agency(), reason);
                }
            }
        }
        if (asked.isEmpty()) {
            form.reject("agency", "meeting.nobody-invited");
        }
        form.check();
        return new SendInvitations(asked, leftOut);
    }

    @POST
    @Path("{id}/invitations/{invitation}/removal")
    @Requires(Operation.ARRANGE_MEETING)
    public Response takeOff(UUID id, UUID invitation) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var reason = form.required("reason-" + invitation, "meeting.reason-missing");
                    form.check();
                    service.takeOff(id, invitation, reason, current.get());
                    return "/meetings/%s/invitations?alert=meeting.alert.taken-off".formatted(id);
                },
                form -> invitations(service.meeting(id, current.get()), form));
    }
}
