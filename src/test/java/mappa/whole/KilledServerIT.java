package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The server is killed with SIGKILL between two steps that belong together: nothing is lost,
/// nothing happens twice.
class KilledServerIT {

    private final Product product = Product.get();

    @Test
    void betweenCommitAndRelay() {
        try (var story = new Story()) {
            var id = story.draft("referrer.probation", "Marrowby", LocalDate.of(1979, 5, 5));
            try (var doomed =
                    DoomedServer.haltingAt(
                            product, "CLASS mappa.process.Relay\nMETHOD tell\nAT ENTRY")) {
                story.send("referrer.probation", id);
                doomed.dieThere();
            }
            assertThat(story.as("referrer.probation").go("/referrals/" + id).text())
                    .as("the referral was sent, before and after")
                    .doesNotContain("Draft");
            isAskedOnce(id, "Task_CheckCompleteness");
            nothingIsLeftToSay(id);
        }
    }

    @Test
    void betweenRelayAndMark() {
        try (var story = new Story()) {
            var id = story.inScreening("Nettlewick", LocalDate.of(1981, 6, 6));
            isAskedOnce(id, "Task_Vote");
            story.vote("coordinator.a", id, "DECLINE");
            try (var doomed =
                    DoomedServer.haltingAt(
                            product, "CLASS mappa.process.RelayQueue\nMETHOD sent\nAT ENTRY")) {
                story.vote("police.di", id, "DECLINE");
                doomed.dieThere();
            }
            isAskedOnce(id, "Task_SendFeedback");
            nothingIsLeftToSay(id);
            assertThat(open(id, "Task_Vote")).as("votes still asked").isZero();
            assertThat(story.as("coordinator.b").go("/referrals/" + id + "/decision").text())
                    .contains("Declined");
        }
    }

    private void isAskedOnce(String id, String element) {
        Product.until(element + " is asked", () -> asked(id, element) > 0);
        assertThat(
                        product.count(
                                "select count(*) from process_instance where thing_id = ? and ended_at is null",
                                UUID.fromString(id)))
                .as("live instances")
                .isEqualTo(1);
        var seats = element.equals("Task_Vote") ? 3 : 1;
        Product.until(element + " is asked of everybody", () -> asked(id, element) == seats);
    }

    private long asked(String id, String element) {
        return product.count(
                "select count(*) from work_item where thing_id = ? and element = ?",
                UUID.fromString(id),
                element);
    }

    private long open(String id, String element) {
        return product.count(
                "select count(*) from work_item where thing_id = ? and element = ? and state = 'OPEN'",
                UUID.fromString(id),
                element);
    }

    private void nothingIsLeftToSay(String id) {
        Product.until(
                "the outbox of the referral is empty",
                () ->
                        product.count(
                                        "select count(*) from outbox where thing_id = ? and state <> 'SENT'",
                                        UUID.fromString(id))
                                == 0);
    }
}
