package mappa.caseload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a search found, as its searcher may see it now.
///
/// @param searched what was typed, to change it
/// @param matches at most 20, best first
/// @param more whether there are others, so that the search should be narrowed
/// @param until when this page is gone
public record SearchView(
        UUID id, SearchPeople searched, List<PersonMatch> matches, boolean more, Instant until) {}
