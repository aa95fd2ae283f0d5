package mappa.caseload;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;

/// Make a record for a person, in the area of whoever makes it.
///
/// @param verdicts what comparing each near-duplicate showed, by its id
public record CreatePerson(@NotNull PersonDetails details, Map<UUID, Verdict> verdicts) {

    public CreatePerson {
        verdicts = verdicts == null ? Map.of() : Map.copyOf(verdicts);
    }

    /// Whether two records are of one person.
    public enum Verdict {
        /// The record that is there is the person's: no second one is made.
        SAME,
        DIFFERENT,
        /// Both are kept, and somebody asks.
        CANNOT_TELL
    }
}
