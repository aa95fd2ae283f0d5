package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// Minutes were given to somebody: one line of the distribution.
@Entity
@Immutable
class MinutesRecipient {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(name = "agency_id")
    private UUID agency;

    /// Who was told; null where the agency names nobody and reads when one of its people comes.
    @Column(name = "person_id")
    private @Nullable UUID person;

    @Enumerated(EnumType.STRING)
    private DistributionReason reason;

    /// Keys of the sections that it does not get.
    private String[] heldBack;

    private Instant sentAt;

    @Column(name = "sent_by")
    private UUID sentBy;

    protected MinutesRecipient() {} // for Hibernate

    MinutesRecipient(
            UUID agency,
            @Nullable UUID person,
            DistributionReason reason,
            Collection<RecordSection> heldBack,
            UUID by,
            Instant now) {
        this.agency = agency;
        this.person = person;
        this.reason = reason;
        this.heldBack = heldBack.stream().sorted().map(RecordSection::path).toArray(String[]::new);
        sentBy = by;
        sentAt = now;
    }

    UUID agency() {
        return agency;
    }

    Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    DistributionReason reason() {
        return reason;
    }

    Set<RecordSection> heldBack() {
        return Arrays.stream(heldBack)
                .map(key -> RecordSection.ofPath(key).orElseThrow())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    boolean mayRead(@Nullable RecordSection section) {
        return section == null || !heldBack().contains(section);
    }

    Instant sentAt() {
        return sentAt;
    }

    UUID sentBy() {
        return sentBy;
    }
}
