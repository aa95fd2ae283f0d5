package mappa.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The days between two meetings: those that count towards the review limit and those that do not.
///
/// The due date and the figures K-01 and K-02 measure with this one count (R-KPI-03). A gap is in
/// time if [#counted()] is not more than the limit of the level.
///
/// @param counted days in the community
/// @param custody days left out because of custody
/// @param hospital days left out because of hospital; none of them is also in `custody`
public record ReviewGap(int counted, int custody, int hospital) {

    /// The day of the first meeting is not counted, that of the second is (R-MTG-05: 16 weeks are
    /// 112 days from the meeting date).
    ///
    /// @param to not before `from`; of a meeting still to be held any day
    public static ReviewGap between(LocalDate from, LocalDate to, Stays stays) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "to: %s or later expected, found %s".formatted(from, to));
        }
        var custody = stays.days(Stay.Kind.CUSTODY, from, to);
        var hospital = stays.days(Stay.Kind.HOSPITAL, from, to);
        var all = (int) ChronoUnit.DAYS.between(from, to);
        return new ReviewGap(all - custody - hospital, custody, hospital);
    }
}
