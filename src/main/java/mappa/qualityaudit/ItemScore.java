package mappa.qualityaudit;

import org.jspecify.annotations.Nullable;

/// How one item was scored.
///
/// @param part of the form, from 0
/// @param item of the part, from 0
/// @param score null where it does not apply
public record ItemScore(int part, int item, @Nullable Integer score) {

    boolean isOf(int ofPart, int ofItem) {
        return part == ofPart && item == ofItem;
    }
}
