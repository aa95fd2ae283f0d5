package mappa.file;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The record that files stand beside, as one actor sees it.
///
/// @param reference what it is called outside; null as long as it has none
/// @param area two or three letters
/// @param subjects ids of what a look at one of its files is a look at
/// @param adds whether the actor may add and withdraw now
/// @param path its page
public record HoldingRecord(
        @Nullable String reference, String area, List<UUID> subjects, boolean adds, String path) {}
