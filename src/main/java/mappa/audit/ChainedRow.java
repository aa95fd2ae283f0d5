package mappa.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One row of the audit as it stands in the table, and the hash that it ought to have.
///
/// The hashed text is made here from the columns and not by the function that appends, so that a
/// changed function does not verify its own work.
///
/// @param text what the hash covers: the fields in their order, a line each, as `COPY` writes them
record ChainedRow(long sequence, byte[] previousHash, byte[] hash, String text) {

    /// Columns to select, from `audit_event` as `e`.
    static final String COLUMNS =
            """
            e.area_code, e.sequence, e.at, e.actor_id, e.system_job, e.agency_id, e.role, e.operation, e.event,
            e.subject_ids, e.purpose, e.route, e.correlation_id, e.detail::text as detail, e.previous_hash, e.hash
            """;

    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    static ChainedRow of(ResultSet row) throws SQLException {
        var previous = row.getBytes("previous_hash");
        var text =
                String.join(
                        "\n",
                        field(row.getString("area_code")),
                        row.getString("sequence"),
                        at(row.getObject("at", OffsetDateTime.class)),
                        field(row.getString("actor_id")),
                        field(row.getString("system_job")),
                        field(row.getString("agency_id")),
                        field(row.getString("role")),
                        field(row.getString("operation")),
                        field(row.getString("event")),
                        Arrays.stream((Object[]) row.getArray("subject_ids").getArray())
                                .map(Object::toString)
                                .collect(Collectors.joining(",")),
                        field(row.getString("purpose")),
                        field(row.getString("route")),
                        field(row.getString("correlation_id")),
                        field(row.getString("detail")),
                        HexFormat.of().formatHex(previous));
        return new ChainedRow(row.getLong("sequence"), previous, row.getBytes("hash"), text);
    }

    /// Whether it stands at this place of the chain, behind this hash, and says what it said.
    boolean follows(byte[] previous, long expectedSequence) {
        return sequence == expectedSequence
                && Arrays.equals(previousHash, previous)
                && Arrays.equals(hash, sha256(text));
    }

    /// Hash before the first row of an area's chain.
    static byte[] beginning(String area) {
        return sha256(area);
    }

    private static String at(OffsetDateTime at) {
        return AT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static String field(@Nullable String value) {
        return value == null ? "\\N" : value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
