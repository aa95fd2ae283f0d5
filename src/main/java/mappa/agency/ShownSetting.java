package mappa.agency;

import java.util.List;
import java.util.stream.Collectors;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// A setting in words, for its pages.
record ShownSetting(SettingView view, String value, String byDefault, List<Row> history) {

    /// One row of the history.
    record Row(SettingView.Entry entry, String value) {}

    static ShownSetting of(SettingView view) {
        return new ShownSetting(
                view,
                text(view.unit(), view.value()),
                text(view.unit(), view.byDefault()),
                view.history().stream()
                        .map(entry -> new Row(entry, text(view.unit(), entry.value())))
                        .toList());
    }

    /// `5 working days`; the names of seats; or a text, where a blank is said to be not recorded.
    static String text(Setting.Unit unit, String value) {
        if (unit == Setting.Unit.SEATS) {
            return Setting.seats(value).stream()
                    .map(seat -> Said.code("agency.seat", seat))
                    .collect(Collectors.joining(", "));
        }
        if (unit == Setting.Unit.TEXT) {
            return value.isEmpty() ? Said.of("web.not-recorded") : value;
        }
        return Said.of("agency.unit." + unit, Integer.valueOf(value));
    }

    /// Whether it is changed on a page of its own; seats and votes are changed together.
    public boolean isOnItsOwn() {
        return view.setting().group() != Setting.Group.PANEL;
    }

    /// How far the area may go, in words; null for a text.
    public @Nullable String range() {
        var setting = view.setting();
        return setting.unit().isNumber()
                ? Said.of(
                        "agency.range",
                        setting.least(),
                        text(setting.unit(), Integer.toString(setting.most())))
                : null;
    }

    /// Where its form is sent.
    public String action() {
        return "/settings/" + view.setting().path();
    }

    /// Key of the line beneath the field.
    public String hint() {
        return "agency.hint." + view.unit();
    }
}
