package mappa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the template engine takes without a word and shows wrong.
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /// A text between quotes in a section's head: `{#let action="/tasks/{id}"}`.
    private static final Pattern TEXT_WITH_EXPRESSION =
            Pattern.compile("\\{#\\w+[^}]*?=(\"[^\"{]*\\{[^\"]*\"|'[^'{]*\\{[^']*')");

    @Test
    void noTextInASectionsHeadHoldsAnExpression() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(one -> one.toString().endsWith(".html")).toList()) {
                TEXT_WITH_EXPRESSION
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(text -> found.add(file + ": " + text.group()));
            }
        }
        assertThat(found)
                .as("the braces are shown as they stand: write t:path('/tasks/', id, '/take')")
                .isEmpty();
    }
}
