package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mappa.schedule.MeetingDue;
import org.jspecify.annotations.Nullable;

/// What the next meeting about a case is due by, as it stands on the board.
///
/// @param id of the cycle
/// @param dueOn null while nothing sets a day
/// @param meeting the one that is arranged or under way; null if none is
/// @param startsAt its time; null if none is
public record DueEntry(
        UUID id,
        UUID caseId,
        UUID personId,
        String reference,
        int level,
        @Nullable LocalDate dueOn,
        MeetingDue.Basis basis,
        @Nullable UUID meeting,
        @Nullable Instant startsAt) {}
