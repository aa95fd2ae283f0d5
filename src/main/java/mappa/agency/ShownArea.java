package mappa.agency;

import java.util.Optional;
import mappa.identity.Actor;
import mappa.identity.Operation;
import org.jspecify.annotations.Nullable;

/// The area that a page shows, and whether its reader may change it.
///
/// @param query what links carry for a reader who acts in no area, otherwise empty
record ShownArea(String area, String name, boolean mayChange, String query) {

    /// The reader's own area; somebody who acts in none, as the system administrator does, chooses.
    ///
    /// @return empty if they have not chosen, or there is no such area
    static Optional<ShownArea> find(@Nullable String asked, Areas areas, Actor actor) {
        return find(asked, areas, Operation.CHANGE_SETTINGS, actor);
    }

    /// @param change what a reader must be allowed so that the page offers its changes
    static Optional<ShownArea> find(
            @Nullable String asked, Areas areas, Operation change, Actor actor) {
        var names = areas.names();
        var code = actor.area() == null ? asked : actor.area();
        if (code == null || !names.containsKey(code)) {
            return Optional.empty();
        }
        var role = actor.role();
        return Optional.of(
                new ShownArea(
                        code,
                        names.get(code),
                        role != null && change.allows(role),
                        actor.area() == null ? "?area=" + code : ""));
    }

    /// [#query] after another parameter.
    public String andQuery() {
        return query.replace('?', '&');
    }
}
