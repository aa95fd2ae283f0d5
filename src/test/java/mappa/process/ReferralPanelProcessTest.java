package mappa.process;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The process `referral-panel` on the in-memory engine.
class ReferralPanelProcessTest extends ReferralPanelStories {

    private static MemoryEngine engine;

    ReferralPanelProcessTest() {
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
