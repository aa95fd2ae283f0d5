package mappa.referral;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mappa.caseload.CaseView;
import mappa.caseload.Fact;
import mappa.caseload.Location;
import mappa.caseload.Sex;
import org.jspecify.annotations.Nullable;

/// What a case already says of the questions of a referral; the rest is the referrer's to answer.
final class ReferralPrefill {

    private ReferralPrefill() {}

    /// Answers by section; sections of which the case says nothing are left out.
    static Map<Section, Map<String, String>> of(CaseView of) {
        var sections = new LinkedHashMap<Section, Map<String, String>>();
        var person = new HashMap<String, String>();
        put(person, "surname", of.person().name().surname().toOptional().orElse(null));
        put(person, "forenames", of.person().name().forenames().toOptional().orElse(null));
        day(person, "dateOfBirth", of.person().dateOfBirth());
        put(person, "sex", of.person().sex().toOptional().map(Sex::name).orElse("NOT_KNOWN"));
        sections.put(Section.PERSON, person);
        var standing = of.standing();
        if (standing != null) {
            sections.put(
                    Section.CATEGORY,
                    Map.of("category", Integer.toString(standing.category().number())));
        }
        var release = new HashMap<String, String>();
        var location = of.location();
        if (location != null) {
            put(release, "location", place(location.location()));
        }
        day(release, "sentenceDate", of.sentencedOn());
        day(release, "releaseDate", of.releaseOn());
        if (!release.isEmpty()) {
            sections.put(Section.RELEASE, release);
        }
        return sections;
    }

    private static String place(Location location) {
        if (location == Location.HOSPITAL_MHA) {
            return "HOSPITAL";
        }
        return location.isHeld() ? "CUSTODY" : "COMMUNITY";
    }

    private static void day(Map<String, String> answers, String key, Fact<LocalDate> day) {
        put(answers, key, day.toOptional().map(LocalDate::toString).orElse(null));
    }

    private static void put(Map<String, String> answers, String key, @Nullable String value) {
        if (value != null) {
            answers.put(key, value);
        }
    }
}
