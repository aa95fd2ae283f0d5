package mappa.file;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file in the list of its record.
///
/// @param number within its record, from 1; a withdrawn one keeps its own
/// @param size in bytes
/// @param scannedAt when a scanner found nothing in it; null where none has looked
/// @param withdrawnReason null as long as it stands
public record FileView(
        UUID id,
        int number,
        String title,
        String name,
        FileType type,
        int size,
        @Nullable Instant scannedAt,
        String addedBy,
        Instant addedAt,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnReason) {

    private static final int KILOBYTE = 1024;

    static FileView of(AttachedFile file, Map<UUID, String> people) {
        return new FileView(
                file.id(),
                file.number(),
                file.title(),
                file.name(),
                file.type(),
                file.size(),
                file.scannedAt().orElse(null),
                people.getOrDefault(file.addedBy(), ""),
                file.addedAt(),
                file.withdrawnBy().map(one -> people.getOrDefault(one, "")).orElse(null),
                file.withdrawnAt().orElse(null),
                file.withdrawnReason().orElse(null));
    }

    /// Whether it can be opened.
    public boolean stands() {
        return withdrawnAt == null;
    }

    /// Rounded up.
    public int kilobytes() {
        return (size + KILOBYTE - 1) / KILOBYTE;
    }

    @Override
    public String toString() {
        return "FileView[" + id + "]"; // titles and names must not reach a log
    }
}
