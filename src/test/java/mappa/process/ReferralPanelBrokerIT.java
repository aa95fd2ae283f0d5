package mappa.process;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The process `referral-panel` on the broker that the product runs on.
class ReferralPanelBrokerIT extends ReferralPanelStories {

    private static Broker broker;

    ReferralPanelBrokerIT() {
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
