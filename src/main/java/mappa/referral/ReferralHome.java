package mappa.referral;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import mappa.identity.Actor;
import mappa.identity.Role;
import mappa.time.London;
import mappa.web.Badge;
import mappa.web.HomeBlock;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// What the home page says about referrals: to their referrers, to the unit, and to the panel.
class ReferralHome {

    private static final int MOST_ROWS = 5;
    private static final String STATE = "referral.list.state";

    private final ReferralService service;
    private final Clock clock;

    ReferralHome(ReferralService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Produces
    @Singleton
    HomeBlock ballots() {
        return new Block(
                20,
                actor -> actor.has(Role.PANEL_MEMBER), // coordinators have theirs among their tasks
                this::ballots);
    }

    @Produces
    @Singleton
    HomeBlock toCheck() {
        return new Block(
                30,
                ReferralHome::isUnit,
                actor ->
                        listed(
                                ReferralTab.SENT,
                                "referral.home.to-check",
                                "referral.home.to-check-empty",
                                actor));
    }

    @Produces
    @Singleton
    HomeBlock panel() {
        return new Block(
                40,
                ReferralHome::isUnit,
                actor ->
                        listed(
                                ReferralTab.SCREENING,
                                "referral.home.panel",
                                "referral.home.panel-empty",
                                actor));
    }

    @Produces
    @Singleton
    HomeBlock returned() {
        return new Block(
                21,
                ReferralHome::refers,
                actor -> {
                    var found =
                            listed(
                                    ReferralTab.RETURNED,
                                    "referral.home.returned",
                                    "referral.home.returned-empty",
                                    actor);
                    return new HomeBlock.Content(
                            found.heading(),
                            found.last(),
                            found.count(),
                            found.rows(),
                            found.all(),
                            found.empty(),
                            "/referrals/new",
                            "referral.home.start");
                });
    }

    @Produces
    @Singleton
    HomeBlock drafts() {
        return new Block(
                22,
                ReferralHome::refers,
                actor ->
                        listed(
                                ReferralTab.DRAFTS,
                                "referral.home.drafts",
                                "referral.home.drafts-empty",
                                actor));
    }

    @Produces
    @Singleton
    HomeBlock inScreening() {
        return new Block(
                23,
                ReferralHome::refers,
                actor ->
                        listed(
                                ReferralTab.SCREENING,
                                "referral.home.screening",
                                "referral.home.screening-empty",
                                actor));
    }

    @Produces
    @Singleton
    HomeBlock decided() {
        return new Block(
                24,
                ReferralHome::refers,
                actor ->
                        listed(
                                ReferralTab.DECIDED,
                                "referral.home.decided",
                                "referral.home.decided-empty",
                                actor));
    }

    private record Block(
            int order,
            java.util.function.Predicate<Actor> audience,
            java.util.function.Function<Actor, Content> contents)
            implements HomeBlock {
        @Override
        public boolean concerns(Actor actor) {
            return audience.test(actor);
        }

        @Override
        public Content content(Actor actor) {
            return contents.apply(actor);
        }
    }

    private static boolean isUnit(Actor actor) {
        return actor.role() != null && actor.role().isUnit();
    }

    private static boolean refers(Actor actor) {
        return actor.has(Role.REFERRER);
    }

    private HomeBlock.Content listed(ReferralTab tab, String heading, String empty, Actor actor) {
        var found = service.list(tab, null, actor);
        return new HomeBlock.Content(
                heading,
                STATE,
                found.counts().getOrDefault(tab, 0L),
                found.referrals().stream().limit(MOST_ROWS).map(this::row).toList(),
                "/referrals?tab=" + ReferralPages.slug(tab),
                empty);
    }

    private HomeBlock.Row row(ReferralSummary referral) {
        return row(referral, ReferralPages.path(referral));
    }

    private HomeBlock.Row row(ReferralSummary referral, String path) {
        return new HomeBlock.Row(
                due(referral.dueOn()),
                referral.dueOn(),
                referral.requestedLevel() == 0
                        ? Said.of("referral.home.row")
                        : Said.of("referral.home.row-level", referral.requestedLevel()),
                ReferralPages.what(referral),
                ReferralBadges.state(referral.state(), referral.level()).text(),
                path);
    }

    private @Nullable Badge due(@Nullable LocalDate dueOn) {
        return dueOn == null ? null : Badge.due(dueOn, London.today(clock));
    }

    /// Those whose vote is awaited, soonest due first.
    private HomeBlock.Content ballots(Actor actor) {
        List<HomeBlock.Row> open =
                service.screening(actor).open().stream()
                        .filter(
                                line ->
                                        line.mine() == SeatState.OPEN
                                                || line.mine() == SeatState.UNCONFIRMED)
                        .map(ScreeningView.Line::referral)
                        .filter(referral -> referral.state() == ReferralState.IN_SCREENING)
                        .map(
                                referral ->
                                        row(
                                                referral,
                                                "/referrals/%s/votes".formatted(referral.id())))
                        .toList();
        return new HomeBlock.Content(
                "referral.home.ballots",
                STATE,
                open.size(),
                open.stream().limit(MOST_ROWS).toList(),
                "/screening",
                "referral.home.ballots-empty");
    }
}
