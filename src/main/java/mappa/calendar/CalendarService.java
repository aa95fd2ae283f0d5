package mappa.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.agency.Absences;
import mappa.agency.Areas;
import mappa.audit.AuditTrail;
import mappa.audit.Consulted;
import mappa.calendar.CalendarPeriod.View;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.meeting.CalendarEntry;
import mappa.meeting.CalendarFilter;
import mappa.meeting.DueEntry;
import mappa.meeting.MeetingCalendar;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// What the calendar's pages show, in a fixed number of statements however much there is. One look
/// at a page is one consultation of all that it shows (R-ACC-01).
@ApplicationScoped
@Transactional
class CalendarService {

    static final int PAGE = 25;

    /// More than any area holds in a month; the filter finds the rest.
    static final int MOST = 400;

    private static final int MOST_DUE = 5;

    private final MeetingCalendar calendar;
    private final Areas areas;
    private final Absences absences;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    CalendarService(
            MeetingCalendar calendar,
            Areas areas,
            Absences absences,
            Actors actors,
            AuditTrail audit,
            Clock clock) {
        this.calendar = calendar;
        this.areas = areas;
        this.absences = absences;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param after the last meeting of the list's page before; null for the first
    public CalendarView view(
            CalendarPeriod period, CalendarFilter filter, @Nullable UUID after, Actor actor) {
        var isList = period.view() == View.LIST;
        var most = isList ? PAGE : MOST;
        var rows =
                isList
                        ? calendar.from(period.begins(), after, filter, most + 1)
                        : calendar.between(period.begins(), period.ends(), filter, most + 1);
        var shown = rows.subList(0, Math.min(most, rows.size()));
        var due = arranges(actor) ? due() : null;
        record(
                actor,
                shown.stream(),
                due == null
                        ? Stream.of()
                        : Stream.concat(due.late().stream(), due.undated().stream()));
        return new CalendarView(
                shown,
                actors.names(shown.stream().map(CalendarEntry::chair).distinct().toList()),
                actor.area() == null ? WorkingDays.NATIONAL : areas.workingDays(actor.area()),
                actor.area() == null || period.until() == null
                        ? List.of()
                        : absences.between(actor.area(), period.from(), period.until()),
                due,
                isList && rows.size() > most ? shown.getLast().id() : null,
                !isList && rows.size() > most);
    }

    private CalendarView.Due due() {
        var today = London.today(clock);
        return new CalendarView.Due(
                calendar.counts(today),
                calendar.late(today, MOST_DUE),
                calendar.undated(today, MOST_DUE));
    }

    /// Every case at Level 2 or 3 by the day on which its next meeting is due.
    ///
    /// @param after the last case of the page before; null for the first
    public CalendarView.Board board(@Nullable UUID after, Actor actor) {
        var rows = calendar.board(after, PAGE + 1);
        var shown = rows.subList(0, Math.min(PAGE, rows.size()));
        record(actor, Stream.of(), shown.stream());
        return new CalendarView.Board(shown, rows.size() > PAGE ? shown.getLast().id() : null);
    }

    static boolean arranges(Actor actor) {
        return actor.role() != null && Operation.READ_CYCLE.allows(actor.role());
    }

    private void record(Actor actor, Stream<CalendarEntry> meetings, Stream<DueEntry> due) {
        var subjects = new LinkedHashSet<UUID>();
        meetings.forEach(one -> subjects.addAll(List.of(one.id(), one.personId(), one.caseId())));
        due.forEach(one -> subjects.addAll(List.of(one.personId(), one.caseId())));
        if (!subjects.isEmpty()) {
            audit.record(actor, new Consulted("calendar", subjects));
        }
    }
}
