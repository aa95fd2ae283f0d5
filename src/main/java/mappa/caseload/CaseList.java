package mappa.caseload;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of cases, newest reference first.
///
/// @param count exact number of all that match the filter
/// @param byCategory exact numbers of all cases that the actor may see, by category and level;
///   `byLevel` likewise. Those in no category are in `total` only
/// @param next case after which the next page begins; null on the last
public record CaseList(
        List<CaseLine> lines,
        long count,
        Map<Category, Long> byCategory,
        Map<Level, Long> byLevel,
        long total,
        @Nullable UUID next) {}
