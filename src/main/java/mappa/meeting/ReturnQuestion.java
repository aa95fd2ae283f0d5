package mappa.meeting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import mappa.rule.Invalid;

/// Questions of an agency's return, in the order of the form (S-46).
public enum ReturnQuestion {
    SYSTEMS_CHECKED("systemsChecked", Set.of(ReturnKind.INFORMATION, ReturnKind.NOTHING_KNOWN)),
    CHECKED_ON("checkedOn", Set.of(ReturnKind.INFORMATION, ReturnKind.NOTHING_KNOWN)),
    FACTS("facts", Set.of()),
    OPINION("opinion", Set.of()),
    INTELLIGENCE("intelligence", Set.of()),
    /// What of it may be told to the individual (R-INF-02).
    MAY_BE_TOLD("mayBeTold", Set.of()),
    RISK("risk", Set.of()),
    PROGRESS("progress", Set.of()),
    PROPOSALS("proposals", Set.of()),
    CHILDREN_AND_VICTIMS("childrenAndVictims", Set.of()),
    STAFF_SAFETY("staffSafety", Set.of()),
    REASON("reason", Set.of(ReturnKind.REFUSED));

    private static final int LONGEST = 10_000;

    private final String key;
    private final Set<ReturnKind> needed;

    ReturnQuestion(String key, Set<ReturnKind> needed) {
        this.key = key;
        this.needed = needed;
    }

    /// Name of the form field and of the JSON property.
    public String key() {
        return key;
    }

    /// Key of its words in the message bundles.
    public String words() {
        return "meeting.question." + name();
    }

    /// Whether a return of that kind must answer it.
    public boolean isNeededFor(ReturnKind kind) {
        return needed.contains(kind);
    }

    /// Questions whose answers a section of the record is about.
    static List<ReturnQuestion> of(RecordSection section) {
        return switch (section) {
            case PREVIOUS_ACTIONS -> List.of(PROGRESS);
            case INFORMATION -> List.of(FACTS, OPINION, INTELLIGENCE, MAY_BE_TOLD, STAFF_SAFETY);
            case VICTIMS -> List.of(CHILDREN_AND_VICTIMS);
            case RISK -> List.of(RISK);
            case PLAN -> List.of(PROPOSALS);
            default -> List.of();
        };
    }

    public static Optional<ReturnQuestion> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /// The answers that are no blanks.
    ///
    /// @throws Invalid naming each that is missing, too long, or no question's; and where a return
    ///   says that it tells something, but tells nothing
    static Map<String, String> check(ReturnKind kind, Map<String, String> answers) {
        var problems = new ArrayList<Invalid.Problem>();
        var given = new TreeMap<String, String>();
        answers.forEach(
                (key, answer) -> {
                    if (of(key).isEmpty()) {
                        problems.add(Invalid.Problem.of(key, "meeting.no-such-question"));
                    } else if (answer.length() > LONGEST) {
                        problems.add(
                                Invalid.Problem.of(
                                        key, "meeting.too-long", LONGEST, answer.length()));
                    } else if (!answer.isBlank()) {
                        given.put(key, answer.strip());
                    }
                });
        for (var question : values()) {
            if (question.isNeededFor(kind) && !given.containsKey(question.key)) {
                problems.add(
                        Invalid.Problem.of(question.key, "meeting.return-missing." + question.key));
            }
        }
        if (kind == ReturnKind.INFORMATION && tellsNothing(given)) {
            problems.add(Invalid.Problem.of(FACTS.key, "meeting.return-tells-nothing"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return given;
    }

    private static boolean tellsNothing(Map<String, String> given) {
        return Arrays.stream(values())
                .filter(one -> one.ordinal() >= FACTS.ordinal() && one != REASON)
                .noneMatch(one -> given.containsKey(one.key));
    }
}
