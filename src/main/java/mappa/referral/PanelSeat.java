package mappa.referral;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One chair of the panel: who holds it, and whether their vote counts.
@Entity
@Table(name = "referral_seat")
class PanelSeat {

    @Id private UUID id = UuidCreator.getTimeOrderedEpoch();
    private int position;
    private String code;

    @Enumerated(EnumType.STRING)
    private SeatState state;

    @Column(name = "holder_id")
    private @Nullable UUID holder;

    @Column(name = "standing_vote_id")
    private @Nullable UUID standing;

    protected PanelSeat() {} // for Hibernate

    /// @param holder null leaves the seat empty
    PanelSeat(int position, String code, @Nullable UUID holder) {
        this.position = position;
        this.code = code;
        this.holder = holder;
        this.state = holder == null ? SeatState.EMPTY : SeatState.OPEN;
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }

    String code() {
        return code;
    }

    SeatState state() {
        return state;
    }

    /// Null if and only if the seat is empty.
    @Nullable UUID holder() {
        return holder;
    }

    /// Id of the holder's vote that counts, or would if confirmed; null if there is none.
    @Nullable UUID standing() {
        return standing;
    }

    boolean isHeldBy(UUID person) {
        return person.equals(holder);
    }

    void voted(UUID vote) {
        state = SeatState.VOTED;
        standing = vote;
    }

    /// Waits for a vote; one from before is superseded.
    void reopen() {
        state = SeatState.OPEN;
        standing = null;
    }

    void askToConfirm() {
        if (state == SeatState.VOTED) {
            state = SeatState.UNCONFIRMED;
        }
    }

    /// Passes to somebody who has not voted on it, or to nobody.
    void passTo(@Nullable UUID next) {
        holder = next;
        standing = null;
        state = next == null ? SeatState.EMPTY : SeatState.OPEN;
    }
}
