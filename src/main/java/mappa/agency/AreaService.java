package mappa.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.audit.AuditTrail;
import mappa.audit.Once;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Operation;
import mappa.rule.Changed;
import mappa.rule.Invalid;
import mappa.rule.NotFound;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// Reading and changing an area's settings, panel and calendar. No page of a case hangs on these
/// views, so they are read without a relation.
@ApplicationScoped
@Transactional
public class AreaService {

    private static final int LONGEST_REASON = 500;

    private final Areas areas;
    private final SettingHistory history;
    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    AreaService(Areas areas, SettingHistory history, Actors actors, AuditTrail audit, Clock clock) {
        this.areas = areas;
        this.history = history;
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    // ---- reading

    /// All settings of an area in their order.
    ///
    /// @param area of the actor; only somebody who acts in none may name any
    public List<SettingView> settings(String area, Actor actor) {
        var policy = policy(own(area, actor));
        var names = names(policy);
        return Stream.of(Setting.values())
                .map(setting -> SettingView.of(setting, policy, today(), names))
                .toList();
    }

    public SettingView setting(Setting setting, String area, Actor actor) {
        var policy = policy(own(area, actor));
        return SettingView.of(setting, policy, today(), names(policy));
    }

    public PanelView panel(String area, Actor actor) {
        var policy = policy(own(area, actor));
        var roster = new PanelRoster(area, history.holdings(area));
        var settings = policy.settings(today());
        var seats =
                settings.seats().stream()
                        .map(code -> seat(Seat.valueOf(code), area, roster))
                        .toList();
        return new PanelView(
                area, seats, settings.votesNeeded(), policy.version(Setting.PANEL_SEATS));
    }

    /// A seat of the panel or one that the area does not use now.
    public PanelView.SeatView seat(Seat seat, String area, Actor actor) {
        return seat(seat, own(area, actor), new PanelRoster(area, history.holdings(area)));
    }

    private PanelView.SeatView seat(Seat seat, String area, PanelRoster roster) {
        var said = roster.history(seat);
        var eligible = actors.holders(area, seat.role());
        var people = new HashSet<UUID>(eligible);
        said.forEach(
                holding ->
                        Stream.of(holding.holder(), holding.deputy(), holding.recordedBy())
                                .filter(Objects::nonNull)
                                .forEach(people::add));
        var names = actors.names(people);
        var stands = roster.on(seat, today());
        var holder = stands.map(SeatHolding::holder).orElse(null);
        var deputy = stands.map(SeatHolding::deputy).orElse(null);
        return new PanelView.SeatView(
                seat,
                named(holder, names),
                holder != null && !eligible.contains(holder),
                named(deputy, names),
                deputy != null && !eligible.contains(deputy),
                stands.map(SeatHolding::fromOn).orElse(null),
                said.size(),
                eligible.stream().map(person -> named(person, names)).toList(),
                said.stream()
                        .map(
                                holding ->
                                        new PanelView.Entry(
                                                named(holding.holder(), names),
                                                named(holding.deputy(), names),
                                                holding.fromOn(),
                                                names.getOrDefault(holding.recordedBy(), ""),
                                                holding.recordedAt(),
                                                holding.fromOn().isAfter(today())))
                        .toList());
    }

    private static PanelView.@Nullable Named named(@Nullable UUID person, Map<UUID, String> names) {
        return person == null ? null : new PanelView.Named(person, names.getOrDefault(person, ""));
    }

    public CalendarView calendar(String area, Actor actor) {
        var overrides =
                history.overrides(own(area, actor)).stream()
                        .filter(override -> !override.day().isBefore(today()))
                        .toList();
        var names = names(overrides.stream().map(WorkingDayOverride::recordedBy).toList());
        return new CalendarView(
                Stream.of(today().getYear(), today().getYear() + 1)
                        .flatMap(year -> WorkingDays.bankHolidays(year).stream())
                        .filter(day -> !day.isBefore(today()))
                        .sorted()
                        .toList(),
                overrides.stream()
                        .map(
                                override ->
                                        new CalendarView.Override(
                                                override.day(),
                                                override.isWorking(),
                                                override.reason(),
                                                names.getOrDefault(override.recordedBy(), ""),
                                                override.recordedAt()))
                        .toList());
    }

    // ---- changing

    @Once
    public void change(ChangeSetting command, Actor actor) {
        var area = lock(actor);
        var policy = policy(area);
        requireRead(command.version(), policy.version(command.setting()));
        var change =
                policy.change(
                        command.setting(), command.value(), command.from(), today(), by(actor));
        keep(change, actor);
    }

    @Once
    public void changePanel(ChangePanel command, Actor actor) {
        var area = lock(actor);
        var policy = policy(area);
        requireRead(command.version(), policy.version(Setting.PANEL_SEATS));
        policy.changePanel(
                        command.seats(), command.votesNeeded(), command.from(), today(), by(actor))
                .forEach(change -> keep(change, actor));
    }

    @Once
    public void nameSeat(NameSeat command, Actor actor) {
        var area = lock(actor);
        var roster = new PanelRoster(area, history.holdings(area));
        requireRead(command.version(), roster.history(command.seat()).size());
        var from = command.from() == null ? today() : command.from();
        var panel = policy(area).settings(from).seats().stream().map(Seat::valueOf).toList();
        var holding =
                roster.name(
                        command.seat(),
                        command.holder(),
                        command.deputy(),
                        command.from(),
                        today(),
                        panel,
                        new HashSet<>(actors.holders(area, command.seat().role())),
                        by(actor));
        history.add(holding);
        audit.record(
                actor,
                new SeatNamed(
                        area,
                        holding.seat(),
                        holding.holder(),
                        holding.deputy(),
                        holding.fromOn()));
    }

    @Once
    public void overrideWorkingDay(OverrideWorkingDay command, Actor actor) {
        var area = lock(actor);
        var day = command.day();
        if (day == null) {
            throw new Invalid("day", "agency.problem.day-missing");
        }
        if (day.isBefore(today())) {
            throw new Invalid("day", "agency.problem.day-past", day);
        }
        var reason = command.reason().strip();
        if (reason.isEmpty()) {
            throw new Invalid("reason", "agency.problem.reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Invalid("reason", "agency.problem.too-long", LONGEST_REASON, reason.length());
        }
        if (areas.workingDays(area).isWorkingDay(day) == command.working()) {
            throw new Invalid("working", "agency.problem.day-unchanged");
        }
        history.add(
                new WorkingDayOverride(
                        area, day, command.working(), reason, clock.instant(), actor.personId()));
        audit.record(actor, new WorkingDayOverridden(area, day, command.working()));
    }

    private void keep(SettingChange change, Actor actor) {
        history.add(change);
        audit.record(
                actor,
                new SettingChanged(
                        change.area(), change.setting(), change.value(), change.fromOn()));
    }

    // ---- what they stand on

    /// Somebody who acts in an area has no other's settings.
    private String own(String area, Actor actor) {
        var acting = actor.area();
        if (acting == null ? !areas.names().containsKey(area) : !acting.equals(area)) {
            throw new NotFound(AreaService.class);
        }
        return area;
    }

    private String lock(Actor actor) {
        var area = actor.areaFor(Operation.CHANGE_SETTINGS);
        history.lock(area);
        return area;
    }

    private AreaPolicy policy(String area) {
        return new AreaPolicy(area, history.changes(area));
    }

    private static void requireRead(int read, int found) {
        if (read >= 0 && read != found) {
            throw new Changed(SettingChange.class, read, found);
        }
    }

    private Map<UUID, String> names(AreaPolicy policy) {
        return names(
                Stream.of(Setting.values())
                        .flatMap(setting -> policy.history(setting).stream())
                        .map(SettingChange::recordedBy)
                        .toList());
    }

    private Map<UUID, String> names(Collection<UUID> people) {
        return actors.names(new HashSet<>(people));
    }

    private AreaPolicy.Change by(Actor actor) {
        return new AreaPolicy.Change(actor.personId(), clock.instant());
    }

    private LocalDate today() {
        return London.today(clock);
    }
}
