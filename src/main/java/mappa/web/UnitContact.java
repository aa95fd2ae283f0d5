package mappa.web;

import java.util.Optional;

/// Where people of an area find help; the package that has the area's settings says it.
public interface UnitContact {

    /// Telephone, mail address or both, as shown text; empty where the area has given neither.
    Optional<String> of(String area);
}
