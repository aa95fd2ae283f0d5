package mappa.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// The fields of a form as they are shown or were sent, with what is wrong with them.
///
/// Reading collects problems instead of stopping at the first; [#check] then refuses them all
/// together.
public final class Form {

    private static final List<DateTimeFormatter> TIMES =
            Stream.of("H:mm", "h:mma", "ha")
                    .map(
                            pattern ->
                                    new DateTimeFormatterBuilder()
                                            .parseCaseInsensitive()
                                            .appendPattern(pattern)
                                            .toFormatter(Locale.UK))
                    .toList();

    /// Name of the hidden field with the single-use key.
    public static final String KEY = "formKey";

    /// Name of the hidden field with the version of the record that was shown.
    public static final String VERSION = "version";

    private final Map<String, List<String>> values;
    private final List<Invalid.Problem> problems = new ArrayList<>();
    private @Nullable RuleBroken refusal;
    private @Nullable Object conflict;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Form empty() {
        return new Form(new LinkedHashMap<>());
    }

    /// What was sent, in the order in which it was sent.
    public static Form of(Map<String, List<String>> sent) {
        return new Form(new LinkedHashMap<>(sent));
    }

    /// Fills in a field that is shown; nothing for null.
    public Form with(String name, @Nullable Object value) {
        if (value instanceof LocalDate date) {
            put(name + "-day", date.getDayOfMonth());
            put(name + "-month", date.getMonthValue());
            put(name + "-year", date.getYear());
        } else if (value instanceof Iterable<?> several) {
            var texts = new ArrayList<String>();
            several.forEach(one -> texts.add(one.toString()));
            values.put(name, texts);
        } else if (value != null) {
            put(name, value);
        }
        return this;
    }

    private void put(String name, Object value) {
        values.put(name, List.of(value.toString()));
    }

    /// Whether a field was sent, or is filled in, if only with an empty text.
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /// The value to show in a field; empty text where there is none.
    public String value(String name) {
        var found = values.get(name);
        return found == null || found.isEmpty() ? "" : found.getFirst();
    }

    /// All values of a field that may have several.
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// Whether a radio button or checkbox is chosen.
    public boolean chosen(String name, Object option) {
        return values.getOrDefault(name, List.of()).contains(option.toString());
    }

    /// Text without surrounding space; null where nothing was typed.
    public @Nullable String text(String name) {
        var text = value(name).replace("\r\n", "\n").strip();
        return text.isEmpty() ? null : text;
    }

    /// Text that must be there.
    ///
    /// @param message words of the problem otherwise
    public String required(String name, String message) {
        var text = text(name);
        if (text == null) {
            reject(name, message);
            return "";
        }
        return text;
    }

    /// One of an enum's constants; null where none is chosen or an unknown one was sent, which is a
    /// problem.
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type, String message) {
        var text = text(name);
        var found =
                Stream.of(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(text))
                        .findFirst();
        if (found.isEmpty()) {
            reject(name, message);
        }
        return found.orElse(null);
    }

    /// A date of three fields `<name>-day`, `-month` and `-year`; null where all are blank.
    ///
    /// A date that cannot be is a problem, with what was typed.
    public @Nullable LocalDate date(String name) {
        var typed =
                Stream.of("-day", "-month", "-year")
                        .map(part -> value(name + part).strip())
                        .toList();
        if (typed.stream().allMatch(String::isEmpty)) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(typed.get(2)),
                    Integer.parseInt(typed.get(1)),
                    Integer.parseInt(typed.get(0)));
        } catch (NumberFormatException | DateTimeException notADate) {
            reject(name, "web.problem.not-a-date", String.join(" ", typed).strip());
            return null;
        }
    }

    /// A time of day: `10:00`, `9.30am`, `2pm`; null where nothing was typed, a problem where
    /// something else was.
    public @Nullable LocalTime time(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var typed = text.toLowerCase(Locale.ROOT).replace(" ", "").replace('.', ':');
        for (var pattern : TIMES) {
            try {
                return LocalTime.parse(typed, pattern);
            } catch (DateTimeException another) {
                // perhaps the next
            }
        }
        reject(name, "web.problem.not-a-time", text);
        return null;
    }

    /// A whole number; null where nothing was typed, a problem where something else was.
    public @Nullable Integer number(String name) {
        var text = text(name);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException notANumber) {
            reject(name, "web.problem.not-a-number", text);
            return null;
        }
    }

    /// An id; null where nothing was chosen or no id was sent.
    public @Nullable UUID id(String name) {
        var text = text(name);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /// Version of the record that the form was made from; -1 where the form has none.
    public int version() {
        try {
            return Integer.parseInt(value(VERSION));
        } catch (NumberFormatException absent) {
            return -1;
        }
    }

    /// Adds a problem of a field.
    public void reject(String name, String message, Object... arguments) {
        problems.add(Invalid.Problem.of(name, message, arguments));
    }

    /// @throws Invalid with all problems found so far
    public void check() {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /// The same fields with what stopped the command.
    public Form refused(Invalid invalid) {
        problems.clear();
        problems.addAll(invalid.problems());
        return this;
    }

    public Form refused(RuleBroken broken) {
        refusal = broken;
        return this;
    }

    /// The same with the problems of what the page asks under another name.
    public Form asked(String field, String name) {
        problems.replaceAll(
                problem ->
                        problem.field().equals(field)
                                ? new Invalid.Problem(name, problem.message(), problem.arguments())
                                : problem);
        return this;
    }

    /// The same fields with the record as somebody else left it, to be shown side by side.
    public Form conflictsWith(Object theirs) {
        conflict = theirs;
        return this;
    }

    public List<Invalid.Problem> problems() {
        return problems;
    }

    /// The first problem of a field; null where it has none.
    public Invalid.@Nullable Problem problem(String name) {
        return problems.stream()
                .filter(problem -> problem.field().equals(name))
                .findFirst()
                .orElse(null);
    }

    public @Nullable RuleBroken refusal() {
        return refusal;
    }

    public @Nullable Object conflict() {
        return conflict;
    }

    public boolean isRefused() {
        return !problems.isEmpty() || refusal != null || conflict != null;
    }

    /// What was sent, without the key: to be held for its writer.
    public Map<String, List<String>> sent() {
        var sent = new LinkedHashMap<>(values);
        sent.remove(KEY);
        return sent;
    }

    /// Id of the field's control, for links of the error summary: a date's is its day.
    public Optional<String> firstControl(String name) {
        return values.containsKey(name + "-day") ? Optional.of(name + "-day") : Optional.of(name);
    }
}
