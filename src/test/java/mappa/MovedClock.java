package mappa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import mappa.time.Past;

/// The server's clock in tests: the real one, moved.
@ApplicationScoped
public class MovedClock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /// From now on it is this moment, and time goes on.
    public void moveTo(Instant moment) {
        offset.set(Duration.between(Clock.systemUTC().instant(), moment));
    }

    public void move(Duration by) {
        offset.updateAndGet(before -> before.plus(by));
    }

    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Past.over(
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Instant instant() {
                        return Clock.systemUTC().instant().plus(offset.get());
                    }
                });
    }
}
