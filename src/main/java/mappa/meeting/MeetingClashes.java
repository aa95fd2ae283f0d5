package mappa.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Absence;
import mappa.agency.Absences;
import mappa.agency.AgencyView;
import mappa.agency.Areas;
import mappa.agency.CoreAgencies;
import mappa.identity.Actors;
import mappa.identity.Consequences;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import mappa.web.Said;

/// What stands against the time of a meeting, as far as the service knows: it cannot see calendars
/// elsewhere (S-43).
@ApplicationScoped
class MeetingClashes {

    /// No meeting is longer.
    private static final Duration LONGEST = Duration.ofMinutes(480);

    private final EntityManager entities;
    private final Consequences consequences;
    private final Areas areas;
    private final CoreAgencies core;
    private final Absences absences;
    private final Actors actors;

    MeetingClashes(
            EntityManager entities,
            Consequences consequences,
            Areas areas,
            CoreAgencies core,
            Absences absences,
            Actors actors) {
        this.entities = entities;
        this.consequences = consequences;
        this.areas = areas;
        this.core = core;
        this.absences = absences;
        this.actors = actors;
    }

    /// @param absencesKnown whether it is to be held although agencies cannot come
    /// @throws Invalid for a day on which nobody works, unless the meeting is extraordinary
    ///   (R-MTG-17), and where the chair, the room or the joining link is taken
    /// @throws RuleBroken `MTG-07` with the names of core agencies, and of agencies asked, that
    ///   cannot come
    void require(Meeting meeting, boolean absencesKnown) {
        requireWorkingDay(meeting);
        requireChairFree(meeting);
        requirePlaceFree(meeting);
        if (!absencesKnown) {
            requireAgencies(meeting);
        }
    }

    private void requireWorkingDay(Meeting meeting) {
        var day = meeting.dayOf();
        var calendar = areas.workingDays(meeting.area());
        if (meeting.type() != MeetingType.EXTRAORDINARY && !calendar.isWorkingDay(day)) {
            throw new Invalid(
                    "startsAt",
                    "meeting.no-working-day",
                    Said.weekday(day),
                    Said.weekday(calendar.previous(day)),
                    Said.weekday(calendar.next(day)));
        }
    }

    private void requireChairFree(Meeting meeting) {
        lock("chair " + meeting.chair());
        at(meeting, "m.chair = :chair", Map.of("chair", meeting.chair()))
                .ifPresent(
                        other -> {
                            throw new Invalid(
                                    "chair",
                                    "meeting.chair-taken",
                                    actors.names(List.of(meeting.chair())).get(meeting.chair()),
                                    Said.time(other.startsAt()),
                                    Said.time(other.endsAt()));
                        });
    }

    private void requirePlaceFree(Meeting meeting) {
        if (meeting.place().isEmpty()) {
            return;
        }
        var place = meeting.place().get().toLowerCase(Locale.UK);
        lock("place %s %s".formatted(meeting.area(), place));
        at(
                        meeting,
                        "m.area = :area and lower(m.place) = :place",
                        Map.of("area", meeting.area(), "place", place))
                .ifPresent(
                        other -> {
                            throw new Invalid(
                                    "place",
                                    "meeting.place-taken",
                                    Said.time(other.startsAt()),
                                    Said.time(other.endsAt()));
                        });
    }

    /// Another meeting at the same time, also one that the actor may not see, since a chair may
    /// serve several areas: they hear from when to when it lasts, and nothing else of it.
    private Optional<Meeting> at(Meeting meeting, String where, Map<String, ?> values) {
        var query =
                entities.createQuery(
                                """
                                select m from Meeting m where m.state in :ahead and m.id <> :self
                                  and m.startsAt > :from and m.startsAt < :ends and\s"""
                                        + where
                                        + " order by m.startsAt",
                                Meeting.class)
                        .setParameter("ahead", Meetings.AHEAD)
                        .setParameter("self", meeting.id())
                        .setParameter("from", meeting.startsAt().minus(LONGEST))
                        .setParameter("ends", meeting.endsAt());
        values.forEach(query::setParameter);
        return consequences.bringAbout(query::getResultList).stream()
                .filter(other -> other.endsAt().isAfter(meeting.startsAt()))
                .findFirst();
    }

    /// Whoever wants the same at the same moment waits until this transaction has ended.
    private void lock(String what) {
        entities.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(:what, 0))",
                        Integer.class)
                .setParameter("what", what)
                .getSingleResult();
    }

    private void requireAgencies(Meeting meeting) {
        var day = meeting.dayOf();
        var belong =
                Stream.concat(
                                core.of(meeting.area(), meeting.level(), day).stream()
                                        .map(AgencyView::id),
                                meeting.invitations().stream().map(Invitation::agency))
                        .collect(Collectors.toSet());
        var away =
                absences.between(meeting.area(), day, day.plusDays(1)).stream()
                        .filter(absence -> belong.contains(absence.agency()))
                        .map(Absence::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
        if (!away.isEmpty()) {
            throw new RuleBroken(
                    MeetingRule.CORE_AGENCIES, "meeting.core-away", away, Said.weekday(day));
        }
    }
}
