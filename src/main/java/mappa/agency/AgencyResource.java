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

/// The partners of an area for programs.
@Path("/api/agencies")
@Tag(name = "Agencies")
class AgencyResource {

    private final AgencyService service;
    private final OccasionService occasions;
    private final Areas areas;
    private final CurrentActor current;

    AgencyResource(
            AgencyService service, OccasionService occasions, Areas areas, CurrentActor current) {
        this.service = service;
        this.occasions = occasions;
        this.areas = areas;
        this.current = current;
    }

    record Added(UUID id) {}

    record New(
            @NotNull String name,
            @NotNull AgencyKind kind,
            @Nullable String body,
            @Nullable String subArea) {}

    /// @param version as it was read
    record Details(
            @NotNull String name,
            @NotNull AgencyKind kind,
            @Nullable String body,
            @Nullable String subArea,
            @NotNull Integer version) {}

    record End(@NotNull LocalDate on, @NotNull String reason, @NotNull Integer version) {}

    record Reopen(@NotNull String reason, @NotNull Integer version) {}

    record Named(
            @Nullable UUID spoc,
            @Nullable UUID deputy,
            @Nullable UUID manager,
            @NotNull Integer version) {}

    /// Without days: that there is none.
    record Found(
            @Nullable LocalDate signedOn,
            @Nullable LocalDate reviewDueOn,
            @NotNull Integer version) {}

    record Core(
            @NotNull List<@NotNull UUID> agencies,
            @NotNull LocalDate from,
            @NotNull Integer version) {}

    /// @param area only for somebody who acts in none
    @GET
    @Requires(Operation.READ_AGENCIES)
    public AgencyDirectory agencies(
            @QueryParam("area") @Nullable String area,
            @QueryParam("ended") boolean ended,
            @QueryParam("after") @Nullable UUID after) {
        return service.directory(area(area), ended, after, current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_AGENCIES)
    public AgencyDetails agency(UUID id, @QueryParam("area") @Nullable String area) {
        return service.agency(id, area(area), current.get());
    }

    @GET
    @Path("bodies")
    @Requires(Operation.READ_AGENCIES)
    public List<StatutoryBody> bodies() {
        return service.bodies(current.get());
    }

    @POST
    @Requires(Operation.CHANGE_AGENCIES)
    public Added add(@Valid @NotNull New command) {
        return new Added(
                service.add(
                        new AddAgency(
                                command.name(), command.kind(), command.body(), command.subArea()),
                        current.get()));
    }

    @PUT
    @Path("{id}")
    @Requires(Operation.CHANGE_AGENCIES)
    public void change(UUID id, @Valid @NotNull Details command) {
        service.change(
                new ChangeAgency(
                        id,
                        command.name(),
                        command.kind(),
                        command.body(),
                        command.subArea(),
                        command.version()),
                current.get());
    }

    @POST
    @Path("{id}/end")
    @Requires(Operation.CHANGE_AGENCIES)
    public void end(UUID id, @Valid @NotNull End command) {
        service.end(
                new EndAgency(id, command.on(), command.reason(), command.version()),
                current.get());
    }

    @POST
    @Path("{id}/reopen")
    @Requires(Operation.CHANGE_AGENCIES)
    public void reopen(UUID id, @Valid @NotNull Reopen command) {
        service.reopen(new ReopenAgency(id, command.reason(), command.version()), current.get());
    }

    @PUT
    @Path("{id}/contacts")
    @Requires(Operation.CHANGE_AGENCIES)
    public void nameContacts(UUID id, @Valid @NotNull Named command) {
        service.nameContacts(
                new NameContacts(
                        id, command.spoc(), command.deputy(), command.manager(), command.version()),
                current.get());
    }

    @PUT
    @Path("{id}/agreements/{kind}")
    @Requires(Operation.CHANGE_AGENCIES)
    public void recordAgreement(UUID id, AgreementKind kind, @Valid @NotNull Found command) {
        service.recordAgreement(
                new RecordAgreement(
                        id, kind, command.signedOn(), command.reviewDueOn(), command.version()),
                current.get());
    }

    @GET
    @Path("core/{level}")
    @Requires(Operation.READ_AGENCIES)
    public CoreAgenciesView core(int level, @QueryParam("area") @Nullable String area) {
        return service.core(level, area(area), current.get());
    }

    @PUT
    @Path("core/{level}")
    @Requires(Operation.CHANGE_AGENCIES)
    public void setCore(int level, @Valid @NotNull Core command) {
        service.setCore(
                new SetCoreAgencies(level, command.agencies(), command.from(), command.version()),
                current.get());
    }

    /// @param version how often it had been said when it was read
    record OfOccasion(@NotNull List<@NotNull UUID> agencies, @NotNull Integer version) {}

    @GET
    @Path("occasions")
    @Requires(Operation.READ_AGENCIES)
    public List<OccasionView> occasions(@QueryParam("area") @Nullable String area) {
        return occasions.all(area(area), current.get());
    }

    @PUT
    @Path("occasions/{occasion}")
    @Requires(Operation.CHANGE_AGENCIES)
    public void setOccasion(String occasion, @Valid @NotNull OfOccasion command) {
        occasions.set(
                new SetOccasion(
                        Occasion.ofPath(occasion).orElseThrow(() -> new NotFound(Occasion.class)),
                        command.agencies(),
                        command.version()),
                current.get());
    }

    private String area(@Nullable String asked) {
        return ShownArea.find(asked, areas, current.get())
                .map(ShownArea::area)
                .orElseThrow(() -> new NotFound(Areas.class));
    }
}
