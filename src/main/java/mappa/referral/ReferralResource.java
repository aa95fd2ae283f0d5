package mappa.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.caseload.PersonDetails;
import mappa.caseload.PersonMatch;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Page;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/// Referrals and their screening for programs: the commands and views of the pages.
@Path("/api/referrals")
@Tag(name = "Referrals")
class ReferralResource {

    private final ReferralService service;
    private final MatchService matching;
    private final CurrentActor current;

    ReferralResource(ReferralService service, MatchService matching, CurrentActor current) {
        this.service = service;
        this.matching = matching;
        this.current = current;
    }

    /// @param copyFrom an own earlier referral whose answers are taken over
    record Start(@Nullable UUID copyFrom) {}

    /// @param saves how often the section had been saved when it was read; 0 if never
    record Save(@NotNull Map<String, String> answers, int saves) {}

    /// @param items what was found about each part; parts left out are present
    record Check(@NotNull List<@Valid @NotNull CheckedItem> items) {}

    record Reason(@NotBlank String reason) {}

    /// @param answers by id of the question
    record Answer(@NotEmpty Map<UUID, @NotBlank String> answers) {}

    record Until(@NotNull LocalDate until) {}

    @GET
    @Requires(Operation.LIST_REFERRALS)
    public Page<ReferralSummary> list(
            @QueryParam("tab") @DefaultValue("ALL") ReferralTab tab,
            @QueryParam("after") @Nullable UUID after) {
        var found = service.list(tab, after, current.get());
        return Page.of(found.referrals(), found.next());
    }

    @POST
    @ResponseStatus(201)
    @Requires(Operation.START_REFERRAL)
    public ReferralResult start(@NotNull Start command) {
        return service.start(command.copyFrom(), current.get());
    }

    @GET
    @Path("{id}")
    @Requires(Operation.READ_REFERRAL)
    public ReferralView view(UUID id) {
        return service.view(id, current.get());
    }

    @PUT
    @Path("{id}/sections/{section}")
    @Requires(Operation.WRITE_REFERRAL)
    public ReferralResult save(UUID id, Section section, @Valid @NotNull Save command) {
        return service.save(
                id, new SaveSection(section, command.answers(), command.saves()), current.get());
    }

    @POST
    @Path("{id}/send")
    @Requires(Operation.WRITE_REFERRAL)
    public ReferralResult send(UUID id) {
        return service.send(id, current.get());
    }

    /// A look that changes nothing, though it is posted: names do not belong into addresses.
    @POST
    @Path("{id}/candidates")
    @Requires(Operation.CHECK_REFERRAL)
    public List<PersonMatch> candidates(UUID id, @Valid @NotNull PersonDetails details) {
        service.view(id, current.get());
        return matching.candidates(details, current.get());
    }

    @POST
    @Path("{id}/match")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult match(UUID id, @Valid @NotNull RecognisePerson command) {
        return matching.match(id, command, current.get());
    }

    @POST
    @Path("{id}/give-back")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult giveBack(UUID id, @Valid @NotNull Check command) {
        return service.giveBack(id, command.items(), current.get());
    }

    @POST
    @Path("{id}/send-to-panel")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult sendToPanel(UUID id, @Valid @NotNull Check command) {
        return service.sendToPanel(id, command.items(), current.get());
    }

    @GET
    @Path("{id}/ballot")
    @Requires(Operation.VOTE)
    public BallotView ballot(UUID id) {
        return service.ballot(id, current.get());
    }

    @POST
    @Path("{id}/votes")
    @Requires(Operation.VOTE)
    public ReferralResult vote(UUID id, @Valid @NotNull Ballot command) {
        return service.vote(id, command, current.get());
    }

    @POST
    @Path("{id}/votes/change")
    @Requires(Operation.VOTE)
    public ReferralResult changeVote(UUID id, @Valid @NotNull Ballot command) {
        return service.changeVote(id, command, current.get());
    }

    @POST
    @Path("{id}/votes/confirm")
    @Requires(Operation.VOTE)
    public ReferralResult confirmVote(UUID id) {
        return service.confirmVote(id, current.get());
    }

    @POST
    @Path("{id}/questions")
    @Requires(Operation.VOTE)
    public ReferralResult askForMore(UUID id, @Valid @NotNull AskForMore command) {
        return service.askForMore(id, command, current.get());
    }

    @POST
    @Path("{id}/answers")
    @Requires(Operation.WRITE_REFERRAL)
    public ReferralResult answer(UUID id, @Valid @NotNull Answer command) {
        return service.answer(id, command.answers(), current.get());
    }

    @POST
    @Path("{id}/conflicts")
    @Requires(Operation.VOTE)
    public ReferralResult declareConflict(UUID id, @Valid @NotNull Reason command) {
        return service.declareConflict(id, command.reason(), current.get());
    }

    @GET
    @Path("{id}/seats")
    @Requires(Operation.NAME_SUBSTITUTE)
    public List<SeatProgress> progress(UUID id) {
        return service.progress(id, current.get());
    }

    @POST
    @Path("{id}/deputies")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult callDeputy(UUID id, @Valid @NotNull CallDeputy command) {
        return service.callDeputy(id, command, current.get());
    }

    @GET
    @Path("{id}/substitutes")
    @Requires(Operation.NAME_SUBSTITUTE)
    public Map<UUID, String> substitutes(UUID id) {
        return service.substitutes(id, current.get());
    }

    @POST
    @Path("{id}/substitutes")
    @Requires(Operation.NAME_SUBSTITUTE)
    public ReferralResult nameSubstitute(UUID id, @Valid @NotNull NameSubstitute command) {
        return service.nameSubstitute(id, command, current.get());
    }

    @POST
    @Path("{id}/reminders")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult remindSeats(UUID id) {
        return service.remindSeats(id, current.get());
    }

    @GET
    @Path("{id}/decision")
    @Requires(Operation.READ_DECISION)
    public DecisionView decision(UUID id) {
        return service.decision(id, current.get());
    }

    @POST
    @Path("{id}/feedback")
    @Requires(Operation.SEND_FEEDBACK)
    public ReferralResult sendFeedback(UUID id, @Valid @NotNull Feedback command) {
        return service.sendFeedback(id, command, current.get());
    }

    @POST
    @Path("{id}/different-views")
    @Requires(Operation.VOTE)
    public ReferralResult recordDifferentView(
            UUID id, @Valid @NotNull RecordDifferentView command) {
        return service.recordDifferentView(id, command, current.get());
    }

    @POST
    @Path("{id}/withdraw")
    @Requires(Operation.WITHDRAW_REFERRAL)
    public ReferralResult withdraw(UUID id, @Valid @NotNull Reason command) {
        return service.withdraw(id, command.reason(), current.get());
    }

    @POST
    @Path("{id}/expire")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult expire(UUID id) {
        return service.expire(id, current.get());
    }

    @POST
    @Path("{id}/extend")
    @Requires(Operation.CHECK_REFERRAL)
    public ReferralResult extendAnswer(UUID id, @Valid @NotNull Until command) {
        return service.extendAnswer(id, command.until(), current.get());
    }
}
