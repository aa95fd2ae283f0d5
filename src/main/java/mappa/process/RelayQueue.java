package mappa.process;

import static mappa.process.RelayDatabase.change;
import static mappa.process.RelayDatabase.prepare;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The outbox as the relay sees it: things with something to send, each leased by one relay at a
/// time, its commands in order.
@ApplicationScoped
class RelayQueue {

    /// Longer than any request to the engine; renewed with each command sent.
    private static final Duration LEASE = Duration.ofSeconds(60);

    /// An answer whose question has not come is woken by it; this is for the case that nobody did.
    private static final Duration UNASKED = Duration.ofSeconds(30);

    private final RelayDatabase database;

    RelayQueue(RelayDatabase database) {
        this.database = database;
    }

    /// The next command of a thing.
    ///
    /// @param job the engine's number of the task that is answered; null for other commands and
    ///   while the engine has not asked
    /// @param gone whether the engine had asked and asks no longer
    record Command(
            UUID id,
            UUID thing,
            long sequence,
            Kind kind,
            String name,
            String variables,
            int attempts,
            @Nullable Long job,
            boolean gone) {

        enum Kind {
            START,
            MESSAGE,
            COMPLETE
        }

        boolean waitsForItsQuestion() {
            return kind == Kind.COMPLETE && job == null;
        }
    }

    /// Leases the thing that has been due longest; those leased by others are left out.
    Optional<UUID> lease(UUID relay) {
        return database.inTransaction(
                connection -> {
                    var sql =
                            """
                            with due as materialized ( -- as a subquery it may run, and lock, more than once
                                select thing_id from outbox_aggregate
                                where sent_sequence < last_sequence and not stopped and due_at <= now()
                                  and (leased_until is null or leased_until < now())
                                order by due_at limit 1 for update skip locked)
                            update outbox_aggregate a
                            set lease_id = ?, leased_until = now() + make_interval(secs => ?)
                            from due where a.thing_id = due.thing_id
                            returning a.thing_id
                            """;
                    try (var statement = prepare(connection, sql, relay, LEASE.toSeconds());
                            var rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(rows.getObject(1, UUID.class))
                                : Optional.<UUID>empty();
                    }
                });
    }

    /// The first command that has not been sent; empty if there is none or the lease was lost.
    Optional<Command> next(UUID thing, UUID relay) {
        return database.inTransaction(connection -> next(connection, thing, relay));
    }

    private static Optional<Command> next(Connection connection, UUID thing, UUID relay)
            throws SQLException {
        var sql =
                """
                select o.id, o.sequence, o.command, o.name, o.variables::text as variables, o.attempts,
                       j.job_key, j.gone_at
                from outbox_aggregate a
                join outbox o on o.thing_id = a.thing_id and o.sequence = a.sent_sequence + 1
                left join engine_job j on o.command = 'COMPLETE' and j.thing_id = o.thing_id
                  and j.element = o.name and j.round = o.round and j.seat is not distinct from o.seat
                where a.thing_id = ? and a.lease_id = ? and not a.stopped
                """;
        try (var statement = prepare(connection, sql, thing, relay);
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(command(thing, rows)) : Optional.empty();
        }
    }

    private static Command command(UUID thing, ResultSet row) throws SQLException {
        return new Command(
                row.getObject("id", UUID.class),
                thing,
                row.getLong("sequence"),
                Command.Kind.valueOf(row.getString("command")),
                row.getString("name"),
                row.getString("variables"),
                row.getInt("attempts"),
                row.getObject("job_key", Long.class),
                row.getObject("gone_at") != null);
    }

    /// The engine has it; the lease is renewed for the next.
    ///
    /// @param remark a code, where the engine knew nothing of it any more
    void sent(Command command, UUID relay, @Nullable String remark) {
        database.inTransaction(
                connection -> {
                    change(
                            connection,
                            """
                            update outbox_aggregate
                            set sent_sequence = ?, attempts = 0, leased_until = now() + make_interval(secs => ?)
                            where thing_id = ? and lease_id = ? and sent_sequence = ?
                            """,
                            command.sequence(),
                            LEASE.toSeconds(),
                            command.thing(),
                            relay,
                            command.sequence() - 1);
                    change(
                            connection,
                            """
                            update outbox set state = 'SENT', sent_at = now(), attempts = attempts + 1, last_error = ?
                            where id = ?
                            """,
                            remark,
                            command.id());
                    if (command.job() != null) {
                        change(
                                connection,
                                """
                                update engine_job set gone_at = coalesce(gone_at, now())
                                where job_key = ? and thing_id = ?
                                """,
                                command.job(),
                                command.thing());
                    }
                    return null;
                });
    }

