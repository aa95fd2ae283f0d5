package mappa.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One referral as its referrer, the unit and the panel read it; never a vote.
///
/// @param sections all of the form in reading order, also those not begun
/// @param gaps questions to be answered before it can be sent
/// @param lastCheck what the unit found when it checked last; empty before
/// @param questions what the panel has asked, oldest first
/// @param declinedBefore the referral that was declined not long ago; null if none
/// @param mayExpire whether it has lain so long that the unit may close it
public record ReferralView(
        ReferralSummary summary,
        int version,
        @Nullable UUID person,
        @Nullable UUID caseId,
        @Nullable Instant submittedAt,
        int checkRound,
        List<SectionView> sections,
        List<Gap> gaps,
        List<CheckedItem> lastCheck,
        List<QuestionView> questions,
        @Nullable LocalDate panelDueOn,
        @Nullable LocalDate answerDueOn,
        @Nullable Integer daysLeft,
        @Nullable UUID declinedBefore,
        boolean mayExpire,
        @Nullable Instant endedAt,
        @Nullable String endReason) {

    /// @param saves how often it was saved: what the next save says it had read
    /// @param asked whether it is asked in this referral at all
    /// @param copied whether its answers are an earlier referral's that nobody has checked yet
    public record SectionView(
            Section section,
            Map<String, String> answers,
            int saves,
            @Nullable Instant savedAt,
            boolean asked,
            boolean copied) {

        static SectionView of(Section section, Referral referral) {
            var asked = Answers.isAsked(section, referral);
            return referral.sections().stream()
                    .filter(kept -> kept.section() == section)
                    .findFirst()
                    .map(
                            kept ->
                                    new SectionView(
                                            section,
                                            kept.answers(),
                                            kept.saves(),
                                            kept.savedAt(),
                                            asked,
                                            kept.isCopied()))
                    .orElseGet(() -> new SectionView(section, Map.of(), 0, null, asked, false));
        }
    }

    /// @param seat code of the seat that asked
    public record QuestionView(
            UUID id,
            int round,
            String seat,
            String question,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {

        static QuestionView of(ReferralQuestion question) {
            return new QuestionView(
                    question.id(),
                    question.round(),
                    question.seat(),
                    question.question(),
                    question.askedAt(),
                    question.answer(),
                    question.answeredAt());
        }
    }

    static ReferralView of(Referral referral, boolean mayExpire) {
        return new ReferralView(
                ReferralSummary.of(referral),
                referral.version(),
                referral.person(),
                referral.caseId(),
                referral.submittedAt(),
                referral.checkRound(),
                Arrays.stream(Section.values())
                        .map(section -> SectionView.of(section, referral))
                        .toList(),
                referral.gaps(),
                referral.lastCheck(),
                referral.questions().stream().map(QuestionView::of).toList(),
                referral.panelDueOn(),
                referral.answerDueOn(),
                referral.daysLeft(),
                referral.declinedBefore(),
                mayExpire,
                referral.endedAt(),
                referral.endReason());
    }
}
