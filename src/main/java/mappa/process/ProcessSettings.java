package mappa.process;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// Settings of the connection to the engine.
@ConfigMapping(prefix = "mappa.process")
interface ProcessSettings {

    /// Address of the engine's gateway (gRPC); `http` is without encryption.
    URI engine();

    /// Job type of tasks for people, should an engine ever call it otherwise.
    @WithDefault("io.camunda.zeebe:userTask")
    String userTaskType();

    /// How long the engine waits before it hands over an open task again, give or take a fifth.
    @WithDefault("24H")
    Duration lease();

    /// The same until the task is kept here: a server killed in between loses no more than that.
    @WithDefault("60S")
    Duration firstLease();

    /// How often the engine is asked whether it is there.
    @WithDefault("5S")
    Duration watch();

    /// How often the outbox is looked at without being woken.
    @WithDefault("5S")
    Duration poll();

    /// Things whose commands are sent at the same time.
    @WithDefault("8")
    int inFlight();

    /// Attempts after which a command that the engine refuses stops its thing.
    @WithDefault("5")
    int poisonAfter();

    /// How long an open task may go without being looked for.
    @WithDefault("10M")
    Duration sweep();
}
