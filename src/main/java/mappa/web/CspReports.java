package mappa.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import mappa.identity.Operation;
import mappa.identity.Requires;
import org.jboss.logging.Logger;

/// Counts what browsers report against our content security policy; what they report is not kept.
@Path("/csp-reports")
class CspReports {

    private static final Logger LOG = Logger.getLogger(CspReports.class);

    private final MeterRegistry metrics;

    CspReports(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @POST
    @Consumes({"application/csp-report", "application/reports+json", "application/json"})
    @Requires(Operation.ANYONE)
    public void report(byte[] body) {
        metrics.counter("mappa.csp.reports").increment();
        LOG.warnf("A browser reported a content-security-policy violation (%d bytes)", body.length);
    }
}
