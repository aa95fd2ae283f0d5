package mappa.meeting;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import mappa.rule.Invalid;
import org.jspecify.annotations.Nullable;

/// What an agency says to an invitation.
///
/// @param deputyName who comes instead; with `DEPUTY` alone
/// @param grade of whoever comes (R-MTG-06)
/// @param systemsChecked where the agency has looked; with `NOTHING_KNOWN` alone
/// @param checkedOn when it has looked; as before
public record AnswerInvitation(
        @NotNull InvitationAnswer answer,
        @Size(max = 200) @Nullable String deputyName,
        @Size(max = 200) @Nullable String grade,
        @Size(max = 2_000) @Nullable String systemsChecked,
        @Nullable LocalDate checkedOn) {

    /// @throws Invalid naming what is missing
    void check() {
        var problems = new ArrayList<Invalid.Problem>();
        switch (answer) {
            case DEPUTY -> {
                if (isBlank(deputyName)) {
                    problems.add(Invalid.Problem.of("deputyName", "meeting.deputy-name-missing"));
                }
                if (isBlank(grade)) {
                    problems.add(Invalid.Problem.of("grade", "meeting.grade-missing"));
                }
            }
            case NOTHING_KNOWN -> {
                if (isBlank(systemsChecked)) {
                    problems.add(Invalid.Problem.of("systemsChecked", "meeting.systems-missing"));
                }
                if (checkedOn == null) {
                    problems.add(Invalid.Problem.of("checkedOn", "meeting.checked-on-missing"));
                }
            }
            case ATTENDS, REPORT_FOLLOWS, CANNOT_SAY -> {}
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
