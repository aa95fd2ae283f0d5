package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.microsoft.playwright.options.SelectOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mappa.time.London;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The story of the product: refer, check, three votes, accepted, first meeting, feedback, and who
/// saw it.
class ReferralStoryIT {

    @Test
    @Tag("REF-04")
    @Tag("REF-09")
    void fromTheReferralToTheFirstMeeting() {
        var begun = Instant.now();
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
            var before = London.today(Clock.systemUTC());
            story.vote("police.di", id, "ACCEPT_3");
            var after = London.today(Clock.systemUTC());

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
                    () -> !firstMeeting(story, caseReference).isEmpty());
            // in the community with an old sentence: 20 working days from acceptance, whatever
            // else the calendar holds; a vote at midnight is accepted on one day or the next
            assertThat(firstMeeting(story, caseReference))
                    .as("the first meeting, accepted on %s", after)
                    .singleElement(STRING)
                    .containsAnyOf(dueIn20WorkingDays(before), dueIn20WorkingDays(after));

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

            theAuditorSeesEachViewAndChange(story, id, begun);
        }
    }

    private static List<String> firstMeeting(Story story, String caseReference) {
        return story.tasks("administrator", "available", caseReference).stream()
                .filter(row -> row.contains("Arrange the meeting"))
                .toList();
    }

    private static String dueIn20WorkingDays(LocalDate accepted) {
        return BankHolidays.workingDaysAfter(accepted, 20)
                .format(DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK));
    }

    /// DECISIONS 7: for the time of a sample, and only what is in it.
    private static void theAuditorSeesEachViewAndChange(Story story, String id, Instant begun) {
        var coordinator = story.as("coordinator.a").go("/referrals/" + id);
        var path =
                coordinator.page().locator("main a[href^='/cases/']").first().getAttribute("href");
        var auditor = story.as("auditor").go(path);
        assertThat(auditor.screen()).as("not in a sample yet").isEqualTo("S-06");

        coordinator.go(path + "/accesses").follow("Put the case into an auditor’s sample");
        var name = story.name("auditor");
        coordinator
                .page()
                .locator("select[name='auditor']")
                .selectOption(new SelectOption().setLabel(name));
        coordinator.press("Put into the sample");
        assertThat(coordinator.text()).contains("in the auditor’s sample", name + ", until");

        coordinator.picture("S-89");

        auditor.go(path + "/events").picture("S-23-auditor");
        assertThat(auditor.screen()).isEqualTo("S-23");
        assertThat(auditor.text())
                .contains(
                        "sent to the panel",
                        "Accepted at Level 2",
                        story.name("referrer.probation"));
        assertThat(auditor.page().locator("main a[href^='/referrals/']").count())
                .as("links to what an auditor may not open")
                .isZero();

        var kept =
                Product.get()
                        .count(
                                """
                                select count(*) from audit_event, mappa_case c
                                where c.id = ? and subject_ids && array[c.id, c.person_id, ?]
                                """,
                                UUID.fromString(Story.idIn(path)),
                                UUID.fromString(id));
        var log = story.accesses("auditor", path);
        auditor.picture("S-26-auditor");
        assertThat(log)
                .as("rows of the trail about the referral, its person or case")
                .hasSize((int) kept);
        assertThat(log).extracting(Story.Access::at).allMatch(begun::isBefore, "in this story");
        assertThat(log.stream().map(line -> line.who() + ", " + line.role() + ": " + line.what()))
                .as("in the order of the trail")
                .containsSubsequence(
                        story.line("referrer.probation", "Recorded: referral started"),
                        story.line("referrer.probation", "Looked at: referral"),
                        story.line("referrer.probation", "Recorded: referral saved"),
                        story.line("referrer.probation", "Changed: referral sent"),
                        story.line("administrator", "Looked at: referral"),
                        story.line("administrator", "Recorded: person’s record"),
                        story.line("administrator", "Recorded: case opened"),
                        story.line("administrator", "Combined: referral matched"),
                        story.line("administrator", "Changed: referral sent to panel"),
                        story.line("coordinator.a", "Looked at: ballot"),
                        story.line("coordinator.a", "Changed: referral vote cast"),
                        story.line("coordinator.b", "Looked at: ballot"),
                        story.line("police.di", "Looked at: ballot"),
                        story.line("police.di", "Changed: referral vote cast"),
                        story.line("police.di", "Changed: level"),
                        story.line("police.di", "Changed: referral accepted"),
                        story.line("coordinator.a", "Looked at: decision"),
                        story.line("coordinator.b", "Disclosed: referral feedback sent"),
                        story.line("referrer.probation", "Looked at: feedback"),
                        story.line("coordinator.a", "Permission: auditor’s sample"),
                        story.line("auditor", "Looked at: timeline"));
    }
}
