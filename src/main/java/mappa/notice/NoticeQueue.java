package mappa.notice;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The mails that have not left yet, as the relay's role sees them: each statement commits by
/// itself, so that none is open while the mail server answers.
@ApplicationScoped
class NoticeQueue {

    private final javax.sql.DataSource relay;

    NoticeQueue(@DataSource("relay") javax.sql.DataSource relay) {
        this.relay = relay;
    }

    /// How many stand in the queue.
    ///
    /// @param oldestPending when the oldest that waits was written; null if none waits
    record Depth(long pending, long failed, @Nullable Instant oldestPending) {}

    /// One mail for an operator: what became of it, not what it says nor to whom it goes.
    ///
    /// @param problem `NO_ADDRESS`, `REFUSED` or `UNREACHABLE`; null before the first attempt
    record Unsent(
            UUID id,
            NoticeKind kind,
            String state,
            @Nullable String problem,
            int attempts,
            Instant createdAt,
            Instant nextAttemptAt) {}

    /// Takes mails that are due for a time, those of no other server.
    ///
    /// @return with how many of them had been taken before by a server that never said what became
    ///   of them
    Lease lease(int most, Instant now, Duration time) {
        return with(
                """
                with due as (
                    select id, leased_until is not null as uncertain from notice
                    where state = 'PENDING' and due_at <= ? and (leased_until is null or leased_until < ?)
                    order by due_at limit ? for update skip locked)
                update notice n set leased_until = ?, attempts = n.attempts + 1,
                    uncertain_attempts = n.uncertain_attempts + case when due.uncertain then 1 else 0 end
                from due where n.id = due.id
                returning n.*, due.uncertain as uncertain
                """,
                statement -> {
                    statement.setObject(1, at(now));
                    statement.setObject(2, at(now));
                    statement.setInt(3, most);
                    statement.setObject(4, at(now.plus(time)));
                    var notices = new ArrayList<QueuedNotice>();
                    var uncertain = 0;
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            notices.add(queued(rows));
                            uncertain += rows.getBoolean("uncertain") ? 1 : 0;
                        }
                    }
                    return new Lease(notices, uncertain);
                });
    }

    record Lease(List<QueuedNotice> notices, int uncertain) {}

    void sent(UUID id, Instant now) {
        change(
                "update notice set state = 'SENT', sent_at = ?, problem = null, leased_until = null where id = ?",
                at(now),
                id);
    }

    void tryAgain(UUID id, String problem, Instant when) {
        change(
                "update notice set problem = ?, due_at = ?, leased_until = null where id = ?",
                problem,
                at(when),
                id);
    }

    /// As if it had not been taken.
    void giveBack(UUID id) {
        change("update notice set attempts = attempts - 1, leased_until = null where id = ?", id);
    }

    void failed(UUID id, String problem) {
        change(
                "update notice set state = 'FAILED', problem = ?, leased_until = null where id = ?",
                problem,
                id);
    }

    /// Puts a failed mail back into the queue.
    ///
    /// @return false if there is none that has failed
    boolean revive(UUID id, Instant now) {
        return change(
                        "update notice set state = 'PENDING', attempts = 0, due_at = ? where id = ? and state = 'FAILED'",
                        at(now),
                        id)
                == 1;
    }

    Depth depth() {
        return with(
                """
                select count(*) filter (where state = 'PENDING') as pending,
                       count(*) filter (where state = 'FAILED') as failed,
                       min(created_at) filter (where state = 'PENDING') as oldest
                from notice where state <> 'SENT'
                """,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        rows.next();
                        var oldest = rows.getObject("oldest", OffsetDateTime.class);
                        return new Depth(
                                rows.getLong("pending"),
                                rows.getLong("failed"),
                                oldest == null ? null : oldest.toInstant());
                    }
                });
    }

    /// Those that have not left, in the order in which they were written.
    ///
    /// @param after id of the last one seen; null for the first
    List<Unsent> unsent(@Nullable UUID after, int limit) {
        return with(
                """
                select * from notice
                where state <> 'SENT' and (cast(? as uuid) is null or id > cast(? as uuid))
                order by id limit ?
                """,
                statement -> {
                    statement.setObject(1, after);
                    statement.setObject(2, after);
                    statement.setInt(3, limit);
                    var unsent = new ArrayList<Unsent>();
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            unsent.add(
                                    new Unsent(
                                            rows.getObject("id", UUID.class),
                                            NoticeKind.valueOf(rows.getString("kind")),
                                            rows.getString("state"),
                                            rows.getString("problem"),
                                            rows.getInt("attempts"),
                                            instant(rows, "created_at"),
                                            instant(rows, "due_at")));
                        }
                    }
                    return unsent;
                });
    }

    private int change(String sql, Object... values) {
        return with(
                sql,
                statement -> {
                    for (var i = 0; i < values.length; i++) {
                        statement.setObject(i + 1, values[i]);
                    }
                    return statement.executeUpdate();
                });
    }

    private interface Work<T> {
        T on(java.sql.PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = relay.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    private static QueuedNotice queued(ResultSet row) throws SQLException {
        return new QueuedNotice(
                row.getObject("id", UUID.class),
                row.getObject("thing_id", UUID.class),
                NoticeKind.valueOf(row.getString("kind")),
                row.getObject("recipient_id", UUID.class),
                row.getString("reference"),
                row.getObject("due_on", LocalDate.class),
                row.getString("path"),
                instant(row, "created_at"),
                row.getObject("entry_starts_at") == null ? null : entry(row),
                row.getInt("attempts"));
    }

    private static NoticeEntry entry(ResultSet row) throws SQLException {
        return new NoticeEntry(
                instant(row, "entry_starts_at"),
                instant(row, "entry_ends_at"),
                row.getInt("entry_sequence"),
                row.getBoolean("entry_cancelled"),
                row.getString("entry_organizer"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
