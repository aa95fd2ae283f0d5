package mappa.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import mappa.rule.Rule;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// All that one area has set and will have set, and how far it may go.
class AreaPolicy {

    private static final int DAYS_A_WEEK = 7;

    private final String area;
    private final List<SettingChange> changes;

    /// @param changes in the order in which they take effect
    AreaPolicy(String area, List<SettingChange> changes) {
        this.area = area;
        this.changes = new ArrayList<>(changes);
    }

    AreaSettings settings(LocalDate on) {
        return SettingHistory.settings(area, changes, on);
    }

    /// What was set for one setting, the latest first.
    List<SettingChange> history(Setting setting) {
        return changes.stream().filter(change -> change.setting() == setting).toList().reversed();
    }

    /// How often it was set: whoever changes it says which state they had read.
    int version(Setting setting) {
        return history(setting).size();
    }

    /// Gives a setting a value from a day on.
    ///
    /// @throws Invalid if it is no such value, outside the area's bounds, does not fit another
    ///   setting, is what stands already, or would begin in the past
    /// @throws RuleBroken with the national rule that it would loosen
    SettingChange change(
            Setting setting, String value, @Nullable LocalDate from, LocalDate today, Change by) {
        var kept =
                switch (setting.unit()) {
                    case VOTES, SEATS ->
                            throw new IllegalArgumentException(setting + " is set with the panel");
                    case PEOPLE, MEETINGS, WORKING_DAYS, DAYS, MONTHS -> number(setting, value);
                    case TEXT -> text(setting, value);
                };
        var begins = begin(from, today);
        if (settings(begins).value(setting).equals(kept)) {
            throw new Invalid("value", "agency.problem.unchanged");
        }
        var change = new SettingChange(area, setting, kept, begins, by.at(), by.person());
        add(change);
        requireToFit(begins);
        return change;
    }

    /// Gives the panel its seats and the votes needed from a day on; the two only change together.
    ///
    /// @throws RuleBroken `REF-14` if the votes needed are not from a majority of the seats to all
    List<SettingChange> changePanel(
            List<Seat> seats,
            int votesNeeded,
            @Nullable LocalDate from,
            LocalDate today,
            Change by) {
        if (seats.isEmpty()) {
            throw new Invalid("seats", "agency.problem.no-seats");
        }
        var majority = seats.size() / 2 + 1;
        if (votesNeeded < majority || votesNeeded > seats.size()) {
            throw new RuleBroken(
                    AgencyRule.SEATS,
                    "agency.problem.votes-needed",
                    seats.size(),
                    majority,
                    votesNeeded);
        }
        var begins = begin(from, today);
        var ordered = Setting.seats(Stream.of(Seat.values()).filter(seats::contains).toList());
        var now = settings(begins);
        if (now.value(Setting.PANEL_SEATS).equals(ordered) && now.votesNeeded() == votesNeeded) {
            throw new Invalid("seats", "agency.problem.unchanged");
        }
        var added =
                List.of(
                        new SettingChange(
                                area, Setting.PANEL_SEATS, ordered, begins, by.at(), by.person()),
                        new SettingChange(
                                area,
                                Setting.VOTES_NEEDED,
                                Integer.toString(votesNeeded),
                                begins,
                                by.at(),
                                by.person()));
        added.forEach(this::add);
        return added;
    }

    /// Who makes a change, and when.
    record Change(UUID person, Instant at) {}

    static LocalDate begin(@Nullable LocalDate from, LocalDate today) {
        if (from == null) {
            throw new Invalid("from", "agency.problem.from-missing");
        }
        if (from.isBefore(today)) {
            throw new Invalid("from", "agency.problem.from-past", from);
        }
        return from;
    }

    private static String number(Setting setting, String value) {
        int number;
        try {
            number = Integer.parseInt(value.strip());
        } catch (NumberFormatException notANumber) {
            throw new Invalid("value", "web.problem.not-a-number", value);
        }
        if (number > setting.most() && setting.kind() == Rule.Kind.NATIONAL) {
            throw loosened(setting, number);
        }
        if (number < setting.least() || number > setting.most()) {
            throw new Invalid(
                    "value", "agency.problem.range", setting.least(), setting.most(), number);
        }
        return Integer.toString(number);
    }

    private static RuleBroken loosened(Setting setting, int number) {
        var rule = setting.rule();
        if (setting.unit() == Setting.Unit.MONTHS) {
            return new RuleBroken(
                    rule, "agency.problem.loosened-months", setting.most(), rule.id(), number);
        }
        return new RuleBroken(
                rule,
                "agency.problem.loosened-weeks",
                setting.most() / DAYS_A_WEEK,
                rule.id(),
                setting.most(),
                number);
    }

    private static String text(Setting setting, String value) {
        var text = value.strip();
        if (text.length() > setting.most()) {
            throw new Invalid("value", "agency.problem.too-long", setting.most(), text.length());
        }
        if (setting == Setting.UNIT_EMAIL && !text.isEmpty() && !text.matches("\\S+@\\S+")) {
            throw new Invalid("value", "agency.problem.email", text);
        }
        return text;
    }

    private void add(SettingChange change) {
        var place = 0;
        while (place < changes.size() && !changes.get(place).fromOn().isAfter(change.fromOn())) {
            place++;
        }
        changes.add(place, change);
    }

    // on the day itself and on each later one for which something is set already
    private void requireToFit(LocalDate from) {
        Stream.concat(
                        Stream.of(from),
                        changes.stream()
                                .map(SettingChange::fromOn)
                                .filter(day -> day.isAfter(from)))
                .distinct()
                .map(this::settings)
                .forEach(AreaPolicy::requireToFit);
    }

    private static void requireToFit(AreaSettings settings) {
        if (settings.answerReminderDay() >= settings.answerDays()) {
            throw new Invalid(
                    "value",
                    "agency.problem.reminder-after-last",
                    settings.answerReminderDay(),
                    settings.answerDays());
        }
        if (settings.absencesToManager() >= settings.absencesToBoard()) {
            throw new Invalid(
                    "value",
                    "agency.problem.board-before-manager",
                    settings.absencesToManager(),
                    settings.absencesToBoard());
        }
        if (settings.urgentPanelDays() > settings.panelDays()) {
            throw new Invalid(
                    "value",
                    "agency.problem.urgent-longer",
                    settings.urgentPanelDays(),
                    settings.panelDays());
        }
    }
}
