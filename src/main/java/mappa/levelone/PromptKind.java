package mappa.levelone;

import java.util.stream.Stream;

/// What prompts the lead agency to refer up (R-L1-05).
public enum PromptKind {
    /// The risk of serious harm is high now.
    RISK_HIGH,
    NEW_ARREST,
    RECALL,
    /// The case says that the person is held again; nobody has to report it.
    BACK_IN_CUSTODY,
    AGENCY_DOES_NOT_DELIVER;

    /// What somebody reports; the others follow from the case.
    static PromptKind[] reported() {
        return Stream.of(values())
                .filter(kind -> kind != BACK_IN_CUSTODY)
                .toArray(PromptKind[]::new);
    }
}
