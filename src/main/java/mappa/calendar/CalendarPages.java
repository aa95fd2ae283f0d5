package mappa.calendar;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.agency.Agencies;
import mappa.agency.AgencyView;
import mappa.calendar.CalendarPeriod.View;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.CurrentActor;
import mappa.identity.Operation;
import mappa.identity.Requires;
import mappa.identity.Role;
import mappa.meeting.CalendarEntry;
import mappa.meeting.CalendarFilter;
import mappa.meeting.DueEntry;
import mappa.meeting.MeetingMode;
import mappa.meeting.MeetingState;
import mappa.time.London;
import mappa.time.WorkingDays;
import mappa.web.Badge;
import mappa.web.Choice;
import mappa.web.Form;
import mappa.web.Option;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// The meetings of an area by month, by week and as a list, and what is due (S-40).
@Path("/calendar")
@Produces(MediaType.TEXT_HTML)
class CalendarPages {

    private final CalendarService service;
    private final Agencies agencies;
    private final Actors actors;
    private final CurrentActor current;
    private final Clock clock;

    CalendarPages(
            CalendarService service,
            Agencies agencies,
            Actors actors,
            CurrentActor current,
            Clock clock) {
        this.service = service;
        this.agencies = agencies;
        this.actors = actors;
        this.current = current;
        this.clock = clock;
    }

    /// A link among others of its kind; the one that is shown leads nowhere.
    record Link(String words, String path, boolean current) {}

    /// @param limit how close to the limit; null where that says nothing any more
    /// @param answered "9 of 12 have answered"; null before they are asked, and for those who do
    ///   not see the others' answers
    record Entry(
            String path,
            String time,
            String reference,
            String what,
            String mode,
            Badge state,
            @Nullable Badge limit,
            @Nullable String answered) {
        /// Class of the line beside it; the badge says the same in words.
        public String line() {
            return limit == null ? "" : "app-entry--" + limit.colour();
        }
    }

    /// Meetings of one day that one chair hears for one part of the area.
    ///
    /// @param title "10am to midday: L Example, City, 2 cases"
    record Session(String title, List<Entry> entries) {}

    /// @param notes that it is no working day, and which agencies cannot come
    record Day(
            LocalDate date,
            boolean today,
            boolean outside,
            List<Badge> notes,
            List<Session> sessions) {
        public String weekday() {
            return Said.weekday(date);
        }

        public String shortly() {
            return Said.dayOfMonth(date);
        }

        public boolean isEmpty() {
            return sessions.isEmpty() && notes.isEmpty() && !today;
        }
    }

    record Due(
            String path,
            String reference,
            String level,
            String date,
            Badge badge,
            String basis,
            String action) {}

    /// What a colour of the page means.
    record Key(Badge badge, String words) {}

    record Block(String heading, List<Due> rows) {}

    record Filter(
            Form form,
            boolean set,
            List<Option> chairs,
            List<Choice> levels,
            List<Option> agencies,
            List<Choice> modes,
            List<Choice> states,
            List<Option> districts) {}

    /// @param weeks of a month, each of five or seven days
    /// @param days of a week or list
    /// @param columns of a month's table
    record CalendarPage(
            String title,
            String view,
            String from,
            List<Link> steps,
            List<Link> views,
            List<Block> due,
            Filter filter,
            List<String> columns,
            List<List<Day>> weeks,
            List<Day> days,
            List<Key> key,
            boolean empty,
            boolean more,
            @Nullable String first,
            @Nullable String next) {
        public boolean month() {
            return view.equals(View.MONTH.code());
        }
    }

    record BoardPage(
            List<Link> views, List<Due> rows, @Nullable String first, @Nullable String next) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance calendar(CalendarPage page);

        static native TemplateInstance board(BoardPage page);

