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
    /// @param saves how often it was changed: whoever saves says which one they had read
    /// @param others what others wrote at the same time; empty if nothing is to be settled
    public record Entry(
            RecordSection section,
            String field,
            String value,
            int saves,
            @Nullable String savedBy,
            Instant savedAt,
            List<Other> others) {

        public Entry {
            others = List.copyOf(others);
        }

        static Entry of(RecordEntry of, Map<UUID, String> names) {
            return new Entry(
                    of.section(),
                    of.field(),
                    of.value(),
                    of.saves(),
                    names.get(of.savedBy()),
                    of.savedAt(),
                    of.others().stream()
                            .map(
                                    one ->
                                            new Other(
                                                    one.value(),
                                                    one.writtenBy(),
                                                    names.get(one.writtenBy())))
                            .toList());
        }

        /// What somebody sees in the field: their own text as long as it is to be settled.
        public String shownTo(@Nullable UUID reader) {
            return others.stream()
                    .filter(one -> one.writtenBy().equals(reader))
                    .map(Other::value)
                    .findFirst()
                    .orElse(value);
        }
    }

    /// A text that does not stand, beside the one that does.
    public record Other(String value, UUID writtenBy, @Nullable String by) {}

    public Optional<Entry> entry(RecordSection section, String field) {
        return entries.stream()
                .filter(entry -> entry.section() == section && entry.field().equals(field))
                .findFirst();
    }
}
