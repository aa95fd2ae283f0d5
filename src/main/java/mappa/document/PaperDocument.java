package mappa.document;

import java.util.List;

/// A document as it is printed.
///
/// @param title without a name of anybody: it becomes the title of a window
/// @param marking protective marking, on every page
/// @param copyOf who reads it, and when: on every page, as a line and behind the text
public record PaperDocument(String title, String marking, String copyOf, List<Part> parts) {

    /// Of all words that we write.
    static final String LANGUAGE = "en-GB";

    public PaperDocument {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return "PaperDocument[" + title + "]";
    }
}
