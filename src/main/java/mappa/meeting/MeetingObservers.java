package mappa.meeting;

import java.util.List;
import java.util.UUID;
import mappa.identity.Actor;

/// Who watches a meeting without taking part, as announced (R-MTG-18); contributed by whoever asks
/// them. They are of no agency and never count for the quorum.
public interface MeetingObservers {

    /// In the order in which they were announced.
    List<Observer> of(UUID meeting, Actor actor);

    /// @param purpose why they watch
    record Observer(String name, String purpose) {}
}
