package mappa.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One agency asked to one meeting, and its answer; what it knows is read apart.
///
/// @param person its single point of contact; null where it has none
/// @param reasons why it is asked
/// @param answer null as long as there is none
/// @param toldBy who gave the answer by telephone, and when; null where the agency answered itself
public record InvitationView(
        UUID id,
        UUID meetingId,
        UUID agencyId,
        String agency,
        @Nullable UUID personId,
        @Nullable String person,
        Relevance relevance,
        List<InviteReason> reasons,
        Instant sentAt,
        @Nullable InvitationAnswer answer,
        boolean answered,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        @Nullable String toldBy,
        @Nullable String deputyName,
        @Nullable String grade,
        @Nullable String systemsChecked,
        @Nullable LocalDate checkedOn,
        boolean returned) {

    static InvitationView of(
            Invitation of, Meeting meeting, Map<UUID, String> people, Map<UUID, String> agencies) {
        return new InvitationView(
                of.id(),
                meeting.id(),
                of.agency(),
                agencies.getOrDefault(of.agency(), ""),
                of.person().orElse(null),
                of.person().map(people::get).orElse(null),
                of.relevance(),
                of.reasons(),
                of.sentAt(),
                of.answer().orElse(null),
                of.isAnswered(),
                of.answeredAt().orElse(null),
                of.answeredBy().map(people::get).orElse(null),
                of.toldBy().orElse(null),
                of.deputyName().orElse(null),
                of.grade().orElse(null),
                of.systemsChecked().orElse(null),
                of.checkedOn().orElse(null),
                of.isReturned());
    }
}
