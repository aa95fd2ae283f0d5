package mappa.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/// Gives each request a number that stands in its log lines, its audit rows and its problem page.
@ApplicationScoped
class Correlation {

    private static final int BEFORE_EVERYTHING = 1000;

    void install(@Observes Filters filters) {
        filters.register(
                routing -> {
                    var id = Guard.newCorrelation().toString();
                    MDC.put("correlationId", id);
                    routing.response().putHeader("X-Correlation-Id", id);
                    routing.next();
                },
                BEFORE_EVERYTHING);
    }
}
