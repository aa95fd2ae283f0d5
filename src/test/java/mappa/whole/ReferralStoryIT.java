package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The story of the product: refer, check, three votes, accepted, first meeting, feedback, and who
/// saw it.
class ReferralStoryIT {

    @Test
    @Tag("REF-04")
    @Tag("REF-09")
    void fromTheReferralToTheFirstMeeting() {
        try (var story = new Story()) {
            var id = story.draft("referrer.probation", "Quillfeather", LocalDate.of(1988, 3, 3));
            story.send("referrer.probation", id);
            Product.until(
                    "the unit is asked to check it",
                    () -> !story.tasks("administrator", "available", "Check a referral").isEmpty());
            story.check("administrator", id);
            var reference = story.reference("administrator", id);

            for (var seat : new String[] {"coordinator.a", "coordinator.b", "police.di"}) {
                Product.until(
                        seat + " is asked to vote",
                        () -> !story.tasks(seat, "mine", reference).isEmpty());
            }
            story.vote("coordinator.a", id, "ACCEPT_2");
            assertThat(story.as("coordinator.b").go("/referrals/" + id + "/votes").text())
                    .as("sealed from those who have not voted")
                    .doesNotContain("Reason of coordinator.a");
            story.vote("police.di", id, "ACCEPT_3");

            var outcome = story.as("coordinator.a").go("/referrals/" + id + "/decision");
            assertThat(outcome.text())
                    .contains("Accepted at Level 2")
                    .contains("Reason of coordinator.a", "Reason of police.di");
            Product.until(
                    "the third vote is gone",
                    () -> story.tasks("coordinator.b", "mine", reference).isEmpty());
            var caseReference = reference.substring(0, reference.indexOf('/'));
            Product.until(
                    "the first meeting is on the administrator's list",
                    () ->
                            story.tasks("administrator", "available", caseReference).stream()
                                    .anyMatch(row -> row.contains("Arrange the first meeting")));

            Product.until(
                    "feedback is asked for",
                    () ->
                            story.tasks("coordinator.b", "available", reference).stream()
                                    .anyMatch(row -> row.contains("feedback")));
            story.feedback("coordinator.b", id, "Meetings add what one agency cannot do.");
            var read = story.as("referrer.probation").go("/referrals/" + id + "/decision");
            assertThat(read.text())
                    .contains("Meetings add what one agency cannot do.")
                    .doesNotContain("Reason of");
            Product.until(
                    "the referrer was told by mail, once, without a name",
                    () ->
                            Product.get().mails().stream()
                                            .filter(mail -> mail.contains(reference))
                                            .filter(mail -> mail.contains("has been decided"))
                                            .count()
                                    == 1);
            assertThat(Product.get().mails()).noneMatch(mail -> mail.contains("Quillfeather"));

            var casePath =
                    story.as("coordinator.a")
                            .go("/referrals/" + id)
                            .page()
                            .locator("main a[href^='/cases/']")
                            .first()
                            .getAttribute("href");
            var lookers = story.as("coordinator.a").go(casePath + "/accesses");
            assertThat(lookers.screen()).isEqualTo("S-26");
        }
    }
}