    /// Puts the thing aside until the engine asks what is answered.
    ///
    /// @return false if it has asked meanwhile
    boolean awaitQuestion(Command command, UUID relay) {
        return database.inTransaction(
                connection -> {
                    // The row first, then the look: whoever keeps a job holds the same row.
                    lock(connection, command.thing());
                    var again = next(connection, command.thing(), relay);
                    if (again.isEmpty() || !again.get().waitsForItsQuestion()) {
                        return false;
                    }
                    release(connection, command.thing(), relay, UNASKED);
                    return true;
                });
    }

    static void lock(Connection connection, UUID thing) throws SQLException {
        try (var statement =
                        prepare(
                                connection,
                                "select 1 from outbox_aggregate where thing_id = ? for update",
                                thing);
                var rows = statement.executeQuery()) {
            rows.next();
        }
    }

    /// Tries again later.
    void retry(Command command, UUID relay, Duration after, String error) {
        database.inTransaction(
                connection -> {
                    failed(connection, command, error, "PENDING");
                    release(connection, command.thing(), relay, after);
                    return null;
                });
    }

    /// The engine refuses it for good: the thing stops, and nothing else does.
    void poison(Command command, UUID relay, String error) {
        database.inTransaction(
                connection -> {
                    failed(connection, command, error, "POISON");
                    change(
                            connection,
                            "update outbox_aggregate set stopped = true, lease_id = null, leased_until = null where thing_id = ?",
                            command.thing());
                    return null;
                });
    }

    /// Things that stand still because the engine refuses their next command.
    ///
    /// @param after thing of the last one seen; null for the first
    List<RefusedCommand> refused(@Nullable UUID after, int limit) {
        var sql =
                """
                select o.thing_id, o.command, o.name, o.last_error, o.attempts, o.created_at,
                       a.last_sequence - o.sequence as behind
                from outbox_aggregate a
                join outbox o on o.thing_id = a.thing_id and o.sequence = a.sent_sequence + 1
                where a.stopped and (cast(? as uuid) is null or a.thing_id > ?)
                order by a.thing_id limit ?
                """;
        return database.inTransaction(
                connection -> {
                    var found = new ArrayList<RefusedCommand>();
                    try (var statement = prepare(connection, sql, after, after, limit);
                            var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            found.add(refused(rows));
                        }
                    }
                    return found;
                });
    }

    private static RefusedCommand refused(ResultSet row) throws SQLException {
        return new RefusedCommand(
                row.getObject("thing_id", UUID.class),
                row.getString("command"),
                row.getString("name"),
                row.getString("last_error"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("behind"));
    }

    /// The refused command of a thing gets as many attempts as a new one.
    ///
    /// @return false if the thing does not stand still
    boolean tryAgain(UUID thing) {
        return database.inTransaction(
                connection -> {
                    var goesOn =
                            change(
                                            connection,
                                            """
                                            update outbox_aggregate set stopped = false, attempts = 0, due_at = now()
                                            where thing_id = ? and stopped
                                            """,
                                            thing)
                                    == 1;
                    change(
                            connection,
                            """
                            update outbox set state = 'PENDING', attempts = 0
                            where thing_id = ? and state = 'POISON'
                            """,
                            thing);
                    return goesOn;
                });
    }

    private static void failed(Connection connection, Command command, String error, String state)
            throws SQLException {
        change(
                connection,
                "update outbox set attempts = attempts + 1, last_error = ?, state = ? where id = ?",
                error,
                state,
                command.id());
    }

    /// Nothing to send for now.
    void release(UUID thing, UUID relay) {
        database.inTransaction(
                connection -> {
                    change(
                            connection,
                            "update outbox_aggregate set lease_id = null, leased_until = null where thing_id = ? and lease_id = ?",
                            thing,
                            relay);
                    return null;
                });
    }

    private static void release(Connection connection, UUID thing, UUID relay, Duration after)
            throws SQLException {
        change(
                connection,
                """
                update outbox_aggregate
                set due_at = now() + make_interval(secs => ?), attempts = attempts + 1,
                    lease_id = null, leased_until = null
                where thing_id = ? and lease_id = ?
                """,
                after.toMillis() / 1_000.0,
                thing,
                relay);
    }

    /// Everything that waited for a later attempt is due now.
    void dueNow() {
        database.inTransaction(
                connection ->
                        change(
                                connection,
                                """
                                update outbox_aggregate set due_at = now()
                                where sent_sequence < last_sequence and not stopped and due_at > now()
                                """));
    }
}
