package mappa.task;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.agroal.DataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jboss.logging.Logger;

/// Open work by kind, for the operators: counts only, of all areas.
@ApplicationScoped
class OpenTasks {

    private static final Logger LOG = Logger.getLogger(OpenTasks.class);

    private final AgroalDataSource relay;
    private final MultiGauge gauge;

    OpenTasks(@DataSource("relay") AgroalDataSource relay, MeterRegistry meters) {
        this.relay = relay;
        this.gauge =
                MultiGauge.builder("mappa.tasks.open")
                        .description("open work by kind")
                        .register(meters);
    }

    @Scheduled(every = "15s", concurrentExecution = SKIP)
    void count() {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        var sql = "select kind, count(*) from work_item where state = 'OPEN' group by kind";
        try (var connection = relay.getConnection();
                var statement = connection.prepareStatement(sql);
                var counts = statement.executeQuery()) {
            while (counts.next()) {
                rows.add(
                        MultiGauge.Row.of(Tags.of("kind", counts.getString(1)), counts.getLong(2)));
            }
        } catch (SQLException away) {
            LOG.warnf("Open work not counted: %s", away.getSQLState());
            return;
        }
        gauge.register(rows, true);
    }
}
