package mappa.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.Areas;
import mappa.file.FileService;
import mappa.file.FilesView;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import mappa.web.Words;
import org.jspecify.annotations.Nullable;

/// Referrals as their referrer and the unit see them: the list, the form, one referral, its
/// questions and its end.
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ReferralPages {

    private final ReferralService service;
    private final FileService files;
    private final Areas areas;
    private final Agencies agencies;
    private final Actors actors;
    private final CurrentActor current;
    private final Forms forms;
    private final Words words;
    private final Clock clock;

    ReferralPages(
            ReferralService service,
            FileService files,
            Areas areas,
            Agencies agencies,
            Actors actors,
            CurrentActor current,
            Forms forms,
            Words words,
            Clock clock) {
        this.service = service;
        this.files = files;
        this.areas = areas;
        this.agencies = agencies;
        this.actors = actors;
        this.current = current;
        this.forms = forms;
        this.words = words;
        this.clock = clock;
    }

    record ListPage(
            String title,
            boolean mayStart,
            boolean unit,
            String tabWords,
            List<TabLink> tabs,
            ReferralTab tab,
            List<Line> lines,
            @Nullable String first,
            @Nullable String next) {}

    record TabLink(ReferralTab tab, String path, long count, boolean current) {}

    /// @param due badge of the due day; null if it is far off, where the plain day is shown
    record Line(
            String path,
            @Nullable Badge due,
            @Nullable LocalDate dueOn,
            String what,
            @Nullable Badge urgent,
            String level,
            String agency,
            Badge state,
            Instant lastAt,
            @Nullable String age) {}

    record Copyable(UUID id, String what, LocalDate startedOn) {}

    record FormPage(
            UUID id,
            @Nullable String reference,
            boolean fixed,
            boolean mayWithdraw,
            boolean again,
            long complete,
            List<Item> items,
            FilesView files) {}

    /// A line of the list of sections.
    ///
    /// @param badge null where the status is plain text
    record Item(
            Section section,
            String path,
            @Nullable String note,
            SectionStatus status,
            @Nullable Badge badge) {
        public String slug() {
            return section.slug();
        }
    }

    record SectionPage(
            UUID id,
            @Nullable String reference,
            Section section,
            int number,
            int total,
            boolean fixed,
            boolean copied,
            boolean pasted,
            @Nullable String note,
            int version,
            @Nullable Instant savedAt,
            List<ShownQuestion> questions,
            List<ShownText> typed,
            List<ShownSection> theirs,
            String path) {}

    record CheckPage(
            UUID id,
            @Nullable String reference,
            boolean fixed,
            boolean pasted,
            @Nullable Instant sentAt,
            int panelDays,
            List<ShownGap> gaps,
            List<ShownSection> sections,
            FilesView files,
            String path) {}

    record ShownGap(Section section, String label, String path) {}

    record SentPage(UUID id, @Nullable String reference, int panelDays, String unitPhone) {}

    record ViewPage(
            UUID id,
            @Nullable String reference,
            String backPath,
            String backWords,
            Badge state,
            @Nullable Badge urgent,
            boolean mayWrite,
            boolean decided,
            @Nullable LocalDate answerDueOn,
            List<Needed> needed,
            int openQuestions,
            List<Step> steps,
            List<ShownText> facts,
            List<ShownAsked> asked,
            List<ShownSection> sections,
            FilesView files,
            List<Version> versions) {}

    /// An item that the unit found missing or unclear.
    record Needed(
            Section section, CheckedItem.Finding finding, @Nullable String note, String path) {}

    /// Something that the reader can do next.
    record Step(String words, String path, boolean main) {}

    record Version(Section section, int saves, Instant savedAt, boolean changedAfter) {}

    record EndPage(
            UUID id,
            @Nullable String reference,
            boolean over,
            boolean mayExtend,
            boolean mayClose,
            @Nullable LocalDate answerDueOn,
            String path) {}

    record QuestionsPage(
            UUID id,
            @Nullable String reference,
            @Nullable LocalDate answerDueOn,
            boolean mayAnswer,
            List<ShownAsked> asked,
            List<ShownAsked> open,
            String path) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(ListPage page);

        static native TemplateInstance start(
                List<Copyable> copyable, @Nullable String refusal, Form form);

        static native TemplateInstance sections(FormPage page);

        static native TemplateInstance section(SectionPage page, Form form);

        static native TemplateInstance check(CheckPage page, Form form);

        static native TemplateInstance sent(SentPage page);

        static native TemplateInstance view(ViewPage page);

        static native TemplateInstance withdrawal(EndPage page, Form form);

        static native TemplateInstance extension(EndPage page, Form form);

        static native TemplateInstance questions(QuestionsPage page, Form form);

        private Templates() {}
    }

    // ---- S-30

    @GET
    @Path("referrals")
    @Requires(Operation.LIST_REFERRALS)
    public TemplateInstance list(
            @QueryParam("tab") @Nullable String asked, @QueryParam("after") @Nullable UUID after) {
        var actor = current.get();
        var unit = isUnit(actor);
        var tab = tab(asked).orElse(unit ? ReferralTab.SENT : ReferralTab.ALL);
        var found = service.list(tab, after, actor);
        var area = actor.areaFor(Operation.LIST_REFERRALS);
        var names =
                agencies.names(
                        found.referrals().stream()
                                .flatMap(one -> Stream.ofNullable(one.agency()))
                                .toList());
        var path = "/referrals?tab=" + slug(tab);
        return Templates.list(
                new ListPage(
                        unit ? "referral.list.title" : "referral.list.title-own",
                        mayStart(actor),
                        unit,
                        unit ? "referral.list.unit-tab" : "referral.list.tab",
                        Arrays.stream(ReferralTab.values())
                                .map(
                                        one ->
                                                new TabLink(
                                                        one,
                                                        "/referrals?tab=" + slug(one),
                                                        found.counts().getOrDefault(one, 0L),
                                                        one == tab))
                                .toList(),
                        tab,
                        found.referrals().stream().map(one -> line(one, area, names)).toList(),
                        after == null ? null : path,
                        found.next() == null ? null : path + "&after=" + found.next()));
    }

    private static java.util.Optional<ReferralTab> tab(@Nullable String asked) {
        return Arrays.stream(ReferralTab.values())
                .filter(tab -> slug(tab).equals(asked))
                .findFirst();
    }

    static String slug(ReferralTab tab) {
        return tab.name().toLowerCase(java.util.Locale.ROOT);
    }

    private Line line(ReferralSummary one, String area, Map<UUID, String> agencyNames) {
        return new Line(
                path(one),
                one.dueOn() == null ? null : Badge.due(one.dueOn(), London.today(clock)),
                one.dueOn(),
                what(one),
                ReferralBadges.urgent(one.urgent()),
                level(one.requestedLevel()),
                one.agency() == null
                        ? Said.of("web.not-recorded")
                        : agencyNames.getOrDefault(one.agency(), Said.of("web.not-recorded")),
                ReferralBadges.state(one.state(), one.level()),
                one.lastAt(),
                age(one, area));
    }

    /// Drafts lead to the form, everything else to what it is now.
    static String path(ReferralSummary one) {
        var path = "/referrals/" + one.id();
        return one.state() == ReferralState.DRAFT ? path + "/sections" : path;
    }

    static String what(ReferralSummary one) {
        return one.reference() != null
                ? one.reference()
                : Said.of("referral.list.started", Said.day(London.dayOf(one.startedAt())));
    }

    private static String level(int level) {
        return level == 0
                ? Said.of("web.not-recorded")
                : Said.of("referral.list.level-words", level);
    }

    private @Nullable String age(ReferralSummary one, String area) {
        if (one.sentToPanelAt() == null || !one.state().isWithPanel()) {
            return null;
        }
        var settings = areas.settings(area);
        return Said.of(
                "referral.list.age-words",
                areas.workingDays(area)
                        .between(London.dayOf(one.sentToPanelAt()), London.today(clock)),
                one.urgent() ? settings.urgentPanelDays() : settings.panelDays());
    }

    private static boolean isUnit(Actor actor) {
        return actor.role() != null && actor.role().isUnit();
    }

    // ---- start

    /// Whoever refers does so for an agency (R-REF-01).
    private static boolean mayStart(Actor actor) {
        return actor.role() != null
                && Operation.START_REFERRAL.allows(actor.role())
                && actor.agency() != null;
    }

    /// @param caseId the case that it is about, where the referrer comes from one
    @GET
    @Path("referrals/new")
    @Requires(Operation.START_REFERRAL)
    public TemplateInstance start(@QueryParam("case") @Nullable UUID caseId) {
        return start(forms.show(Form.empty().with("case", caseId)));
    }

    private TemplateInstance start(Form form) {
        return Templates.start(
                service.copyable(current.get()).stream()
                        .map(
                                one ->
                                        new Copyable(
                                                one.id(), what(one), London.dayOf(one.startedAt())))
                        .toList(),
                mayStart(current.get())
                        ? null
                        : Said.of("referral.no-agency") + " " + Said.rule(ReferralRule.REFER),
                form);
    }

    @POST
    @Path("referrals/new")
    @Requires(Operation.START_REFERRAL)
    public Response startDraft() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var about = sent.id("case");
                    var started =
                            about == null
                                    ? service.start(sent.id("copyFrom"), current.get())
                                    : service.startAbout(about, current.get());
                    return "/referrals/%s/sections?alert=referral.alert.started"
                            .formatted(started.id());
                },
                this::start);
    }

    // ---- S-31

    @GET
    @Path("referrals/{id}/sections")
    @Requires(Operation.WRITE_REFERRAL)
    public TemplateInstance sections(UUID id) {
        var referral = mine(id);
        var items =
                referral.sections().stream()
                        .filter(ReferralView.SectionView::asked)
                        .map(section -> item(referral, section))
                        .toList();
        return Templates.sections(
                new FormPage(
                        id,
                        referral.summary().reference(),
                        !isWritable(referral),
                        !referral.summary().state().isOver(),
                        referral.declinedBefore() != null,
                        items.stream()
                                .filter(item -> item.status() == SectionStatus.COMPLETED)
                                .count(),
                        items,
                        files.files(ReferralFiles.NAME, id, current.get())));
    }

    /// The referral if the reader may write it at all: to others the form is not there.
    private ReferralView mine(UUID id) {
        var referral = service.view(id, current.get());
        if (!isReferrer(referral)) {
            throw new NotFound(ReferralView.class);
        }
        return referral;
    }

    private boolean isReferrer(ReferralView referral) {
        return referral.summary().referrer().equals(current.get().personId());
    }

    private static boolean isWritable(ReferralView referral) {
        return switch (referral.summary().state()) {
            case DRAFT, SUBMITTED, INCOMPLETE -> true;
            case IN_SCREENING, WAITING_FOR_REFERRER, ACCEPTED, DECLINED, WITHDRAWN, EXPIRED ->
                    false;
        };
    }

    private static Item item(ReferralView referral, ReferralView.SectionView section) {
        var status = status(referral, section);
        return new Item(
                section.section(),
                sectionPath(referral, section.section()),
                note(referral, section.section()),
                status,
                switch (status) {
                    case COMPLETED -> null;
                    case NOT_STARTED -> badge(status, "blue");
                    case IN_PROGRESS -> badge(status, "light-blue");
                    case COPIED -> badge(status, "yellow");
                });
    }

    private static Badge badge(SectionStatus status, String colour) {
        return new Badge(Said.code("referral.form.status", status), colour);
    }

    private static SectionStatus status(ReferralView referral, ReferralView.SectionView section) {
        if (section.copied()) {
            return SectionStatus.COPIED;
        }
        if (section.saves() == 0) {
            return SectionStatus.NOT_STARTED;
        }
        return referral.gaps().stream().anyMatch(gap -> gap.section() == section.section())
                ? SectionStatus.IN_PROGRESS
                : SectionStatus.COMPLETED;
    }

    private static String sectionPath(ReferralView referral, Section section) {
        return "/referrals/%s/sections/%s".formatted(referral.summary().id(), section.slug());
    }

    /// What the unit wrote about a section when it gave the referral back; null if nothing.
    private static @Nullable String note(ReferralView referral, Section section) {
        return referral.summary().state() != ReferralState.INCOMPLETE
                ? null
                : referral.lastCheck().stream()
                        .filter(item -> item.item() == section)
                        .filter(item -> item.finding() != CheckedItem.Finding.PRESENT)
                        .map(
                                item ->
                                        item.note() == null
                                                ? Said.code(
                                                        "referral.checks.finding", item.finding())
                                                : item.note())
                        .findFirst()
                        .orElse(null);
    }

    @GET
    @Path("referrals/{id}/sections/{section}")
    @Requires(Operation.WRITE_REFERRAL)
    public TemplateInstance section(UUID id, String section) {
        var asked = asked(section);
        var referral = mine(id);
        var kept = kept(referral, asked);
        var fields = Form.empty();
        asked.questions().forEach(question -> fill(fields, question, kept));
        return section(referral, asked, forms.show(fields));
    }

    private static void fill(Form fields, Question question, ReferralView.SectionView kept) {
        var answer = kept.answers().get(question.key());
        if (answer == null || answer.isBlank()) {
            return;
        }
        fields.with(
                question.key(),
                question.kind() == Question.Kind.DATE ? LocalDate.parse(answer) : answer);
    }

    private static Section asked(String slug) {
        return Section.of(slug).orElseThrow(() -> new NotFound(Section.class));
    }

    private static ReferralView.SectionView kept(ReferralView referral, Section section) {
        return referral.sections().stream()
                .filter(kept -> kept.section() == section && kept.asked())
                .findFirst()
                .orElseThrow(() -> new NotFound(Section.class));
    }

    private TemplateInstance section(ReferralView referral, Section section, Form form) {
        var kept = kept(referral, section);
        var order = order(referral);
        // a form that comes back says what its writer had read, unless it lost to somebody
        var read = form.version() >= 0 && form.conflict() == null ? form.version() : kept.saves();
        return Templates.section(
                new SectionPage(
                        referral.summary().id(),
                        referral.summary().reference(),
                        section,
                        order.indexOf(section) + 1,
                        order.size(),
                        !isWritable(referral),
                        kept.copied(),
                        section == Section.CATEGORY && isPasted(referral),
                        note(referral, section),
                        read,
                        kept.savedAt(),
                        section.questions().stream()
                                .map(question -> ShownQuestion.of(question, words))
                                .toList(),
                        isWritable(referral) ? List.of() : typed(section, form, kept),
                        List.of(ShownSection.of(section, kept.answers(), List.of(), null)),
                        sectionPath(referral, section)),
                form);
    }

    /// What was typed and differs from what is kept.
    private static List<ShownText> typed(
            Section section, Form form, ReferralView.SectionView kept) {
        var was = Form.empty();
        section.questions().forEach(question -> fill(was, question, kept));
        return section.questions().stream()
                .filter(question -> question.kind() != Question.Kind.CHOICE)
                .filter(question -> !typed(form, question).isEmpty())
                .filter(question -> !typed(form, question).equals(typed(was, question)))
                .map(
                        question ->
                                ShownText.of(
                                        "referral.question." + question.key(),
                                        typed(form, question)))
                .toList();
    }

    private static String typed(Form form, Question question) {
        return question.kind() == Question.Kind.DATE
                ? Stream.of("-day", "-month", "-year")
                        .map(part -> form.value(question.key() + part).strip())
                        .collect(Collectors.joining(" "))
                        .strip()
                : Objects.requireNonNullElse(form.text(question.key()), "");
    }

    private static List<Section> order(ReferralView referral) {
        return referral.sections().stream()
                .filter(ReferralView.SectionView::asked)
                .map(ReferralView.SectionView::section)
                .toList();
    }

    /// Whether the offence is described at such length that it looks like a pasted court report.
    private static boolean isPasted(ReferralView referral) {
        return kept(referral, Section.CATEGORY).answers().getOrDefault("indexOffence", "").length()
                > LONG_OFFENCE;
    }

    private static final int LONG_OFFENCE = 1500; // local policy

    @POST
    @Path("referrals/{id}/sections/{section}")
    @Requires(Operation.WRITE_REFERRAL)
    public Response save(UUID id, String section) {
        var asked = asked(section);
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var answers = answers(asked, form);
                    form.check();
                    service.save(
                            id,
                            new SaveSection(asked, answers, Math.max(0, form.version())),
                            current.get());
                    return afterSaving(id, asked, form.value("then"));
                },
                form -> section(mine(id), asked, form));
    }

    private static Map<String, String> answers(Section section, Form form) {
        var answers = new HashMap<String, String>();
        for (var question : section.questions()) {
            var answer =
                    switch (question.kind()) {
                        case LINE, TEXT, CHOICE -> form.text(question.key());
                        case DATE -> {
                            var date = form.date(question.key());
                            yield date == null ? null : date.toString();
                        }
                    };
            if (answer != null) {
                answers.put(question.key(), answer);
            }
        }
        return answers;
    }

    private String afterSaving(UUID id, Section saved, String then) {
        var form = "/referrals/%s/sections".formatted(id);
        return switch (then) {
            case "later" -> form + "?alert=referral.alert.saved";
            case "stay" -> form + "/" + saved.slug() + "?alert=referral.alert.section-saved";
            default -> {
                var order = order(mine(id));
                var next = order.indexOf(saved) + 1;
                yield next < order.size()
                        ? form + "/" + order.get(next).slug()
                        : "/referrals/%s/check".formatted(id);
            }
        };
    }

    // ---- S-32

    @GET
    @Path("referrals/{id}/check")
    @Requires(Operation.WRITE_REFERRAL)
    public TemplateInstance check(UUID id) {
        return check(mine(id), forms.show(Form.empty()));
    }

    private TemplateInstance check(ReferralView referral, Form form) {
        var summary = referral.summary();
        var writable = isWritable(referral);
        return Templates.check(
                new CheckPage(
                        summary.id(),
                        summary.reference(),
                        !writable,
                        isPasted(referral),
                        summary.state() == ReferralState.SUBMITTED ? referral.submittedAt() : null,
                        panelDays(summary),
                        referral.gaps().stream()
                                .map(
                                        gap ->
                                                new ShownGap(
                                                        gap.section(),
                                                        "referral.question." + gap.question(),
                                                        sectionPath(referral, gap.section())
                                                                + "#"
                                                                + gap.question()))
                                .toList(),
                        sections(referral, writable),
                        files.files(ReferralFiles.NAME, summary.id(), current.get()),
                        "/referrals/%s/check".formatted(summary.id())),
                form);
    }

    private int panelDays(ReferralSummary summary) {
        var settings = areas.settings(summary.area());
        return summary.urgent() ? settings.urgentPanelDays() : settings.panelDays();
    }

    /// @param changing whether each section has a link to where it can be changed
    private static List<ShownSection> sections(ReferralView referral, boolean changing) {
        return ShownSection.of(
                referral, section -> changing ? sectionPath(referral, section) : null);
    }

    @POST
    @Path("referrals/{id}/check")
    @Requires(Operation.WRITE_REFERRAL)
    public Response send(UUID id) {
        return forms.submit(
                () -> {
                    service.send(id, current.get());
                    return "/referrals/%s/sent".formatted(id);
                },
                form -> check(mine(id), form));
    }

    @GET
    @Path("referrals/{id}/sent")
    @Requires(Operation.WRITE_REFERRAL)
    public TemplateInstance sent(UUID id) {
        var summary = mine(id).summary();
        if (summary.state() == ReferralState.DRAFT) {
            throw new NotFound(ReferralView.class);
        }
        return Templates.sent(
                new SentPage(
                        id,
                        summary.reference(),
                        panelDays(summary),
                        areas.settings(summary.area()).unitPhone()));
    }

    // ---- S-34

    @GET
    @Path("referrals/{id}")
    @Requires(Operation.READ_REFERRAL)
    public TemplateInstance view(UUID id) {
        var actor = current.get();
        var referral = service.view(id, actor);
        var summary = referral.summary();
        var writer = isReferrer(referral);
        var asked = ShownAsked.of(referral.questions());
        return Templates.view(
                new ViewPage(
                        id,
                        summary.reference(),
                        Operation.LIST_REFERRALS.allows(actor.role()) ? "/referrals" : "/screening",
                        Operation.LIST_REFERRALS.allows(actor.role())
                                ? "referral.form.back-to-list"
                                : "referral.screening.title",
                        ReferralBadges.state(summary.state(), summary.level()),
                        ReferralBadges.urgent(summary.urgent()),
                        writer,
                        summary.state().isDecided(),
                        referral.answerDueOn(),
                        needed(referral, writer),
                        summary.state() == ReferralState.WAITING_FOR_REFERRER
                                ? (int) asked.stream().filter(ShownAsked::isOpen).count()
                                : 0,
                        steps(referral, writer, actor),
                        facts(referral),
                        asked,
                        sections(referral, writer && isWritable(referral)),
                        files.files(ReferralFiles.NAME, id, actor),
                        versions(referral)));
    }

    private static List<Needed> needed(ReferralView referral, boolean writer) {
        if (referral.summary().state() != ReferralState.INCOMPLETE) {
            return List.of();
        }
        return referral.lastCheck().stream()
                .filter(item -> item.finding() != CheckedItem.Finding.PRESENT)
                .map(
                        item ->
                                new Needed(
                                        item.item(),
                                        item.finding(),
                                        item.note(),
                                        writer
                                                ? sectionPath(referral, item.item())
                                                : "#" + item.item().slug()))
                .toList();
    }

    private List<Step> steps(ReferralView referral, boolean writer, Actor actor) {
        var path = "/referrals/" + referral.summary().id();
        var state = referral.summary().state();
        var steps = new ArrayList<Step>();
        if (writer && state == ReferralState.DRAFT) {
            steps.add(new Step("referral.view.go-on", path + "/sections", true));
        }
        if (isUnit(actor) && state == ReferralState.SUBMITTED) {
            steps.add(new Step("referral.view.to-check", path + "/checks", true));
        }
        if (state == ReferralState.IN_SCREENING
                && service.holdsSeat(referral.summary().id(), actor)) {
            steps.add(new Step("referral.view.to-votes", path + "/votes", true));
        }
        if (writer && (state == ReferralState.SUBMITTED || state == ReferralState.INCOMPLETE)) {
            steps.add(new Step("referral.view.change", path + "/sections", false));
        }
        if (isUnit(actor) && (state.isWithReferrer() || referral.mayExpire())) {
            steps.add(new Step("referral.view.close-or-extend", path + "/extension", false));
        }
        if (!state.isOver() && (writer || isUnit(actor))) {
            steps.add(new Step("referral.view.ask-withdraw", path + "/withdrawal", false));
        }
        return steps;
    }

    private List<ShownText> facts(ReferralView referral) {
        var summary = referral.summary();
        var facts = new ArrayList<ShownText>();
        facts.add(ShownText.of("referral.view.due", due(referral)));
        facts.add(
                ShownText.of(
                        "referral.view.referrer",
                        actors.names(List.of(summary.referrer()))
                                .getOrDefault(summary.referrer(), Said.of("web.not-recorded"))));
        facts.add(
                ShownText.of(
                        "referral.view.agency",
                        summary.agency() == null
                                ? Said.of("web.not-recorded")
                                : agencies.names(List.of(summary.agency()))
                                        .getOrDefault(
                                                summary.agency(), Said.of("web.not-recorded"))));
        facts.add(ShownText.of("referral.view.started", Said.moment(summary.startedAt())));
        if (referral.submittedAt() != null) {
            facts.add(ShownText.of("referral.view.sent", Said.moment(referral.submittedAt())));
            facts.add(
                    ShownText.of(
                            "referral.view.person",
                            Said.of(
                                    referral.person() == null
                                            ? "referral.view.person-not-matched"
                                            : "referral.view.person-matched")));
        }
        if (referral.caseId() != null && Operation.READ_CASE.allows(current.get().role())) {
            facts.add(
                    new ShownText(
                            "referral.view.case",
                            summary.reference() == null ? "" : summary.reference(),
                            "/cases/" + referral.caseId()));
        }
        if (referral.endedAt() != null) {
            facts.add(ShownText.of("referral.view.ended", Said.moment(referral.endedAt())));
        }
        if (referral.endReason() != null) {
            facts.add(ShownText.of("referral.view.reason", referral.endReason()));
        }
        return facts;
    }

    private static String due(ReferralView referral) {
        return switch (referral.summary().state()) {
            case IN_SCREENING ->
                    Said.of("referral.view.due-panel", Said.day(referral.panelDueOn()));
            case INCOMPLETE ->
                    Said.of("referral.view.due-answer-unit", Said.day(referral.answerDueOn()));
            case WAITING_FOR_REFERRER ->
                    Said.of("referral.view.due-answer-unit", Said.day(referral.answerDueOn()))
                            + " "
                            + Said.of("referral.view.clock-stopped", referral.daysLeft());
            case DRAFT, SUBMITTED, ACCEPTED, DECLINED, WITHDRAWN, EXPIRED ->
                    Said.of("referral.view.no-due");
        };
    }

    private static List<Version> versions(ReferralView referral) {
        return referral.sections().stream()
                .filter(section -> section.savedAt() != null && section.saves() > 0)
                .map(
                        section ->
                                new Version(
                                        section.section(),
                                        section.saves(),
                                        section.savedAt(),
                                        referral.submittedAt() != null
                                                && section.savedAt()
                                                        .isAfter(referral.submittedAt())))
                .toList();
    }

    // ---- its end

    @GET
    @Path("referrals/{id}/withdrawal")
    @Requires(Operation.WITHDRAW_REFERRAL)
    public TemplateInstance withdrawal(UUID id) {
        return withdrawal(id, forms.show(Form.empty()));
    }

    private TemplateInstance withdrawal(UUID id, Form form) {
        var referral = service.view(id, current.get());
        if (!isReferrer(referral) && !isUnit(current.get())) {
            throw new NotFound(ReferralView.class);
        }
        return Templates.withdrawal(end(referral, "withdrawal"), form);
    }

    private static EndPage end(ReferralView referral, String page) {
        var summary = referral.summary();
        return new EndPage(
                summary.id(),
                summary.reference(),
                summary.state().isOver(),
                summary.state().isWithReferrer(),
                referral.mayExpire(),
                referral.answerDueOn(),
                "/referrals/%s/%s".formatted(summary.id(), page));
    }

    @POST
    @Path("referrals/{id}/withdrawal")
    @Requires(Operation.WITHDRAW_REFERRAL)
    public Response withdraw(UUID id) {
        return forms.submit(
                () -> {
                    var reason =
                            forms.sent().required("reason", "referral.problem.withdraw-reason");
                    forms.sent().check();
                    service.withdraw(id, reason, current.get());
                    return "/referrals/%s?alert=referral.alert.withdrawn".formatted(id);
                },
                form -> withdrawal(id, form));
    }

    @GET
    @Path("referrals/{id}/extension")
    @Requires(Operation.CHECK_REFERRAL)
    public TemplateInstance extension(UUID id) {
        return extension(id, forms.show(Form.empty()));
    }

    private TemplateInstance extension(UUID id, Form form) {
        return Templates.extension(end(service.view(id, current.get()), "extension"), form);
    }

    @POST
    @Path("referrals/{id}/extension")
    @Requires(Operation.CHECK_REFERRAL)
    public Response extend(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    if (form.value("action").equals("close")) {
                        service.expire(id, current.get());
                        return "/referrals/%s?alert=referral.alert.expired".formatted(id);
                    }
                    var until = form.date("until");
                    if (until == null && form.problem("until") == null) {
                        form.reject("until", "referral.problem.until");
                    }
                    form.check();
                    service.extendAnswer(id, until, current.get());
                    return "/referrals/%s?alert=referral.alert.extended".formatted(id);
                },
                form -> extension(id, form));
    }

    // ---- S-37

    @GET
    @Path("referrals/{id}/questions")
    @Requires(Operation.READ_REFERRAL)
    public TemplateInstance questions(UUID id) {
        return questions(id, forms.show(Form.empty()));
    }

    private TemplateInstance questions(UUID id, Form form) {
        var referral = service.view(id, current.get());
        var waiting = referral.summary().state() == ReferralState.WAITING_FOR_REFERRER;
        var asked = ShownAsked.of(referral.questions());
        return Templates.questions(
                new QuestionsPage(
                        id,
                        referral.summary().reference(),
                        waiting ? referral.answerDueOn() : null,
                        waiting && isReferrer(referral),
                        asked,
                        asked.stream().filter(ShownAsked::isOpen).toList(),
                        "/referrals/%s/questions".formatted(id)),
                form);
    }

    @POST
    @Path("referrals/{id}/questions")
    @Requires(Operation.WRITE_REFERRAL)
    public Response answer(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var answers = new HashMap<UUID, String>();
                    for (var one : ShownAsked.of(mine(id).questions())) {
                        var text = one.isOpen() ? form.text(one.field()) : null;
                        if (text != null) {
                            answers.put(one.id(), text);
                        } else if (one.isOpen()) {
                            form.reject(one.field(), "referral.problem.answer", one.number());
                        }
                    }
                    form.check();
                    service.answer(id, answers, current.get());
                    return "/referrals/%s?alert=referral.alert.answered".formatted(id);
                },
                form -> questions(id, form));
    }
}
