package mappa.agency;

/// What is agreed with an agency in writing.
public enum AgreementKind {
    /// Memorandum of understanding: how the agencies co-operate; the law requires one.
    MEMORANDUM,
    /// Information sharing agreement: what may be shared, and how it is kept.
    INFORMATION_SHARING;

    /// Name in addresses: `information-sharing`.
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
