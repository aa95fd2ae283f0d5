package mappa.caseload;

/// Sex as recorded by the police or the courts.
public enum Sex {
    FEMALE,
    MALE
}
