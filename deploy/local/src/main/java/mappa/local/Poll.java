package mappa.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what nobody announces: another process, a port, a file.
final class Poll {
    private static final Duration EVERY = Duration.ofMillis(100);

    private Poll() {}

    /// @return whether the condition held before the patience was over
    static boolean until(Duration patience, BooleanSupplier condition) {
        var end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(EVERY.toNanos());
        }
        return true;
    }
}
