package mappa.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Actors;
import mappa.identity.Role;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealParts.class)
class InstallationServiceTest {

    private static final String ISSUER = "https://identity.test/first";
    private static final Actor SYSTEM = Actor.system("installation");

    @Inject InstallationService service;
    @Inject Actors actors;
    @Inject TestPeople people;

    @Test
    void appointsNoSecondFirstAdministrator() {
        appoint("the-first"); // or one from another test: then it is nobody
        appoint("the-second");
        appoint("the-second");
        assertThat(actors.find(ISSUER, "the-second", null)).isEmpty();
        var first = actors.find(ISSUER, "the-first", null);
        assertThat(first.stream())
                .allSatisfy(
                        actor -> {
                            assertThat(actor.role()).isEqualTo(Role.SYSTEM_ADMIN);
                            assertThat(actor.area()).isNull();
                            assertThat(actor.appointments()).hasSize(1);
                        });
    }

    private void appoint(String subject) {
        people.as(
                SYSTEM,
                () -> service.appointFirstAdministrator(ISSUER, subject, "System Admin", SYSTEM));
    }
}
