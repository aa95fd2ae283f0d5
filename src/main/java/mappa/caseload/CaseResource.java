package mappa.caseload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.time.London;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Cases for programs: the commands and views of the pages.
@Path("/api/cases")
@Tag(name = "People and cases")
class CaseResource {

    private final CaseReadingService reading;
    private final CaseloadService service;
    private final CircumstanceService circumstances;
    private final SampleService samples;
    private final CurrentActor current;
    private final Clock clock;

    CaseResource(
            CaseReadingService reading,
            CaseloadService service,
            CircumstanceService circumstances,
            SampleService samples,
            CurrentActor current,
            Clock clock) {
        this.reading = reading;
        this.service = service;
        this.circumstances = circumstances;
        this.samples = samples;
        this.current = current;
        this.clock = clock;
    }

    record End(@NotNull LocalDate on, @NotNull EndReason reason) {}

    record Correct(@NotNull LocalDate from) {}

    record NotEligible(@NotBlank String reason) {}

    /// @param value as typed, in any usual spelling
    record AddIdentifier(@NotNull IdentifierKind kind, @NotBlank String value) {}

    @GET
    @Requires(Operation.LIST_CASES)
    public Page<CaseLine> list(
            @QueryParam("category") @Nullable Category category,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("location") @Nullable Location location,
            @QueryParam("leadAgency") @Nullable UUID leadAgency,
            @QueryParam("withoutCategory") boolean without,
            @QueryParam("child") boolean child,
            @QueryParam("after") @Nullable UUID after) {
        var filter = new CaseFilter(category, level, location, leadAgency, without, child, after);
        var found = reading.list(filter, current.get());
        return Page.of(found.lines(), found.next());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_CASE)
    public CaseView view(UUID id, @QueryParam("purpose") @Nullable SearchReason purpose) {
        return reading.view(id, purpose == null ? null : purpose.name(), current.get());
    }

    /// @param asAt the day whose end is meant; today where none is named
    @GET
    @Path("{id}/levels")
    @Requires(Operation.READ_CASE)
    public LevelHistoryView levels(UUID id, @QueryParam("asAt") @Nullable LocalDate asAt) {
        return reading.levels(id, asAt == null ? London.today(clock) : asAt, current.get());
    }

    @POST
    @Path("{id}/levels/end")
    @Requires(Operation.CHANGE_CASE)
    public void end(UUID id, @Valid @NotNull End command) {
        service.endEligibility(id, command.on(), command.reason(), current.get());
    }

    @POST
    @Path("{id}/levels/{spell}/start")
    @Requires(Operation.CHANGE_CASE)
    public void correct(UUID id, UUID spell, @Valid @NotNull Correct command) {
        service.correctLevelStart(id, spell, command.from(), current.get());
    }

    @POST
    @Path("{id}/levels/checks")
    @Requires(Operation.CHANGE_CASE)
    public void recordNotEligible(UUID id, @Valid @NotNull NotEligible command) {
        var person = reading.view(id, null, current.get()).person().id();
        service.recordNotEligible(person, command.reason(), current.get());
    }

    @GET
    @Path("{id}/events")
    @Requires(Operation.READ_CASE)
    public List<CasePart.Happening> events(
            UUID id, @QueryParam("kind") CasePart.@Nullable EventKind kind) {
        return reading.events(id, kind, current.get());
    }

    @GET
    @Path("{id}/accesses")
    @Requires(Operation.READ_CASE_ACCESSES)
    public Page<AccessLog.Line> accesses(UUID id, @QueryParam("after") @Nullable Long after) {
        var found = reading.accesses(id, after, null, current.get());
        return new Page<>(found.lines(), found.next() == null ? null : found.next().toString());
    }

    @POST
    @Path("{id}/samples")
    @Requires(Operation.GIVE_SAMPLE)
    public void giveSample(UUID id, @Valid @NotNull GiveSample command) {
        samples.give(id, command, current.get());
    }

    @POST
    @Path("{id}/custody")
    @Requires(Operation.CHANGE_CASE)
    public void recordCustody(UUID id, @Valid @NotNull RecordCustody command) {
        service.recordCustody(id, command, current.get());
    }

    record EndCircumstance(@NotNull LocalDate on, @NotNull String reason) {}

    @GET
    @Path("{id}/circumstances")
    @Requires(Operation.READ_CASE)
    public List<CircumstanceView> circumstances(UUID id) {
        return circumstances.all(id, current.get());
    }

    @POST
    @Path("{id}/circumstances")
    @Requires(Operation.CHANGE_CIRCUMSTANCES)
    public void setCircumstance(UUID id, @Valid @NotNull SetCircumstance command) {
        circumstances.set(id, command, current.get());
    }

    @POST
    @Path("{id}/circumstances/{circumstance}/end")
    @Requires(Operation.CHANGE_CIRCUMSTANCES)
    public void endCircumstance(
            UUID id, UUID circumstance, @Valid @NotNull EndCircumstance command) {
        circumstances.end(id, circumstance, command.on(), command.reason(), current.get());
    }

    @GET
    @Path("{id}/addresses")
    @Requires(Operation.READ_CASE)
    public List<AddressView> addresses(UUID id) {
        return reading.addresses(id, current.get());
    }

    @POST
    @Path("{id}/addresses")
    @Requires(Operation.CHANGE_CASE)
    public void addAddress(UUID id, @Valid @NotNull RecordAddress command) {
        service.addAddress(id, command, current.get());
    }

    @POST
    @Path("{id}/addresses/{address}/end")
    @Requires(Operation.CHANGE_CASE)
    public void endAddress(UUID id, UUID address) {
        service.endAddress(id, address, London.today(clock), current.get());
    }

    @GET
    @Path("{id}/identifiers")
    @Requires(Operation.READ_CASE)
    public List<Identifier> identifiers(UUID id) {
        return reading.identifiers(id, current.get());
    }

    @POST
    @Path("{id}/identifiers")
    @Requires(Operation.CHANGE_CASE)
    public void addIdentifier(UUID id, @Valid @NotNull AddIdentifier command) {
        service.addIdentifier(
                id, Identifier.of(command.kind(), command.value(), "value"), current.get());
    }
}
