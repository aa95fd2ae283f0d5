package mappa.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mappa.time.London;
import mappa.time.WorkingDays;
import org.jspecify.annotations.Nullable;

/// Referrals in the states that tests start from; everybody in them is invented.
final class ReferralFixtures {

    static final String A = "COORDINATOR_A";
    static final String B = "COORDINATOR_B";
    static final String C = "POLICE_DI";

    static final UUID COORDINATOR_A = somebody("coordinator a");
    static final UUID COORDINATOR_B = somebody("coordinator b");
    static final UUID INSPECTOR = somebody("inspector");
    static final UUID DEPUTY = somebody("deputy coordinator");
    static final UUID REFERRER = somebody("referrer");
    static final UUID CHAIR = somebody("chair of the board");
    static final Set<UUID> COORDINATORS = Set.of(COORDINATOR_A, COORDINATOR_B, DEPUTY);

    static final Limits LIMITS = new Limits(5, 1, 1, 1, 2, 5, 3, 5, 90, 28, 6);
    static final Timetable TIMES = new Timetable(LIMITS, WorkingDays.NATIONAL);
    static final Instant TUESDAY = at("2026-05-12", 10);

    private static final List<SeatHolder> THREE =
            List.of(
                    new SeatHolder(A, COORDINATOR_A),
                    new SeatHolder(B, COORDINATOR_B),
                    new SeatHolder(C, INSPECTOR));

    private ReferralFixtures() {}

    static UUID somebody(String who) {
        return UUID.nameUUIDFromBytes(who.getBytes(UTF_8));
    }

    /// A moment in London.
    static Instant at(String day, int hour) {
        return LocalDate.parse(day).atTime(LocalTime.of(hour, 0)).atZone(London.ZONE).toInstant();
    }

    static Referral aDraft() {
        return new Referral("NS", REFERRER, somebody("probation"), TUESDAY);
    }

    /// Every question that must be answered is.
    static Referral aFilledDraft(String... answers) {
        return filled(aDraft(), answers);
    }

    /// @param answers question and answer by turns; they replace the fixture's own
    static Referral filled(Referral draft, String... answers) {
        var own = new HashMap<String, String>();
        for (int i = 0; i < answers.length; i += 2) {
            own.put(answers[i], answers[i + 1]);
        }
        for (var section : Section.values()) {
            if (section != Section.WHAT_HAS_CHANGED) {
                draft.save(section, answersTo(section, own), 0, TUESDAY);
            }
        }
        return draft;
    }

    private static Map<String, String> answersTo(Section section, Map<String, String> own) {
        var answers = new HashMap<String, String>();
        for (var question : section.questions()) {
            var given = own.get(question.key());
            if (given != null) {
                answers.put(question.key(), given);
            } else if (question.required()) {
                answers.put(question.key(), answerTo(question));
            }
        }
        return answers;
    }

    private static String answerTo(Question question) {
        return switch (question.kind()) {
            case LINE, TEXT -> "An answer to " + question.key();
            case DATE -> "2026-04-20";
            case CHOICE ->
                    switch (question.key()) {
                        case "category" -> "2";
                        default -> question.choices().getFirst();
                    };
        };
    }

    static Referral aSubmittedReferral(String... answers) {
        var referral = aFilledDraft(answers);
        referral.send(TUESDAY);
        referral.match(somebody("the person"), somebody("their case"), "NS-26-0412/R1");
        return referral;
    }

    static Referral aReferralInScreening(String... answers) {
        return aReferralInScreening(TUESDAY, answers);
    }

    static Referral aReferralInScreening(Instant sentAt, String... answers) {
        var referral = aSubmittedReferral(answers);
        referral.sendToPanel(List.of(), THREE, 2, TIMES, sentAt);
        return referral;
    }

    static Referral aReferralInScreening(List<SeatHolder> holders, int votesNeeded) {
        var referral = aSubmittedReferral();
        referral.sendToPanel(List.of(), holders, votesNeeded, TIMES, TUESDAY);
        return referral;
    }

    static Ballot ballot(Vote vote) {
        return new Ballot(vote, "Because of " + vote, pathway(vote));
    }

    static @Nullable Pathway pathway(Vote vote) {
        return vote == Vote.DECLINE ? Pathway.IOM : null;
    }

    static Screening vote(Referral referral, UUID person, Vote vote) {
        return referral.vote(person, ballot(vote), TIMES, TUESDAY);
    }

    static Screening ask(Referral referral, UUID person, Instant now) {
        return referral.askForMore(
                person, List.of("Which tool was used?"), "The risk is unclear", TIMES, now);
    }

    static void answer(Referral referral, Instant now) {
        var answers = new HashMap<UUID, String>();
        referral.openQuestions().forEach(question -> answers.put(question.id(), "An answer"));
        referral.answer(answers, TIMES, now);
    }

    static List<SeatState> seats(Referral referral) {
        return referral.panel().seats().stream().map(PanelSeat::state).toList();
    }

    static List<CheckedItem> missing(Section... sections) {
        return Arrays.stream(sections)
                .map(item -> new CheckedItem(item, CheckedItem.Finding.MISSING, "Please add"))
                .toList();
    }
}
