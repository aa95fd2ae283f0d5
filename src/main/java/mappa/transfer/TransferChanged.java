package mappa.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import mappa.audit.Happened;
import org.jspecify.annotations.Nullable;

/// Something happened to a transfer; kept in the chain of each of the two areas, with the ids of
/// that area's own records.
///
/// @param area in whose chain it stands
/// @param caseId of that area; null for the other area until it has accepted
/// @param reference of the case that was offered
/// @param recipients ids of the accounts of that area whom it concerns; empty for none
/// @param dueOn last day for an answer
public record TransferChanged(
        What what,
        UUID transfer,
        String area,
        @Nullable UUID caseId,
        @Nullable UUID personId,
        String reference,
        List<UUID> recipients,
        LocalDate dueOn)
        implements Happened {

    /// In the order in which they can happen.
    public enum What {
        OFFERED(Kind.DISCLOSE),
        ACCEPTED(Kind.DISCLOSE),
        DECLINED(Kind.ALTER),
        RECALLED(Kind.ALTER),
        LAPSED(Kind.ALTER),
        KEPT(Kind.ALTER);

        private final Kind kind;

        What(Kind kind) {
            this.kind = kind;
        }
    }

    @Override
    public Kind kind() {
        return what.kind;
    }

    @Override
    public String name() {
        return "transfer-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public List<UUID> subjects() {
        return Stream.of(transfer, caseId, personId).filter(java.util.Objects::nonNull).toList();
    }

    @Override
    public Map<String, ?> detail() {
        return Map.of("answerDueOn", dueOn.toString());
    }
}
