package mappa.meeting;

import java.util.List;
import java.util.Optional;

/// What was recorded at a meeting so far. Immutable.
record MeetingRecord(List<RecordEntry> entries) {

    MeetingRecord {
        entries = List.copyOf(entries);
    }

    /// The value of a field; empty where nothing is recorded.
    Optional<String> value(RecordSection section, String field) {
        return entry(section, field).map(RecordEntry::value).filter(value -> !value.isBlank());
    }

    boolean has(RecordSection section, String field) {
        return value(section, field).isPresent();
    }

    boolean is(RecordSection section, String field, RecordChoice choice) {
        return value(section, field).filter(choice.name()::equals).isPresent();
    }

    Optional<RecordEntry> entry(RecordSection section, String field) {
        return entries.stream()
                .filter(entry -> entry.section() == section && entry.field().equals(field))
                .findFirst();
    }
}
