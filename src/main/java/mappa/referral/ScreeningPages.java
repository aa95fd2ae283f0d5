package mappa.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.Areas;
import mappa.agency.Seat;
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
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The panel: what it has, a member's ballot, the seats, the decision and its feedback.
@Path("/")
@Produces(MediaType.TEXT_HTML)
class ScreeningPages {

    private final ReferralService service;
    private final FileService files;
    private final Areas areas;
    private final Agencies agencies;
    private final Actors actors;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    ScreeningPages(
            ReferralService service,
            FileService files,
            Areas areas,
            Agencies agencies,
            Actors actors,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.service = service;
        this.files = files;
        this.areas = areas;
        this.agencies = agencies;
        this.actors = actors;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    record ScreeningPage(boolean unit, List<OpenLine> open, List<DecidedLine> decided) {}

    record OpenLine(
            String path,
            @Nullable Badge due,
            @Nullable LocalDate dueOn,
            String reference,
            @Nullable Badge urgent,
            @Nullable Badge waiting,
            String level,
            String category,
            String agency,
            @Nullable Badge mine,
            @Nullable String remindPath,
            List<SeatLine> seats) {}

    /// A seat in words, with what the unit can do about it.
    ///
    /// @param path null where nothing can be done
    record SeatLine(String text, @Nullable String path, @Nullable String words) {}

    record DecidedLine(LocalDate decidedOn, String path, String reference, Badge outcome) {}

    record BallotPage(
            UUID id,
            String reference,
            String seat,
            Badge state,
            @Nullable Badge urgent,
            @Nullable LocalDate dueOn,
            boolean sealed,
            @Nullable String closedTitle,
            @Nullable String closed,
            boolean decided,
            String summary,
            List<EarlierDecision> earlier,
            List<ShownSection> sections,
            FilesView files,
            List<ShownAsked> asked,
            List<ShownVote> votes,
            List<String> others,
            boolean voting,
            boolean changing,
            @Nullable Vote confirms,
            List<Choice> choices,
            List<Choice> pathways,
            List<ShownText> typed,
            int votesNeeded,
            String path) {}

    record EarlierDecision(
            String what, Badge outcome, LocalDate decidedOn, List<ShownText> facts) {}

    record DecisionPage(
            UUID id,
            String reference,
            Badge outcome,
            LocalDate decidedOn,
            boolean accepted,
            @Nullable String arithmetic,
            boolean differs,
            @Nullable String days,
            @Nullable String firstMeeting,
            List<ShownVote> votes,
            List<ShownVote> dissent,
            boolean mayDiffer,
            @Nullable Instant feedbackSentAt,
            List<ShownText> feedback,
            List<ShownText> typed,
            boolean maySend,
            boolean unit,
            boolean critical,
            boolean mayReferAgain,
            List<Choice> pathways,
            List<Choice> yesOrNo,
            String path) {}

    record DifferentViewPage(
            UUID id, String reference, LocalDate until, List<Choice> choices, String path) {}

    record SeatPage(UUID id, String reference, String seat, String path) {}

    record SubstitutePage(UUID id, List<Choice> seats, List<SeatCandidate> people, String path) {}

    /// @param awaited seats that have not voted or not confirmed
    record RemindersPage(UUID id, List<String> awaited, String path) {}

    record SeatCandidate(String control, UUID code, String text) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance screening(ScreeningPage page);

        static native TemplateInstance ballot(BallotPage page, Form form);

        static native TemplateInstance decision(DecisionPage page, Form form);

        static native TemplateInstance differentView(DifferentViewPage page, Form form);

        static native TemplateInstance deputy(SeatPage page, Form form);

        static native TemplateInstance substitute(SubstitutePage page, Form form);

        static native TemplateInstance reminders(RemindersPage page, Form form);

        private Templates() {}
    }

    // ---- S-35

    @GET
    @Path("screening")
    @Requires(Operation.LIST_SCREENING)
    public TemplateInstance screening() {
        var actor = current.get();
        var found = service.screening(actor);
        var unit = isUnit(actor);
        var names =
                agencies.names(
                        found.open().stream()
                                .flatMap(line -> Stream.ofNullable(line.referral().agency()))
                                .toList());
        return Templates.screening(
                new ScreeningPage(
                        unit,
                        found.open().stream().map(line -> line(line, names, unit)).toList(),
                        found.decided().stream().map(ScreeningPages::decided).toList()));
    }

