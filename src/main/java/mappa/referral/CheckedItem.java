package mappa.referral;

import org.jspecify.annotations.Nullable;

/// What the unit found about one part of a referral.
///
/// @param note what the referrer should add; null if there is nothing to say
public record CheckedItem(Section item, Finding finding, @Nullable String note) {

    /// Whether the part can go to the panel.
    public enum Finding {
        PRESENT,
        MISSING,
        UNCLEAR
    }
}
