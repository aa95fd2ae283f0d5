package mappa.meeting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import mappa.rule.Invalid;
import mappa.time.London;
import org.jspecify.annotations.Nullable;

/// Sets when, how and by whom the next meeting is held.
///
/// @param startsAt date and time in London
/// @param place room, or address of the video meeting; null if not known yet
/// @param district part of the area for which the session is held; null for the whole of it
/// @param returnsDueOn null for the area's number of working days before the meeting
/// @param absencesKnown whether it is to be held although core agencies cannot come (R-MTG-07)
public record ArrangeMeeting(
        @NotNull MeetingType type,
        @NotNull LocalDateTime startsAt,
        @Min(15) @Max(480) int minutesLong,
        @NotNull MeetingMode mode,
        @Size(max = 500) @Nullable String place,
        @Size(max = 200) @Nullable String district,
        @NotNull UUID chair,
        @Nullable UUID minuteTaker,
        @Nullable LocalDate returnsDueOn,
        boolean absencesKnown) {

    /// @param returnsDueOn where the command says none
    /// @throws Invalid for a time that does not exist, because the clocks go forward
    When when(LocalDate returnsDueOn) {
        var zoned = startsAt.atZone(London.ZONE);
        if (!zoned.toLocalDateTime().equals(startsAt)) {
            throw new Invalid("startsAt", "meeting.no-such-time", startsAt);
        }
        return new When(
                zoned.toInstant(),
                minutesLong,
                mode,
                place == null || place.isBlank() ? null : place.strip(),
                district == null || district.isBlank() ? null : district.strip(),
                chair,
                minuteTaker,
                this.returnsDueOn == null ? returnsDueOn : this.returnsDueOn);
    }
}
