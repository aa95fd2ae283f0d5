package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// The answers of one section, as they were saved last.
@Entity
class ReferralSection {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Enumerated(EnumType.STRING)
    private Section section;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> answers = new TreeMap<>();

    private int saves;
    private boolean copied;
    private Instant savedAt;

    protected ReferralSection() {} // for Hibernate

    ReferralSection(Section section, Instant savedAt) {
        this.section = section;
        this.savedAt = savedAt;
    }

    void save(Map<String, String> answers, Instant now) {
        this.answers = new TreeMap<>(answers);
        saves++;
        copied = false;
        savedAt = now;
    }

    /// Takes the answers of an earlier referral, to be checked and saved by the referrer.
    ReferralSection copy(ReferralSection earlier) {
        answers = new TreeMap<>(earlier.answers);
        copied = true;
        return this;
    }

    /// Whether nobody has saved what was copied.
    boolean isCopied() {
        return copied;
    }

    Section section() {
        return section;
    }

    Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    /// How often it was saved: whoever saves says which one they had read.
    int saves() {
        return saves;
    }

    Instant savedAt() {
        return savedAt;
    }
}
