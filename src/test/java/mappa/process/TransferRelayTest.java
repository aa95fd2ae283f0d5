package mappa.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.agency.Setting;
import mappa.meeting.MeetingStories;
import mappa.transfer.TransferStories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A transfer through service, relay and process: the cycle of one area ends, that of the other
/// begins, and each area's work says where the case is.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class TransferRelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int INTERVAL = 49;

    @Inject TransferStories stories;
    @Inject MeetingStories meetings;
    @Inject Engine connection;
    @Inject MovedClock clock;

    private @Nullable MemoryEngine engine;

    @AfterEach
    void engineGoes() {
        clock.reset();
        if (engine != null) {
            engine.close();
            await("the engine's absence is noticed", () -> !connection.isPresent());
        }
    }

    @Test
    @Tag("TRF-04")
    @Tag("TRF-06")
    void theSendingCycleEndsAndTheReceivingOneIsDueAnIntervalAfterTheLastMeeting() {
        engine = MemoryEngine.at(RealParts.enginePort());
        await("the engine is noticed", connection::isPresent);
        var from = meetings.circle("VH");
        var to = meetings.circle("VI");
        var receiver = to.team().coordinatorA();
        stories.set(receiver, Setting.REVIEW_DAYS_LEVEL_3, INTERVAL);
        var given = stories.met(from, 3);
        var met = meetings.today();
        var left = meetings.cycle(from, given).id();
        await("the next is to be arranged", () -> open(left).contains("Task_Arrange"));
        var invited = meetings.invited(from, given, 20);
        await("all are asked", () -> open(left).contains("Task_HoldMeeting"));
        assertThat(invited).isNotNull();

        var transfer = stories.offered(from.team().coordinatorA(), given, "VI");
        assertThat(open(left)).contains("Task_HoldMeeting");
        var taken = stories.accepted(receiver, transfer);

        var began = meetings.cycle(to, taken).id();
        await("the receiving unit is asked", () -> open(began).equals(List.of("Task_Arrange")));
        await("all is told", () -> pending(left) + pending(began) == 0);
        await(
                "the sending process holds the minutes alone",
                () -> engine.waitingAt(instance(left)).equals(List.of("Task_DraftMinutes")));
        assertThat(open(left)).containsExactly("Task_DraftMinutes");
        assertThat(engine.waitingAt(instance(began))).contains("Task_Arrange");
        var due = met.plusDays(INTERVAL);
        assertThat(meetings.cycle(to, taken).dueOn()).isEqualTo(due);
        assertThat(dueOf(began)).isEqualTo(due);
    }

    private static List<String> open(UUID cycle) {
        return texts(
                "select element from work_item where thing_id = '%s' and state = 'OPEN' order by 1"
                        .formatted(cycle));
    }

    private static LocalDate dueOf(UUID cycle) {
        return LocalDate.parse(
                texts(
                                "select due_on::text from work_item where thing_id = '%s' and element = 'Task_Arrange'"
                                        .formatted(cycle))
                        .getFirst());
    }

    private static int pending(UUID cycle) {
        return texts(
                        "select state from outbox where state <> 'SENT' and thing_id = '%s'"
                                .formatted(cycle))
                .size();
    }

    private static long instance(UUID cycle) {
        return Long.parseLong(
                texts(
                                "select instance_key::text from process_instance where thing_id = '%s'"
                                        .formatted(cycle))
                        .getFirst());
    }

    private static List<String> texts(String sql) {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