    private OpenLine line(ScreeningView.Line line, Map<UUID, String> agencyNames, boolean unit) {
        var referral = line.referral();
        var path = "/referrals/" + referral.id();
        return new OpenLine(
                line.mine() != null ? path + "/votes" : path,
                referral.dueOn() == null ? null : Badge.due(referral.dueOn(), London.today(clock)),
                referral.dueOn(),
                reference(referral.reference()),
                ReferralBadges.urgent(referral.urgent()),
                referral.state() == ReferralState.WAITING_FOR_REFERRER
                        ? ReferralBadges.state(referral.state(), null)
                        : null,
                Said.of("referral.list.level-words", referral.requestedLevel()),
                Said.of("referral.screening.category-words", referral.category()),
                referral.agency() == null
                        ? Said.of("web.not-recorded")
                        : agencyNames.getOrDefault(referral.agency(), Said.of("web.not-recorded")),
                ReferralBadges.mine(line.mine()),
                unit && referral.state() == ReferralState.IN_SCREENING ? path + "/reminders" : null,
                line.seats().stream().map(seat -> seat(seat, path)).toList());
    }

    private SeatLine seat(SeatProgress seat, String path) {
        var state =
                seat.conflict() && seat.state() != SeatState.VOTED
                        ? Said.of(
                                "referral.screening.after-conflict",
                                Said.code("referral.seat-state", seat.state()))
                        : Said.code("referral.seat-state", seat.state());
        var text = Said.of("referral.seat-line", Said.code("agency.seat", seat.seat()), state);
        var seatPath = path + "/seats/" + seat.seat();
        var role = current.get().role();
        var coordinator = role != null && Operation.NAME_SUBSTITUTE.allows(role);
        return switch (seat.state()) {
            case VOTED -> new SeatLine(text, null, null);
            case OPEN, UNCONFIRMED ->
                    role != null && Operation.CHECK_REFERRAL.allows(role)
                            ? new SeatLine(text, seatPath + "/deputy", "referral.screening.deputy")
                            : new SeatLine(text, null, null);
            case EMPTY ->
                    coordinator
                            ? new SeatLine(
                                    text, path + "/substitute", "referral.screening.substitute")
                            : new SeatLine(text, null, null);
        };
    }

    private static DecidedLine decided(ReferralSummary referral) {
        return new DecidedLine(
                London.dayOf(referral.lastAt()),
                "/referrals/%s/decision".formatted(referral.id()),
                reference(referral.reference()),
                ReferralBadges.state(referral.state(), referral.level()));
    }

    private static String reference(@Nullable String reference) {
        return reference == null ? Said.of("web.not-recorded") : reference;
    }

    private static boolean isUnit(Actor actor) {
        return actor.role() != null && actor.role().isUnit();
    }

    // ---- S-36

    @GET
    @Path("referrals/{id}/votes")
    @Requires(Operation.VOTE)
    public TemplateInstance ballot(UUID id) {
        return ballot(id, forms.show(Form.empty()));
    }

    private TemplateInstance ballot(UUID id, Form form) {
        var ballot = service.ballot(id, current.get());
        var referral = ballot.referral();
        var summary = referral.summary();
        var state = summary.state();
        var voted = ballot.state() == SeatState.VOTED;
        return Templates.ballot(
                new BallotPage(
                        id,
                        reference(summary.reference()),
                        ballot.seat(),
                        ReferralBadges.state(state, summary.level()),
                        ReferralBadges.urgent(summary.urgent()),
                        state == ReferralState.IN_SCREENING ? referral.panelDueOn() : null,
                        ballot.sealed() && state.isWithPanel(),
                        closedTitle(state),
                        closed(state),
                        state.isDecided(),
                        summary(summary),
                        ballot.earlier().stream().map(this::earlier).toList(),
                        ShownSection.of(referral, _ -> null),
                        files.files(ReferralFiles.NAME, id, current.get()),
                        ShownAsked.of(referral.questions()),
                        votes(ballot),
                        ballot.sealed()
                                ? ballot.seats().stream()
                                        .map(SeatProgress::seat)
                                        .filter(seat -> !seat.equals(ballot.seat()))
                                        .toList()
                                : List.of(),
                        state == ReferralState.IN_SCREENING,
                        voted,
                        state == ReferralState.IN_SCREENING
                                        && ballot.state() == SeatState.UNCONFIRMED
                                ? ballot.own().stream()
                                        .filter(
                                                vote ->
                                                        vote.standing()
                                                                == VoteView.Standing.TO_CONFIRM)
                                        .map(VoteView::vote)
                                        .findFirst()
                                        .orElse(null)
                                : null,
                        choices(state, voted),
                        pathways(summary.category() != 3),
                        typed(form, state, voted),
                        areas.settings(summary.area()).votesNeeded(),
                        "/referrals/%s/votes".formatted(id)),
                form);
    }

