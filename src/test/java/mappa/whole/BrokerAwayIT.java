package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The broker is stopped before a referral is sent and started after its decision: people notice
/// nothing.
class BrokerAwayIT {

    private final Product product = Product.get();

    @Test
    void everythingWorksFromTheReferralsOwnPagesAndTheProcessCatchesUp() {
        try (var story = new Story()) {
            var id = story.draft("referrer.probation", "Pennywhistle", LocalDate.of(1984, 8, 8));
            product.stopPart("zeebe");
            try {
                story.send("referrer.probation", id);
                story.check("administrator", id);
                conflict(story, "police.di", id);
                story.vote("coordinator.a", id, "ACCEPT_3");
                story.vote("deputy.di", id, "ACCEPT_3");
                assertThat(story.as("coordinator.a").go("/referrals/" + id + "/decision").text())
                        .contains("Accepted at Level 3");
                assertThat(product.get("/q/health/ready").statusCode()).isEqualTo(200);
                assertThat(product.get("/q/health/ready").body()).contains("engine");
            } finally {
                product.startPart("zeebe");
            }
            var thing = UUID.fromString(id);
            Product.until(
                    "the process stands at the feedback",
                    () ->
                            product.count(
                                            """
                                            select count(*) from work_item
                                            where thing_id = ? and element = 'Task_SendFeedback' and state = 'OPEN'
                                            """,
                                            thing)
                                    == 1);
            Product.until(
                    "the outbox is empty",
                    () ->
                            product.count(
                                            "select count(*) from outbox where thing_id = ? and state <> 'SENT'",
                                            thing)
                                    == 0);
            assertThat(
                            product.count(
                                    """
                                    select count(*) from work_item where thing_id = ? and state = 'OPEN'
                                    and element in ('Task_CheckCompleteness', 'Task_Vote')
                                    """,
                                    thing))
                    .as("tasks asked again of what was done meanwhile")
                    .isZero();
            assertThat(
                            product.count(
                                    "select count(*) from process_instance where thing_id = ?",
                                    thing))
                    .isEqualTo(1);
            assertThat(
                            product.count(
                                    """
                                    select count(*) from (select 1 from notice where thing_id = ?
                                    group by kind, occasion, recipient_id having count(*) > 1) twice
                                    """,
                                    thing))
                    .as("notices sent twice")
                    .isZero();
        }
    }

    private static void conflict(Story story, String user, String id) {
        var browser = story.as(user).go("/referrals/" + id + "/votes");
        browser.choose("vote", "ABSTAIN_CONFLICT").type("reason", "Knows the person's family.");
        browser.page().locator("button[name='action'][value='cast']").click();
        browser.go("/referrals/" + id);
        assertThat(browser.screen()).as("the referral is not there any more").isEqualTo("S-06");
    }
}
