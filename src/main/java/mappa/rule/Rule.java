package mappa.rule;

/// A numbered rule of the domain reference. Each feature package has one enum of those it upholds.
public interface Rule {

    /// The number without the leading `R-`: `REF-03`.
    String id();

    /// Whose rule it is.
    Kind kind();

    /// Who set a rule; shown beside every refusal and every setting.
    enum Kind {
        /// Statute or national guidance. A setting can tighten it, never loosen it.
        NATIONAL,
        /// A default chosen by this product or by the area (marked D in the reference).
        LOCAL,
        /// No public source was found; the number shown is the area's own.
        NOT_FOUND
    }
}
