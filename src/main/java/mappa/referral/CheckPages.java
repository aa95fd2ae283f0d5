package mappa.referral;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Areas;
import mappa.agency.PanelSeat;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Forms;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The unit's completeness check: is everything there, is it clear, and to the panel or back.
@Path("/referrals/{id}/checks")
@Produces(MediaType.TEXT_HTML)
class CheckPages {

    private final ReferralService service;
    private final Areas areas;
    private final Actors actors;
    private final CurrentActor current;
    private final Forms forms;

    CheckPages(
            ReferralService service,
            Areas areas,
            Actors actors,
            CurrentActor current,
            Forms forms) {
        this.service = service;
        this.areas = areas;
        this.actors = actors;
        this.current = current;
        this.forms = forms;
    }

    /// @param matched whether the unit has said who it is about
    /// @param refusals why it cannot go to the panel now, as shown text; empty if it can
    record ChecksPage(
            UUID id,
            @Nullable String reference,
            Badge state,
            @Nullable Badge urgent,
            boolean open,
            boolean matched,
            @Nullable String casePath,
            List<ShownText> earlier,
            List<SeatHeld> seats,
            List<CheckItem> items,
            List<Choice> findings,
            List<String> refusals,
            int panelDays,
            int answerDays,
            List<ShownSection> sections,
            String path) {}

    record SeatHeld(String code, String holder) {}

    /// One line of the checklist beside what the referrer wrote.
    record CheckItem(Section section, List<ShownSection> read) {
        public String title() {
            return Said.code("referral.section", section);
        }

        public String slug() {
            return section.slug();
        }

        /// Name of the field with what was found.
        public String finding() {
            return "finding-" + section.slug();
        }

        /// Name of the field with what the referrer should add.
        public String note() {
            return "note-" + section.slug();
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance checks(ChecksPage page, Form form);

        private Templates() {}
    }

    @GET
    @Requires(Operation.CHECK_REFERRAL)
    public TemplateInstance checks(UUID id) {
        var referral = service.view(id, current.get());
        var fields = Form.empty();
        // what was present last time is not asked for again
        referral.lastCheck().stream()
                .filter(item -> item.finding() == CheckedItem.Finding.PRESENT)
                .forEach(item -> fields.with("finding-" + item.item().slug(), item.finding()));
        return checks(referral, forms.show(fields));
    }

    private TemplateInstance checks(ReferralView referral, Form form) {
        var actor = current.get();
        var summary = referral.summary();
        var id = summary.id();
        var settings = areas.settings(summary.area());
        var seats = areas.seats(summary.area());
        return Templates.checks(
                new ChecksPage(
                        id,
                        summary.reference(),
                        ReferralBadges.state(summary.state(), summary.level()),
                        ReferralBadges.urgent(summary.urgent()),
                        summary.state() == ReferralState.SUBMITTED,
                        referral.person() != null,
                        referral.caseId() == null ? null : "/cases/" + referral.caseId(),
                        earlier(referral, actor),
                        held(seats),
                        referral.sections().stream()
                                .filter(ReferralView.SectionView::asked)
                                .map(
                                        kept ->
                                                new CheckItem(
                                                        kept.section(),
                                                        List.of(
                                                                ShownSection.of(
                                                                        kept.section(),
                                                                        kept.answers(),
                                                                        referral.gaps(),
                                                                        null))))
                                .toList(),
                        Choice.of("referral.checks.finding", CheckedItem.Finding.values()),
                        refusals(referral, seats),
                        summary.urgent() ? settings.urgentPanelDays() : settings.panelDays(),
                        settings.answerDays(),
                        ShownSection.of(referral, _ -> null),
                        "/referrals/%s/checks".formatted(id)),
                form);
    }

    private List<ShownText> earlier(ReferralView referral, Actor actor) {
        if (referral.person() == null) {
            return List.of();
        }
        return service.about(referral.person(), actor).stream()
                .filter(other -> !other.id().equals(referral.summary().id()))
                .map(
                        other ->
                                new ShownText(
                                        "referral.view.state",
                                        "%s: %s"
                                                .formatted(
                                                        other.reference(),
                                                        ReferralBadges.state(
                                                                        other.state(),
                                                                        other.level())
                                                                .text()),
                                        "/referrals/" + other.id()))
                .toList();
    }

    private List<SeatHeld> held(List<PanelSeat> seats) {
        var names =
                actors.names(
                        seats.stream()
                                .flatMap(seat -> Stream.ofNullable(seat.holder()))
                                .collect(Collectors.toSet()));
        return seats.stream()
                .map(
                        seat ->
                                new SeatHeld(
                                        seat.code(),
                                        seat.holder() == null
                                                ? Said.of("referral.checks.seat-empty")
                                                : names.get(seat.holder())))
                .toList();
    }

    /// Each with its rule and whose it is: what stands in the place of the button.
    private static List<String> refusals(ReferralView referral, List<PanelSeat> seats) {
        var refusals = new ArrayList<String>();
        if (referral.person() == null) {
            refusals.add(Said.of("referral.not-matched") + " " + Said.rule(ReferralRule.COMPLETE));
        }
        for (var seat : seats) {
            if (seat.holder() == null) {
                refusals.add(
                        Said.of("referral.seat-empty", Said.code("agency.seat", seat.code()))
                                + " "
                                + Said.rule(ReferralRule.SEATS));
            }
        }
        return refusals;
    }

    @POST
    @Requires(Operation.CHECK_REFERRAL)
    public Response check(UUID id) {
        return forms.submit(
                () -> {
                    var form = forms.sent();
                    var actor = current.get();
                    var items = items(service.view(id, actor), form);
                    form.check();
                    if (form.value("action").equals("panel")) {
                        service.sendToPanel(id, items, actor);
                        return "/referrals/%s?alert=referral.alert.to-panel".formatted(id);
                    }
                    service.giveBack(id, items, actor);
                    return "/referrals/%s?alert=referral.alert.returned".formatted(id);
                },
                form -> checks(service.view(id, current.get()), form));
    }

    private static List<CheckedItem> items(ReferralView referral, Form form) {
        var items = new ArrayList<CheckedItem>();
        for (var kept : referral.sections()) {
            if (!kept.asked()) {
                continue;
            }
            var item = new CheckItem(kept.section(), List.of());
            var title = Said.code("referral.section", kept.section());
            var note = form.text(item.note());
            var code = form.text(item.finding());
            var finding =
                    Stream.of(CheckedItem.Finding.values())
                            .filter(one -> one.name().equals(code))
                            .findFirst();
            if (finding.isEmpty()) {
                form.reject(item.finding(), "referral.problem.finding", title);
                continue;
            }
            if (finding.get() != CheckedItem.Finding.PRESENT && note == null) {
                form.reject(item.note(), "referral.problem.note", title);
            }
            items.add(new CheckedItem(kept.section(), finding.get(), note));
        }
        return items;
    }
}
