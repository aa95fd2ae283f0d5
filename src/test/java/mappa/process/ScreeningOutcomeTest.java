package mappa.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The decision table `screening-outcome` against the same rule in six lines of Java, for every
/// count of ballots that one to five seats can cast.
class ScreeningOutcomeTest {

    @Test
    @Tag("REF-05")
    void decidesAsTheRuleSaysForEveryCount() {
        var tried = 0;
        var decided = 0;
        try (var engine = new MemoryEngine()) {
            engine.deploy(Path.of("bpmn/screening-outcome.dmn"));
            for (var seats = 1; seats <= 5; seats++) {
                for (var needed = seats / 2 + 1; needed <= seats; needed++) {
                    for (var at2 = 0; at2 <= seats; at2++) {
                        for (var at3 = 0; at2 + at3 <= seats; at3++) {
                            for (var declines = 0; at2 + at3 + declines <= seats; declines++) {
                                var expected = expected(at2, at3, declines, needed);
                                assertThat(decide(engine, at2, at3, declines, needed))
                                        .as("%d+%d-%d of %d", at2, at3, declines, needed)
                                        .isEqualTo(expected);
                                tried++;
                                decided += expected.equals("null") ? 0 : 1;
                            }
                        }
                    }
                }
            }
        }
        assertThat(tried).isEqualTo(292);
        assertThat(decided).isBetween(1, tried - 1);
    }

    private static String expected(int at2, int at3, int declines, int needed) {
        if (at3 >= needed) {
            return "{\"outcome\":\"ACCEPTED\",\"level\":3}";
        }
        if (at2 + at3 >= needed) {
            return "{\"outcome\":\"ACCEPTED\",\"level\":2}";
        }
        return declines >= needed ? "{\"outcome\":\"DECLINED\",\"level\":null}" : "null";
    }

    private static String decide(MemoryEngine engine, int at2, int at3, int declines, int needed) {
        var counts = new HashMap<String, Object>();
        counts.put("accepts", at2 + at3);
        counts.put("acceptsAtLevel3", at3);
        counts.put("declines", declines);
        counts.put("votesNeeded", needed);
        return engine.client()
                .newEvaluateDecisionCommand()
                .decisionId("screening-outcome")
                .variables(Map.copyOf(counts))
                .send()
                .join()
                .getDecisionOutput();
    }
}
