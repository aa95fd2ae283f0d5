package mappa.levelone;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// Something happened around the reviews of a case at Level 1.
///
/// @param dueOn of the review; null where none is due
/// @param recipients ids of the accounts who are told
public record LevelOneChanged(
        UUID stay,
        UUID caseId,
        UUID personId,
        String area,
        String reference,
        @Nullable LocalDate dueOn,
        What what,
        List<UUID> recipients,
        Map<String, ?> detail)
        implements Happened {

    /// What happened; its name in the audit is `level-one-` and this in kebab case.
    public enum What {
        BEGUN,
        DUE_CHANGED,
        REVIEW_DUE,
        REVIEW_REMINDED,
        REVIEW_LATE,
        REVIEWED,
        PROMPTED,
        PROMPT_DISMISSED,
        PROMPT_FOLLOWED,
        ENDED
    }

    static LevelOneChanged of(
            What what, LevelOneStay of, List<UUID> recipients, Map<String, ?> detail) {
        return new LevelOneChanged(
                of.id(),
                of.caseId(),
                of.personId(),
                of.area(),
                of.reference(),
                of.dueOn().orElse(null),
                what,
                recipients,
                detail);
    }

    @Override
    public Kind kind() {
        return Kind.ALTER;
    }

    @Override
    public List<UUID> subjects() {
        return List.of(stay, caseId, personId);
    }

    @Override
    public String name() {
        return "level-one-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
