package mappa.caseload;

/// Where a person is.
public enum Location {
    COMMUNITY,
    PRISON,
    HOSPITAL_MHA,
    IMMIGRATION_DETENTION,
    UNLAWFULLY_AT_LARGE,
    OUT_OF_AREA,
    DECEASED,
    DEPORTED;

    /// Held, so that there is or will be a day of release.
    public boolean isHeld() {
        return switch (this) {
            case PRISON, HOSPITAL_MHA, IMMIGRATION_DETENTION -> true;
            case COMMUNITY, UNLAWFULLY_AT_LARGE, OUT_OF_AREA, DECEASED, DEPORTED -> false;
        };
    }
}
