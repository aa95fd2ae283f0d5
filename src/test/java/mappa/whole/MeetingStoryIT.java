package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.time.London;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The meetings about two accepted cases: held, adjourned and left; and from Level 3 to Level 2.
class MeetingStoryIT {

    private final Product product = Product.get();
    private final LocalDate today = London.today(Clock.systemUTC());

    @Test
    @Tag("MTG-02")
    @Tag("MTG-09")
    @Tag("MTG-10")
    @Tag("LVL-10")
    void aCaseIsDiscussedPutOffForLackOfQuorumAndLeaves() {
        try (var story = new MeetingStory()) {
            var found = story.accepted("Pemberwick", "ACCEPT_2");
            story.toArrange(found, BankHolidays.workingDaysAfter(today, 20));
            // while the engine is away, and with a last day for returns that is over
            var first = story.workingDay(7);
            String meeting;
            product.stopPart("zeebe");
            try {
                meeting = story.arranged(found, first, today.minusDays(7));
                story.invited(meeting, MeetingStory.NINE.values().stream().toList());
                story.eightAnswer(meeting);
            } finally {
                product.startPart("zeebe");
            }
            Product.until(
                    "the silent agency is chased",
                    () -> !story.work(found, "Chase answers and returns").isEmpty());
            assertThat(
                            product.count(
                                    "select count(*) from notice where thing_id = ? and kind = 'RETURN_REMINDER'",
                                    UUID.fromString(meeting)))
                    .as("agencies reminded of their return")
                    .isEqualTo(1);
            assertThat(story.as(MeetingStory.UNIT).go("/meetings/" + meeting).text())
                    .contains("8 of 9")
                    .contains(MeetingStory.NINE.get("spoc.health") + ": ");
            story.as(MeetingStory.UNIT).picture("S-50-invited");

            story.held(meeting);
            story.attended(meeting, MeetingStory.NINE.get("spoc.health"));
            story.written(meeting, "STAY", "disclosure");
            var closing = story.as("chair").go("/meetings/" + meeting + "/closing");
            closing.picture("S-52-refused");
            closing.page().locator("main form button").click();
            assertThat(closing.text()).contains("Disclosure has not been decided", "R-DIS-14");
            assertThat(
                            closing.page()
                                    .locator(".govuk-list--bullet")
                                    .first() // what is missing; then what only should be looked at
                                    .locator("a[href*='/record/']")
                                    .count())
                    .isEqualTo(1);
            story.section(meeting, "disclosure", Map.of("disclosure", "DO_NOT"));
            story.closed(meeting);
            story.toArrange(found, today.plusDays(112));
            var minutes =
                    story.minutesGivenTo(meeting, List.of(MeetingStory.NINE.get("spoc.housing")));
            assertThat(story.as("spoc.housing").go(minutes).text())
                    .contains("Said about supervision.");
            assertThat(story.as("spoc.health").go(minutes).screen())
                    .as("minutes for an agency that did not get them")
                    .isEqualTo("S-06");
            assertThat(story.tasks("spoc.health", "mine", found.reference()))
                    .as("asked of the silent agency after the meeting")
                    .isEmpty();

            var adjourned = story.arranged(found, story.workingDay(12), null);
            story.invited(adjourned, MeetingStory.RESPONSIBLE);
            story.held(adjourned);
            story.attended(adjourned, MeetingStory.NINE.get("spoc.probation"));
            assertThat(story.as("chair").go("/meetings/" + adjourned + "/closing").text())
                    .contains("R-MTG-09");
            var chair = story.as("chair").go("/meetings/" + adjourned);
            chair.type("adjournment", "Nobody of probation came.");
            chair.page()
                    .locator("form[action='/meetings/%s/adjourn'] button".formatted(adjourned))
                    .click();
            assertThat(chair.text()).contains("Nobody of probation came.");
            story.toArrange(found, BankHolidays.workingDaysAfter(today, 10));

            var last = story.arranged(found, story.workingDay(3), null);
            story.invited(last, MeetingStory.RESPONSIBLE);
            story.held(last);
            story.attended(last);
            story.written(last, "EXIT", "");
            story.closed(last);
            Product.until(
                    "there is nothing more to arrange",
                    () -> story.work(found, "Arrange the meeting").isEmpty());
            assertThat(
                            product.count(
                                    "select count(*) from meeting_cycle where case_id = ? and end_reason = 'EXIT'",
                                    UUID.fromString(Story.idIn(found.path()))))
                    .isEqualTo(1);
            assertThat(product.mails()).noneMatch(mail -> mail.contains("Pemberwick"));
        }
    }

    @Test
    @Tag("LVL-09")
    void aCaseGoesFromLevel3ToLevel2WithTheLimitOfLevel2() {
        try (var story = new MeetingStory()) {
            var found = story.accepted("Tollerford", "ACCEPT_3");
            story.toArrange(found, BankHolidays.workingDaysAfter(today, 10));
            var on = story.workingDay(5);
            var meeting = story.arranged(found, on, null);
            story.invited(meeting, MeetingStory.RESPONSIBLE);
            story.held(meeting);
            story.attended(meeting);
            story.written(meeting, "LEVEL_2", "");
            story.closed(meeting);
            story.toArrange(found, today.plusDays(112));
            assertThat(
                            product.count(
                                    "select count(*) from meeting_cycle where case_id = ? and level = 2 and ended_on is null",
                                    UUID.fromString(Story.idIn(found.path()))))
                    .isEqualTo(1);
        }
    }
}
