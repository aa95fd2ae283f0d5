package mappa.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mappa.MovedClock;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Twenty people who save the same record at once: nothing is lost.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class RecordConcurrencyTest {

    private static final int WRITERS = 20;

    @Inject MeetingStories stories;
    @Inject RecordService records;
    @Inject TestPeople people;
    @Inject MovedClock clock;

    private MeetingStories.Circle circle;
    private List<Actor> writers;
    private UUID id;

    @BeforeEach
    void meeting() {
        circle = stories.circle("RC");
        writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(
                                n ->
                                        people.person(
                                                "RC-writer-" + n, Role.MAPPA_ADMINISTRATOR, "RC"))
                        .toList();
        id = stories.started(circle, stories.accepted(circle, 2), 1);
    }

    @Test
    @Tag("MTG-11")
    void sameFieldKeepsAllTexts() throws Exception {
        together(n -> save(n, RecordSection.MEDIA, "line", "Text " + n, 0));
        var entry = read().entry(RecordSection.MEDIA, "line").orElseThrow();
        var texts =
                Stream.concat(
                        Stream.of(entry.value()),
                        entry.others().stream().map(RecordView.Other::value));
        assertThat(texts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, WRITERS).mapToObj(n -> "Text " + n).toList());

        // whoever writes on goes on beside, and changes nobody else's
        var beside = entry.others().getFirst();
        var writer =
                writers.stream()
                        .filter(one -> beside.writtenBy().equals(one.personId()))
                        .findFirst()
                        .orElseThrow();
        stories.write(writer, id, RecordSection.MEDIA, "line", "Text, and more");
        var later = read().entry(RecordSection.MEDIA, "line").orElseThrow();
        assertThat(later.value()).isEqualTo(entry.value());
        assertThat(later.others()).hasSize(WRITERS - 1);
        assertThat(later.others())
                .extracting(RecordView.Other::value)
                .contains("Text, and more")
                .doesNotContain(beside.value());
    }

    @Test
    @Tag("MTG-11")
    void ownFieldsOfOneSectionStandAsWritten() throws Exception {
        var fields =
                RecordSection.PLAN.fields().stream()
                        .filter(field -> field.kind() == RecordField.Kind.TEXT)
                        .map(RecordField::key)
                        .toList();
        together(
                n ->
                        save(
                                n % fields.size(),
                                RecordSection.PLAN,
                                fields.get(n % fields.size()),
                                "Measure " + n % fields.size(),
                                0));
        for (var n = 0; n < fields.size(); n++) {
            var entry = read().entry(RecordSection.PLAN, fields.get(n)).orElseThrow();
            assertThat(entry.value()).isEqualTo("Measure " + n);
            assertThat(entry.others()).isEmpty();
        }
    }

    @Test
    void settlingEndsOneFieldOnly() {
        for (var field : List.of("triggers", "protective")) {
            save(0, RecordSection.RISK, field, "First", 0);
            save(1, RecordSection.RISK, field, "Second", 0);
        }
        var read = read().entry(RecordSection.RISK, "triggers").orElseThrow().saves();
        settle("triggers", "Both, put together", read);
        var settled = read().entry(RecordSection.RISK, "triggers").orElseThrow();
        assertThat(settled.value()).isEqualTo("Both, put together");
        assertThat(settled.others()).isEmpty();
        assertThat(read().entry(RecordSection.RISK, "protective").orElseThrow().others())
                .hasSize(1);
    }

    @Test
    void settlingWithoutHavingSeenTheLastTextSettlesNothing() {
        save(0, RecordSection.RISK, "triggers", "First", 0);
        save(1, RecordSection.RISK, "triggers", "Second", 0);
        var read = read().entry(RecordSection.RISK, "triggers").orElseThrow().saves();
        save(1, RecordSection.RISK, "triggers", "Second, and more", read);
        settle("triggers", "Chosen too early", read);
        var entry = read().entry(RecordSection.RISK, "triggers").orElseThrow();
        assertThat(entry.value()).isEqualTo("First");
        assertThat(entry.others())
                .extracting(RecordView.Other::value)
                .containsExactlyInAnyOrder("Second, and more", "Chosen too early");
    }

    private void settle(String field, String value, int read) {
        var actor = writers.get(2);
        stories.as(
                actor,
                () ->
                        records.save(
                                id,
                                new SaveRecord(
                                        RecordSection.RISK,
                                        List.of(new SaveRecord.Field(field, value, read)),
                                        field),
                                actor));
    }

    private RecordView save(
            int writer, RecordSection section, String field, String text, int read) {
        return stories.write(writers.get(writer), id, section, field, text, read);
    }

    private RecordView read() {
        return stories.as(circle.unit(), () -> records.poll(id, circle.unit()));
    }

    private interface Write {
        RecordView by(int writer);
    }

    private void together(Write write) throws Exception {
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var calls =
                    IntStream.range(0, WRITERS)
                            .mapToObj(n -> (Callable<RecordView>) () -> write.by(n))
                            .toList();
            var saved = new ArrayList<RecordView>();
            for (var one : pool.invokeAll(calls)) {
                saved.add(one.get());
            }
            assertThat(saved).hasSize(WRITERS);
        }
    }
}
