package mappa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.web.Words;
import org.junit.jupiter.api.Test;

/// Every word that anybody reads stands in a bundle, once, and is used; so a second language is a
/// second set of files.
class WordsTest {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    /// A key, or the beginning of one that a code completes: `web.role.`, `referral.state`.
    private static final Pattern LITERAL =
            Pattern.compile(
                    "(?:[\"']|alert=)((?:%s)\\.[A-Za-z0-9_.-]+)[\"']"
                            .formatted(String.join("|", Words.BUNDLES)));

    private static final Pattern SCREEN = Pattern.compile("\\{#screen}[^{]*\\{/screen}");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SAID_ATTRIBUTE =
            Pattern.compile(
                    "\\b(?:aria-label|alt|title|placeholder|aria-description)=\"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("&[a-z]+;");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Map<String, String> words = words();

    @Test
    void everyBundleIsKnownAndEveryKeyStandsInItsOwn() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.contains("_"))
                                    .map(name -> name.replace(".properties", "")))
                    .as("files in messages/ and Words.BUNDLES")
                    .containsExactlyInAnyOrderElementsOf(Words.BUNDLES);
        }
        for (var bundle : Words.BUNDLES) {
            assertThat(read(MESSAGES.resolve(bundle + ".properties")).keySet())
                    .allMatch(key -> key.startsWith(bundle + "."), "starts with " + bundle);
        }
    }

    @Test
    void everyKeyThatIsUsedHasWords() {
        var missing = new TreeMap<String, String>();
        literals()
                .forEach(
                        (literal, file) -> {
                            var prefix = literal.endsWith(".") ? literal : literal + ".";
                            var known =
                                    words.containsKey(literal)
                                            || words.keySet().stream()
                                                    .anyMatch(key -> key.startsWith(prefix))
                                            || engineNames().contains(literal);
                            if (!known) {
                                missing.put(literal, file);
                            }
                        });
        assertThat(missing).as("keys without words").isEmpty();
    }

    @Test
    void everyWordIsUsed() {
        var literals = literals().keySet();
        var unused =
                words.keySet().stream()
                        .filter(key -> literals.stream().noneMatch(literal -> uses(literal, key)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("words that nothing says").isEmpty();
    }

    /// A literal says its own key, or is completed by a code of one segment.
    private static boolean uses(String literal, String key) {
        if (key.equals(literal)) {
            return true;
        }
        var prefix = literal.endsWith(".") ? literal : literal + ".";
        return key.startsWith(prefix) && !key.substring(prefix.length()).contains(".");
    }

    @Test
    void everyPatternIsSoundAndTypographic() {
        words.forEach(
                (key, pattern) -> {
                    assertThat(pattern)
                            .as("%s: MessageFormat swallows a straight apostrophe; use ’", key)
                            .doesNotContain("'");
                    assertThat(new MessageFormat(pattern, Locale.UK).toPattern())
                            .as(key)
                            .isNotBlank();
                    assertThat(pattern).as(key).isEqualTo(pattern.strip());
                });
    }

    @Test
    void codesOfAnEnumHaveAllTheirWords() {
        var families = new TreeMap<String, Set<String>>();
        words.keySet()
                .forEach(
                        key -> {
                            var dot = key.lastIndexOf('.');
                            if (CODE.matcher(key.substring(dot + 1)).matches()) {
                                families.computeIfAbsent(
                                                key.substring(0, dot), _ -> new TreeSet<>())
                                        .add(key.substring(dot + 1));
                            }
                        });
        assertThat(families).isNotEmpty();
        var enums = enums();
        families.forEach(
                (prefix, codes) ->
                        assertThat(enums)
                                .as("%s.* has exactly the constants of one enum: %s", prefix, codes)
                                .anyMatch(constants -> constants.equals(codes)));
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws IOException {
        var found = new TreeMap<String, String>();
        for (var file : files(TEMPLATES, ".html")) {
            var source = SCREEN.matcher(Files.readString(file)).replaceAll("");
            var plain = withoutExpressions(source);
            var said =
                    SAID_ATTRIBUTE.matcher(plain).results().map(match -> match.group(1)).toList();
            var text = ENTITY.matcher(TAG.matcher(plain).replaceAll(" ")).replaceAll(" ");
            var letters =
                    Stream.concat(said.stream(), Stream.of(text))
                            .flatMap(part -> Arrays.stream(part.split("\\s+")))
                            .filter(word -> word.codePoints().anyMatch(Character::isLetter))
                            .collect(Collectors.joining(" "));
            if (!letters.isEmpty()) {
                found.put(TEMPLATES.relativize(file).toString(), letters);
            }
        }
        assertThat(found).as("words outside the bundles").isEmpty();
    }

    /// Everything in braces goes, with braces inside it: `{t:of('a', {b})}`.
    private static String withoutExpressions(String template) {
        var plain = new StringBuilder();
        var depth = 0;
        for (var letter : template.toCharArray()) {
            if (letter == '{') {
                depth++;
            } else if (letter == '}') {
                depth--;
            } else if (depth == 0) {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    /// Messages and job types of the processes are spelt like keys.
    private static Set<String> engineNames() {
        return files(Path.of("bpmn"), "").stream()
                .flatMap(
                        file ->
                                Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"")
                                        .matcher(text(file))
                                        .results()
                                        .map(match -> match.group(1)))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> literals() {
        var literals = new TreeMap<String, String>();
        Stream.concat(files(JAVA, ".java").stream(), files(TEMPLATES, ".html").stream())
                .forEach(
                        file -> {
                            Matcher matcher = LITERAL.matcher(withoutComments(file));
                            while (matcher.find()) {
                                literals.put(matcher.group(1), file.toString());
                            }
                        });
        return literals;
    }

    private static String withoutComments(Path file) {
        return text(file)
                .lines()
                .filter(line -> !line.strip().startsWith("//"))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> words() {
        var words = new TreeMap<String, String>();
        Words.BUNDLES.forEach(
                bundle -> words.putAll(read(MESSAGES.resolve(bundle + ".properties"))));
        return words;
    }

    private static Map<String, String> read(Path file) {
        try (var in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            var words = new TreeMap<String, String>();
            properties.forEach((key, value) -> words.put((String) key, (String) value));
            return words;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The constants of each enum of the server, by name.
    private static Set<Set<String>> enums() {
        return new com.tngtech.archunit.core.importer.ClassFileImporter()
                        .withImportOption(
                                new com.tngtech.archunit.core.importer.ImportOption
                                        .DoNotIncludeTests())
                        .importPackages("mappa")
                        .stream()
                        .filter(com.tngtech.archunit.core.domain.JavaClass::isEnum)
                        .map(
                                type ->
                                        type.getEnumConstants().stream()
                                                .map(constant -> constant.name())
                                                .collect(Collectors.toCollection(TreeSet::new)))
                        .collect(Collectors.toSet());
    }

    private static java.util.List<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
