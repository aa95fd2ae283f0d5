package mappa.observation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Something happened to an observation; observed in the same transaction by whoever tells people.
public record ObservationChanged(
        What what, UUID observation, UUID meeting, UUID layAdviser, String area)
        implements Happened {

    /// In the order in which they can first happen.
    public enum What {
        ANNOUNCED(Kind.DISCLOSE),
        MOVED(Kind.ALTER),
        ENDED(Kind.ALTER),
        ACKNOWLEDGED(Kind.COLLECT),
        HELD(Kind.ALTER),
        NOTES_WRITTEN(Kind.COLLECT);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    static ObservationChanged of(What what, Observation of) {
        return new ObservationChanged(what, of.id(), of.meetingId(), of.layAdviser(), of.area());
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "observation-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        return List.of(observation, meeting);
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("layAdviser", layAdviser);
    }
}
