package mappa.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import mappa.rule.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "PNC, 2003/0011985X, 2003/0011985X",
        "PNC, 03/11985x, 2003/0011985X",
        "PNC, 20030011985X, 2003/0011985X",
        "CRO, 265416/21G, 265416/21G",
        "CRO, ' 265416/21g ', 265416/21G",
        "PRISON_NUMBER, a1234bc, A1234BC",
        "CRN, x 123456, X123456",
        "NHS, 943 476 5919, 9434765919",
        "NHS, 943-476-5919, 9434765919",
        "VISOR, 04/0123456, 04/0123456"
    })
    void keepsANumberInOneSpelling(IdentifierKind kind, String typed, String kept) {
        assertThat(kind.spell(typed)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "PNC, 2003/0011985Y", // check letter
        "PNC, 2003/00119851X",
        "PNC, 203/0011985X",
        "CRO, 265416/21H",
        "CRO, 2654167/21G",
        "PRISON_NUMBER, A1234B",
        "PRISON_NUMBER, A12345C",
        "CRN, X12345",
        "CRN, X1234567",
        "NHS, 9434765918", // check digit
        "NHS, 943476591",
        "VISOR, ab",
        "VISOR, 04_0123456"
    })
    void refusesANumberOfAnotherForm(IdentifierKind kind, String typed) {
        assertThat(kind.spell(typed)).isEmpty();
    }

    @Test
    void saysWhichFormWasExpectedAndWhatWasFound() {
        var refusal =
                catchThrowableOfType(
                        Invalid.class,
                        () -> Identifier.of(IdentifierKind.PRISON_NUMBER, " A12 ", "prisonNumber"));

        assertThat(refusal.problems())
                .containsExactly(
                        Invalid.Problem.of(
                                "prisonNumber",
                                "caseload.identifier.expected.prison-number",
                                "A12"));
    }

    @Test
    void referencesOfCasesAreReadAsTheyAreWritten() {
        var reference = new CaseReference("NS", 2026, 412);

        assertThat(reference).hasToString("NS-26-0412");
        assertThat(CaseReference.parse(" ns-26-0412 ")).contains(reference);
        assertThat(CaseReference.parse("NS-26-12345"))
                .contains(new CaseReference("NS", 2026, 12345));
        assertThat(CaseReference.parse("NS-2026-0412")).isEmpty();
        assertThat(CaseReference.parse("NS-26-412")).isEmpty();
    }
}
