package mappa.referral;

import java.util.stream.Stream;
import mappa.web.Form;
import org.jspecify.annotations.Nullable;

/// A fact as shown in a list of facts.
///
/// @param label key of its words
/// @param path where it leads; null if nowhere
record ShownText(String label, String text, @Nullable String path) {

    static ShownText of(String label, String text) {
        return new ShownText(label, text, null);
    }

    /// What was typed into a field for which the page has no place any more; nothing if it was
    /// blank.
    static Stream<ShownText> typed(Form form, String field, String label) {
        return Stream.ofNullable(form.text(field)).map(text -> of(label, text));
    }
}
