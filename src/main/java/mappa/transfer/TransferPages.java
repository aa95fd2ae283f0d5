package mappa.transfer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mappa.caseload.CaseloadService;
import mappa.caseload.CreatePerson.Verdict;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.rule.Invalid;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Option;
import mappa.web.Said;

/// Transfers of cases: out of an area (S-71) and into it (S-72).
@Path("/transfers")
@Produces(MediaType.TEXT_HTML)
class TransferPages {

    private static final String VERDICT = "verdict-";
    private static final Pattern VERDICT_ON =
            Pattern.compile(VERDICT + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TransferService service;
    private final TransferReadingService reading;
    private final CaseloadService caseload;
    private final CurrentActor current;
    private final Forms forms;

    TransferPages(
            TransferService service,
            TransferReadingService reading,
            CaseloadService caseload,
            CurrentActor current,
            Forms forms) {
        this.service = service;
        this.reading = reading;
        this.caseload = caseload;
        this.current = current;
        this.forms = forms;
    }

    record Row(String path, String reference, String other, Badge state, String answerDueOn) {}

    record ListPage(List<Row> in, List<Row> out) {}

    record OfferPage(TransferDraft draft, List<Option> areas, String path) {}

    /// Somebody of the own area who looks alike.
    record Candidate(String field, String name, String born) {}

    /// @param decides whether the reader is a coordinator, who alone acts
    record TransferPage(
            TransferView transfer,
            Badge state,
            boolean decides,
            List<Option> coordinators,
            List<Option> agencies,
            List<Candidate> candidates,
            List<Choice> verdicts,
            String path) {

        /// Whether the reader's area can answer.
        public boolean answers() {
            return decides && transfer.isOpen() && !transfer.outgoing();
        }

        public boolean recalls() {
            return decides && transfer.isOpen() && transfer.outgoing();
        }

        public boolean keeps() {
            return decides && transfer.state() == TransferState.DECLINED && transfer.outgoing();
        }

        public String path(Object... rest) {
            return path + Said.path(rest);
        }

        public String agencyField(UUID action) {
            return "agency-" + action;
        }

        public String dueField(UUID action) {
            return "due-" + action;
        }

        public String reasonField(UUID action) {
            return "reason-" + action;
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance transfers(ListPage page);

        static native TemplateInstance offer(OfferPage page, Form form);

        static native TemplateInstance transfer(TransferPage page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.LIST_TRANSFERS)
    public TemplateInstance transfers() {
        var all = reading.list(current.get());
        return Templates.transfers(
                new ListPage(
                        all.stream().filter(one -> !one.outgoing()).map(this::row).toList(),
                        all.stream().filter(TransferView::outgoing).map(this::row).toList()));
    }

    private Row row(TransferView one) {
        return new Row(
                TransferSteps.page(one.id()),
                one.reference(),
                one.outgoing() ? one.to() : one.from(),
                state(one),
                one.isOpen() ? Said.weekday(one.answerDueOn()) : "");
    }

    private static Badge state(TransferView one) {
        var colour =
                switch (one.state()) {
                    case OFFERED -> "yellow";
                    case ACCEPTED -> "green";
                    case DECLINED -> "red";
                    case RECALLED, LAPSED -> "grey";
                };
        return new Badge(Said.code("transfer.state", one.state()), colour);
    }

    /// @param id of the case
    @GET
    @Path("new/{id}")
    @Requires(Operation.OFFER_TRANSFER)
    public TemplateInstance offering(UUID id) {
        return offering(id, forms.show(Form.empty()));
    }

    private TemplateInstance offering(UUID id, Form form) {
        var draft = reading.draft(id, current.get());
        var areas =
                draft.areas().entrySet().stream()
                        .map(area -> new Option(area.getKey(), area.getValue()))
                        .toList();
        return Templates.offer(new OfferPage(draft, areas, "/transfers/new/" + id), form);
    }

    @POST
    @Path("new/{id}")
    @Requires(Operation.OFFER_TRANSFER)
    public Response offer(UUID id) {
        return forms.submit(
                () -> {
                    var to = forms.sent().required("to", "transfer.area-missing");
                    forms.sent().check();
                    return TransferSteps.page(service.offer(id, to, current.get()))
                            + "?alert=transfer.alert.offered";
                },
                form -> offering(id, form));
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_TRANSFER)
    public TemplateInstance transfer(UUID id) {
        return transfer(id, forms.show(Form.empty()));
    }

    private TemplateInstance transfer(UUID id, Form form) {
        var actor = current.get();
        var view = reading.transfer(id, actor);
        var answers = actor.has(Role.MAPPA_COORDINATOR) && !view.outgoing();
        return Templates.transfer(
                new TransferPage(
                        view,
                        state(view),
                        actor.has(Role.MAPPA_COORDINATOR),
                        answers ? options(reading.coordinators(actor)) : List.of(),
                        answers ? options(reading.agencies(actor)) : List.of(),
                        answers ? candidates(form, actor) : List.of(),
                        Choice.of("transfer.verdict", Verdict.values()),
                        TransferSteps.page(id)),
                form);
    }

    private static List<Option> options(Map<UUID, String> of) {
        return of.entrySet().stream()
                .map(one -> new Option(one.getKey().toString(), one.getValue()))
                .toList();
    }

    /// Those whom the acceptance asks to compare: only people whom the actor may see anyway.
    private List<Candidate> candidates(Form form, Actor actor) {
        return Stream.concat(
                        form.problems().stream().map(Invalid.Problem::field),
                        form.sent().keySet().stream())
                .filter(field -> VERDICT_ON.matcher(field).matches())
                .distinct()
                .map(field -> candidate(field, actor))
                .toList();
    }

    private Candidate candidate(String field, Actor actor) {
        var person = caseload.person(UUID.fromString(field.substring(VERDICT.length())), actor);
        return new Candidate(
                field,
                person.name().shown(),
                person.dateOfBirth()
                        .toOptional()
                        .map(Said::day)
                        .orElseGet(() -> Said.of("web.not-recorded")));
    }

    @POST
    @Path("{id}/accept")
    @Requires(Operation.ANSWER_TRANSFER)
    public Response accept(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var coordinator = sent.id("coordinator");
                    if (coordinator == null) {
                        sent.reject("coordinator", "transfer.coordinator-missing");
                    }
                    var lead = sent.id("leadAgency");
                    if (lead == null) {
                        sent.reject("leadAgency", "transfer.lead-missing");
                    }
                    var verdicts = verdicts(sent);
                    sent.check();
                    var acceptance =
                            service.accept(
                                    id,
                                    new AcceptTransfer(coordinator, lead, verdicts),
                                    current.get());
                    refuseUncompared(acceptance);
                    return TransferSteps.page(id) + "?alert=transfer.alert.accepted";
                },
                form -> transfer(id, form));
    }

    private static Map<UUID, Verdict> verdicts(Form sent) {
        var verdicts = new HashMap<UUID, Verdict>();
        for (var field : sent.sent().keySet()) {
            if (VERDICT_ON.matcher(field).matches()) {
                var verdict = sent.choice(field, Verdict.class, "transfer.verdict-missing");
                if (verdict != null) {
                    verdicts.put(UUID.fromString(field.substring(VERDICT.length())), verdict);
                }
            }
        }
        return verdicts;
    }

    private static void refuseUncompared(Acceptance acceptance) {
        var problems = new ArrayList<Invalid.Problem>();
        for (var candidate : acceptance.candidates()) {
            problems.add(Invalid.Problem.of(VERDICT + candidate, "transfer.verdict-missing"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    @POST
    @Path("{id}/decline")
    @Requires(Operation.ANSWER_TRANSFER)
    public Response decline(UUID id) {
        return forms.submit(
                () -> {
                    var reason = forms.sent().required("reason", "transfer.reason-missing");
                    forms.sent().check();
                    service.decline(id, reason, current.get());
                    return TransferSteps.page(id) + "?alert=transfer.alert.declined";
                },
                form -> transfer(id, form));
    }

    @POST
    @Path("{id}/recall")
    @Requires(Operation.OFFER_TRANSFER)
    public Response recall(UUID id) {
        return forms.submit(
                () -> {
                    service.recall(id, current.get());
                    return TransferSteps.page(id) + "?alert=transfer.alert.recalled";
                },
                form -> transfer(id, form));
    }

    @POST
    @Path("{id}/keep")
    @Requires(Operation.OFFER_TRANSFER)
    public Response keep(UUID id) {
        return forms.submit(
                () -> {
                    service.keep(id, current.get());
                    return TransferSteps.page(id) + "?alert=transfer.alert.kept";
                },
                form -> transfer(id, form));
    }

    @POST
    @Path("{id}/actions/{action}/give")
    @Requires(Operation.ANSWER_TRANSFER)
    public Response give(UUID id, UUID action) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var agency = sent.id("agency-" + action);
                    if (agency == null) {
                        sent.reject("agency-" + action, "transfer.agency-missing");
                    }
                    var dueOn = sent.date("due-" + action);
                    if (dueOn == null && sent.problem("due-" + action) == null) {
                        sent.reject("due-" + action, "transfer.due-missing");
                    }
                    sent.check();
                    service.give(id, action, agency, dueOn, current.get());
                    return TransferSteps.page(id) + "?alert=transfer.alert.given";
                },
                form ->
                        transfer(
                                id,
                                form.asked("agency", "agency-" + action)
                                        .asked("dueOn", "due-" + action)));
    }

    @POST
    @Path("{id}/actions/{action}/close")
    @Requires(Operation.ANSWER_TRANSFER)
    public Response close(UUID id, UUID action) {
        return forms.submit(
                () -> {
                    var field = "reason-" + action;
                    var reason = forms.sent().required(field, "transfer.close-reason-missing");
                    forms.sent().check();
                    service.close(id, action, reason, current.get());
                    return TransferSteps.page(id) + "?alert=transfer.alert.closed";
                },
                form -> transfer(id, form.asked("reason", "reason-" + action)));
    }
}
