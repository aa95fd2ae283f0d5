package mappa.document;

import java.util.List;

/// What stands under one heading.
///
/// @param key name within the document, also of its anchor on a page
public record Part(String key, String heading, List<Block> blocks) {

    public Part {
        blocks = List.copyOf(blocks);
    }

    @Override
    public String toString() {
        return "Part[" + key + "]";
    }
}
