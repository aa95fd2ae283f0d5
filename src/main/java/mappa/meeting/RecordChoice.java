package mappa.meeting;

/// Answers of the record's fields that are chosen, not written; each field has some of them.
public enum RecordChoice {
    READ,
    NO,
    YES,
    KNOWN,
    NONE_KNOWN,
    LOW,
    MEDIUM,
    HIGH,
    VERY_HIGH,
    NOT_ASSESSED,
    AGREED,
    NOT_AGREED,
    DISCLOSE,
    DO_NOT,
    DEFER,
    SELF_DISCLOSE,
    CHECKED,
    NOT_APPLICABLE,
    STAY,
    LEVEL_2,
    LEVEL_3,
    LEVEL_1,
    EXIT,
    TOLD,
    TO_BE_TOLD,
    WITHHELD,
    INVITED
}
