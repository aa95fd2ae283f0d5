package mappa.process;

import static mappa.process.RelayDatabase.prepare;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/// How much the engine has not heard yet.
@ApplicationScoped
class OutboxDepth {

    private final RelayDatabase database;
    private final Engine engine;

    OutboxDepth(RelayDatabase database, Engine engine) {
        this.database = database;
        this.engine = engine;
    }

    /// @param waiting commands not sent, those behind a refused one included
    /// @param oldestSeconds age of the oldest of them; 0 if there is none
    /// @param poison commands that the engine refuses for good
    record Depth(long waiting, double oldestSeconds, long poison) {}

    Depth now() {
        return database.inTransaction(
                connection -> {
                    var sql =
                            """
                            select count(*) filter (where state = 'PENDING') as waiting,
                                   coalesce(extract(epoch from now() - min(created_at)), 0) as oldest,
                                   count(*) filter (where state = 'POISON') as poison
                            from outbox where state <> 'SENT'
                            """;
                    try (var statement = prepare(connection, sql);
                            var row = statement.executeQuery()) {
                        row.next();
                        return new Depth(
                                row.getLong("waiting"),
                                row.getDouble("oldest"),
                                row.getLong("poison"));
                    }
                });
    }

    void register(@Observes StartupEvent event, MeterRegistry meters) {
        gauge(meters, "mappa.outbox.depth", "commands not sent", Depth::waiting);
        gauge(meters, "mappa.outbox.oldest.seconds", "age of the oldest", Depth::oldestSeconds);
        gauge(meters, "mappa.outbox.poison", "commands refused for good", Depth::poison);
        Gauge.builder("mappa.engine.present", engine, it -> it.isPresent() ? 1 : 0)
                .description("1 while the engine is there")
                .register(meters);
    }

    private void gauge(
            MeterRegistry meters, String name, String words, ToDoubleFunction<Depth> of) {
        Gauge.builder(name, this, it -> of.applyAsDouble(it.now()))
                .description(words)
                .register(meters);
    }
}
