package mappa.agency;

import static mappa.agency.Seat.COORDINATOR_A;
import static mappa.agency.Seat.COORDINATOR_B;
import static mappa.agency.Seat.POLICE_DI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mappa.rule.Invalid;
import mappa.rule.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PanelRosterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 12);
    private static final LocalDate LATER = TODAY.plusDays(7);
    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BEN = UUID.randomUUID();
    private static final UUID CAT = UUID.randomUUID();
    private static final List<Seat> PANEL = List.of(COORDINATOR_A, COORDINATOR_B, POLICE_DI);
    private static final AreaPolicy.Change BY = new AreaPolicy.Change(ANN, Instant.EPOCH);

    private final PanelRoster roster =
            new PanelRoster(
                    "NS",
                    List.of(
                            holding(COORDINATOR_A, ANN, CAT, TODAY),
                            holding(COORDINATOR_B, BEN, CAT, LATER)));

    @Test
    @Tag("REF-03")
    void namesAHolderAndADeputy() {
        var named = name(POLICE_DI, CAT, BEN, TODAY);
        assertThat(named.holder()).isEqualTo(CAT);
        assertThat(named.deputy()).isEqualTo(BEN);
    }

    @Test
    @Tag("REF-03")
    void givesNobodyTwoSeatsNowOrLater() {
        assertThat(refusal(POLICE_DI, ANN, TODAY).rule()).isEqualTo(AgencyRule.PANEL);
        assertThat(refusal(POLICE_DI, BEN, TODAY).rule()).isEqualTo(AgencyRule.PANEL);
    }

    @Test
    @Tag("REF-03")
    void letsSomebodySitWhoseOtherSeatThePanelNoLongerHas() {
        var named =
                roster.name(
                        POLICE_DI,
                        ANN,
                        null,
                        TODAY,
                        TODAY,
                        List.of(COORDINATOR_B, POLICE_DI),
                        Set.of(ANN),
                        BY);
        assertThat(named.holder()).isEqualTo(ANN);
    }

    @Test
    @Tag("REF-14")
    void leavesASeatEmpty() {
        assertThat(name(COORDINATOR_A, null, CAT, TODAY).holder()).isNull();
    }

    @Test
    void refusesWhoIsNotEligibleOrTheirOwnDeputy() {
        assertThat(problem(POLICE_DI, UUID.randomUUID(), null)).isEqualTo("holder");
        assertThat(problem(POLICE_DI, CAT, UUID.randomUUID())).isEqualTo("deputy");
        assertThat(problem(POLICE_DI, CAT, CAT)).isEqualTo("deputy");
    }

    @Test
    void refusesWhatStandsAlready() {
        assertThat(problem(COORDINATOR_A, ANN, CAT)).isEqualTo("holder");
    }

    private SeatHolding name(
            Seat seat, @Nullable UUID holder, @Nullable UUID deputy, LocalDate from) {
        return roster.name(seat, holder, deputy, from, TODAY, PANEL, Set.of(ANN, BEN, CAT), BY);
    }

    private RuleBroken refusal(Seat seat, UUID holder, LocalDate from) {
        return catchThrowableOfType(RuleBroken.class, () -> name(seat, holder, null, from));
    }

    private String problem(Seat seat, UUID holder, @Nullable UUID deputy) {
        return catchThrowableOfType(Invalid.class, () -> name(seat, holder, deputy, TODAY))
                .problems()
                .getFirst()
                .field();
    }

    private static SeatHolding holding(Seat seat, UUID holder, UUID deputy, LocalDate from) {
        return new SeatHolding("NS", seat, holder, deputy, from, Instant.EPOCH, ANN);
    }
}
