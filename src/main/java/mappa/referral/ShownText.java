package mappa.referral;

import org.jspecify.annotations.Nullable;

/// A fact as shown in a list of facts.
///
/// @param label key of its words
/// @param path where it leads; null if nowhere
record ShownText(String label, String text, @Nullable String path) {

    static ShownText of(String label, String text) {
        return new ShownText(label, text, null);
    }
}
