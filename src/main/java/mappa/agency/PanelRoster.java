package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// Who sits on the seats of an area's panel over time.
class PanelRoster {

    private final String area;
    private final List<SeatHolding> holdings;

    /// @param holdings in the order in which they take effect
    PanelRoster(String area, List<SeatHolding> holdings) {
        this.area = area;
        this.holdings = List.copyOf(holdings);
    }

    /// What holds for a seat on a day; empty if nobody was ever named.
    Optional<SeatHolding> on(Seat seat, LocalDate day) {
        return holdings.stream()
                .filter(holding -> holding.seat() == seat && !holding.fromOn().isAfter(day))
                .reduce((_, later) -> later);
    }

    /// Everything said about a seat, the latest first.
    List<SeatHolding> history(Seat seat) {
        return holdings.stream().filter(holding -> holding.seat() == seat).toList().reversed();
    }

    /// Names who sits on a seat and who takes over, from a day on.
    ///
    /// @param holder null leaves it empty
    /// @param panel the seats that the panel has on that day
    /// @param eligible those who have the seat's role in the area
    /// @throws Invalid if somebody is not eligible or would be their own deputy
    /// @throws RuleBroken `REF-03` if the holder would sit on two seats
    SeatHolding name(
            Seat seat,
            @Nullable UUID holder,
            @Nullable UUID deputy,
            @Nullable LocalDate from,
            LocalDate today,
            List<Seat> panel,
            Set<UUID> eligible,
            AreaPolicy.Change by) {
        var begins = AreaPolicy.begin(from, today);
        if (holder != null && !eligible.contains(holder)) {
            throw new Invalid("holder", "agency.problem.not-eligible");
        }
        if (deputy != null && !eligible.contains(deputy)) {
            throw new Invalid("deputy", "agency.problem.not-eligible");
        }
        if (holder != null && holder.equals(deputy)) {
            throw new Invalid("deputy", "agency.problem.own-deputy");
        }
        if (holder != null && panel.contains(seat) && sitsElsewhere(holder, seat, begins, panel)) {
            throw new RuleBroken(AgencyRule.PANEL, "agency.problem.two-seats");
        }
        var stands = on(seat, begins);
        if (Objects.equals(stands.map(SeatHolding::holder).orElse(null), holder)
                && Objects.equals(stands.map(SeatHolding::deputy).orElse(null), deputy)) {
            throw new Invalid("holder", "agency.problem.unchanged");
        }
        return new SeatHolding(area, seat, holder, deputy, begins, by.at(), by.person());
    }

    private boolean sitsElsewhere(UUID person, Seat seat, LocalDate from, List<Seat> panel) {
        var later = holdings.stream().map(SeatHolding::fromOn).filter(day -> day.isAfter(from));
        return Stream.concat(Stream.of(from), later)
                .anyMatch(
                        day ->
                                panel.stream()
                                        .filter(other -> other != seat)
                                        .flatMap(other -> on(other, day).stream())
                                        .anyMatch(held -> person.equals(held.holder())));
    }
}
