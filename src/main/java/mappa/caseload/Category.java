package mappa.caseload;

/// Why somebody is in MAPPA.
public enum Category {
    /// Subject to sex offender notification requirements.
    CATEGORY_1,
    /// Violent and other sexual offences with 12 months' custody or more, or a hospital order.
    CATEGORY_2,
    /// Other dangerous people, by assessment.
    CATEGORY_3,
    /// Terrorist and terrorist-risk people.
    CATEGORY_4;

    public int number() {
        return ordinal() + 1;
    }

    /// @param number 1 to 4
    public static Category of(int number) {
        return values()[number - 1];
    }
}
