package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mappa.identity.Actors;
import mappa.identity.Role;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// What other packages ask about an area: its numbers, its panel, its working days.
@ApplicationScoped
public class Areas {

    private final EntityManager entities;
    private final SettingHistory history;
    private final Actors actors;
    private final Clock clock;

    Areas(EntityManager entities, SettingHistory history, Actors actors, Clock clock) {
        this.entities = entities;
        this.history = history;
        this.actors = actors;
        this.clock = clock;
    }

    /// Names of all areas by code, in the order of their names.
    public Map<String, String> names() {
        @SuppressWarnings("unchecked")
        List<Tuple> rows =
                entities.createNativeQuery(
                                "select code, name from area order by name, code", Tuple.class)
                        .getResultList();
        var names = new LinkedHashMap<String, String>();
        rows.forEach(
                row -> names.put(row.get("code", String.class), row.get("name", String.class)));
        return names;
    }

    /// The area's numbers today.
    public AreaSettings settings(String area) {
        return settings(area, London.today(clock));
    }

    /// The area's numbers on a day, as they are known now.
    public AreaSettings settings(String area, LocalDate on) {
        return SettingHistory.settings(area, history.changes(area), on);
    }

    /// The area's calendar: bank holidays of England and Wales with the area's own overrides.
    public WorkingDays workingDays(String area) {
        return new WorkingDays(
                history.overrides(area).stream()
                        .map(
                                row ->
                                        new WorkingDays.Override(
                                                row.day(), row.isWorking(), row.reason()))
                        .toList());
    }

    /// The panel's seats today in their order, each with who sits on it.
    public List<PanelSeat> seats(String area) {
        var today = London.today(clock);
        var holdingBySeat = new EnumMap<Seat, SeatHolding>(Seat.class);
        history.holdings(area).stream()
                .filter(holding -> !holding.fromOn().isAfter(today))
                .forEach(holding -> holdingBySeat.put(holding.seat(), holding));
        var eligible = new EnumMap<Role, Set<UUID>>(Role.class);
        return settings(area, today).seats().stream()
                .map(Seat::valueOf)
                .map(
                        seat -> {
                            var may =
                                    eligible.computeIfAbsent(
                                            seat.role(),
                                            role -> new HashSet<>(actors.holders(area, role)));
                            return seat(seat, holdingBySeat.get(seat), may);
                        })
                .toList();
    }

    private static PanelSeat seat(Seat seat, @Nullable SeatHolding holding, Set<UUID> may) {
        if (holding == null) {
            return new PanelSeat(seat.name(), null, null, null);
        }
        return new PanelSeat(
                seat.name(),
                may.contains(holding.holder()) ? holding.holder() : null,
                may.contains(holding.deputy()) ? holding.deputy() : null,
                holding.fromOn());
    }

    /// Chair of the area's Strategic Management Board; empty if nobody is appointed.
    public Optional<UUID> smbChair(String area) {
        return actors.holders(area, Role.SMB_CHAIR).stream().findFirst();
    }

    /// Adds an area.
    void add(String code, String name) {
        entities.createNativeQuery("insert into area (code, name) values (:code, :name)")
                .setParameter("code", code)
                .setParameter("name", name)
                .executeUpdate();
    }
}
