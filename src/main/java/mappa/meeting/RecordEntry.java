package mappa.meeting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The value of one field of a meeting's record. When several people change it at once, each later
/// text is kept beside the one that stands until somebody settles it: none is lost.
@Entity
class RecordEntry {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();

    @Column(updatable = false)
    private UUID meetingId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private RecordSection section;

    @Column(updatable = false)
    private String field;

    private String value = "";
    private int saves;

    @Column(name = "saved_by")
    private UUID savedBy;

    private Instant savedAt;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "entry_id", nullable = false, updatable = false)
    @OrderBy("writtenAt, id")
    private List<RecordOther> others = new ArrayList<>();

    protected RecordEntry() {} // for Hibernate

    RecordEntry(UUID meetingId, RecordSection section, String field, UUID by, Instant now) {
        this.meetingId = meetingId;
        this.section = section;
        this.field = field;
        savedBy = by;
        savedAt = now;
    }

    /// Keeps a value.
    ///
    /// @param read how often it had been changed when the writer read it; 0 if never
    /// @return whether it stands; if not, it is kept beside what somebody else saved meanwhile
    boolean save(String given, int read, UUID by, Instant now) {
        var own = others().stream().filter(one -> one.writtenBy().equals(by)).findFirst();
        if (given.equals(value)) {
            own.ifPresent(other -> drop(other, now));
            return true;
        }
        if (own.isPresent()) { // goes on writing beside, until somebody settles it
            if (own.get().write(given, now)) {
                saves++;
            }
            return false;
        }
        if (read != saves && !by.equals(savedBy)) {
            others.add(new RecordOther(given, by, now));
            saves++;
            return false;
        }
        stand(given, by, now);
        return true;
    }

    private void drop(RecordOther other, Instant now) {
        other.settle(now);
        saves++;
    }

    /// Ends the differences: from now on this stands.
    ///
    /// @param read as for [#save]: whoever settles has seen all texts, or nothing is settled
    /// @return whether it stands
    boolean settle(String chosen, int read, UUID by, Instant now) {
        if (read != saves) {
            return save(chosen, read, by, now);
        }
        others().forEach(other -> other.settle(now));
        stand(chosen, by, now);
        return true;
    }

    private void stand(String given, UUID by, Instant now) {
        value = given;
        saves++;
        savedBy = by;
        savedAt = now;
    }

    RecordSection section() {
        return section;
    }

    String field() {
        return field;
    }

    String value() {
        return value;
    }

    /// How often anything of it changed.
    int saves() {
        return saves;
    }

    UUID savedBy() {
        return savedBy;
    }

    Instant savedAt() {
        return savedAt;
    }

    /// What others wrote at the same time, the first first; empty if nothing is to be settled.
    List<RecordOther> others() {
        return others.stream().filter(other -> !other.isSettled()).toList();
    }
}
