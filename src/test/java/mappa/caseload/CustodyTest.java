package mappa.caseload;

import static mappa.caseload.CaseloadFixtures.TODAY;
import static mappa.caseload.CaseloadFixtures.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.rule.Invalid;
import org.junit.jupiter.api.Test;

class CustodyTest {

    private final Custody custody = new Custody(UUID.randomUUID(), "NS", List.of(), List.of());

    @Test
    void aMoveEndsWhereThePersonWas() {
        custody.moved(Location.PRISON, "HMP Farfield", LocalDate.of(2025, 6, 2), on(TODAY));
        custody.moved(Location.COMMUNITY, null, TODAY, on(TODAY));

        assertThat(custody.now().orElseThrow().location()).isEqualTo(Location.COMMUNITY);
        assertThat(custody.locations())
                .extracting(LocationSpell::location)
                .containsExactly(Location.COMMUNITY, Location.PRISON);
        assertThat(custody.locations().getLast().to()).contains(TODAY);
    }

    @Test
    void refusesAMoveToComeOrBeforeTheLastOne() {
        custody.moved(Location.PRISON, null, TODAY, on(TODAY));

        for (var day : List.of(TODAY.minusDays(1), TODAY.plusDays(1))) {
            var refusal =
                    catchThrowableOfType(
                            Invalid.class,
                            () -> custody.moved(Location.COMMUNITY, null, day, on(TODAY)));
            assertThat(refusal.problems()).extracting(Invalid.Problem::field).contains("from");
        }
        assertThat(custody.now().orElseThrow().location()).isEqualTo(Location.PRISON);
    }

    @Test
    void datesOfTheSentenceStandInOrder() {
        var sentence = LocalDate.of(2025, 6, 2);

        var refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                custody.record(
                                        Map.of(
                                                DateKind.SENTENCE,
                                                Fact.known(sentence),
                                                DateKind.LICENCE_END,
                                                Fact.known(sentence.minusDays(1))),
                                        on(TODAY)));
        assertThat(refusal.problems())
                .extracting(Invalid.Problem::field)
                .contains("dates.LICENCE_END");
        assertThat(custody.added()).isEmpty();

        custody.record(
                Map.of(
                        DateKind.SENTENCE,
                        Fact.known(sentence),
                        DateKind.RELEASE,
                        Fact.known(sentence)),
                on(TODAY));
        assertThat(custody.day(DateKind.RELEASE)).isEqualTo(Fact.known(sentence));
        assertThat(custody.day(DateKind.SENTENCE_END)).isEqualTo(Fact.notRecorded());
    }

    @Test
    void aChangedDateSupersedesAndAnEqualOneChangesNothing() {
        Map<DateKind, Fact<LocalDate>> unknown = Map.of(DateKind.RELEASE, Fact.askedNotKnown());
        custody.record(unknown, on(TODAY));
        custody.record(unknown, on(TODAY));
        custody.record(Map.of(DateKind.RELEASE, Fact.known(TODAY)), on(TODAY));

        assertThat(custody.added()).hasSize(2);
        assertThat(custody.day(DateKind.RELEASE)).isEqualTo(Fact.known(TODAY));
    }
}
