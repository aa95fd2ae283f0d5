package mappa.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody looks for; any part may be missing, but not all.
///
/// @param surname of any name the person has, alias or former name included; as `forenames`
/// @param bornAbout year of birth, two years more or less
record Criteria(
        @Nullable String surname,
        @Nullable String forenames,
        @Nullable LocalDate born,
        @Nullable Integer bornAbout,
        @Nullable Identifier identifier,
        @Nullable CaseReference reference) {

    boolean isEmpty() {
        return kinds().isEmpty();
    }

    /// Kinds of criteria given, as codes.
    List<String> kinds() {
        var kinds = new ArrayList<String>();
        if (surname != null || forenames != null) {
            kinds.add("name");
        }
        if (born != null) {
            kinds.add("date-of-birth");
        }
        if (bornAbout != null) {
            kinds.add("year-of-birth");
        }
        if (identifier != null) {
            kinds.add(identifier.kind().name());
        }
        if (reference != null) {
            kinds.add("case-reference");
        }
        return kinds;
    }

    @Override
    public String toString() {
        return kinds().toString(); // the rest must not reach a log
    }
}
