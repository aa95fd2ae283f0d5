package mappa.process;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The process `meeting-cycle` on the in-memory engine.
class MeetingCycleProcessTest extends MeetingCycleStories {

    private static MemoryEngine engine;

    MeetingCycleProcessTest() {
        super(engine);
    }

    @BeforeAll
    static void start() {
        engine = MemoryEngine.withModels();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }
}
