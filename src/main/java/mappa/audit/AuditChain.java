package mappa.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Verifies the chains: each row's hash covers the row and the hash before it, and the head is the
/// last row.
///
/// Only the system sees every row of a chain; so it has a transaction of its own, begun as the
/// system whoever asked.
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class AuditChain {

    private static final int ROWS_AT_A_TIME = 2000;

    private final EntityManager entities;

    AuditChain(EntityManager entities) {
        this.entities = entities;
    }

    /// Result for one area.
    ///
    /// @param rows sound rows that were read
    /// @param firstBadRow sequence of the first row that is wrong or missing; null if the chain is
    ///   whole
    /// @param head hash of the last sound row in hex, to compare with one published elsewhere
    public record Verification(String area, long rows, @Nullable Long firstBadRow, String head) {
        public boolean isWhole() {
            return firstBadRow == null;
        }
    }

    /// Verifies every chain that the actor of the transaction may read in full: call it as the
    /// system.
    public List<Verification> verifyAll() {
        @SuppressWarnings("unchecked")
        List<String> areas =
                entities.createNativeQuery(
                                """
                                select area_code from audit_head union select distinct area_code from audit_event
                                order by 1
                                """,
                                String.class)
                        .getResultList();
        return areas.stream().map(this::verify).toList();
    }

    /// Verifies the chain of one area; one that has no row yet is whole.
    public Verification verify(String area) {
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> verify(area, connection));
    }

    /// Rows and head in one statement, so that what others append meanwhile is in neither.
    private static Verification verify(String area, Connection connection) throws SQLException {
        var previous = ChainedRow.beginning(area);
        var expected = 1L;
        var headSequence = 0L;
        var headHash = previous;
        var query =
                "select h.sequence as head_sequence, h.hash as head_hash, "
                        + ChainedRow.COLUMNS
                        + """
                         from (select * from audit_event where area_code = ?) e
                         full join (select * from audit_head where area_code = ?) h on h.area_code = e.area_code
                         order by e.sequence
                        """;
        try (var statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setString(1, area);
            statement.setString(2, area);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    headSequence = rows.getLong("head_sequence");
                    headHash = rows.getBytes("head_hash");
                    if (rows.getString("area_code") == null) {
                        break; // a head without any row
                    }
                    var row = ChainedRow.of(rows);
                    if (!row.follows(previous, expected)) {
                        return new Verification(area, expected - 1, expected, hex(previous));
                    }
                    previous = row.hash();
                    expected++;
                }
            }
        }
        var whole = headSequence == expected - 1 && Arrays.equals(headHash, previous);
        return new Verification(area, expected - 1, whole ? null : expected, hex(previous));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
