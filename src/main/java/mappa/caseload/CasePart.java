package mappa.caseload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.web.Badge;
import org.jspecify.annotations.Nullable;

/// What another feature shows on a case's pages; each contributes its own.
public interface CasePart {

    /// Place on the summary, smallest first.
    int order();

    /// Words of its heading.
    String heading();

    /// Words shown where there is nothing.
    String empty();

    /// What stands on the summary; called in the transaction that reads the case, for somebody who
    /// may read it.
    List<Item> items(CaseSummary of, Actor actor);

    /// What happened, for the timeline; in any order.
    List<Happening> happenings(CaseSummary of, Actor actor);

    /// Ids of the actor's own view of what hangs on the case: looking at one of them or changing it
    /// is part of the case's log, and who is given the case for a sample is given them.
    List<UUID> things(CaseSummary of, Actor actor);

    /// @param reference what it is called outside
    /// @param text as shown
    /// @param path page with the whole of it; null where the actor has none
    record Item(@Nullable Badge badge, String reference, String text, @Nullable String path) {}

    /// @param kind code by which the timeline is filtered
    /// @param text as shown
    /// @param by who did it, as shown; null for the system
    record Happening(
            Instant at, EventKind kind, String text, @Nullable String by, @Nullable String path) {}

    /// Kinds of things that happen to a case.
    enum EventKind {
        CASE,
        CATEGORY,
        LEVEL,
        CUSTODY,
        CIRCUMSTANCE,
        REFERRAL,
        MEETING
    }
}
