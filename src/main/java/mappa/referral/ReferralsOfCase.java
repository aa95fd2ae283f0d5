package mappa.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mappa.caseload.CasePart;
import mappa.caseload.CaseSummary;
import mappa.identity.Access;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The referrals of a case, on its summary and its timeline: those that the reader may see.
@ApplicationScoped
class ReferralsOfCase implements CasePart {

    private final ReferralService referrals;
    private final Actors actors;
    private final Access access;

    ReferralsOfCase(ReferralService referrals, Actors actors, Access access) {
        this.referrals = referrals;
        this.actors = actors;
        this.access = access;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String heading() {
        return "referral.of-case.heading";
    }

    @Override
    public String empty() {
        return "referral.of-case.empty";
    }

    @Override
    public List<Item> items(CaseSummary of, Actor actor) {
        return referrals.about(of.personId(), actor).stream()
                .map(
                        referral ->
                                new Item(
                                        ReferralBadges.state(referral.state(), referral.level()),
                                        reference(referral),
                                        Said.of(
                                                "referral.of-case.asked",
                                                referral.requestedLevel()),
                                        path(referral, actor)))
                .toList();
    }

    @Override
    public List<Happening> happenings(CaseSummary of, Actor actor) {
        var found = referrals.about(of.personId(), actor);
        var names =
                actors.names(
                        found.stream()
                                .map(ReferralSummary::referrer)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        var happenings = new ArrayList<Happening>();
        for (var referral : found) {
            happenings.add(
                    happening(
                            referral,
                            referral.startedAt(),
                            Said.of("referral.of-case.started", reference(referral)),
                            names,
                            actor));
            if (referral.sentToPanelAt() != null) {
                happenings.add(
                        happening(
                                referral,
                                referral.sentToPanelAt(),
                                Said.of("referral.of-case.to-panel", reference(referral)),
                                Map.of(),
                                actor));
            }
            happenings.add(
                    happening(
                            referral,
                            referral.lastAt(),
                            Said.of(
                                    "referral.of-case.state",
                                    reference(referral),
                                    ReferralBadges.state(referral.state(), referral.level())
                                            .text()),
                            Map.of(),
                            actor));
        }
        return happenings;
    }

    @Override
    public List<UUID> things(CaseSummary of, Actor actor) {
        return referrals.idsAbout(of.personId(), actor);
    }

    private Happening happening(
            ReferralSummary referral, Instant at, String text, Map<?, String> names, Actor actor) {
        return new Happening(
                at,
                EventKind.REFERRAL,
                text,
                names.get(referral.referrer()),
                path(referral, actor));
    }

    private static String reference(ReferralSummary referral) {
        return Objects.requireNonNullElse(
                referral.reference(), Said.of("referral.of-case.no-reference"));
    }

    /// None for whoever sees that there is a referral and may not open it: an auditor.
    private @Nullable String path(ReferralSummary referral, Actor actor) {
        return access.allows(Operation.READ_REFERRAL, referral.id(), actor)
                ? "/referrals/" + referral.id()
                : null;
    }
}
