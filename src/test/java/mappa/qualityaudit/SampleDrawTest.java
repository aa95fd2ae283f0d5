package mappa.qualityaudit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The draw of a sample: what stands here was worked out without the product.
@Tag("SMB-05")
class SampleDrawTest {

    private static final long SEED = 20_261_122;

    private static final List<UUID> POPULATION =
            LongStream.rangeClosed(1, 10).mapToObj(number -> new UUID(0, number)).toList();

    /// By `for n in …; do printf '%s ' $n; printf '%s' "20261122:$id" | sha256sum; done | sort
    /// -k2`.
    private static final List<Integer> ORDER_BY_SHELL = List.of(6, 8, 1, 4, 10, 9, 7, 2, 3, 5);

    @Test
    void isTheOneThatAShellDraws() {
        assertThat(SampleDraw.draw(SEED, POPULATION, 10))
                .containsExactlyElementsOf(
                        ORDER_BY_SHELL.stream().map(number -> new UUID(0, number)).toList());
        assertThat(SampleDraw.draw(SEED, POPULATION, 3))
                .containsExactlyElementsOf(
                        ORDER_BY_SHELL.stream()
                                .limit(3)
                                .map(number -> new UUID(0, number))
                                .toList());
    }

    @Test
    void givesTicketsThatAnotherProgramGives() throws IOException, InterruptedException {
        for (var ticket : SampleDraw.tickets(7, POPULATION)) {
            var process = new ProcessBuilder("sha256sum").start();
            try (var in = process.getOutputStream()) {
                in.write(("7:" + ticket.id()).getBytes(UTF_8));
            }
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).isZero();
            assertThat(said).startsWith(ticket.ticket());
        }
    }

    @Test
    void drawsNobodyTwiceAndHeedsNoOrder() {
        for (long seed = 0; seed < 200; seed++) {
            var shuffled = new ArrayList<>(POPULATION);
            Collections.shuffle(shuffled, new Random(seed));
            var drawn = SampleDraw.draw(seed, shuffled, 6);
            assertThat(drawn).hasSize(6).doesNotHaveDuplicates().isSubsetOf(POPULATION);
            assertThat(SampleDraw.draw(seed, POPULATION, 6)).isEqualTo(drawn);
        }
    }

    @Test
    void givesEverybodyTheSameChance() {
        var times = new int[10];
        var draws = 20_000;
        for (long seed = 0; seed < draws; seed++) {
            SampleDraw.draw(seed, POPULATION, 3)
                    .forEach(id -> times[(int) id.getLeastSignificantBits() - 1]++);
        }
        // each is expected 6,000 times; 250 are nearly four standard deviations
        for (var time : times) {
            assertThat(time).isBetween(5_750, 6_250);
        }
    }
}
