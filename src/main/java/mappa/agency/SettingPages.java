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
import java.util.Map;
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

/// The settings of an area: all read them, its coordinators change them (S-111).
@Path("/settings")
@Produces(MediaType.TEXT_HTML)
class SettingPages {

    private static final String NOBODY = "";

    private final AreaService service;
    private final Areas areas;
    private final CurrentActor current;
    private final Forms forms;
    private final Clock clock;

    SettingPages(AreaService service, Areas areas, CurrentActor current, Forms forms, Clock clock) {
        this.service = service;
        this.areas = areas;
        this.current = current;
        this.forms = forms;
        this.clock = clock;
    }

    /// The settings under one heading.
    record Section(Setting.Group group, List<ShownSetting> settings) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance areas(
                String page, String title, String path, Map<String, String> areas);

        static native TemplateInstance settings(ShownArea shown, List<Section> sections);

        static native TemplateInstance setting(ShownArea shown, ShownSetting setting, Form form);

        static native TemplateInstance panel(
                ShownArea shown, PanelView panel, List<Choice> choices, Form form);

        static native TemplateInstance seat(
                ShownArea shown, PanelView.SeatView seat, String action, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.READ_SETTINGS)
    public TemplateInstance settings(@QueryParam("area") @Nullable String area) {
        var found = find(area);
        if (found.isEmpty()) {
            return Templates.areas("S-111", "agency.settings.title", "/settings", areas.names());
        }
        var shown = found.get();
        var all = service.settings(shown.area(), current.get());
        return Templates.settings(
                shown,
                Stream.of(Setting.Group.values()).map(group -> section(group, all)).toList());
    }

    private static Section section(Setting.Group group, List<SettingView> all) {
        return new Section(
                group,
                all.stream()
                        .filter(setting -> setting.setting().group() == group)
                        .map(ShownSetting::of)
                        .toList());
    }

    @GET
    @Path("{setting}")
    @Requires(Operation.READ_SETTINGS)
    public TemplateInstance setting(String setting, @QueryParam("area") @Nullable String area) {
        var shown = get(area);
        var view = service.setting(named(setting), shown.area(), current.get());
        return setting(
                shown,
                view,
                forms.show(
                        Form.empty()
                                .with("value", view.value())
                                .with("from", London.today(clock))
                                .with(Form.VERSION, view.version())));
    }

    private TemplateInstance setting(ShownArea shown, SettingView view, Form form) {
        return Templates.setting(shown, ShownSetting.of(view), form);
    }

    @POST
    @Path("{setting}")
    @Requires(Operation.CHANGE_SETTINGS)
    public Response change(String setting) {
        var shown = get(null);
        var named = named(setting);
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var value =
                            named.unit() == Setting.Unit.TEXT
                                    ? sent.value("value")
                                    : sent.required("value", "agency.problem.value-missing");
                    var from = sent.date("from");
                    sent.check();
                    service.change(
                            new ChangeSetting(named, value, from, sent.version()), current.get());
                    return "/settings?alert=" + "agency.alert.changed";
                },
                form -> setting(shown, service.setting(named, shown.area(), current.get()), form));
    }

    @GET
    @Path("panel")
    @Requires(Operation.READ_SETTINGS)
    public TemplateInstance panel(@QueryParam("area") @Nullable String area) {
        var shown = get(area);
        var panel = service.panel(shown.area(), current.get());
        return panel(
                shown,
                panel,
                forms.show(
                        Form.empty()
                                .with(
                                        "seats",
                                        panel.seats().stream()
                                                .map(PanelView.SeatView::seat)
                                                .toList())
                                .with("votesNeeded", panel.votesNeeded())
                                .with("from", London.today(clock))
                                .with(Form.VERSION, panel.version())));
    }

    private TemplateInstance panel(ShownArea shown, PanelView panel, Form form) {
        return Templates.panel(shown, panel, Choice.of("agency.seat", Seat.values()), form);
    }

    @POST
    @Path("panel")
    @Requires(Operation.CHANGE_SETTINGS)
    public Response changePanel() {
        var shown = get(null);
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var seats =
                            Stream.of(Seat.values())
                                    .filter(seat -> sent.all("seats").contains(seat.name()))
                                    .toList();
                    sent.required("votesNeeded", "agency.problem.votes-missing");
                    var votes = sent.number("votesNeeded");
                    var from = sent.date("from");
                    sent.check();
                    service.changePanel(
                            new ChangePanel(seats, votes == null ? 0 : votes, from, sent.version()),
                            current.get());
                    return "/settings/panel?alert=" + "agency.alert.changed";
                },
                form -> panel(shown, service.panel(shown.area(), current.get()), form));
    }

    @GET
    @Path("panel/{seat}")
    @Requires(Operation.READ_SETTINGS)
    public TemplateInstance seat(Seat seat, @QueryParam("area") @Nullable String area) {
        var shown = get(area);
        var view = service.seat(seat, shown.area(), current.get());
        return seat(
                shown,
                view,
                forms.show(
                        Form.empty()
                                .with("holder", id(view.holder()))
                                .with("deputy", id(view.deputy()))
                                .with("from", London.today(clock))
                                .with(Form.VERSION, view.version())));
    }

    @POST
    @Path("panel/{seat}")
    @Requires(Operation.CHANGE_SETTINGS)
    public Response nameSeat(Seat seat) {
        var shown = get(null);
        return forms.submit(
                () -> {
                    var sent = forms.sent();
                    var holder = person(sent, "holder");
                    var deputy = person(sent, "deputy");
                    var from = sent.date("from");
                    sent.check();
                    service.nameSeat(
                            new NameSeat(seat, holder, deputy, from, sent.version()),
                            current.get());
                    return "/settings/panel?alert=" + "agency.alert.seat-named";
                },
                form -> seat(shown, service.seat(seat, shown.area(), current.get()), form));
    }

    private TemplateInstance seat(ShownArea shown, PanelView.SeatView seat, Form form) {
        return Templates.seat(shown, seat, "/settings/panel/" + seat.seat(), form);
    }

    private static @Nullable UUID person(Form sent, String field) {
        var text = sent.text(field);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAPerson) {
            sent.reject(field, "agency.problem.not-eligible");
            return null;
        }
    }

    private static String id(PanelView.@Nullable Named named) {
        return named == null ? NOBODY : named.id().toString();
    }

    private static Setting named(String path) {
        return Setting.ofPath(path)
                .filter(setting -> setting.group() != Setting.Group.PANEL)
                .orElseThrow(() -> new NotFound(Setting.class));
    }

    private ShownArea get(@Nullable String area) {
        return find(area).orElseThrow(() -> new NotFound(Areas.class));
    }

    private Optional<ShownArea> find(@Nullable String asked) {
        return ShownArea.find(asked, areas, current.get());
    }
}
