package mappa.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The calendar in a browser: wide, as narrow as a phone, without script and on paper.
class CalendarIT {

    @Test
    @Tag("MTG-02")
    void isReadInEveryWayWithoutAnythingForAxeToFind() {
        var found = new TreeSet<String>();
        for (var open : new Browser[] {Browser.open(), Browser.narrow(), Browser.withoutScript()}) {
            try (var unit = open.signIn("coordinator.a")) {
                var width = unit.page().viewportSize().width;
                for (var view : new String[] {"month", "week", "list", "due"}) {
                    unit.go("/calendar?view=" + view);
                    assertThat(unit.screen()).isEqualTo("S-40");
                    unit.picture("calendar-%s-%d".formatted(view, width));
                    assertThat(unit.page().evaluate("document.documentElement.scrollWidth"))
                            .as("scrolls one way only")
                            .isEqualTo(width);
                    if (open.page().evaluate("document.body.classList.contains('js-enabled')")
                            == Boolean.TRUE) {
                        found.addAll(unit.axe());
                    }
                }
                unit.go("/calendar").follow("Next month");
                assertThat(unit.path()).contains("from=" + LocalDate.now().plusMonths(1));
                unit.follow("Today").follow("List");
                assertThat(unit.heading()).startsWith("Meetings from ");
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void isUsedByKeyboardAlone() {
        try (var chair = Browser.open().signIn("chair")) {
            chair.go("/calendar");
            var focused = new TreeSet<String>();
            for (var i = 0; i < 40; i++) {
                chair.page().keyboard().press("Tab");
                focused.add(
                        (String)
                                chair.page()
                                        .evaluate(
                                                "document.activeElement.textContent.trim().slice(0, 40)"));
            }
            assertThat(focused).contains("Previous month", "Today", "Next month", "Week", "List");
        }
    }

    @Test
    void printsWithoutWhatIsForTheScreen() {
        try (var unit = Browser.open().signIn("administrator")) {
            unit.go("/calendar?view=week");
            unit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            unit.picture("calendar-week-print");
            assertThat(unit.page().locator("nav:visible").count()).isZero();
            assertThat(unit.page().locator(".app-calendar-day:visible").count()).isEqualTo(7);
            unit.go("/calendar");
            unit.picture("calendar-month-print");
            assertThat(unit.page().locator("table:visible").count()).isPositive();
        }
    }
}
