package mappa.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Part of a list for programs, in a fixed order.
///
/// @param next what to ask with as `after` to get the following part; null on the last
public record Page<T>(List<T> items, @Nullable String next) {

    public static <T> Page<T> of(List<T> items, @Nullable UUID next) {
        return new Page<>(items, next == null ? null : next.toString());
    }
}
