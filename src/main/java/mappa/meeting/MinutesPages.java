package mappa.meeting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.document.Block;
import mappa.document.OdtWriter;
import mappa.document.PaperDocument;
import mappa.document.Part;
import mappa.document.PdfWriter;
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
import mappa.web.Frame;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// Minutes as a page and as files, from the first draft to the last addendum (S-53).
@Path("/minutes")
@Produces(MediaType.TEXT_HTML)
class MinutesPages {

    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String PDF = "application/pdf";

    private final MinutesService service;
    private final CurrentActor current;
    private final Forms forms;
    private final Frame frame;
    private final PdfWriter pdfs;
    private final OdtWriter odts;
    private final Clock clock;

    MinutesPages(
            MinutesService service,
            CurrentActor current,
            Forms forms,
            Frame frame,
            PdfWriter pdfs,
            OdtWriter odts,
            Clock clock) {
        this.service = service;
        this.current = current;
        this.forms = forms;
        this.frame = frame;
        this.pdfs = pdfs;
        this.odts = odts;
        this.clock = clock;
    }

    /// @param due null where nothing is due soon
    record MinutesRow(
            String path,
            String reference,
            String heldOn,
            Badge state,
            String dueOn,
            @Nullable Badge due) {}

    record ListPage(List<MinutesRow> waiting, List<MinutesRow> given) {}

    /// @param writes where its text is written; null where the reader may not, or no longer
    /// @param source where what it says was recorded; null where it was not recorded at the meeting
    record ShownPart(Part part, @Nullable String writes, @Nullable String source) {}

    record MinutesPage(
            MinutesView minutes,
            String title,
            String heldOn,
            Badge state,
            @Nullable Badge due,
            List<ShownPart> parts,
            boolean sends,
            boolean approves,
            boolean distributes,
            boolean adds,
            boolean takes,
            List<Choice> sections) {
        public String path() {
            return "/minutes/" + minutes.id();
        }

        public String addendumPath() {
            return path() + "/addenda";
        }

        public String chairPath() {
            return path() + "/to-chair";
        }

        public String approvalPath() {
            return path() + "/approval";
        }

        public String returnPath() {
            return path() + "/return";
        }
    }

    record TextPage(
            MinutesSummary minutes,
            RecordSection section,
            String heading,
            Part part,
            int saves,
            @Nullable String saved,
            String theirs,
            String path) {}

    record ShownRecipient(
            UUID agency, String name, String reason, String told, @Nullable String refusal) {
        /// Name of the checkboxes with what it does not get.
        public String heldBackField() {
            return "held-back-" + agency;
        }
    }

