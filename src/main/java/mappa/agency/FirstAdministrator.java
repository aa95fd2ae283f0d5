package mappa.agency;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import mappa.identity.Actor;
import mappa.identity.CurrentActor;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Gives a new installation the one account from which all others come; the configuration names it.
@ApplicationScoped
class FirstAdministrator {

    private static final Actor SYSTEM = Actor.system("installation");
    private static final String NAME = "System Admin";

    private final InstallationService service;
    private final CurrentActor current;
    private final Optional<String> subject;
    private final String issuer;

    FirstAdministrator(
            InstallationService service,
            CurrentActor current,
            @ConfigProperty(name = "mappa.first-admin") Optional<String> subject,
            @ConfigProperty(name = "mappa.identity.issuer") String issuer) {
        this.service = service;
        this.current = current;
        this.subject = subject;
        this.issuer = issuer;
    }

    @ActivateRequestContext
    void appoint(@Observes StartupEvent event) {
        subject.filter(id -> !id.isBlank())
                .ifPresent(
                        id -> {
                            current.set(SYSTEM);
                            service.appointFirstAdministrator(issuer, id, NAME, SYSTEM);
                        });
    }
}
