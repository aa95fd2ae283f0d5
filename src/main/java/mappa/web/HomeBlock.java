package mappa.web;

import java.time.LocalDate;
import java.util.List;
import mappa.identity.Actor;
import org.jspecify.annotations.Nullable;

/// One block of the home page; features contribute those that concern them.
public interface HomeBlock {

    /// Place on the page, smallest first.
    int order();

    /// Whether somebody in this role has such a block at all; an empty block is shown with a
    /// sentence.
    boolean concerns(Actor actor);

    /// What it shows to the actor; called in a transaction of its own.
    Content content(Actor actor);

    /// @param heading words of the heading
    /// @param last words of the last column's heading: what its rows' [Row#last] is
    /// @param count exact number of all that it could show
    /// @param rows the first of them, at most five
    /// @param all path of the page with all; null where there is none
    /// @param empty words shown when there is nothing
    /// @param action path of the one thing that can be begun here; null where there is none
    /// @param actionWords words of its button
    record Content(
            String heading,
            String last,
            long count,
            List<Row> rows,
            @Nullable String all,
            String empty,
            @Nullable String action,
            @Nullable String actionWords) {

        public Content(
                String heading, String last, long count, List<Row> rows, String all, String empty) {
            this(heading, last, count, rows, all, empty, null, null);
        }
    }

    /// @param badge due badge; null where there is no date, or one that is far away
    /// @param dueOn due day; null where there is none
    /// @param what what it is, as shown text
    /// @param reference of the case or referral
    /// @param last who has it, how far it is, as shown text; null where that says nothing
    /// @param path page where the work is done
    record Row(
            @Nullable Badge badge,
            @Nullable LocalDate dueOn,
            String what,
            @Nullable String reference,
            @Nullable String last,
            String path) {}
}
