package mappa.caseload;

/// What a name is to a person.
public enum NameKind {
    /// The name the person goes by in the record.
    CURRENT,
    /// Another name the person uses or is known by.
    ALIAS,
    /// A name the person had before.
    FORMER
}
