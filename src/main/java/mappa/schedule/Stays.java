package mappa.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The days that one person spends in custody or hospital, as recorded and as planned. Immutable.
///
/// Which days do not count is local policy (R-MTG-04, D): a day belongs to the place where the
/// person is at the end of it. So the day of reception does not count and the day of release does;
/// somebody released and recalled on one day has been held on that day, and somebody received and
/// released on one day has not. Custody and hospital may overlap; a day is left out once.
public final class Stays {

    /// In the community throughout.
    public static final Stays NONE = new Stays(List.of());

    private static final LocalDate NEVER = LocalDate.MAX;

    /// Days of one kind from `from` until the day before `to`.
    private record Stretch(Stay.Kind kind, LocalDate from, LocalDate to) {}

    // in order, without overlap; neighbours may touch
    private final List<Stretch> stretches;

    private Stays(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /// @param stays in any order
    /// @param releaseOn planned release from the stay that lasts; null if not recorded. It counts
    ///   as the day of release until another is recorded, even once it has passed, because a clock
    ///   that runs is the stricter of two readings. One that is not after the stay's first day
    ///   belongs to an earlier stay and is left aside
    public static Stays of(List<Stay> stays, @Nullable LocalDate releaseOn) {
        var held =
                stays.stream()
                        .map(stay -> new Stretch(stay.kind(), stay.from(), end(stay, releaseOn)))
                        .filter(stretch -> stretch.from().isBefore(stretch.to()))
                        .sorted(Comparator.comparing(Stretch::from).thenComparing(Stretch::kind))
                        .toList();
        var edges = new TreeSet<LocalDate>();
        held.forEach(stretch -> edges.addAll(List.of(stretch.from(), stretch.to())));
        var apart = new ArrayList<Stretch>();
        for (var from : edges) {
            var to = edges.higher(from);
            // of several the one that began last: from prison to hospital, from hospital to prison
            held.stream()
                    .filter(stretch -> !stretch.from().isAfter(from) && stretch.to().isAfter(from))
                    .reduce((earlier, later) -> later)
                    .ifPresent(stretch -> apart.add(new Stretch(stretch.kind(), from, to)));
        }
        return new Stays(List.copyOf(apart));
    }

    private static LocalDate end(Stay stay, @Nullable LocalDate releaseOn) {
        if (stay.to() != null) {
            return stay.to();
        }
        return releaseOn != null && releaseOn.isAfter(stay.from()) ? releaseOn : NEVER;
    }

    /// Whether the person is held at the end of that day.
    public boolean isHeldOn(LocalDate day) {
        return stretches.stream()
                .anyMatch(held -> !held.from().isAfter(day) && held.to().isAfter(day));
    }

    /// The first day on or after `day` at the end of which the person is in the community.
    ///
    /// @return `day` itself for somebody who is not held; null if no release is known
    @Nullable LocalDate releaseAfter(LocalDate day) {
        var release = day;
        for (var held : stretches) {
            if (!held.from().isAfter(release) && held.to().isAfter(release)) {
                release = held.to();
            }
        }
        return release.equals(NEVER) ? null : release;
    }

    /// Time during which a person was held without a day in the community between.
    ///
    /// @param release the first day at the end of which they were in the community; null if not
    ///   known
    record Period(LocalDate from, @Nullable LocalDate release) {}

    /// From prison to hospital and back is one period; earliest first.
    List<Period> periods() {
        var periods = new ArrayList<Period>();
        for (var held : stretches) {
            if (isHeldOn(held.from().minusDays(1))) {
                continue; // it goes on
            }
            periods.add(new Period(held.from(), releaseAfter(held.from())));
        }
        return List.copyOf(periods);
    }

    /// Days of that kind after `from`, up to and including `to`.
    int days(Stay.Kind kind, LocalDate from, LocalDate to) {
        return stretches.stream()
                .filter(held -> held.kind() == kind)
                .mapToInt(held -> common(held, from.plusDays(1), to.plusDays(1)))
                .sum();
    }

    private static int common(Stretch held, LocalDate from, LocalDate to) {
        var first = held.from().isAfter(from) ? held.from() : from;
        var end = held.to().isBefore(to) ? held.to() : to;
        return (int) Math.max(0, ChronoUnit.DAYS.between(first, end));
    }

    /// The last day up to which no more than `days` days in the community have passed since `from`.
    ///
    /// @return null if there will never be more, because no release is known
    @Nullable LocalDate lastWithin(LocalDate from, int days) {
        var left = days;
        var next = from.plusDays(1);
        for (var held : stretches) {
            var free = (int) Math.max(0, ChronoUnit.DAYS.between(next, held.from()));
            if (free > left) {
                break;
            }
            if (held.to().isAfter(next)) {
                left -= free;
                next = held.to();
            }
        }
        return next.equals(NEVER) ? null : next.plusDays(left - 1);
    }
}
