package mappa.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// An area said who sits on a seat of its panel.
public record SeatNamed(
        String area, Seat seat, @Nullable UUID holder, @Nullable UUID deputy, LocalDate from)
        implements Happened {

    @Override
    public Kind kind() {
        return Kind.PERMISSION;
    }

    @Override
    public List<UUID> subjects() {
        return List.of();
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of(
                "seat",
                seat.name(),
                "holder",
                holder == null ? "" : holder.toString(),
                "deputy",
                deputy == null ? "" : deputy.toString(),
                "from",
                from.toString());
    }
}
