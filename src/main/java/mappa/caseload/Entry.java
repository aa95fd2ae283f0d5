package mappa.caseload;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Who writes a fact down and when.
///
/// @param by account of the person; null for the system
/// @param today the day of `at` in England and Wales
record Entry(@Nullable UUID by, Instant at, LocalDate today) {

    static Entry of(Actor actor, Clock clock) {
        var now = clock.instant();
        return new Entry(actor.person(), now, London.dayOf(now));
    }
}
