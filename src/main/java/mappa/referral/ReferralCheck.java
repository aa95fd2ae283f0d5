package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// One line of a completeness check.
@Entity
@Immutable
class ReferralCheck {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int round;
    private int position;

    @Enumerated(EnumType.STRING)
    private Section item;

    @Enumerated(EnumType.STRING)
    private CheckedItem.Finding finding;

    private @Nullable String note;

    protected ReferralCheck() {} // for Hibernate

    ReferralCheck(int round, int position, CheckedItem checked) {
        this.round = round;
        this.position = position;
        this.item = checked.item();
        this.finding = checked.finding();
        this.note = checked.note();
    }

    int round() {
        return round;
    }

    CheckedItem checked() {
        return new CheckedItem(item, finding, note);
    }
}
