package mappa.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One option of radio buttons, checkboxes or a list.
///
/// @param value what is sent
/// @param words key of its label
/// @param hint key of the line beneath it; null where it needs none
public record Choice(String value, String words, @Nullable String hint) {

    public static Choice of(String value, String words) {
        return new Choice(value, words, null);
    }

    /// The constants of an enum, with `<prefix>.<CONSTANT>` as words.
    @SafeVarargs
    public static <E extends Enum<E>> List<Choice> of(String prefix, E... constants) {
        return Stream.of(constants)
                .map(constant -> of(constant.name(), prefix + "." + constant.name()))
                .toList();
    }
}
