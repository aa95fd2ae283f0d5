package mappa.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import mappa.rule.Invalid;
import mappa.rule.Rule;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;

/// What templates say: `{t:of('referral.title')}`, `{t:day(date)}`, `{t:moment(instant)}`.
@TemplateExtension(namespace = "t")
public class Said {

    /// Times are shown as the clocks on the wall of the unit show them.
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Said() {}

    /// Words of a bundle.
    public static String of(String key, Object... arguments) {
        return words().of(Words.ENGLISH, key, arguments);
    }

    /// Words of a bundle whose key ends in a code: `{t:code('referral.state', state)}` is
    /// `referral.state.DRAFT`.
    public static String code(String prefix, Object code, Object... arguments) {
        var name = code instanceof Enum<?> constant ? constant.name() : code.toString();
        return of(prefix + "." + name, arguments);
    }

    /// Words of a problem with a field.
    public static String problem(Invalid.Problem problem) {
        return of(problem.message(), problem.arguments().toArray());
    }

    /// Words of a refusal with the rule's number and whose rule it is.
    public static String refusal(RuleBroken broken) {
        return of(broken.message(), broken.arguments().toArray()) + " " + rule(broken.rule());
    }

    /// Number of a rule and whose it is: "Rule R-REF-04. National rule."
    public static String rule(Rule rule) {
        var kind =
                switch (rule.kind()) {
                    case NATIONAL -> "web.refusal.national";
                    case LOCAL -> "web.refusal.local";
                    case NOT_FOUND -> "web.refusal.not-found";
                };
        return of("web.refusal.rule", rule.id()) + " " + of(kind) + ".";
    }

    /// 14 May 2026
    public static String day(@Nullable LocalDate date) {
        return date == null ? of("web.not-recorded") : format("d MMMM yyyy").format(date);
    }

    /// Thu 14 May 2026, for tables
    public static String weekday(@Nullable LocalDate date) {
        return date == null ? of("web.not-recorded") : format("EEE d MMMM yyyy").format(date);
    }

    /// May 2026
    public static String month(LocalDate day) {
        return format("MMMM yyyy").format(day);
    }

    /// Thu 14, in a month that is named above it
    public static String dayOfMonth(LocalDate day) {
        return format("EEE d").format(day);
    }

    /// Thursday
    public static String dayOfWeek(java.time.DayOfWeek day) {
        return day.getDisplayName(java.time.format.TextStyle.FULL, Locale.UK);
    }

    /// 9:30am, 10am, midday
    public static String time(Instant instant) {
        var time = instant.atZone(LONDON);
        if (time.getHour() == 12 && time.getMinute() == 0) {
            return of("web.midday");
        }
        return format(time.getMinute() == 0 ? "ha" : "h:mma")
                .format(time)
                .toLowerCase(Words.ENGLISH);
    }

    /// 9:30:12am, where a second matters
    public static String second(Instant instant) {
        return format("h:mm:ssa").format(instant.atZone(LONDON)).toLowerCase(Words.ENGLISH);
    }

    /// 14 May 2026 at 9:30am
    public static String moment(@Nullable Instant instant) {
        return instant == null
                ? of("web.not-recorded")
                : of("web.moment", day(instant.atZone(LONDON).toLocalDate()), time(instant));
    }

    /// 14 May 2026, 09:30:12 +01:00: for the audit, where seconds and the offset count
    public static String exactly(Instant instant) {
        return format("d MMMM yyyy, HH:mm:ss xxx").format(instant.atZone(LONDON));
    }

    /// Path of a file of a WebJar, with its version, so that it can be cached for long.
    public static String asset(String jar, String file) {
        return Arc.container().instance(Assets.class).get().path(jar, file);
    }

    /// A path out of its parts, for templates that hand it to a tag.
    public static String path(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining());
    }

    /// Several values in one list, for templates that repeat a tag.
    public static java.util.List<Object> list(Object... values) {
        return Arrays.asList(values);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }

    private static Words words() {
        return Arc.container().instance(Words.class).get();
    }
}
