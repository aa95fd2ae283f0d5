package mappa.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import mappa.agency.Areas;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Loads the invented areas before the first page is served, if the installation is empty and wants
/// them.
@ApplicationScoped
class DemoStart {

    private final DemoLoader loader;
    private final Areas areas;
    private final boolean wanted;

    DemoStart(
            DemoLoader loader,
            Areas areas,
            @ConfigProperty(name = "mappa.demo", defaultValue = "false") boolean wanted) {
        this.loader = loader;
        this.areas = areas;
        this.wanted = wanted;
    }

    @ActivateRequestContext
    void load(@Observes StartupEvent event) {
        if (wanted && (loader.hasBegun(DemoPlaces.DEFAULT) || areas.names().isEmpty())) {
            loader.load(DemoPlaces.DEFAULT);
        }
    }
}
