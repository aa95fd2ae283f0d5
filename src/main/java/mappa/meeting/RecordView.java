package mappa.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was recorded at a meeting so far.
public record RecordView(UUID meetingId, List<Entry> entries) {

    public RecordView {
        entries = List.copyOf(entries);
    }

    /// @param value may be empty
    /// @param saves how often it was saved: whoever saves says which one they had read
    /// @param other what somebody else wrote at the same time; null if nothing is to be settled
    public record Entry(
            RecordSection section,
            String field,
            String value,
            int saves,
            @Nullable String savedBy,
            Instant savedAt,
            @Nullable String other,
            @Nullable String otherBy) {

        static Entry of(RecordEntry of, Map<UUID, String> names) {
            return new Entry(
                    of.section(),
                    of.field(),
                    of.value(),
                    of.saves(),
                    names.get(of.savedBy()),
                    of.savedAt(),
                    of.otherValue().orElse(null),
                    of.otherBy().map(names::get).orElse(null));
        }
    }

    public Optional<Entry> entry(RecordSection section, String field) {
        return entries.stream()
                .filter(entry -> entry.section() == section && entry.field().equals(field))
                .findFirst();
    }

    /// How often any field was saved: grows with each save.
    public int saves() {
        return entries.stream().mapToInt(Entry::saves).sum();
    }
}
