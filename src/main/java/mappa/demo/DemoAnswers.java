package mappa.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mappa.referral.Section;

/// What referrers wrote. All of it is invented and about nobody.
final class DemoAnswers {

    private static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry(
                            "indexOffence",
                            "Wounding with intent, sentenced at the county’s crown court. The victim"
                                    + " was a former partner."),
                    Map.entry(
                            "behaviour",
                            "Visits the former partner’s street although the order forbids it, and"
                                    + " sends messages through others. Twice in the last month."),
                    Map.entry(
                            "pattern",
                            "Three earlier convictions for violence in relationships. Each began with"
                                    + " drinking after losing accommodation."),
                    Map.entry(
                            "informationFromOthers",
                            "Police: two calls to the address this quarter. Housing: notice of"
                                    + " eviction is being prepared. Mental health: known, missed the"
                                    + " last two appointments."),
                    Map.entry(
                            "whyNotLevel1",
                            "Supervision alone cannot keep the accommodation or warn the family; five"
                                    + " agencies hold parts of the picture."),
                    Map.entry(
                            "notDeliverableAtLevel2",
                            "Needs a decision on funding for supported accommodation within days, and"
                                    + " the press has asked about the case."),
                    Map.entry(
                            "whatMeetingsAdd",
                            "Housing, health and police would agree one plan for accommodation and"
                                    + " contact, and who acts if the person goes missing."),
                    Map.entry("riskTo", "A known adult: the former partner"),
                    Map.entry("riskTool", "Assessment of risk and needs by probation"),
                    Map.entry(
                            "riskSummary",
                            "Risk rises with drink and homelessness, and falls while working. Harm"
                                    + " would be serious and sudden."),
                    Map.entry("supervision", "Weekly appointments, one of them at home."),
                    Map.entry(
                            "monitoringAndControl",
                            "Exclusion zone around the former partner’s home; curfew until 7am."),
                    Map.entry("interventions", "Programme on relationships, 12 sessions left."),
                    Map.entry(
                            "victimSafety",
                            "The former partner has an alarm, and a liaison officer rings weekly."),
                    Map.entry(
                            "contingency",
                            "If an appointment is missed: police visit the same day, recall is"
                                    + " considered."),
                    Map.entry(
                            "victimConcerns",
                            "The former partner asks not to be named in any letter, and to be told"
                                    + " before any move."),
                    Map.entry(
                            "proposedAttendees",
                            "Probation, police, city housing, mental health trust, children’s"
                                    + " social care"),
                    Map.entry(
                            "whyUrgent",
                            "Released without an address in three working days’ time."),
                    Map.entry(
                            "domesticAbuseDetails",
                            "Two incidents reported by neighbours this year; no charge."),
                    Map.entry(
                            "whatHasChanged",
                            "Since the earlier referral there were two more incidents, and the risk"
                                    + " was assessed again and is now high."),
                    Map.entry("riskOfSeriousHarm", "HIGH"),
                    Map.entry("location", "COMMUNITY"),
                    Map.entry("urgent", "NO"),
                    Map.entry("domesticAbuse", "YES"),
                    Map.entry("category", "2"),
                    Map.entry("requestedLevel", "2"));

    private DemoAnswers() {}

    /// Answers of one section; a question without one is left out.
    ///
    /// @param own answers by question that replace the usual ones
    static Map<String, String> to(Section section, DemoPerson person, Map<String, String> own) {
        var all = new HashMap<>(USUAL);
        all.put("surname", person.surname());
        all.put("forenames", person.forenames());
        all.put("dateOfBirth", person.born().toString());
        all.put("sex", person.sex().name());
        all.putAll(own);
        var answers = new LinkedHashMap<String, String>();
        for (var question : section.questions()) {
            var answer = all.get(question.key());
            if (answer != null) {
                answers.put(question.key(), answer);
            }
        }
        return answers;
    }
}
