package mappa.referral;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mappa.rule.Invalid;

/// What the answers of the form must look like, and which are missing.
final class Answers {

    private Answers() {}

    /// @throws Invalid naming each answer that is no question's, too long, or not of its kind
    static void check(Section section, Map<String, String> answers) {
        var problems = new ArrayList<Invalid.Problem>();
        answers.forEach(
                (key, answer) ->
                        section.question(key)
                                .map(question -> problem(question, answer))
                                .orElseGet(() -> wrong(key, "referral.no-such-question"))
                                .ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static Optional<Invalid.Problem> problem(Question question, String answer) {
        if (answer.isBlank()) {
            return Optional.empty();
        }
        if (answer.length() > question.maxLength()) {
            return wrong(
                    question.key(),
                    "referral.answer-too-long",
                    question.maxLength(),
                    answer.length());
        }
        return switch (question.kind()) {
            case LINE, TEXT -> Optional.empty();
            case DATE ->
                    isDate(answer)
                            ? Optional.empty()
                            : wrong(question.key(), "referral.answer-no-date", answer);
            case CHOICE ->
                    question.choices().contains(answer)
                            ? Optional.empty()
                            : wrong(question.key(), "referral.answer-no-choice");
        };
    }

    private static Optional<Invalid.Problem> wrong(
            String key, String message, Object... arguments) {
        return Optional.of(Invalid.Problem.of(key, message, arguments));
    }

    private static boolean isDate(String answer) {
        try {
            LocalDate.parse(answer);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    static List<Gap> gaps(Referral referral) {
        var gaps = new ArrayList<Gap>();
        for (var section : Section.values()) {
            for (var question : section.questions()) {
                if (isRequired(section, question, referral)
                        && referral.answered(section, question.key()).isEmpty()) {
                    gaps.add(new Gap(section, question.key()));
                }
            }
        }
        return gaps;
    }

    /// Whether a section is asked at all.
    static boolean isAsked(Section section, Referral referral) {
        return section != Section.WHAT_HAS_CHANGED || referral.declinedBefore() != null;
    }

    private static boolean isRequired(Section section, Question question, Referral referral) {
        return switch (question.key()) {
            case "notDeliverableAtLevel2" -> referral.requestedLevel() == 3;
            case "whyUrgent" -> referral.isUrgent();
            case "domesticAbuseDetails" ->
                    referral.answered(Section.DOMESTIC_ABUSE, "domesticAbuse")
                            .filter("YES"::equals)
                            .isPresent();
            default -> question.required() && isAsked(section, referral);
        };
    }
}
