package mappa.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import mappa.icalendar.CalendarItem.Standing;
import mappa.time.London;
import mappa.web.Words;
import org.junit.jupiter.api.Test;

/// Entries as another library than the one that wrote them reads them.
class CalendarWriterTest {

    private static final Instant NOW = Instant.parse("2026-05-12T09:00:00Z");

    private final CalendarWriter writer =
            new CalendarWriter(
                    new Words(), URI.create("https://meetings.test/"), "OFFICIAL-SENSITIVE");

    @Test
    void meansTheSameMomentOnBothSidesOfEachChangeOfTheClocks() {
        var starts =
                IntStream.range(2020, 2060)
                        .boxed()
                        .flatMap(
                                year ->
                                        LocalDate.of(year, 1, 1)
                                                .datesUntil(LocalDate.of(year + 1, 1, 1))
                                                .filter(
                                                        day ->
                                                                day.getMonthValue() % 7 == 3
                                                                        && day.getDayOfMonth()
                                                                                > 22))
                        .map(day -> day.atTime(10, 0).atZone(London.ZONE).toInstant())
                        .toList();
        var feed =
                writer.feed(
                        starts.stream().map(start -> item(start, Standing.CONFIRMED)).toList(),
                        Duration.ofHours(1));
        assertThat(Biweekly.parse(feed).first().getEvents())
                .extracting(event -> event.getDateStart().getValue().toInstant())
                .hasSizeGreaterThan(700)
                .containsExactlyElementsOf(starts);
    }

    @Test
    void asksCallsOffAndNamesOnlyTheUnitAndTheOneWhoIsAsked() {
        for (var standing : List.of(Standing.CONFIRMED, Standing.CANCELLED)) {
            var text =
                    writer.invitation(
                            item(NOW.plus(Duration.ofDays(9)), standing),
                            "unit@mappa.test",
                            "spoc@housing.test",
                            NOW);
            var calendar = Biweekly.parse(text).first();
            assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                    .as(calendar.validate(ICalVersion.V2_0).toString())
                    .isTrue();
            assertThat(calendar.getMethod().getValue())
                    .isEqualTo(standing == Standing.CANCELLED ? "CANCEL" : "REQUEST");
            var event = calendar.getEvents().getFirst();
            assertThat(event.getOrganizer().getEmail()).isEqualTo("unit@mappa.test");
            assertThat(event.getAttendees()).hasSize(1);
            assertThat(event.getAttendees().getFirst().getEmail()).isEqualTo("spoc@housing.test");
            assertThat(event.getAttendees().getFirst().getCommonName()).isNull();
            assertThat(event.getStatus().isCancelled()).isEqualTo(standing == Standing.CANCELLED);
            assertThat(event.getLocation().getValue()).isEqualTo("See the service");
        }
    }

    @Test
    void foldsLinesAsTheStandardAsks() {
        var text =
                writer.invitation(
                        item(NOW, Standing.CONFIRMED), "unit@mappa.test", "spoc@x.test", NOW);
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes().length <= 75);
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    private static CalendarItem item(Instant start, Standing standing) {
        return new CalendarItem(
                UUID.randomUUID(),
                "NS-26-0412",
                start,
                start.plus(Duration.ofMinutes(90)),
                3,
                standing,
                NOW,
                "/meetings/0198");
    }
}
