package mappa.referral;

import static mappa.referral.Question.choice;
import static mappa.referral.Question.date;
import static mappa.referral.Question.line;
import static mappa.referral.Question.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The sections of the referral form, in reading order (R-REF-02); each is saved by itself.
public enum Section {
    PERSON(
            line("surname"),
            line("forenames"),
            line("aliases").optional(),
            date("dateOfBirth").optional(),
            choice("sex", "FEMALE", "MALE", "OTHER", "NOT_KNOWN"),
            line("identifiers").optional(),
            text("address").optional()),
    CATEGORY(choice("category", "1", "2", "3", "4"), text("indexOffence")),
    BEHAVIOUR(text("behaviour")),
    PATTERN(text("pattern")),
    INFORMATION_FROM_OTHERS(text("informationFromOthers")),
    LEVEL(
            choice("requestedLevel", "2", "3"),
            text("whyNotLevel1"),
            text("notDeliverableAtLevel2").optional()),
    MEETINGS(text("whatMeetingsAdd")),
    RISK(
            choice("riskOfSeriousHarm", "LOW", "MEDIUM", "HIGH", "VERY_HIGH", "NOT_ASSESSED"),
            line("riskTo"),
            line("riskTool").optional(),
            date("riskAssessedOn").optional(),
            text("riskSummary")),
    PLAN(
            text("supervision"),
            text("monitoringAndControl"),
            text("interventions"),
            text("victimSafety"),
            text("contingency")),
    VICTIMS(text("victimConcerns")),
    RELEASE(
            choice("location", "COMMUNITY", "CUSTODY", "HOSPITAL"),
            date("sentenceDate").optional(),
            date("releaseDate").optional()),
    ATTENDEES(text("proposedAttendees")),
    URGENCY(choice("urgent", "NO", "YES"), text("whyUrgent").optional()),
    DOMESTIC_ABUSE(
            choice("domesticAbuse", "NO", "YES", "NOT_KNOWN"),
            text("domesticAbuseDetails").optional()),
    /// Only asked when an earlier referral was declined not long ago (R-REF-13).
    WHAT_HAS_CHANGED(text("whatHasChanged"));

    private final List<Question> questions;

    Section(Question... questions) {
        this.questions = List.of(questions);
    }

    public List<Question> questions() {
        return questions;
    }

    public Optional<Question> question(String key) {
        return questions.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    /// As it stands in addresses: `information-from-others`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Section> of(String slug) {
        for (var section : values()) {
            if (section.slug().equals(slug)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
