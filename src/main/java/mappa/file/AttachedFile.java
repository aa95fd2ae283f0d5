package mappa.file;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import mappa.rule.NotFound;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/// A file beside a record; its content stands apart.
@Entity
@DynamicUpdate // the database lets nothing but its end be changed
class AttachedFile {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    @Version private int version;
    private String area;
    private String holder;
    private UUID thingId;
    private int number;
    private String title;
    private String name;

    @Enumerated(EnumType.STRING)
    private FileType type;

    private int size;
    private byte[] sha256;
    private @Nullable Instant scannedAt;
    private Instant addedAt;
    private UUID addedBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable UUID withdrawnBy;
    private @Nullable String withdrawnReason;

    protected AttachedFile() {} // for Hibernate

    /// @param number within its record, from 1
    AttachedFile(AddFile command, String area, int number, UUID by, Instant now) {
        this.area = area;
        this.number = number;
        holder = command.holder();
        thingId = command.record();
        title = command.title();
        name = command.name();
        type = command.type();
        size = command.content().length;
        sha256 = HexFormat.of().parseHex(command.sha256());
        scannedAt = command.scanned() ? now : null;
        addedBy = by;
        addedAt = now;
    }

    /// Takes it out of sight; that it was there stays.
    ///
    /// @throws NotFound if it was withdrawn already
    void withdraw(String reason, UUID by, Instant now) {
        if (isWithdrawn()) {
            throw new NotFound(AttachedFile.class);
        }
        withdrawnReason = reason;
        withdrawnBy = by;
        withdrawnAt = now;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    UUID id() {
        return id;
    }

    String holder() {
        return holder;
    }

    UUID record() {
        return thingId;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String name() {
        return name;
    }

    FileType type() {
        return type;
    }

    /// In bytes.
    int size() {
        return size;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    /// Empty where no scanner was configured.
    Optional<Instant> scannedAt() {
        return Optional.ofNullable(scannedAt);
    }

    Instant addedAt() {
        return addedAt;
    }

    UUID addedBy() {
        return addedBy;
    }

    Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    Optional<UUID> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    Optional<String> withdrawnReason() {
        return Optional.ofNullable(withdrawnReason);
    }
}
