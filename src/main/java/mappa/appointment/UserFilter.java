package mappa.appointment;

/// Which users a list shows.
public enum UserFilter {
    /// Those with a role now.
    WITH_ROLE,
    /// Those who signed in and were given none yet.
    WITHOUT_ROLE,
    /// Those about whom a second person is wanted.
    TO_CONFIRM,
    /// Those who have left: their last role ended.
    LEFT;

    /// Name in addresses: `with-role`.
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
