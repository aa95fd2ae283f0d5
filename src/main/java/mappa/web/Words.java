package mappa.web;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All words of pages and mails: `messages/<package>.properties` in English,
/// `messages/<package>_cy.properties` in Welsh.
///
/// Patterns are those of [MessageFormat], plurals by its choice format. A bundle of another
/// language that lacks a key shows the English words, never a blank.
@ApplicationScoped
@Unremovable // templates look it up by themselves
public class Words {

    /// Packages that have words; a test compares it with the files.
    public static final List<String> BUNDLES =
            List.of(
                    "agency",
                    "appointment",
                    "calendar",
                    "caseload",
                    "departure",
                    "document",
                    "expiry",
                    "file",
                    "levelone",
                    "meeting",
                    "notice",
                    "observation",
                    "process",
                    "qualityaudit",
                    "referral",
                    "task",
                    "transfer",
                    "web");

    public static final Locale ENGLISH = Locale.UK;

    private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    /// Words for a key with its placeholders filled in.
    ///
    /// @throws IllegalArgumentException if no bundle has the key: a mistake of ours
    public String of(Locale locale, String key, Object... arguments) {
        var pattern = patterns(locale.getLanguage()).get(key);
        if (pattern == null) {
            pattern = patterns(ENGLISH.getLanguage()).get(key);
        }
        if (pattern == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        return new MessageFormat(pattern, locale)
                .format(Stream.of(arguments).map(argument -> shown(argument, locale)).toArray());
    }

    /// A day in words as everywhere else: 14 May 2026.
    private static Object shown(Object argument, Locale locale) {
        return argument instanceof LocalDate day
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day)
                : argument;
    }

    public boolean has(String key) {
        return patterns(ENGLISH.getLanguage()).containsKey(key);
    }

    private Map<String, String> patterns(String language) {
        return byLanguage.computeIfAbsent(language, Words::read);
    }

    private static Map<String, String> read(String language) {
        var patterns = new HashMap<String, String>();
        var suffix = language.equals(ENGLISH.getLanguage()) ? "" : "_" + language;
        for (var bundle : BUNDLES) {
            var file = "messages/" + bundle + suffix + ".properties";
            try (var in =
                    Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
                if (in != null) {
                    var properties = new Properties();
                    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                    properties.forEach((key, value) -> patterns.put((String) key, (String) value));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(file, broken);
            }
        }
        return Map.copyOf(patterns);
    }
}
