package mappa.agency;

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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import org.jspecify.annotations.Nullable;

/// The partners of an area: all read them, its unit changes them (S-80).
@Path("/agencies")
@Produces(MediaType.TEXT_HTML)
class AgencyPages {

    private static final String NONE = "NONE";
    private static final String SIGNED = "SIGNED";
    private static final List<Choice> FOUND =
            List.of(
                    Choice.of(SIGNED, "agency.agreement.signed"),
                    Choice.of(NONE, "agency.agreement.none"));

    private final AgencyService service;
    private final Areas areas;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    AgencyPages(
            AgencyService service, Areas areas, CurrentActor current, Forms forms, Clock clock) {
        this.service = service;
        this.areas = areas;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance directory(
                ShownArea shown, AgencyDirectory directory, boolean ended, boolean first);

        static native TemplateInstance agency(
                ShownArea shown, ShownAgency agency, List<AgencyPart.View> parts);

        static native TemplateInstance details(
                ShownArea shown,
                @Nullable ShownAgency agency,
                String action,
                List<Choice> kinds,
                List<StatutoryBody> bodies,
                Form form);

        static native TemplateInstance contacts(ShownArea shown, ShownAgency agency, Form form);

        static native TemplateInstance agreement(
                ShownArea shown,
                ShownAgency agency,
                AgencyDetails.AgreementView agreement,
                List<Choice> choices,
                Form form);

        static native TemplateInstance end(
                ShownArea shown, ShownAgency agency, AgencyWork work, Form form);

        static native TemplateInstance core(
                ShownArea shown, CoreAgenciesView core, String action, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.READ_AGENCIES)
    public TemplateInstance directory(
            @QueryParam("area") @Nullable String area,
            @QueryParam("ended") boolean ended,
            @QueryParam("after") @Nullable UUID after) {
        var found = find(area);
        if (found.isEmpty()) {
            return SettingPages.Templates.areas(
                    "S-80", "agency.partners.title", "/agencies", areas.names());
        }
        var shown = found.get();
        return Templates.directory(
                shown,
                service.directory(shown.area(), ended, after, current.get()),
                ended,
                after == null);
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_AGENCIES)
    public TemplateInstance agency(UUID id, @QueryParam("area") @Nullable String area) {
        var shown = get(area);
        return Templates.agency(shown, agency(id, shown), service.parts(id, current.get()));
    }

    @GET
    @Path("new")
    @Requires(Operation.CHANGE_AGENCIES)
    public TemplateInstance adding() {
        return details(null, forms.show(Form.empty()));
    }

    @POST
    @Path("new")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response add() {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var kind = kind(sent);
                    sent.check();
                    var id =
                            service.add(
                                    new AddAgency(
                                            sent.value("name"),
                                            kind,
                                            sent.text("body"),
                                            sent.text("subArea")),
                                    current.get());
                    return "/agencies/" + id + "?alert=agency.alert.added";
                },
                form -> details(null, form));
    }

    @GET
    @Path("{id}/details")
    @Requires(Operation.CHANGE_AGENCIES)
    public TemplateInstance changing(UUID id) {
        var view = agency(id, own());
        return details(
                view,
                forms.show(
                        Form.empty()
                                .with("name", view.summary().name())
                                .with("kind", view.summary().kind())
                                .with("body", view.view().bodyCode())
                                .with("subArea", view.summary().subArea())
                                .with(Form.VERSION, view.view().version())));
    }

    @POST
    @Path("{id}/details")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response change(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var kind = kind(sent);
                    sent.check();
                    service.change(
                            new ChangeAgency(
                                    id,
                                    sent.value("name"),
                                    kind,
                                    sent.text("body"),
                                    sent.text("subArea"),
                                    sent.version()),
                            current.get());
                    return "/agencies/" + id + "?alert=agency.alert.agency-changed";
                },
                form -> details(agency(id, own()), form));
    }

    private static AgencyKind kind(Form sent) {
        var kind = sent.choice("kind", AgencyKind.class, "agency.problem.kind-missing");
        return kind == null ? AgencyKind.INVITED : kind; // refused by the check that follows
    }

    private TemplateInstance details(@Nullable ShownAgency agency, Form form) {
        return Templates.details(
                own(),
                agency,
                agency == null ? "/agencies/new" : agency.path() + "/details",
                Choice.of("agency.part", AgencyKind.values()),
                service.bodies(current.get()),
                form);
    }

    @GET
    @Path("{id}/contacts")
    @Requires(Operation.CHANGE_AGENCIES)
    public TemplateInstance naming(UUID id) {
        var view = agency(id, own());
        return contacts(
                view,
                forms.show(
                        Form.empty()
                                .with("spoc", id(view.summary().spoc()))
                                .with("deputy", id(view.summary().deputy()))
                                .with("manager", id(view.summary().manager()))
                                .with(Form.VERSION, view.view().contactsVersion())));
    }

    @POST
    @Path("{id}/contacts")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response nameContacts(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    service.nameContacts(
                            new NameContacts(
                                    id,
                                    sent.id("spoc"),
                                    sent.id("deputy"),
                                    sent.id("manager"),
                                    sent.version()),
                            current.get());
                    return "/agencies/" + id + "?alert=agency.alert.contacts-named";
                },
                form -> contacts(agency(id, own()), form));
    }

    private TemplateInstance contacts(ShownAgency agency, Form form) {
        return Templates.contacts(own(), agency, form);
    }

    private static @Nullable UUID id(AgencySummary.@Nullable Named named) {
        return named == null ? null : named.id();
    }

    @GET
    @Path("{id}/agreements/{kind}")
    @Requires(Operation.CHANGE_AGENCIES)
    public TemplateInstance agreement(UUID id, String kind) {
        var view = agency(id, own());
        var agreement = view.view().agreement(named(kind));
        var found =
                switch (agreement.state()) {
                    case LIVE, DUE_FOR_REVIEW, EXPIRED -> SIGNED;
                    case NONE -> NONE;
                    case NOT_RECORDED -> null;
                };
        return agreement(
                view,
                agreement,
                forms.show(
                        Form.empty()
                                .with("found", found)
                                .with("signedOn", agreement.signedOn())
                                .with("reviewDueOn", agreement.reviewDueOn())
                                .with(Form.VERSION, agreement.version())));
    }

    @POST
    @Path("{id}/agreements/{kind}")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response recordAgreement(UUID id, String kind) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var found = sent.required("found", "agency.problem.found-missing");
                    var signed = sent.date("signedOn");
                    var review = sent.date("reviewDueOn");
                    if (found.equals(SIGNED) && signed == null) {
                        sent.reject("signedOn", "agency.problem.signed-missing");
                    }
                    sent.check();
                    var none = found.equals(NONE);
                    service.recordAgreement(
                            new RecordAgreement(
                                    id,
                                    named(kind),
                                    none ? null : signed,
                                    none ? null : review,
                                    sent.version()),
                            current.get());
                    return "/agencies/" + id + "?alert=agency.alert.agreement-recorded";
                },
                form -> {
                    var view = agency(id, own());
                    return agreement(view, view.view().agreement(named(kind)), form);
                });
    }

    private TemplateInstance agreement(
            ShownAgency agency, AgencyDetails.AgreementView agreement, Form form) {
        return Templates.agreement(own(), agency, agreement, FOUND, form);
    }

    private static AgreementKind named(String path) {
        return Stream.of(AgreementKind.values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound(AgreementKind.class));
    }

    @GET
    @Path("{id}/end")
    @Requires(Operation.CHANGE_AGENCIES)
    public TemplateInstance ending(UUID id) {
        var view = agency(id, own());
        return end(
                view,
                forms.show(
                        Form.empty()
                                .with("on", London.today(clock))
                                .with(Form.VERSION, view.view().version())));
    }

    @POST
    @Path("{id}/end")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response end(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var on = sent.date("on");
                    sent.check();
                    service.end(
                            new EndAgency(id, on, sent.value("reason"), sent.version()),
                            current.get());
                    return "/agencies/" + id + "?alert=agency.alert.ended";
                },
                form -> end(agency(id, own()), form));
    }

    @POST
    @Path("{id}/reopen")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response reopen(UUID id) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    service.reopen(
                            new ReopenAgency(id, sent.value("reason"), sent.version()),
                            current.get());
                    return "/agencies/" + id + "?alert=agency.alert.reopened";
                },
                form -> end(agency(id, own()), form));
    }

    private TemplateInstance end(ShownAgency agency, Form form) {
        return Templates.end(own(), agency, service.work(agency.view().id(), current.get()), form);
    }

    @GET
    @Path("core/{level}")
    @Requires(Operation.READ_AGENCIES)
    public TemplateInstance core(int level, @QueryParam("area") @Nullable String area) {
        var shown = get(area);
        var view = service.core(level, shown.area(), current.get());
        return core(
                shown,
                view,
                forms.show(
                        Form.empty()
                                .with("agencies", view.ids())
                                .with("from", London.today(clock))
                                .with(Form.VERSION, view.version())));
    }

    @POST
    @Path("core/{level}")
    @Requires(Operation.CHANGE_AGENCIES)
    public Response setCore(int level) {
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var from = sent.date("from");
                    sent.check();
                    service.setCore(
                            new SetCoreAgencies(level, ids(sent), from, sent.version()),
                            current.get());
                    return "/agencies/core/" + level + "?alert=agency.alert.core-set";
                },
                form -> core(own(), service.core(level, own().area(), current.get()), form));
    }

    private TemplateInstance core(ShownArea shown, CoreAgenciesView view, Form form) {
        return Templates.core(shown, view, "/agencies/core/" + view.level(), form);
    }

    private static List<UUID> ids(Form sent) {
        try {
            return sent.all("agencies").stream().map(UUID::fromString).toList();
        } catch (IllegalArgumentException notAnAgency) {
            throw new mappa.rule.Invalid("agencies", "agency.problem.not-of-area");
        }
    }

    private ShownAgency agency(UUID id, ShownArea shown) {
        return new ShownAgency(service.agency(id, shown.area(), current.get()));
    }

    private ShownArea own() {
        return get(null);
    }

    private ShownArea get(@Nullable String area) {
        return find(area).orElseThrow(() -> new NotFound(Areas.class));
    }

    private Optional<ShownArea> find(@Nullable String asked) {
        return ShownArea.find(asked, areas, Operation.CHANGE_AGENCIES, current.get());
    }
}
