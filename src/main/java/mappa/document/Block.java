package mappa.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A paragraph, some facts or a table.
///
/// @param title of a table; empty for anything else
/// @param rows of a paragraph one cell; of facts what and how it is; of a table its head first, all
///   of the same width
public record Block(Kind kind, String title, List<List<String>> rows) {

    /// How it looks.
    public enum Kind {
        TEXT,
        /// A paragraph that stands out: a correction, a warning.
        NOTE,
        FACTS,
        TABLE
    }

    public Block {
        title = printable(title);
        rows =
                rows.stream()
                        .map(row -> row.stream().map(Block::printable).toList())
                        .collect(Collectors.toUnmodifiableList());
    }

    public static Block text(String text) {
        return new Block(Kind.TEXT, "", List.of(List.of(text)));
    }

    public static Block note(String text) {
        return new Block(Kind.NOTE, "", List.of(List.of(text)));
    }

    /// @param facts what and how it is, one after the other
    public static Block facts(List<List<String>> facts) {
        return new Block(Kind.FACTS, "", facts);
    }

    public static Block table(String title, List<String> head, List<List<String>> body) {
        return new Block(Kind.TABLE, title, Stream.concat(Stream.of(head), body.stream()).toList());
    }

    /// Of a paragraph.
    public String text() {
        return rows.getFirst().getFirst();
    }

    /// Of a table.
    public List<String> head() {
        return rows.getFirst();
    }

    /// Of a table, without its head.
    public List<List<String>> body() {
        return rows.subList(1, rows.size());
    }

    // XML has no place for control characters, and somebody can paste one into any text
    private static String printable(String text) {
        return text.codePoints()
                .filter(
                        point ->
                                point == '\n'
                                        || point == '\t'
                                        || (point >= 0x20
                                                && point != 0xFFFE
                                                && point != 0xFFFF
                                                && !(point >= 0xD800 && point <= 0xDFFF)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return "Block[" + kind + "]"; // what it says must not reach a log
    }
}
