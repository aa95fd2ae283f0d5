package mappa.process;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The process `meeting-cycle` on the broker that the product runs on.
class MeetingCycleBrokerIT extends MeetingCycleStories {

    private static Broker broker;

    MeetingCycleBrokerIT() {
        super(broker);
    }

    @BeforeAll
    static void start() {
        broker = Broker.withModels();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }
}