    record DistributionPage(
            MinutesSummary minutes,
            List<ShownRecipient> proposed,
            List<Choice> sections,
            String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(ListPage page);

        static native TemplateInstance minutes(MinutesPage page, Form form);

        static native TemplateInstance text(TextPage page, Form form);

        static native TemplateInstance distribution(DistributionPage page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.LIST_MINUTES)
    public TemplateInstance list() {
        var all = service.list(current.get());
        return Templates.list(
                new ListPage(
                        rows(all.stream().filter(one -> !isGiven(one))),
                        rows(all.stream().filter(MinutesPages::isGiven))));
    }

    private static boolean isGiven(MinutesSummary minutes) {
        return minutes.state() == MinutesState.DISTRIBUTED;
    }

    private List<MinutesRow> rows(Stream<MinutesSummary> minutes) {
        return minutes.map(
                        one ->
                                new MinutesRow(
                                        "/minutes/" + one.id(),
                                        one.reference(),
                                        Said.weekday(one.heldOn()),
                                        state(one),
                                        isGiven(one) ? "" : Said.weekday(one.nextDueOn()),
                                        due(one)))
                .toList();
    }

    private @Nullable Badge due(MinutesSummary minutes) {
        return isGiven(minutes) ? null : Badge.due(minutes.nextDueOn(), London.today(clock));
    }

    private static Badge state(MinutesSummary minutes) {
        var colour =
                switch (minutes.state()) {
                    case DRAFT -> "grey";
                    case CHAIR_REVIEW -> "yellow";
                    case APPROVED -> "blue";
                    case DISTRIBUTED -> "green";
                };
        return new Badge(Said.code("meeting.minutes-state", minutes.state()), colour);
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_MINUTES)
    public TemplateInstance minutes(UUID id) {
        return minutes(id, forms.show(Form.empty()));
    }

    private TemplateInstance minutes(UUID id, Form form) {
        var actor = current.get();
        var minutes = service.minutes(id, actor);
        var role = actor.role();
        var unit =
                role != null
                        && role.isUnit()
                        && minutes.summary().area().equals(actor.area()); // not of a case that came
        var chair = actor.has(Role.CHAIR) && minutes.chairId().equals(actor.person());
        var approved =
                minutes.state() == MinutesState.APPROVED
                        || minutes.state() == MinutesState.DISTRIBUTED;
        return Templates.minutes(
                new MinutesPage(
                        minutes,
                        title(minutes.summary()),
                        Said.day(minutes.summary().heldOn()),
                        state(minutes.summary()),
                        due(minutes.summary()),
                        shown(minutes, unit, unit || chair),
                        unit && minutes.state() == MinutesState.DRAFT,
                        chair && minutes.state() == MinutesState.CHAIR_REVIEW,
                        unit && approved,
                        (unit || chair) && approved,
                        role != null && Operation.TAKE_MINUTES.allows(role),
                        sections()),
                form);
    }

    private static String title(MinutesSummary minutes) {
        return Said.of("meeting.minutes.title", minutes.reference(), Said.day(minutes.heldOn()));
    }

    private static List<Choice> sections() {
        return Stream.of(RecordSection.values())
                .map(section -> Choice.of(section.name(), "meeting.section." + section.name()))
                .toList();
    }

    private static List<ShownPart> shown(MinutesView minutes, boolean writes, boolean sees) {
        var drafted = writes && minutes.state() == MinutesState.DRAFT;
        return parts(minutes).stream()
                .map(
                        part -> {
                            var section = RecordSection.ofPath(part.key());
                            return new ShownPart(
                                    part,
                                    drafted && section.isPresent()
                                            ? textPath(minutes.id(), section.get())
                                            : null,
                                    sees && section.isPresent()
                                            ? "/meetings/%s/record/%s"
                                                    .formatted(
                                                            minutes.summary().meetingId(),
                                                            part.key())
                                            : null);
                        })
                .toList();
    }

    private static String textPath(UUID id, RecordSection section) {
        return "/minutes/%s/sections/%s".formatted(id, section.path());
    }

    // ---- the document, on every way out the same

    /// All parts with their corrections marked, then who has them and what was added.
    private static List<Part> parts(MinutesView minutes) {
        var parts = new ArrayList<Part>();
        minutes.parts().stream().map(part -> corrected(part, minutes)).forEach(parts::add);
        if (!minutes.heldBack().isEmpty()) {
            parts.add(
                    new Part(
                            "held-back",
                            Said.of("meeting.minutes.held-back"),
                            List.of(
                                    Block.note(
                                            Said.of(
                                                    "meeting.minutes.held-back.from-you",
                                                    names(minutes.heldBack()))))));
        }
        parts.add(approval(minutes));
        if (!minutes.recipients().isEmpty()) {
            parts.add(distribution(minutes));
        }
        if (!minutes.addenda().isEmpty()) {
            parts.add(addenda(minutes));
        }
        return parts;
    }

    private static Part corrected(Part part, MinutesView minutes) {
        var notes =
                minutes.addenda().stream()
                        .filter(
                                one ->
                                        one.section() != null
                                                && one.section().path().equals(part.key()))
                        .map(one -> Block.note(Said.of("meeting.minutes.flag", one.number())));
        return new Part(
                part.key(), part.heading(), Stream.concat(notes, part.blocks().stream()).toList());
    }

    private static Part approval(MinutesView minutes) {
        return new Part(
                "approval",
                Said.of("meeting.minutes.approval"),
                List.of(
                        minutes.approvedAt() == null
                                ? Block.note(
                                        Said.of(
                                                "meeting.minutes.is-draft",
                                                minutes.summary().draft()))
                                : Block.text(
                                        Said.of(
                                                "meeting.minutes.approved-by",
                                                minutes.approvedBy(),
                                                Said.moment(minutes.approvedAt())))));
    }

    private static Part distribution(MinutesView minutes) {
        return new Part(
                "distribution",
                Said.of("meeting.minutes.distribution"),
                List.of(
                        Block.table(
                                Said.of("meeting.minutes.given-to"),
                                List.of(
                                        Said.of("meeting.invitations.agency"),
                                        Said.of("meeting.minutes.who"),
                                        Said.of("meeting.minutes.reason"),
                                        Said.of("meeting.minutes.without"),
                                        Said.of("meeting.minutes.given")),
                                minutes.recipients().stream()
                                        .map(MinutesPages::recipient)
                                        .toList())));
    }

    private static List<String> recipient(MinutesView.Recipient of) {
        return List.of(
                of.agency(),
                of.person() == null ? Said.of("meeting.minutes.nobody-named") : of.person(),
                Said.code("meeting.minutes-reason", of.reason()),
                of.heldBack().isEmpty() ? Said.of("meeting.minutes.nothing") : names(of.heldBack()),
                Said.moment(of.sentAt()));
    }

    private static String names(Collection<RecordSection> sections) {
        return sections.stream().map(MinutesContent::heading).collect(Collectors.joining(", "));
    }

    private static Part addenda(MinutesView minutes) {
        var blocks = new ArrayList<Block>();
        for (var one : minutes.addenda()) {
            blocks.add(
                    Block.facts(
                            List.of(
                                    List.of(
                                            Said.of("meeting.minutes.addendum", one.number()),
                                            one.section() == null
                                                    ? Said.of("meeting.minutes.whole")
                                                    : MinutesContent.heading(one.section())),
                                    List.of(Said.of("meeting.minutes.what-added"), one.what()),
                                    List.of(Said.of("meeting.minutes.why-added"), one.why()),
                                    List.of(
                                            Said.of("meeting.minutes.added"),
                                            Said.of(
                                                    "meeting.minutes.by-at",
                                                    one.by(),
                                                    Said.moment(one.at()))))));
        }
        return new Part("addenda", Said.of("meeting.minutes.addenda"), blocks);
    }

    @GET
    @Path("{id}/pdf")
    @Produces(PDF)
    @Requires(Operation.TAKE_MINUTES)
    public Response pdf(UUID id) {
        var minutes = service.takeAsFile(id, "PDF", current.get());
        return file(minutes, PDF, "pdf", pdfs.write(paper(minutes)));
    }

    @GET
    @Path("{id}/odt")
    @Produces(ODT)
    @Requires(Operation.TAKE_MINUTES)
    public Response odt(UUID id) {
        var minutes = service.takeAsFile(id, "ODT", current.get());
        return file(minutes, ODT, "odt", odts.write(paper(minutes)));
    }

    private PaperDocument paper(MinutesView minutes) {
        return new PaperDocument(
                title(minutes.summary()),
                frame.getMarking(),
                Said.of("document.copy-of", current.get().name(), Said.exactly(clock.instant())),
                parts(minutes));
    }

    private static Response file(MinutesView minutes, String type, String ending, byte[] file) {
        var name =
                "%s-minutes-%s.%s"
                        .formatted(
                                minutes.summary().reference(), minutes.summary().heldOn(), ending);
        return Response.ok(file, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s\"".formatted(name))
                .build();
    }

    // ---- drafting

    @GET
    @Path("{id}/sections/{section}")
    @Requires(Operation.WRITE_MINUTES)
    public TemplateInstance text(UUID id, String section) {
        var chosen = chosen(section);
        var minutes = service.minutes(id, current.get());
        return text(minutes, chosen, forms.show(Form.empty().with("text", kept(minutes, chosen))));
    }

    private static RecordSection chosen(String path) {
        return RecordSection.ofPath(path).orElseThrow(() -> new NotFound(RecordSection.class));
    }

    private static String kept(MinutesView minutes, RecordSection section) {
        return of(minutes, section).map(MinutesView.Text::text).orElse("");
    }

    private static java.util.Optional<MinutesView.Text> of(
            MinutesView minutes, RecordSection section) {
        return minutes.texts().stream().filter(text -> text.section() == section).findFirst();
    }

    private TemplateInstance text(MinutesView minutes, RecordSection section, Form form) {
        var kept = of(minutes, section);
        // after a conflict the writer has read what the other wrote
        var saves = kept.map(MinutesView.Text::saves).orElse(0);
        return Templates.text(
                new TextPage(
                        minutes.summary(),
                        section,
                        MinutesContent.heading(section),
                        minutes.parts().stream()
                                .filter(part -> part.key().equals(section.path()))
                                .findFirst()
                                .orElseThrow(() -> new NotFound(RecordSection.class)),
                        form.version() >= 0 && form.conflict() == null ? form.version() : saves,
                        kept.map(
                                        text ->
                                                Said.of(
                                                        "meeting.record.saved-by",
                                                        text.savedBy(),
                                                        Said.moment(text.savedAt())))
                                .orElse(null),
                        kept(minutes, section),
                        textPath(minutes.id(), section)),
                form);
    }

    @POST
    @Path("{id}/sections/{section}")
    @Requires(Operation.WRITE_MINUTES)
    public Response write(UUID id, String section) {
        var chosen = chosen(section);
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    service.write(
                            id,
                            chosen,
                            form.value("text"),
                            Math.max(0, form.version()),
                            current.get());
                    return "/minutes/%s?alert=meeting.alert.text-saved".formatted(id)
                            + "#"
                            + chosen.path();
                },
                form -> text(service.minutes(id, current.get()), chosen, form));
    }

    @POST
    @Path("{id}/to-chair")
    @Requires(Operation.WRITE_MINUTES)
    public Response sendToChair(UUID id) {
        return forms.submit(
                () -> {
                    service.sendToChair(id, current.get());
                    return "/minutes/%s?alert=meeting.alert.minutes-sent".formatted(id);
                },
                form -> minutes(id, form));
    }

    @POST
    @Path("{id}/return")
    @Requires(Operation.APPROVE_MINUTES)
    public Response giveBack(UUID id) {
        return forms.submit(
                () -> {
                    service.giveBack(id, forms.sent().value("notes"), current.get());
                    return "/minutes/%s?alert=meeting.alert.minutes-returned".formatted(id);
                },
                form -> minutes(id, form));
    }

    @POST
    @Path("{id}/approval")
    @Requires(Operation.APPROVE_MINUTES)
    public Response approve(UUID id) {
        return forms.submit(
                () -> {
                    service.approve(id, current.get());
                    return "/minutes/%s?alert=meeting.alert.minutes-approved".formatted(id);
                },
                form -> minutes(id, form));
    }

    // ---- giving them out

    @GET
    @Path("{id}/distribution")
    @Requires(Operation.WRITE_MINUTES)
    public TemplateInstance distribution(UUID id) {
        var form = Form.empty();
        service.proposed(id, current.get()).stream()
                .filter(ProposedRecipient::allowed)
                .forEach(one -> form.with("agency", one.agency()));
        return distribution(id, forms.show(form));
    }

    private TemplateInstance distribution(UUID id, Form form) {
        var actor = current.get();
        return Templates.distribution(
                new DistributionPage(
                        service.minutes(id, actor).summary(),
                        service.proposed(id, actor).stream()
                                .map(
                                        one ->
                                                new ShownRecipient(
                                                        one.agency(),
                                                        one.name(),
                                                        Said.code(
                                                                "meeting.minutes-reason",
                                                                one.reason()),
                                                        Said.of(
                                                                "meeting.minutes.told",
                                                                one.people()),
                                                        one.allowed()
                                                                ? null
                                                                : Said.of(
                                                                        "meeting.minutes.no-agreement",
                                                                        one.name())))
                                .toList(),
                        sections(),
                        "/minutes/%s/distribution".formatted(id)),
                form);
    }

    @POST
    @Path("{id}/distribution")
    @Requires(Operation.WRITE_MINUTES)
    public Response distribute(UUID id) {
        return forms.submit(
                () -> {
                    service.distribute(id, command(forms.sent()), current.get());
                    return "/minutes/%s?alert=meeting.alert.minutes-distributed".formatted(id);
                },
                form -> distribution(id, form));
    }

    private static DistributeMinutes command(Form form) {
        var to = new ArrayList<DistributeMinutes.To>();
        for (var agency : form.all("agency")) {
            try {
                to.add(
                        new DistributeMinutes.To(
                                UUID.fromString(agency),
                                heldBack(form.all("held-back-" + agency))));
            } catch (IllegalArgumentException none) {
                form.reject("agency", "meeting.no-such-agency");
            }
        }
        form.check();
        return new DistributeMinutes(to);
    }

    /// @throws IllegalArgumentException for what is no section
    private static Set<RecordSection> heldBack(List<String> chosen) {
        var sections = EnumSet.noneOf(RecordSection.class);
        chosen.forEach(one -> sections.add(RecordSection.valueOf(one.toUpperCase(Locale.ROOT))));
        return sections;
    }

    @POST
    @Path("{id}/addenda")
    @Requires(Operation.ADD_TO_MINUTES)
    public Response add(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var section =
                            form.text("section") == null
                                    ? null
                                    : form.choice(
                                            "section",
                                            RecordSection.class,
                                            "meeting.minutes.no-such-section");
                    form.check();
                    service.addAddendum(
                            id,
                            new AddAddendum(section, form.value("what"), form.value("why")),
                            current.get());
                    return "/minutes/%s?alert=meeting.alert.addendum-added".formatted(id);
                },
                form -> minutes(id, form));
    }
}
