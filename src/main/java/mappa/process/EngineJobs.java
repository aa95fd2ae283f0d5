package mappa.process;

import static mappa.process.RelayDatabase.change;
import static mappa.process.RelayDatabase.prepare;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the engine has asked, and which of its instances counts.
@ApplicationScoped
class EngineJobs {

    private final RelayDatabase database;

    EngineJobs(RelayDatabase database) {
        this.database = database;
    }

    /// A job as the engine handed it over.
    ///
    /// @param variables all that it sees
    record Job(
            long key,
            long instance,
            String process,
            int retries,
            Map<String, ? extends @Nullable Object> variables) {}

    /// An open task and its number.
    record Open(
            UUID thing, String element, int round, @Nullable String seat, long job, int retries) {}

    /// What the record knows about a task that has just been asked.
    sealed interface Arrival {

        /// Not of the one instance that counts: it is to be cancelled.
        record Foreign() implements Arrival {}

        /// Nothing yet.
        record New(UUID thing) implements Arrival {}

        /// Its answer waits in the outbox, and is due now.
        record AnswerWaits(UUID thing) implements Arrival {}

        /// It was answered before; the engine asks again.
        record Answered(UUID thing, String variables) implements Arrival {}
    }

    /// Keeps that the engine asks. Asked again, nothing changes but when it was seen last.
    Arrival arrived(Job job, String element, int round, @Nullable String seat) {
        return database.inTransaction(
                connection -> {
                    var thing = claim(connection, job);
                    if (thing.isEmpty()) {
                        return new Arrival.Foreign();
                    }
                    keep(connection, thing.get(), job, element, round, seat);
                    return answer(connection, thing.get(), element, round, seat);
                });
    }

    /// The thing of a job, if its instance is the one that counts.
    Optional<UUID> claim(Job job) {
        return database.inTransaction(connection -> claim(connection, job));
    }

    private static Optional<UUID> claim(Connection connection, Job job) throws SQLException {
        var thing = thing(connection, job);
        if (thing.isEmpty()) {
            return thing;
        }
        RelayQueue.lock(connection, thing.get());
        change(
                connection,
                "insert into process_instance (instance_key, thing_id, process) values (?, ?, ?) on conflict do nothing",
                job.instance(),
                thing.get(),
                job.process());
        var sql =
                """
                select 1 from process_instance
                where instance_key = ? and thing_id = ? and process = ?
                """;
        try (var statement = prepare(connection, sql, job.instance(), thing.get(), job.process());
                var rows = statement.executeQuery()) {
            return rows.next() ? thing : Optional.empty();
        }
    }

    /// The thing whose start carried one of these variables with its own id: what was not started
    /// here is nobody's.
    private static Optional<UUID> thing(Connection connection, Job job) throws SQLException {
        var sql =
                """
                select thing_id from outbox
                where thing_id = ? and command = 'START' and process = ? and variables ->> ? = thing_id::text
                limit 1
                """;
        for (var candidate : ids(job.variables()).entrySet()) {
            try (var statement =
                            prepare(
                                    connection,
                                    sql,
                                    candidate.getValue(),
                                    job.process(),
                                    candidate.getKey());
                    var rows = statement.executeQuery()) {
                if (rows.next()) {
                    return Optional.of(rows.getObject(1, UUID.class));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, UUID> ids(Map<String, ? extends @Nullable Object> variables) {
        var ids = new LinkedHashMap<String, UUID>();
        variables.forEach(
                (name, value) -> {
                    if (value instanceof String text && Variables.isId(text)) {
                        ids.put(name, UUID.fromString(text));
                    }
                });
        return ids;
    }

    private static void keep(
            Connection connection,
            UUID thing,
            Job job,
            String element,
            int round,
            @Nullable String seat)
            throws SQLException {
        change(
                connection,
                """
                insert into engine_job (thing_id, element, round, seat, job_key, instance_key, process, retries)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint engine_job_identity do update
                    set job_key = excluded.job_key, instance_key = excluded.instance_key,
                        retries = excluded.retries, last_seen_at = now(), probed_at = now(), gone_at = null
                """,
                thing,
                element,
                round,
                seat,
                job.key(),
                job.instance(),
                job.process(),
                job.retries());
    }

    private static Arrival answer(
            Connection connection, UUID thing, String element, int round, @Nullable String seat)
            throws SQLException {
        var sql =
                """
                select state, variables::text as variables from outbox
                where command = 'COMPLETE' and thing_id = ? and name = ? and round = ?
                  and seat is not distinct from ?
                """;
        try (var statement = prepare(connection, sql, thing, element, round, seat);
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                return new Arrival.New(thing);
            }
            if (rows.getString("state").equals("SENT")) {
                return new Arrival.Answered(thing, rows.getString("variables"));
            }
        }
        change(
                connection,
                "update outbox_aggregate set due_at = now() where thing_id = ? and due_at > now()",
                thing);
        return new Arrival.AnswerWaits(thing);
    }

    /// Open tasks of a thing in an instance, without the one that has just been seen.
    List<Open> siblings(UUID thing, long instance, long job) {
        return database.inTransaction(
                connection ->
                        open(
                                connection,
                                "thing_id = ? and instance_key = ? and gone_at is null and job_key <> ? order by job_key",
                                thing,
                                instance,
                                job));
    }

    /// Open tasks that were not looked for since, longest first; they count as looked for now.
    List<Open> notLookedForSince(Duration age, int most) {
        return database.inTransaction(
                connection -> {
                    var found =
                            open(
                                    connection,
                                    """
                                    gone_at is null and probed_at < now() - make_interval(secs => ?)
                                    order by probed_at limit ? for update skip locked
                                    """,
                                    age.toSeconds(),
                                    most);
                    for (var task : found) {
                        change(
                                connection,
                                "update engine_job set probed_at = now() where thing_id = ? and job_key = ?",
                                task.thing(),
                                task.job());
                    }
                    return found;
                });
    }

    private static List<Open> open(Connection connection, String where, Object... values)
            throws SQLException {
        var sql =
                "select thing_id, element, round, seat, job_key, retries from engine_job where "
                        + where;
        var found = new ArrayList<Open>();
        try (var statement = prepare(connection, sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(task(rows));
            }
        }
        return found;
    }

    private static Open task(ResultSet row) throws SQLException {
        return new Open(
                row.getObject("thing_id", UUID.class),
                row.getString("element"),
                row.getInt("round"),
                row.getString("seat"),
                row.getLong("job_key"),
                row.getInt("retries"));
    }

    /// The engine asks no longer.
    ///
    /// @return false if it has asked again under another number meanwhile
    boolean gone(Open task) {
        return database.inTransaction(
                connection -> {
                    RelayQueue.lock(connection, task.thing());
                    var marked =
                            change(
                                    connection,
                                    """
                                    update engine_job set gone_at = now()
                                    where thing_id = ? and job_key = ? and gone_at is null
                                    """,
                                    task.thing(),
                                    task.job());
                    // An answer that waits for this question need not wait any more.
                    change(
                            connection,
                            "update outbox_aggregate set due_at = now() where thing_id = ? and due_at > now()",
                            task.thing());
                    return marked == 1;
                });
    }
}