    private static List<ShownText> typed(Form form, ReferralState state, boolean voted) {
        var typed = new ArrayList<ShownText>();
        if (choices(state, voted).isEmpty()) {
            ShownText.typed(form, "reason", "referral.ballot.reason").forEach(typed::add);
        }
        if (state != ReferralState.IN_SCREENING || voted) {
            ShownText.typed(form, "questions", "referral.ballot.questions-of").forEach(typed::add);
        }
        return typed;
    }

    private static @Nullable String closedTitle(ReferralState state) {
        return switch (state) {
            case IN_SCREENING -> null;
            case ACCEPTED, DECLINED -> "referral.ballot.decided-title";
            case DRAFT, SUBMITTED, INCOMPLETE, WAITING_FOR_REFERRER, WITHDRAWN, EXPIRED ->
                    "referral.ballot.waiting-title";
        };
    }

    private static @Nullable String closed(ReferralState state) {
        return switch (state) {
            case IN_SCREENING -> null;
            case ACCEPTED, DECLINED -> "referral.ballot.decided";
            case WAITING_FOR_REFERRER -> "referral.ballot.waiting";
            case DRAFT, SUBMITTED, INCOMPLETE, WITHDRAWN, EXPIRED -> "referral.ballot.ended";
        };
    }

    private String summary(ReferralSummary summary) {
        var names =
                summary.agency() == null
                        ? Map.<UUID, String>of()
                        : agencies.names(List.of(summary.agency()));
        return Said.of(
                "referral.ballot.summary",
                summary.requestedLevel(),
                summary.category(),
                names.getOrDefault(summary.agency(), Said.of("web.not-recorded")));
    }

    private EarlierDecision earlier(BallotView.Earlier earlier) {
        var decision = earlier.decision();
        return new EarlierDecision(
                reference(earlier.reference()),
                outcome(decision),
                London.dayOf(decision.decidedAt()),
                feedback(decision));
    }

    /// All votes for those who have voted, one's own until then.
    private List<ShownVote> votes(BallotView ballot) {
        var votes = new ArrayList<>(ballot.own());
        votes.addAll(ballot.others());
        var shown = new ArrayList<>(ShownVote.of(votes, names(votes)));
        if (!ballot.sealed()) {
            shown.addAll(ShownVote.awaited(ballot.seats()));
        }
        return shown;
    }

    private Map<UUID, String> names(List<VoteView> votes) {
        return actors.names(votes.stream().map(VoteView::person).collect(Collectors.toSet()));
    }

    private static List<Choice> choices(ReferralState state, boolean voted) {
        var open = state == ReferralState.IN_SCREENING;
        return Stream.of(Vote.values())
                .filter(
                        vote ->
                                switch (vote) {
                                    case ACCEPT_2, ACCEPT_3, DECLINE -> open;
                                    case MORE_INFORMATION -> open && !voted;
                                    case ABSTAIN_CONFLICT -> state.isWithPanel();
                                })
                .map(
                        vote -> {
                            var words = "referral.ballot.vote." + vote.name();
                            return switch (vote) {
                                case ACCEPT_2, ACCEPT_3 -> Choice.of(vote.name(), words);
                                case DECLINE, MORE_INFORMATION, ABSTAIN_CONFLICT ->
                                        new Choice(vote.name(), words, words + "-hint");
                            };
                        })
                .toList();
    }

