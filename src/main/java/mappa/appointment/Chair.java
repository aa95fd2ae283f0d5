package mappa.appointment;

import java.util.UUID;
import mappa.identity.Grade;
import org.jspecify.annotations.Nullable;

/// Somebody who can chair meetings of an area (R-MTG-08).
///
/// @param grade null where nobody has said: not senior enough for any level
public record Chair(UUID person, String name, @Nullable UUID agency, @Nullable Grade grade) {

    /// Whether the chair's seniority is what a level asks for (R-MTG-06).
    ///
    /// @param level 2 or 3
    public boolean isSeniorEnoughFor(int level) {
        return grade == Grade.SENIOR_MANAGER || (grade == Grade.MIDDLE_MANAGER && level == 2);
    }
}
