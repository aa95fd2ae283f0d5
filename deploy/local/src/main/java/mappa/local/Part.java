package mappa.local;

import java.nio.file.Path;
import java.util.OptionalLong;

/// One of the things that run side by side.
interface Part {
    /// As it is called on the command line and in `run.json`.
    String name();

    /// Starts and waits until it can be used. Runs again after [#stop].
    ///
    /// @throws Refusal if it does not come up
    void start();

    /// Ends it, however far it came. Does nothing if it does not run.
    void stop();

    /// Its process; empty while it does not run. The mail catcher is in the launcher's own.
    OptionalLong pid();

    Path log();
}
