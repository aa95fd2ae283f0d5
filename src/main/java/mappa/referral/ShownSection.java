package mappa.referral;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import mappa.web.Said;
import org.jspecify.annotations.Nullable;

/// A section of the form as it is read on a page.
///
/// @param changePath where its answers can be changed; null where they cannot
record ShownSection(Section section, List<ShownAnswer> answers, @Nullable String changePath) {

    /// One question with its answer, as shown.
    ///
    /// @param label key of the question's words
    /// @param text null if missing
    /// @param missing whether it must be answered before the referral can be sent
    record ShownAnswer(String label, @Nullable String text, boolean missing) {}

    static ShownSection of(
            Section section,
            Map<String, String> answers,
            Collection<Gap> gaps,
            @Nullable String changePath) {
        return new ShownSection(
                section,
                section.questions().stream()
                        .map(question -> answer(section, question, answers, gaps))
                        .toList(),
                changePath);
    }

    /// All sections that are asked, in reading order.
    ///
    /// @param changePath where a section can be changed; null where it cannot
    static List<ShownSection> of(
            ReferralView referral, Function<Section, @Nullable String> changePath) {
        return referral.sections().stream()
                .filter(ReferralView.SectionView::asked)
                .map(
                        kept ->
                                of(
                                        kept.section(),
                                        kept.answers(),
                                        referral.gaps(),
                                        changePath.apply(kept.section())))
                .toList();
    }

    public String slug() {
        return section.slug();
    }

    private static ShownAnswer answer(
            Section section, Question question, Map<String, String> answers, Collection<Gap> gaps) {
        var label = "referral.question." + question.key();
        var missing = gaps.contains(new Gap(section, question.key()));
        return new ShownAnswer(
                label,
                missing ? null : text(question, answers.getOrDefault(question.key(), "")),
                missing);
    }

    private static String text(Question question, String answer) {
        if (answer.isBlank()) {
            return Said.of("web.not-recorded");
        }
        return switch (question.kind()) {
            case LINE, TEXT -> answer;
            case DATE -> Said.day(LocalDate.parse(answer));
            case CHOICE -> Said.of(choiceWords(question, answer));
        };
    }

    /// Key of the words of one of a question's choices: `referral.answer.sex-not-known`.
    static String choiceWords(Question question, String code) {
        return "referral.answer."
                + question.key()
                + "-"
                + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
