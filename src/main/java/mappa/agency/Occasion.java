package mappa.agency;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What in a case asks for an agency beyond the core ones (R-MTG-07). An area says which agencies
/// that are; until it has, the statutory bodies named here.
public enum Occasion {
    /// Youth justice leads, children's services are expected (R-CAT-12, R-GRP-01).
    CHILD("YOUTH_OFFENDING", "SOCIAL_SERVICES"),
    /// The person is in prison.
    CUSTODY("PRISON"),
    /// The person is in hospital (R-GRP-06).
    HOSPITAL("NHS_TRUST"),
    /// The person wears a tag.
    ELECTRONIC_MONITORING("ELECTRONIC_MONITORING"),
    /// Nationality or status raises it (R-GRP-03).
    IMMIGRATION("IMMIGRATION"),
    /// The person serves or has served (R-GRP-05).
    ARMED_FORCES("DEFENCE"),
    /// Fire raising: a fire service has no statutory duty, so the area names it.
    ARSON,
    /// Somebody is in touch with a victim: until the area says otherwise, the agencies whose victim
    /// liaison officers are appointed (R-MTG-14).
    VICTIM_CONTACT;

    private final List<String> bodies;

    Occasion(String... bodies) {
        this.bodies = List.of(bodies);
    }

    /// Codes of the statutory bodies that are asked where the area has said nothing.
    List<String> bodies() {
        return bodies;
    }

    /// Name in addresses: `armed-forces`.
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Occasion> ofPath(String path) {
        return Stream.of(values()).filter(one -> one.path().equals(path)).findFirst();
    }
}
