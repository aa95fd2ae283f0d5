package mappa.agency;

import java.util.List;
import java.util.UUID;
import mappa.identity.Actor;
import mappa.web.Badge;
import org.jspecify.annotations.Nullable;

/// What another feature shows on the page of an agency that takes part (S-80).
public interface AgencyPart {

    /// Key of the words of its heading.
    String heading();

    /// Key of the words shown where there is nothing.
    String empty();

    /// Called in the transaction that reads the agency, for somebody of its area.
    List<Item> items(UUID agency, Actor actor);

    /// @param text as shown
    /// @param path page with the whole of it; null where there is none
    record Item(@Nullable Badge badge, String text, @Nullable String path) {}

    /// What one feature shows.
    record View(String heading, String empty, List<Item> items) {}
}
