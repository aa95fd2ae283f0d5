package mappa.meeting;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Part of a list, in a fixed order.
///
/// @param next id after which the following part begins; null on the last
record Part<T>(List<T> items, @Nullable UUID next) {

    /// @param rows up to one more than the size, which then is the first of the following part
    static <R, T> Part<T> of(List<R> rows, int size, Function<R, UUID> id, Function<R, T> view) {
        var shown = rows.size() > size ? rows.subList(0, size) : rows;
        return new Part<>(
                shown.stream().map(view).toList(),
                rows.size() > size ? id.apply(shown.getLast()) : null);
    }
}