        private Templates() {}
    }

    /// @param from a day of the month or week, or the first of a list
    /// @param after the last meeting or case of the page before
    @GET
    @Requires(Operation.LIST_MEETINGS)
    public TemplateInstance calendar(
            @QueryParam("view") @Nullable String view,
            @QueryParam("from") @Nullable String from,
            @QueryParam("chair") @Nullable String chair,
            @QueryParam("level") @Nullable String level,
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("state") @Nullable String state,
            @QueryParam("district") @Nullable String district,
            @QueryParam("after") @Nullable String after) {
        var fields = new LinkedHashMap<String, List<String>>();
        put(fields, "chair", chair);
        put(fields, "level", level);
        put(fields, "agency", agency);
        put(fields, "mode", mode);
        put(fields, "state", state);
        put(fields, "district", district);
        put(fields, "after", after);
        var form = Form.of(fields);
        var today = London.today(clock);
        var period = CalendarPeriod.of(View.of(view), from, today);
        var actor = current.get();
        if (period.view() == View.DUE && CalendarService.arranges(actor)) {
            return board(period, form.id("after"), actor, today);
        }
        if (period.view() == View.DUE) {
            period = CalendarPeriod.of(View.MONTH, from, today);
        }
        var shown = service.view(period, filter(form), form.id("after"), actor);
        return Templates.calendar(page(period, shown, form, actor, today));
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, List.of(value));
        }
    }

    private static CalendarFilter filter(Form form) {
        var level = form.text("level");
        return new CalendarFilter(
                form.id("chair"),
                "2".equals(level) || "3".equals(level) ? Integer.valueOf(level) : null,
                form.id("agency"),
                code(MeetingMode.values(), form.text("mode")),
                code(MeetingState.values(), form.text("state")),
                form.text("district"));
    }

    /// The constant of that name; null where none is named: an unknown filter filters nothing.
    private static <E extends Enum<E>> @Nullable E code(E[] constants, @Nullable String name) {
        return Stream.of(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private CalendarPage page(
            CalendarPeriod period, CalendarView shown, Form form, Actor actor, LocalDate today) {
        var seesAnswers = !actor.has(Role.AGENCY_SPOC);
        var byDay =
                shown.entries().stream()
                        .collect(
                                Collectors.groupingBy(
                                        CalendarEntry::day,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var dates = period.until() == null ? List.copyOf(byDay.keySet()) : period.days();
        var days =
                dates.stream()
                        .map(
                                date ->
                                        new Day(
                                                date,
                                                date.equals(today),
                                                period.view() == View.MONTH
                                                        && date.getMonth()
                                                                != period.anchor().getMonth(),
                                                notes(date, shown),
                                                sessions(
                                                        byDay.getOrDefault(date, List.of()),
                                                        shown.chairs(),
                                                        seesAnswers)))
                        .toList();
        var weekends = days.stream().anyMatch(CalendarPages::needsWeekend);
        var weekdays = weekends ? DayOfWeek.SUNDAY : DayOfWeek.FRIDAY;
        var query = query(form);
        return new CalendarPage(
                period.title(),
                period.view().code(),
                period.anchor().toString(),
                steps(period, query, today),
                views(period, query, actor),
                due(shown.due(), today),
                filter(form, query, actor),
                Stream.of(DayOfWeek.values())
                        .filter(day -> day.compareTo(weekdays) <= 0)
                        .map(Said::dayOfWeek)
                        .toList(),
                period.view() == View.MONTH ? weeks(days, weekdays) : List.of(),
                period.view() == View.MONTH ? List.of() : days,
                Stream.of(Closeness.values())
                        .map(one -> new Key(one.sample(), "calendar.key." + one))
                        .toList(),
                shown.entries().isEmpty(),
                shown.more(),
                form.has("after") ? path(period, query) : null,
                shown.next() == null ? null : path(period, query) + "&after=" + shown.next());
    }

    private static boolean needsWeekend(Day day) {
        return day.date().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                && (day.today() || !day.sessions().isEmpty());
    }

    private static List<List<Day>> weeks(List<Day> days, DayOfWeek last) {
        var weeks = new ArrayList<List<Day>>();
        for (var monday = 0; monday < days.size(); monday += 7) {
            weeks.add(days.subList(monday, monday + last.getValue()));
        }
        return weeks;
    }

    private static List<Badge> notes(LocalDate date, CalendarView shown) {
        var weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        var holiday =
                weekend || shown.workingDays().isWorkingDay(date)
                        ? Stream.<String>of()
                        : Stream.of(
                                Said.of(
                                        WorkingDays.bankHolidays(date.getYear()).contains(date)
                                                ? "calendar.bank-holiday"
                                                : "calendar.no-working-day"));
        var away =
                shown.absences().stream()
                        .filter(absence -> !weekend && absence.isOn(date))
                        .map(absence -> Said.of("calendar.away", absence.name()))
                        .distinct();
        return Stream.concat(holiday, away).map(words -> new Badge(words, "grey")).toList();
    }

    /// What one chair hears for one part of the area on one day, by its first meeting.
    private static List<Session> sessions(
            List<CalendarEntry> ofDay, Map<UUID, String> chairs, boolean seesAnswers) {
        record Bench(UUID chair, Optional<String> district) {}
        return ofDay.stream()
                .collect(
                        Collectors.groupingBy(
                                entry ->
                                        new Bench(
                                                entry.chair(),
                                                Optional.ofNullable(entry.district())),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .entrySet()
                .stream()
                .map(
                        bench ->
                                new Session(
                                        title(
                                                bench.getValue(),
                                                chairs.getOrDefault(bench.getKey().chair(), ""),
                                                bench.getKey().district().orElse(null)),
                                        bench.getValue().stream()
                                                .map(entry -> entry(entry, seesAnswers))
                                                .toList()))
                .toList();
    }

    private static String title(
            List<CalendarEntry> entries, String chair, @Nullable String district) {
        var ends = entries.stream().map(CalendarEntry::endsAt).max(java.time.Instant::compareTo);
        var held = entries.stream().filter(one -> one.state() != MeetingState.CALLED_OFF).count();
        return Stream.of(
                        Said.of(
                                "calendar.session",
                                Said.time(entries.getFirst().startsAt()),
                                Said.time(ends.orElseThrow())),
                        chair,
                        district,
                        Said.of("calendar.cases", held))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static Entry entry(CalendarEntry of, boolean seesAnswers) {
        return new Entry(
                "/meetings/" + of.id(),
                Said.time(of.startsAt()),
                of.reference(),
                Said.of(
                        "meeting.what",
                        of.level(),
                        Said.code("meeting.type", of.type()),
                        of.number()),
                Said.code("meeting.mode", of.mode()),
                new Badge(Said.code("meeting.state", of.state()), stateColour(of.state())),
                Closeness.badge(of),
                seesAnswers && of.state() == MeetingState.INVITED
                        ? Said.of("meeting.answered", of.answered(), of.asked())
                        : null);
    }

    private static String stateColour(MeetingState state) {
        return switch (state) {
            case PLANNED -> "yellow";
            case INVITED -> "blue";
            case STARTED -> "purple";
            case CLOSED -> "green";
            case ADJOURNED, CALLED_OFF -> "grey";
        };
    }

    private static List<Link> steps(CalendarPeriod period, String query, LocalDate today) {
        return List.of(
                new Link(
                        "calendar.previous." + period.view().code(),
                        path(period.previous(), query),
                        false),
                new Link(
                        "calendar.today",
                        path(CalendarPeriod.of(period.view(), null, today), query),
                        false),
                new Link(
                        "calendar.next." + period.view().code(),
                        path(period.next(), query),
                        false));
    }

    private static List<Link> views(CalendarPeriod period, String query, Actor actor) {
        return Stream.of(View.values())
                .filter(view -> view != View.DUE || CalendarService.arranges(actor))
                .map(
                        view ->
                                new Link(
                                        "calendar.view." + view,
                                        path(
                                                new CalendarPeriod(
                                                        view, period.anchor(), period.from(), null),
                                                query),
                                        view == period.view()))
                .toList();
    }

    private static String path(CalendarPeriod period, String query) {
        return "/calendar?view=%s&from=%s%s"
                .formatted(period.view().code(), period.anchor(), query);
    }

    /// The filter as it stands in an address, to be carried on.
    private static String query(Form form) {
        return Stream.of("chair", "level", "agency", "mode", "state", "district")
                .filter(form::has)
                .map(
                        name ->
                                "&%s=%s"
                                        .formatted(
                                                name,
                                                java.net.URLEncoder.encode(
                                                        form.value(name),
                                                        java.nio.charset.StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
    }

    private Filter filter(Form form, String query, Actor actor) {
        var area = actor.area();
        return new Filter(
                form,
                !query.isEmpty(),
                area == null ? List.of() : chairs(area),
                List.of(
                        Choice.of("", "calendar.filter.any"),
                        Choice.of("2", "calendar.filter.level-2"),
                        Choice.of("3", "calendar.filter.level-3")),
                area == null || !CalendarService.arranges(actor)
                        ? List.of()
                        : agencies.in(area).stream().map(CalendarPages::option).toList(),
                any("meeting.mode", MeetingMode.values()),
                any("meeting.state", MeetingState.values()),
                area == null
                        ? List.of()
                        : agencies.districts(area).stream()
                                .map(one -> new Option(one, one))
                                .toList());
    }

    private List<Option> chairs(String area) {
        var holders = actors.holders(area, Role.CHAIR);
        var names = actors.names(holders);
        return holders.stream().map(one -> new Option(one.toString(), names.get(one))).toList();
    }

    private static Option option(AgencyView agency) {
        return new Option(agency.id().toString(), agency.name());
    }

    @SafeVarargs
    private static <E extends Enum<E>> List<Choice> any(String prefix, E... constants) {
        return Stream.concat(
                        Stream.of(Choice.of("", "calendar.filter.any")),
                        Choice.of(prefix, constants).stream())
                .toList();
    }

    // ---- what is due

    private static List<Block> due(CalendarView.@Nullable Due due, LocalDate today) {
        if (due == null) {
            return List.of();
        }
        return Stream.of(
                        new Block(
                                Said.of("calendar.late", due.counts().late()),
                                rows(due.late(), today)),
                        new Block(
                                Said.of("calendar.undated", due.counts().undated()),
                                rows(due.undated(), today)))
                .filter(block -> !block.rows().isEmpty())
                .toList();
    }

    private static List<Due> rows(List<DueEntry> entries, LocalDate today) {
        return entries.stream().map(entry -> row(entry, today)).toList();
    }

    private static Due row(DueEntry of, LocalDate today) {
        return new Due(
                of.meeting() == null ? "/meetings/new/" + of.caseId() : "/meetings/" + of.meeting(),
                of.reference(),
                Said.of("meeting.home.level-is", of.level()),
                of.dueOn() == null ? Said.of("calendar.no-day") : Said.weekday(of.dueOn()),
                DueBand.of(of.dueOn(), today).badge(of.dueOn(), today),
                Said.code("meeting.due-basis", of.basis()),
                of.startsAt() == null
                        ? Said.of("calendar.arrange")
                        : Said.of(
                                "calendar.arranged",
                                Said.weekday(London.dayOf(of.startsAt())),
                                Said.time(of.startsAt())));
    }

    private TemplateInstance board(
            CalendarPeriod period, @Nullable UUID after, Actor actor, LocalDate today) {
        var board = service.board(after, actor);
        return Templates.board(
                new BoardPage(
                        views(period, "", actor),
                        rows(board.entries(), today),
                        after == null ? null : path(period, ""),
                        board.next() == null ? null : path(period, "") + "&after=" + board.next()));
    }
}
