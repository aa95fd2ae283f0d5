package mappa.caseload;

import java.util.List;
import java.util.UUID;

/// What became of the wish for a record of a person.
public sealed interface PersonOutcome {
    /// A new record was made.
    record Created(UUID personId) implements PersonOutcome {}

    /// Somebody recognised the person in a record that was there.
    record Recognised(UUID personId) implements PersonOutcome {}

    /// Nothing was made: these look alike and have not been compared.
    record Compare(List<PersonMatch> candidates) implements PersonOutcome {}
}
