package mappa.caseload;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where the person is and the dates of the sentence, as far as either changed.
///
/// @param location null if it is as before; `from` then too
/// @param place the prison, hospital or town; null if not recorded
/// @param dates those to record; one equal to what is held changes nothing
public record RecordCustody(
        @Nullable Location location,
        @Nullable String place,
        @Nullable LocalDate from,
        Map<DateKind, Fact<LocalDate>> dates) {

    public RecordCustody {
        dates = Map.copyOf(dates);
    }
}
