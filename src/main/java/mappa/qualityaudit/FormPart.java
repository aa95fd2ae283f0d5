package mappa.qualityaudit;

import java.util.List;

/// What a form asks under one heading.
///
/// @param items what is scored, each in its own words
public record FormPart(String title, List<String> items) {

    public FormPart {
        items = List.copyOf(items);
    }
}
