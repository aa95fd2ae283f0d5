package mappa.expiry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mappa.audit.Happened;

/// Something happened around a category that ends.
///
/// @param recipients ids of the accounts who are told
public record ExpiryChanged(
        UUID expiry,
        UUID caseId,
        UUID personId,
        String area,
        String reference,
        LocalDate endsOn,
        What what,
        List<UUID> recipients,
        Map<String, ?> detail)
        implements Happened {

    /// What happened; its name in the audit is `category-expiry-` and this in kebab case.
    public enum What {
        FOUND,
        MOVED,
        ASKED,
        ESCALATED,
        DECIDED,
        CLOSED
    }

    static ExpiryChanged of(
            What what, CategoryExpiry of, List<UUID> recipients, Map<String, ?> detail) {
        return new ExpiryChanged(
                of.id(),
                of.caseId(),
                of.personId(),
                of.area(),
                of.reference(),
                of.endsOn(),
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
        return List.of(caseId, personId);
    }

    @Override
    public String name() {
        return "category-expiry-" + what.name().toLowerCase(Locale.ROOT);
    }
}
