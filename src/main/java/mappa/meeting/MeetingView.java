package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A meeting and the agencies asked to it, without anything about the person.
///
/// @param reference of the case
/// @param number in the cycle, from 1
/// @param place null if not known yet
/// @param district part of the area for which the session is held; null for the whole of it
/// @param minuteTaker null if not known yet
/// @param limitOn the day by which it must be held; null where none is set
/// @param departureId the departure from guidance on which a day past that stands; null if none
/// @param changes how often its date was changed
public record MeetingView(
        UUID id,
        int version,
        UUID cycleId,
        UUID caseId,
        String area,
        String reference,
        int number,
        int level,
        MeetingType type,
        MeetingState state,
        int round,
        Instant startsAt,
        int minutesLong,
        MeetingMode mode,
        @Nullable String place,
        @Nullable String district,
        UUID chairId,
        String chair,
        @Nullable UUID minuteTakerId,
        @Nullable String minuteTaker,
        LocalDate returnsDueOn,
        @Nullable LocalDate limitOn,
        @Nullable String limitRule,
        boolean pastLimit,
        @Nullable UUID departureId,
        int changes,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        List<InvitationView> invitations) {

    static MeetingView of(Meeting of, Map<UUID, String> people, Map<UUID, String> agencies) {
        return new MeetingView(
                of.id(),
                of.version(),
                of.cycleId(),
                of.caseId(),
                of.area(),
                of.reference(),
                of.number(),
                of.level(),
                of.type(),
                of.state(),
                of.round(),
                of.startsAt(),
                of.minutesLong(),
                of.mode(),
                of.place().orElse(null),
                of.district().orElse(null),
                of.chair(),
                people.getOrDefault(of.chair(), ""),
                of.minuteTaker().orElse(null),
                of.minuteTaker().map(people::get).orElse(null),
                of.returnsDueOn(),
                of.limitOn().orElse(null),
                of.limitRule().orElse(null),
                of.isPastLimit(),
                of.departure().orElse(null),
                of.changes(),
                of.startedAt().orElse(null),
                of.endedAt().orElse(null),
                of.endReason().orElse(null),
                of.invitations().stream()
                        .map(one -> InvitationView.of(one, of, people, agencies))
                        .toList());
    }

    /// How many agencies have said whether they come.
    public long answered() {
        return invitations.stream().filter(InvitationView::answered).count();
    }

    /// How many have said what they know.
    public long returned() {
        return invitations.stream().filter(InvitationView::returned).count();
    }
}
