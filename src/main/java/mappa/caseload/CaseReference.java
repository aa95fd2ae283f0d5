package mappa.caseload;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a case is called outside the service: `NS-26-0412`, the 412th that area NS opened in 2026.
///
/// @param year four digits
public record CaseReference(String area, int year, int number) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{2,4})-(\\d{2})-(\\d{4,9})");

    static CaseReference of(String area, LocalDate openedOn, int number) {
        return new CaseReference(area, openedOn.getYear(), number);
    }

    /// The reference that somebody typed, in either case and with blanks around it; empty if it is
    /// none.
    public static Optional<CaseReference> parse(String typed) {
        var match = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new CaseReference(
                        match.group(1),
                        2000 + Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3))));
    }

    @Override
    public String toString() {
        return "%s-%02d-%04d".formatted(area, year % 100, number);
    }
}
