package mappa.identity;

import java.util.UUID;

/// Spellings of those to whom a grant or a work item can be given.
public final class Principals {

    private Principals() {}

    public static String person(UUID person) {
        return "PERSON:" + person;
    }

    /// Coordinators and administrators of an area.
    public static String unit(String area) {
        return "UNIT:" + area;
    }

    public static String role(String area, Role role) {
        return "ROLE:" + area + ":" + role;
    }

    public static String agency(UUID agency) {
        return "AGENCY:" + agency;
    }
}
