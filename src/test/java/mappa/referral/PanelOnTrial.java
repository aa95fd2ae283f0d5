package mappa.referral;

import static mappa.referral.ReferralFixtures.TIMES;
import static mappa.referral.ReferralFixtures.TUESDAY;
import static mappa.referral.ReferralFixtures.aReferralInScreening;
import static mappa.referral.ReferralFixtures.ballot;
import static mappa.referral.ReferralFixtures.somebody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.rule.RuleBroken;

/// A referral that is driven by ballot events and told apart from the oracle only by what it says.
final class PanelOnTrial {

    private static final Set<UUID> COORDINATORS =
            Set.of(somebody("p0"), somebody("p1"), somebody("d0"));

    private final Referral referral;
    private final Map<UUID, String> names = new HashMap<>();

    private PanelOnTrial(int seats, int needed) {
        var holders = new ArrayList<SeatHolder>();
        for (int seat = 0; seat < seats; seat++) {
            holders.add(new SeatHolder("SEAT_" + seat, person("p" + seat)));
        }
        referral = aReferralInScreening(holders, needed);
    }

    /// A panel after the oracle's history.
    static PanelOnTrial after(BallotOracle oracle) {
        var panel = new PanelOnTrial(oracle.seats(), oracle.needed());
        var now = BallotOracle.start(oracle.seats(), oracle.needed());
        for (var event : oracle.history()) {
            panel.apply(event, now);
            now = now.then(event);
        }
        return panel;
    }

    /// @param before the oracle, that says who acts
    /// @return whether it was allowed
    boolean tries(BallotEvent event, BallotOracle before) {
        try {
            apply(event, before);
            return true;
        } catch (RuleBroken refused) {
            return false;
        }
    }

    private void apply(BallotEvent event, BallotOracle before) {
        int seat = event.seat();
        var actor = person(before.actor(seat));
        switch (event.kind()) {
            case VOTE -> referral.vote(actor, ballot(Vote.valueOf(event.vote())), TIMES, TUESDAY);
            case CHANGE ->
                    referral.changeVote(actor, ballot(Vote.valueOf(event.vote())), TIMES, TUESDAY);
            case CONFIRM -> referral.confirmVote(actor, TIMES, TUESDAY);
            case MORE_INFORMATION -> ReferralFixtures.ask(referral, actor, TUESDAY);
            case ANSWER -> ReferralFixtures.answer(referral, TUESDAY);
            case CONFLICT -> referral.declareConflict(actor, "A cousin", deputies(seat), TUESDAY);
            case NAME_BY_COORDINATOR -> name(seat, before, person("p0"));
            case NAME_BY_CHAIR -> name(seat, before, person("chair"));
            case DIFFERENT_VIEW ->
                    referral.recordDifferentView(
                            actor, Vote.valueOf(event.vote()), "I see it otherwise", TUESDAY);
        }
    }

    private void name(int seat, BallotOracle before, UUID by) {
        referral.nameSubstitute("SEAT_" + seat, person(before.candidate(seat)), by, COORDINATORS);
    }

    private List<UUID> deputies(int seat) {
        return seat < 2
                ? List.of(person("d0"))
                : seat == 2 ? List.of(person("d1")) : List.<UUID>of();
    }

    BallotOracle.Position position() {
        var panel = referral.panel();
        var level = referral.decision() == null ? null : referral.decision().level();
        return new BallotOracle.Position(
                referral.state().name(),
                level == null ? "-" : level.toString(),
                panel.round(),
                panel.seats().stream().map(this::words).toList(),
                panel.counted().stream()
                        .map(vote -> vote.seat().substring(5) + " " + vote.vote())
                        .toList(),
                panel.votes().size());
    }

    private String words(PanelSeat seat) {
        var vote = referral.panel().standing(seat);
        return seat.state()
                + " "
                + (seat.holder() == null ? "-" : names.get(seat.holder()))
                + " "
                + vote.map(PanelVote::vote).map(Vote::name).orElse("-");
    }

    private UUID person(String name) {
        var id = somebody(name);
        names.put(id, name);
        return id;
    }
}