    /// @param level1 whether Level 1 can be suggested: never for Category 3 (R-LVL-06)
    private static List<Choice> pathways(boolean level1) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of("", "referral.ballot.pathway-choose"));
        for (var pathway : Pathway.values()) {
            if (level1 || pathway != Pathway.LEVEL_1) {
                choices.addAll(Choice.of("referral.pathway", pathway));
            }
        }
        return choices;
    }

    @POST
    @Path("referrals/{id}/votes")
    @Requires(Operation.VOTE)
    public Response vote(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var actor = current.get();
                    if (form.value("action").equals("confirm")) {
                        return afterVote(
                                service.confirmVote(id, actor), "referral.alert.vote-confirmed");
                    }
                    var vote = form.choice("vote", Vote.class, "referral.problem.vote");
                    var reason = form.required("reason", "referral.problem.vote-reason");
                    var pathway =
                            vote == Vote.DECLINE
                                    ? form.choice(
                                            "pathway", Pathway.class, "referral.problem.pathway")
                                    : null;
                    var questions =
                            vote == Vote.MORE_INFORMATION
                                    ? form.required("questions", "referral.problem.questions")
                                            .lines()
                                            .map(String::strip)
                                            .filter(line -> !line.isEmpty())
                                            .toList()
                                    : List.<String>of();
                    form.check();
                    return switch (vote) {
                        case ACCEPT_2, ACCEPT_3, DECLINE -> {
                            var ballot = new Ballot(vote, reason, pathway);
                            yield form.value("action").equals("change")
                                    ? afterVote(
                                            service.changeVote(id, ballot, actor),
                                            "referral.alert.vote-changed")
                                    : afterVote(
                                            service.vote(id, ballot, actor),
                                            "referral.alert.voted");
                        }
                        case MORE_INFORMATION -> {
                            service.askForMore(id, new AskForMore(questions, reason), actor);
                            yield "/referrals/%s/votes?alert=referral.alert.asked".formatted(id);
                        }
                        case ABSTAIN_CONFLICT -> {
                            service.declareConflict(id, reason, actor);
                            yield "/screening?alert=referral.alert.conflict";
                        }
                    };
                },
                form -> ballot(id, form));
    }

    private static String afterVote(ReferralResult result, String alert) {
        return result.state().isDecided()
                ? "/referrals/%s/decision?alert=referral.alert.decided".formatted(result.id())
                : "/referrals/%s/votes?alert=%s".formatted(result.id(), alert);
    }

    // ---- the seats

    @GET
    @Path("referrals/{id}/seats/{seat}/deputy")
    @Requires(Operation.CHECK_REFERRAL)
    public TemplateInstance deputy(UUID id, String seat) {
        return deputy(id, seat, forms.show(Form.empty()));
    }

    private TemplateInstance deputy(UUID id, String seat, Form form) {
        var referral = service.view(id, current.get()).summary();
        return Templates.deputy(
                new SeatPage(
                        id,
                        reference(referral.reference()),
                        known(seat).name(),
                        "/referrals/%s/seats/%s/deputy".formatted(id, seat)),
                form);
    }

    private static Seat known(String code) {
        return Stream.of(Seat.values())
                .filter(seat -> seat.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound(Seat.class));
    }

    @POST
    @Path("referrals/{id}/seats/{seat}/deputy")
    @Requires(Operation.CHECK_REFERRAL)
    public Response callDeputy(UUID id, String seat) {
        return forms.submit(
                () -> {
                    var reason = forms.sent().required("reason", "referral.problem.reason");
                    forms.sent().check();
                    service.callDeputy(id, new CallDeputy(seat, reason), current.get());
                    return "/screening?alert=referral.alert.deputy-called";
                },
                form -> deputy(id, seat, form));
    }

    @GET
    @Path("referrals/{id}/substitute")
    @Requires(Operation.NAME_SUBSTITUTE)
    public TemplateInstance substitute(UUID id) {
        return substitute(id, forms.show(Form.empty()));
    }

    private TemplateInstance substitute(UUID id, Form form) {
        var people = new ArrayList<SeatCandidate>();
        service.substitutes(id, current.get()).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(
                        one ->
                                people.add(
                                        new SeatCandidate(
                                                // where the error summary leads
                                                people.isEmpty()
                                                        ? "person"
                                                        : "person-" + one.getKey(),
                                                one.getKey(),
                                                one.getValue())));
        return Templates.substitute(
                new SubstitutePage(
                        id,
                        service.progress(id, current.get()).stream()
                                .filter(seat -> seat.state() == SeatState.EMPTY)
                                .map(SeatProgress::seat)
                                .map(seat -> Choice.of(seat, "agency.seat." + seat))
                                .toList(),
                        people,
                        "/referrals/%s/substitute".formatted(id)),
                form);
    }

    @POST
    @Path("referrals/{id}/substitute")
    @Requires(Operation.NAME_SUBSTITUTE)
    public Response nameSubstitute(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var seat = form.required("seat", "referral.problem.seat");
                    var person = form.id("person");
                    if (person == null) {
                        form.reject("person", "referral.problem.substitute");
                    }
                    form.check();
                    service.nameSubstitute(id, new NameSubstitute(seat, person), current.get());
                    return (Operation.LIST_SCREENING.allows(current.get().role())
                                    ? "/screening"
                                    : "/home")
                            + "?alert=referral.alert.substitute-named";
                },
                form -> substitute(id, form));
    }

    @GET
    @Path("referrals/{id}/reminders")
    @Requires(Operation.CHECK_REFERRAL)
    public TemplateInstance reminders(UUID id) {
        return reminders(id, Form.empty());
    }

    private TemplateInstance reminders(UUID id, Form form) {
        var awaited =
                service.progress(id, current.get()).stream()
                        .filter(
                                seat ->
                                        seat.state() == SeatState.OPEN
                                                || seat.state() == SeatState.UNCONFIRMED)
                        .map(SeatProgress::seat)
                        .toList();
        return Templates.reminders(
                new RemindersPage(id, awaited, "/referrals/%s/reminders".formatted(id)), form);
    }

    @POST
    @Path("referrals/{id}/reminders")
    @Requires(Operation.CHECK_REFERRAL)
    public Response remind(UUID id) {
        return forms.submit(
                () -> {
                    service.remindSeats(id, current.get());
                    return "/screening?alert=referral.alert.reminded";
                },
                form -> reminders(id, form));
    }

    // ---- S-38

    @GET
    @Path("referrals/{id}/decision")
    @Requires(Operation.READ_DECISION)
    public TemplateInstance decision(UUID id) {
        return decision(id, forms.show(Form.empty()));
    }

    private TemplateInstance decision(UUID id, Form form) {
        var actor = current.get();
        var decision = service.decision(id, actor);
        var names = names(decision.votes());
        var cast =
                decision.votes().stream()
                        .filter(vote -> vote.standing() != VoteView.Standing.AFTER_DECISION)
                        .toList();
        var after =
                decision.votes().stream()
                        .filter(vote -> vote.standing() == VoteView.Standing.AFTER_DECISION)
                        .toList();
        var accepted = decision.accepted();
        return Templates.decision(
                new DecisionPage(
                        id,
                        reference(decision.reference()),
                        outcome(decision),
                        London.dayOf(decision.decidedAt()),
                        accepted,
                        decision.counted().isEmpty() ? null : arithmetic(decision),
                        differs(decision),
                        decision.votes().isEmpty() ? null : days(decision, actor),
                        firstMeeting(decision),
                        ShownVote.of(cast, names),
                        ShownVote.of(after, names),
                        decision.mayRecordView(),
                        decision.feedback() == null ? null : decision.feedback().sentAt(),
                        feedback(decision),
                        typed(form),
                        decision.feedback() == null && Operation.SEND_FEEDBACK.allows(actor.role()),
                        isUnit(actor),
                        decision.level() != null && decision.level() == 3,
                        !accepted && Operation.START_REFERRAL.allows(actor.role()),
                        pathways(true),
                        List.of(
                                Choice.of("YES", "referral.decision.critical-yes"),
                                Choice.of("NO", "referral.decision.critical-no")),
                        "/referrals/%s/decision".formatted(id)),
                form);
    }

    private static List<ShownText> typed(Form form) {
        return Stream.of(
                        ShownText.typed(form, "reasons", "referral.decision.your-reasons"),
                        ShownText.typed(form, "contact", "referral.decision.contact"),
                        ShownText.typed(
                                form, "criticalReason", "referral.decision.critical-reason"))
                .flatMap(text -> text)
                .toList();
    }

    private static Badge outcome(DecisionView decision) {
        return ReferralBadges.state(
                decision.accepted() ? ReferralState.ACCEPTED : ReferralState.DECLINED,
                decision.level());
    }

    /// "Level 3 + Level 2 = accepted at Level 2 (R-REF-04 …)"
    private static String arithmetic(DecisionView decision) {
        var sum =
                decision.counted().stream()
                        .map(vote -> Said.code("referral.vote-short", vote))
                        .collect(Collectors.joining(" + "));
        return Said.of(
                "referral.decision.arithmetic",
                sum,
                decision.accepted()
                        ? Said.of("referral.decision.accepted-at", decision.level())
                        : Said.of("referral.decision.declined"));
    }

    private static boolean differs(DecisionView decision) {
        return decision.accepted()
                && decision.counted().contains(Vote.ACCEPT_2)
                && decision.counted().contains(Vote.ACCEPT_3);
    }

    private String days(DecisionView decision, Actor actor) {
        var summary = service.view(decision.referral(), actor).summary();
        var settings = areas.settings(summary.area());
        return Said.of(
                "referral.decision.days",
                decision.daysTaken(),
                summary.urgent() ? settings.urgentPanelDays() : settings.panelDays());
    }

    private static @Nullable String firstMeeting(DecisionView decision) {
        var first = decision.firstMeeting();
        if (first == null) {
            return null;
        }
        var by =
                Said.of(
                        "referral.decision.first-meeting-by",
                        Said.weekday(first.dueOn()),
                        Said.of(first.basis().words()),
                        first.basis().rule().id(),
                        Said.code("referral.rule-kind", first.basis().rule().kind()));
        return first.missed() == null
                ? by
                : by + " " + Said.of("referral.decision.first-meeting-missed", first.missed().id());
    }

    private static List<ShownText> feedback(DecisionView decision) {
        var feedback = decision.feedback();
        if (feedback == null) {
            return List.of();
        }
        var facts = new ArrayList<ShownText>();
        facts.add(ShownText.of("referral.decision.reasons", feedback.reasons()));
        if (feedback.pathway() != null) {
            facts.add(
                    ShownText.of(
                            "referral.decision.pathway",
                            Said.code("referral.pathway", feedback.pathway())));
        }
        facts.add(
                ShownText.of(
                        "referral.decision.contact",
                        feedback.handOffContact() == null
                                ? Said.of("web.not-recorded")
                                : feedback.handOffContact()));
        if (feedback.criticalCase() != null) {
            facts.add(
                    ShownText.of(
                            "referral.decision.critical-said",
                            Said.of(
                                            feedback.criticalCase()
                                                    ? "referral.decision.critical-yes"
                                                    : "referral.decision.critical-no")
                                    + ". "
                                    + (feedback.criticalCaseReason() == null
                                            ? ""
                                            : feedback.criticalCaseReason())));
        }
        return facts;
    }

    @POST
    @Path("referrals/{id}/decision")
    @Requires(Operation.SEND_FEEDBACK)
    public Response sendFeedback(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var decision = service.decision(id, current.get());
                    var reasons = form.required("reasons", "referral.problem.feedback");
                    var pathway =
                            decision.accepted()
                                    ? null
                                    : form.choice(
                                            "pathway", Pathway.class, "referral.problem.pathway");
                    var level3 = decision.level() != null && decision.level() == 3;
                    Boolean critical = null;
                    String why = null;
                    if (level3) {
                        if (form.text("critical") == null) {
                            form.reject("critical", "referral.problem.critical");
                        }
                        critical = form.chosen("critical", "YES");
                        why = form.required("criticalReason", "referral.problem.critical-reason");
                    }
                    form.check();
                    service.sendFeedback(
                            id,
                            new Feedback(reasons, pathway, form.text("contact"), critical, why),
                            current.get());
                    return "/referrals/%s/decision?alert=referral.alert.feedback-sent"
                            .formatted(id);
                },
                form -> decision(id, form));
    }

    @GET
    @Path("referrals/{id}/different-view")
    @Requires(Operation.VOTE)
    public TemplateInstance differentView(UUID id) {
        return differentView(id, forms.show(Form.empty()));
    }

    private TemplateInstance differentView(UUID id, Form form) {
        var decision = service.decision(id, current.get());
        if (!decision.mayRecordView() && !form.isRefused()) {
            throw new NotFound(DecisionView.class);
        }
        return Templates.differentView(
                new DifferentViewPage(
                        id,
                        reference(decision.reference()),
                        decision.differentViewUntil(),
                        Choice.of(
                                "referral.ballot.vote", Vote.ACCEPT_2, Vote.ACCEPT_3, Vote.DECLINE),
                        "/referrals/%s/different-view".formatted(id)),
                form);
    }

    @POST
    @Path("referrals/{id}/different-view")
    @Requires(Operation.VOTE)
    public Response recordDifferentView(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var vote = form.choice("vote", Vote.class, "referral.problem.vote");
                    var reason = form.required("reason", "referral.problem.vote-reason");
                    form.check();
                    service.recordDifferentView(
                            id, new RecordDifferentView(vote, reason), current.get());
                    return "/referrals/%s/decision?alert=referral.alert.view-recorded"
                            .formatted(id);
                },
                form -> differentView(id, form));
    }
}
