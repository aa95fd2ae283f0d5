package mappa.caseload;

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
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.caseload.CasePart.EventKind;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.time.London;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// Cases: the list and each case's own pages (S-19, 21, 22, 23, 26, 27).
@Path("/cases")
@Produces(MediaType.TEXT_HTML)
class CasePages {

    private final CaseReadingService reading;
    private final CaseloadService caseload;
    private final PersonSearchService searches;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    CasePages(
            CaseReadingService reading,
            CaseloadService caseload,
            PersonSearchService searches,
            CurrentActor current,
            Forms forms,
            Clock clock) {
        this.reading = reading;
        this.caseload = caseload;
        this.searches = searches;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    /// What every page of a case is given.
    ///
    /// @param mayChange whether the reader is shown what changes the case
    public record Page(CaseView view, List<CaseTab> tabs, boolean mayChange) {

        /// Address beneath the case's own.
        public String path(String end) {
            return "/cases/" + view.id() + end;
        }

        public String path(String before, UUID id, String after) {
            return path(before + id + after);
        }
    }

    /// One filter of the list: its field and what can be chosen.
    public record Filter(
            Form form, List<Choice> categories, List<Choice> levels, List<Choice> locations) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(CaseList cases, Filter filter, String query);

        static native TemplateInstance summary(Page page, List<CaseReadingService.PartView> parts);

        static native TemplateInstance custody(Page page, Form form, List<Choice> locations);

        static native TemplateInstance levels(Page page, LevelHistoryView history, Form form);

        static native TemplateInstance end(Page page, Form form, List<Choice> reasons);

        static native TemplateInstance correction(Page page, UUID spell, Form form);

        static native TemplateInstance events(
                Page page, List<CasePart.Happening> happenings, Form form, List<Choice> kinds);

        static native TemplateInstance accesses(Page page, AccessLog log);

        static native TemplateInstance addresses(
                Page page, List<AddressView> addresses, Form form, List<Choice> kinds);

        static native TemplateInstance identifiers(
                Page page, List<Identifier> identifiers, Form form, List<Choice> kinds);

        private Templates() {}
    }

    private Page page(UUID id, String tab, @Nullable String purpose) {
        var actor = current.get();
        return new Page(
                reading.view(id, purpose, actor),
                CaseTab.of(id, tab, actor),
                reading.mayChange(id, actor));
    }

    @GET
    @Requires(Operation.LIST_CASES)
    public TemplateInstance list(
            @QueryParam("category") @Nullable String category,
            @QueryParam("level") @Nullable String level,
            @QueryParam("location") @Nullable String location,
            @QueryParam("child") @Nullable String child,
            @QueryParam("after") @Nullable UUID after) {
        var filter =
                new CaseFilter(
                        code(Category.class, category),
                        code(Level.class, level),
                        code(Location.class, location),
                        null,
                        NO_CATEGORY.equals(category),
                        child != null,
                        after);
        var form =
                Form.empty()
                        .with("category", filter.without() ? NO_CATEGORY : filter.category())
                        .with("level", filter.level())
                        .with("location", filter.location())
                        .with("child", filter.child() ? "yes" : null);
        return Templates.list(
                reading.list(filter, current.get()),
                new Filter(
                        form,
                        Stream.of(
                                        ANY,
                                        Choice.of("caseload.category-name", Category.values()),
                                        List.of(
                                                Choice.of(
                                                        NO_CATEGORY,
                                                        "caseload.filter.no-category")))
                                .flatMap(List::stream)
                                .toList(),
                        Stream.of(ANY, Choice.of("caseload.level-name", Level.values()))
                                .flatMap(List::stream)
                                .toList(),
                        Stream.of(ANY, Choice.of("caseload.location", Location.values()))
                                .flatMap(List::stream)
                                .toList()),
                query(filter));
    }

    private static final String NO_CATEGORY = "NONE";
    private static final List<Choice> ANY = List.of(Choice.of("", "caseload.filter.any"));

    /// The filter as it stands in an address, to be carried on to the next page.
    private static String query(CaseFilter filter) {
        var query = new StringBuilder();
        if (filter.without()) {
            query.append("&category=").append(NO_CATEGORY);
        }
        if (filter.category() != null) {
            query.append("&category=").append(filter.category());
        }
        if (filter.level() != null) {
            query.append("&level=").append(filter.level());
        }
        if (filter.location() != null) {
            query.append("&location=").append(filter.location());
        }
        if (filter.child()) {
            query.append("&child=yes");
        }
        return query.toString();
    }

