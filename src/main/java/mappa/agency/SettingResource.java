package mappa.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.rule.NotFound;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// An area's numbers, panel and calendar for programs.
@Path("/api/settings")
@Tag(name = "Settings")
class SettingResource {

    private final AreaService service;
    private final Areas areas;
    private final CurrentActor current;

    SettingResource(AreaService service, Areas areas, CurrentActor current) {
        this.service = service;
        this.areas = areas;
        this.current = current;
    }

    /// @param from first day on which it counts, today or later
    /// @param version as it was read
    record Change(@NotNull String value, @NotNull LocalDate from, @NotNull Integer version) {}

    record Panel(
            @NotNull List<@NotNull Seat> seats,
            @NotNull Integer votesNeeded,
            @NotNull LocalDate from,
            @NotNull Integer version) {}

    record Holder(
            @Nullable UUID holder,
            @Nullable UUID deputy,
            @NotNull LocalDate from,
            @NotNull Integer version) {}

    record Day(@NotNull LocalDate day, @NotNull Boolean working, @NotNull String reason) {}

    /// @param area only for somebody who acts in none
    @GET
    @Requires(Operation.READ_SETTINGS)
    public List<SettingView> settings(@QueryParam("area") @Nullable String area) {
        return service.settings(area(area), current.get());
    }

    @GET
    @Path("{setting}")
    @Requires(Operation.READ_SETTINGS)
    public SettingView setting(Setting setting, @QueryParam("area") @Nullable String area) {
        return service.setting(setting, area(area), current.get());
    }

    @PUT
    @Path("{setting}")
    @Requires(Operation.CHANGE_SETTINGS)
    public void change(Setting setting, @Valid @NotNull Change command) {
        service.change(
                new ChangeSetting(setting, command.value(), command.from(), command.version()),
                current.get());
    }

    @GET
    @Path("panel")
    @Requires(Operation.READ_SETTINGS)
    public PanelView panel(@QueryParam("area") @Nullable String area) {
        return service.panel(area(area), current.get());
    }

    @PUT
    @Path("panel")
    @Requires(Operation.CHANGE_SETTINGS)
    public void changePanel(@Valid @NotNull Panel command) {
        service.changePanel(
                new ChangePanel(
                        command.seats(), command.votesNeeded(), command.from(), command.version()),
                current.get());
    }

    @PUT
    @Path("panel/{seat}")
    @Requires(Operation.CHANGE_SETTINGS)
    public void nameSeat(Seat seat, @Valid @NotNull Holder command) {
        service.nameSeat(
                new NameSeat(
                        seat,
                        command.holder(),
                        command.deputy(),
                        command.from(),
                        command.version()),
                current.get());
    }

    @GET
    @Path("working-days")
    @Requires(Operation.READ_SETTINGS)
    public CalendarView calendar(@QueryParam("area") @Nullable String area) {
        return service.calendar(area(area), current.get());
    }

    @POST
    @Path("working-days")
    @Requires(Operation.CHANGE_SETTINGS)
    public void overrideWorkingDay(@Valid @NotNull Day command) {
        service.overrideWorkingDay(
                new OverrideWorkingDay(command.day(), command.working(), command.reason()),
                current.get());
    }

    private String area(@Nullable String asked) {
        return ShownArea.find(asked, areas, current.get())
                .map(ShownArea::area)
                .orElseThrow(() -> new NotFound(Areas.class));
    }
}
