package mappa.caseload;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.util.stream.Stream;
import mappa.web.Badge;
import mappa.web.Said;
import mappa.web.Words;
import org.jspecify.annotations.Nullable;

/// How facts, levels and categories stand on a page: `{person:fact(view.sex)}`.
@TemplateExtension(namespace = "person")
class Shown {

    private Shown() {}

    /// The value in words, or why there is none.
    static String fact(Fact<?> fact) {
        return switch (fact) {
            case Fact.Known<?>(var value) ->
                    switch (value) {
                        case LocalDate day -> Said.day(day);
                        case Sex sex -> Said.code("caseload.sex", sex);
                        case Boolean yes -> Said.of(yes ? "caseload.yes" : "caseload.no");
                        case Object text -> text.toString();
                    };
            case Fact.Missing<?>(var why) -> Said.of(why.message());
        };
    }

    /// A name as far as it is known, or that it is not.
    static String name(@Nullable String name) {
        return name == null || name.isBlank() ? Said.of("caseload.name-not-known") : name;
    }

    /// A text, or that it is not recorded.
    static String known(@Nullable String text) {
        return text == null ? Said.of("caseload.fact.not-recorded") : text;
    }

    static Badge level(Level level) {
        return new Badge(
                Said.of("caseload.level", level.number()),
                switch (level) {
                    case LEVEL_1 -> "grey";
                    case LEVEL_2 -> "blue";
                    case LEVEL_3 -> "purple";
                });
    }

    static String category(Category category) {
        return Said.of("caseload.category", category.number());
    }

    /// What was looked at or done, in words; the code for what another feature logs and this one
    /// has no words for.
    static String event(String code) {
        var key = "caseload.looked." + code;
        return Arc.container().instance(Words.class).get().has(key)
                ? Said.of(key)
                : code.replace('-', ' ');
    }

    /// Why somebody looked: the reason of their search, or what they wrote.
    static String purpose(String purpose) {
        return Stream.of(SearchReason.values()).anyMatch(reason -> reason.name().equals(purpose))
                ? Said.code("caseload.search.reason", purpose)
                : purpose;
    }
}
