package mappa.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mappa.meeting.MeetingMode;
import org.jspecify.annotations.Nullable;

/// All that a lay adviser may know of a meeting: when, where, at which level.
///
/// @param place null if not known yet
/// @param notes empty for whoever may not read them
public record ObservationView(
        UUID id,
        UUID layAdviserId,
        String layAdviser,
        String purpose,
        ObservationState state,
        int level,
        Instant startsAt,
        LocalDate day,
        MeetingMode mode,
        @Nullable String place,
        @Nullable Instant acknowledgedAt,
        List<Note> notes) {

    public record Note(String text, Instant at) {}

    static ObservationView of(Observation of, String layAdviser, List<ObservationNotes> notes) {
        return new ObservationView(
                of.id(),
                of.layAdviser(),
                layAdviser,
                of.purpose(),
                state(of, !notes.isEmpty()),
                of.level(),
                of.startsAt(),
                of.day(),
                of.mode(),
                of.place().orElse(null),
                of.acknowledgedAt().orElse(null),
                notes.stream().map(one -> new Note(one.text(), one.writtenAt())).toList());
    }

    private static ObservationState state(Observation of, boolean written) {
        if (of.isEnded()) {
            return ObservationState.ENDED;
        }
        if (of.heldOn().isPresent()) {
            return written ? ObservationState.OBSERVED : ObservationState.HELD;
        }
        return of.acknowledgedAt().isPresent()
                ? ObservationState.ACKNOWLEDGED
                : ObservationState.ANNOUNCED;
    }

    boolean observed() {
        return state == ObservationState.OBSERVED;
    }

    @Override
    public String toString() {
        return "ObservationView[" + id + "]"; // must not reach a log
    }
}
