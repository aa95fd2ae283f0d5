package mappa.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AreasTest {

    @Inject Areas areas;
    @Inject Agencies agencies;
    @Inject TestPeople people;

    @Test
    @Tag("REF-14")
    void answersForAnAreaThatHasSetNothing() {
        people.area("AGB");
        assertThat(areas.settings("AGB").panelDays()).isEqualTo(5);
        assertThat(areas.seats("AGB"))
                .extracting(PanelSeat::code)
                .containsExactly("COORDINATOR_A", "COORDINATOR_B", "POLICE_DI");
        assertThat(areas.seats("AGB")).allMatch(seat -> seat.holder() == null);
        assertThat(areas.smbChair("AGB")).isEmpty();
        assertThat(areas.names()).containsKey("AGB");
    }

    @Test
    void namesAgenciesAndTheChairOfTheBoard() {
        var housing = people.agency("AGA", "Housing service");
        var chair = people.person("agency-chair", Role.SMB_CHAIR, "AGA");
        assertThat(agencies.in("AGA"))
                .containsExactly(
                        new AgencyView(
                                housing,
                                "AGA",
                                "Housing service",
                                AgencyKind.DUTY_TO_COOPERATE,
                                null));
        assertThat(agencies.names(java.util.List.of(housing)))
                .containsEntry(housing, "Housing service");
        assertThat(areas.smbChair("AGA")).contains(chair.personId());
    }
}