    /// The constant of that name; null where none is named: an unknown filter filters nothing.
    private static <E extends Enum<E>> @Nullable E code(Class<E> type, @Nullable String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// @param search the search from which the case is opened: its reason goes along
    @GET
    @Path("{id}")
    @Requires(Operation.READ_CASE)
    public TemplateInstance summary(UUID id, @QueryParam("search") @Nullable UUID search) {
        var actor = current.get();
        var page = page(id, "", searches.reason(search, actor).orElse(null));
        return Templates.summary(page, reading.parts(id, actor));
    }

    @GET
    @Path("{id}/custody")
    @Requires(Operation.CHANGE_CASE)
    public TemplateInstance custody(UUID id) {
        var view = reading.view(id, null, current.get());
        return custody(
                id,
                forms.show(
                        Form.empty()
                                .with("SENTENCE", view.sentencedOn().toOptional().orElse(null))
                                .with("RELEASE", view.releaseOn().toOptional().orElse(null))
                                .with("LICENCE_END", view.licenceEndsOn().toOptional().orElse(null))
                                .with(
                                        "SENTENCE_END",
                                        view.sentenceEndsOn().toOptional().orElse(null))
                                .with(
                                        "NOTIFICATION_END",
                                        view.notificationEndsOn().toOptional().orElse(null))));
    }

    private TemplateInstance custody(UUID id, Form form) {
        return Templates.custody(
                page(id, "", null),
                form,
                Stream.of(
                                List.of(Choice.of("", "caseload.custody.same")),
                                Choice.of("caseload.location", Location.values()))
                        .flatMap(List::stream)
                        .toList());
    }

    @POST
    @Path("{id}/custody")
    @Requires(Operation.CHANGE_CASE)
    public Response recordCustody(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var location =
                            sent.text("location") == null
                                    ? null
                                    : sent.choice(
                                            "location",
                                            Location.class,
                                            "caseload.custody.problem.location");
                    var from = sent.date("from");
                    if (location != null && from == null && sent.problem("from") == null) {
                        sent.reject("from", "caseload.custody.problem.from");
                    }
                    var dates = dates(sent);
                    sent.check();
                    caseload.recordCustody(
                            id,
                            new RecordCustody(location, sent.text("place"), from, dates),
                            current.get());
                    return "/cases/" + id + "?alert=caseload.alert.custody";
                },
                form -> custody(id, form));
    }

    private static Map<DateKind, Fact<LocalDate>> dates(Form sent) {
        var dates = new EnumMap<DateKind, Fact<LocalDate>>(DateKind.class);
        for (var kind : DateKind.values()) {
            var day = sent.date(kind.name());
            if (day != null) {
                dates.put(kind, Fact.known(day));
            }
        }
        return dates;
    }

    @GET
    @Path("{id}/levels")
    @Requires(Operation.READ_CASE)
    public TemplateInstance levels(
            UUID id,
            @QueryParam("asAt-day") @Nullable String day,
            @QueryParam("asAt-month") @Nullable String month,
            @QueryParam("asAt-year") @Nullable String year) {
        var today = London.today(clock);
        var form = Form.empty();
        var asAt = today;
        if (Stream.of(day, month, year).anyMatch(part -> part != null && !part.isBlank())) {
            form.with("asAt-day", day).with("asAt-month", month).with("asAt-year", year);
            var typed = form.date("asAt");
            asAt = typed == null ? today : typed;
        } else {
            form.with("asAt", today);
        }
        return Templates.levels(
                page(id, "/levels", null), reading.levels(id, asAt, current.get()), form);
    }

    @GET
    @Path("{id}/levels/end")
    @Requires(Operation.CHANGE_CASE)
    public TemplateInstance end(UUID id) {
        return end(id, forms.show(Form.empty().with("on", London.today(clock))));
    }

    private TemplateInstance end(UUID id, Form form) {
        return Templates.end(
                page(id, "/levels", null),
                form,
                Choice.of("caseload.end-reason", EndReason.values()).stream()
                        .filter(choice -> !choice.value().equals(EndReason.MOVED_CATEGORY.name()))
                        .toList());
    }

    @POST
    @Path("{id}/levels/end")
    @Requires(Operation.CHANGE_CASE)
    public Response endCategory(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var reason =
                            sent.choice("reason", EndReason.class, "caseload.end.problem.reason");
                    var on = required(sent, "on", "caseload.end.problem.on");
                    sent.check();
                    caseload.endEligibility(id, on.orElseThrow(), reason, current.get());
                    return "/cases/" + id + "/levels?alert=caseload.alert.ended";
                },
                form -> end(id, form));
    }

    private static Optional<LocalDate> required(Form sent, String field, String message) {
        var day = sent.date(field);
        if (day == null && sent.problem(field) == null) {
            sent.reject(field, message);
        }
        return Optional.ofNullable(day);
    }

    @GET
    @Path("{id}/levels/{spell}/start")
    @Requires(Operation.CHANGE_CASE)
    public TemplateInstance correction(UUID id, UUID spell) {
        return Templates.correction(page(id, "/levels", null), spell, forms.show(Form.empty()));
    }

    @POST
    @Path("{id}/levels/{spell}/start")
    @Requires(Operation.CHANGE_CASE)
    public Response correctStart(UUID id, UUID spell) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var from = required(sent, "from", "caseload.correction.problem.from");
                    sent.check();
                    caseload.correctLevelStart(id, spell, from.orElseThrow(), current.get());
                    return "/cases/" + id + "/levels?alert=caseload.alert.corrected";
                },
                form -> Templates.correction(page(id, "/levels", null), spell, form));
    }

    @POST
    @Path("{id}/levels/checks")
    @Requires(Operation.CHANGE_CASE)
    public Response recordNotEligible(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var reason = sent.required("reason", "caseload.check-needs-reason");
                    sent.check();
                    var person = reading.view(id, null, current.get()).person().id();
                    caseload.recordNotEligible(person, reason, current.get());
                    return "/cases/" + id + "/levels?alert=caseload.alert.checked";
                },
                form ->
                        Templates.levels(
                                page(id, "/levels", null),
                                reading.levels(id, London.today(clock), current.get()),
                                form));
    }

    @GET
    @Path("{id}/events")
    @Requires(Operation.READ_CASE)
    public TemplateInstance events(UUID id, @QueryParam("kind") @Nullable String kind) {
        var chosen = code(EventKind.class, kind);
        return Templates.events(
                page(id, "/events", null),
                reading.events(id, chosen, current.get()),
                Form.empty().with("kind", chosen),
                Stream.of(ANY, Choice.of("caseload.event-kind", EventKind.values()))
                        .flatMap(List::stream)
                        .toList());
    }

    @GET
    @Path("{id}/accesses")
    @Requires(Operation.READ_CASE_ACCESSES)
    public TemplateInstance accesses(UUID id, @QueryParam("before") @Nullable Long before) {
        var log = reading.accesses(id, before, null, current.get());
        return Templates.accesses(page(id, "/accesses", null), log);
    }

    @GET
    @Path("{id}/addresses")
    @Requires(Operation.READ_CASE)
    public TemplateInstance addresses(UUID id) {
        return addresses(id, forms.show(Form.empty()));
    }

    private TemplateInstance addresses(UUID id, Form form) {
        return Templates.addresses(
                page(id, "/addresses", null),
                reading.addresses(id, current.get()),
                form,
                Choice.of("caseload.address", AddressKind.values()));
    }

    @POST
    @Path("{id}/addresses")
    @Requires(Operation.CHANGE_CASE)
    public Response addAddress(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var kind =
                            sent.choice("kind", AddressKind.class, "caseload.address.problem.kind");
                    var address = sent.required("address", "caseload.address-needed");
                    var from = required(sent, "from", "caseload.address.problem.from");
                    var approved = sent.date("approvedOn");
                    var verified = sent.date("verifiedOn");
                    sent.check();
                    caseload.addAddress(
                            id,
                            new RecordAddress(
                                    kind, address, from.orElseThrow(), approved, verified),
                            current.get());
                    return "/cases/" + id + "/addresses?alert=caseload.alert.address";
                },
                form -> addresses(id, form));
    }

    @POST
    @Path("{id}/addresses/{address}/end")
    @Requires(Operation.CHANGE_CASE)
    public Response endAddress(UUID id, UUID address) {
        return forms.submit(
                () -> {
                    caseload.endAddress(id, address, London.today(clock), current.get());
                    return "/cases/" + id + "/addresses?alert=caseload.alert.address-ended";
                },
                form -> addresses(id, form));
    }

    @GET
    @Path("{id}/identifiers")
    @Requires(Operation.READ_CASE)
    public TemplateInstance identifiers(UUID id) {
        return identifiers(id, forms.show(Form.empty()));
    }

    private TemplateInstance identifiers(UUID id, Form form) {
        return Templates.identifiers(
                page(id, "/identifiers", null),
                reading.identifiers(id, current.get()),
                form,
                Choice.of("caseload.identifier", IdentifierKind.values()));
    }

    @POST
    @Path("{id}/identifiers")
    @Requires(Operation.CHANGE_CASE)
    public Response addIdentifier(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var kind =
                            sent.choice(
                                    "kind", IdentifierKind.class, "caseload.search.problem.kind");
                    var value = sent.required("value", "caseload.identifier-needed");
                    sent.check();
                    caseload.addIdentifier(id, Identifier.of(kind, value, "value"), current.get());
                    return "/cases/" + id + "/identifiers?alert=caseload.alert.identifier";
                },
                form -> identifiers(id, form));
    }
}
