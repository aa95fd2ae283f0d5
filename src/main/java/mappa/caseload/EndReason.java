package mappa.caseload;

import static mappa.caseload.Category.CATEGORY_1;
import static mappa.caseload.Category.CATEGORY_2;
import static mappa.caseload.Category.CATEGORY_4;

import java.util.EnumSet;
import java.util.Set;

/// Why a category ended.
public enum EndReason {
    REGISTRATION_EXPIRED(EnumSet.of(CATEGORY_1, CATEGORY_4)),
    NOTIFICATION_REVOKED(EnumSet.of(CATEGORY_1, CATEGORY_4)),
    SENTENCE_ENDED(EnumSet.of(CATEGORY_2, CATEGORY_4)),
    HOSPITAL_ORDER_ENDED(EnumSet.of(CATEGORY_2, CATEGORY_4)),
    /// Level 2 or 3 ended and nothing but it kept the person in MAPPA.
    DEREGISTERED_L23(EnumSet.allOf(Category.class)),
    CONVICTION_QUASHED(EnumSet.allOf(Category.class)),
    DECEASED(EnumSet.allOf(Category.class)),
    DEPORTED(EnumSet.allOf(Category.class)),
    TRANSFERRED(EnumSet.allOf(Category.class)),
    /// The person is in another category from that day on.
    MOVED_CATEGORY(EnumSet.allOf(Category.class)),
    /// It should never have been recorded: the spell lasts no day at all.
    ENTERED_IN_ERROR(EnumSet.allOf(Category.class));

    private final Set<Category> categories;

    EndReason(Set<Category> categories) {
        this.categories = categories;
    }

    /// Whether a category can end so. What makes a statutory category last is the law, so leaving
    /// Level 2 or 3 ends only a discretionary one, and that one by nothing else that is a
    /// registration, a sentence or an order.
    boolean ends(Category category, Basis basis) {
        return switch (this) {
            case DEREGISTERED_L23 -> basis == Basis.DISCRETIONARY;
            case REGISTRATION_EXPIRED, NOTIFICATION_REVOKED, SENTENCE_ENDED, HOSPITAL_ORDER_ENDED ->
                    basis == Basis.STATUTORY && categories.contains(category);
            case CONVICTION_QUASHED,
                    DECEASED,
                    DEPORTED,
                    TRANSFERRED,
                    MOVED_CATEGORY,
                    ENTERED_IN_ERROR ->
                    true;
        };
    }
}
