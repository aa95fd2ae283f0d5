package mappa.agency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mappa.rule.Rule;
import org.jspecify.annotations.Nullable;

/// One setting of an area as it stands today, with all that was ever set.
///
/// @param value as stored: a number, a list of codes or a text
/// @param rule without the leading `R-`; null where there is none
/// @param from since when the value stands; null for the default
/// @param changedBy display name of who set it; null for the default
/// @param version how often it was set
/// @param history the latest first
public record SettingView(
        Setting setting,
        String value,
        String byDefault,
        Setting.Unit unit,
        Rule.Kind kind,
        @Nullable String rule,
        @Nullable LocalDate from,
        @Nullable String changedBy,
        int version,
        List<Entry> history) {

    /// One value and when it counts from.
    ///
    /// @param isToCome whether that day has not come yet
    public record Entry(
            String value, LocalDate from, String changedBy, Instant at, boolean isToCome) {}

    static SettingView of(
            Setting setting, AreaPolicy policy, LocalDate today, Map<UUID, String> names) {
        var history =
                policy.history(setting).stream()
                        .map(
                                change ->
                                        new Entry(
                                                change.value(),
                                                change.fromOn(),
                                                names.getOrDefault(change.recordedBy(), ""),
                                                change.recordedAt(),
                                                change.fromOn().isAfter(today)))
                        .toList();
        var stands = history.stream().filter(entry -> !entry.isToCome()).findFirst();
        var rule = setting.rule();
        return new SettingView(
                setting,
                policy.settings(today).value(setting),
                setting.byDefault(),
                setting.unit(),
                setting.kind(),
                rule == null ? null : rule.id(),
                stands.map(Entry::from).orElse(null),
                stands.map(Entry::changedBy).orElse(null),
                history.size(),
                history);
    }
}
