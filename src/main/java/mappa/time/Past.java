package mappa.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/// Work that is recorded as done at an earlier moment. Only an invented area has such a past; real
/// work is recorded when it is done.
public final class Past {

    private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

    private Past() {}

    /// Does the work, in this thread, as if it were that moment.
    public static <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(MOMENT, moment).call(work::get);
    }

    /// The clock, except for work in the past.
    public static Clock over(Clock clock) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return over(clock.withZone(zone));
            }

            @Override
            public Instant instant() {
                return MOMENT.isBound() ? MOMENT.get() : clock.instant();
            }
        };
    }
}
