package mappa.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `deploy/verify-audit`: whether the audit says today what it said when it was written.
///
/// Stands alone, so that an auditor can read all of it and run it without the product: it reads the
/// raw columns as `mappa_auditor` and works out each hash itself. What it found whole it keeps in a
/// file of heads; a chain that was written anew from its beginning, or an older database put back,
/// no longer has those heads and is found the next time.
final class VerifyAudit {
    private static final int ROWS_AT_A_TIME = 5000;
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final String HELP =
            """
            deploy/verify-audit [options]     verifies the audit of a running product
              --data DIR                      its data folder (data/)
              --url URL                       JDBC address of another database
              --password-file FILE            holds the password of mappa_auditor there
              --heads FILE                    heads found whole before (keys/audit-heads in the data folder)
            Ends with 0 if every chain is whole, 1 if one is not, 2 if it could not be read.
            """;

    private final Map<String, Head> before;
    private final Map<String, Head> now = new TreeMap<>();

    private VerifyAudit(Map<String, Head> before) {
        this.before = before;
    }

    /// Last row of an area's chain that was found sound.
    private record Head(long sequence, String hash) {}

    public static void main(String[] words) throws IOException {
        try {
            System.exit(run(List.of(words)));
        } catch (IllegalArgumentException refused) {
            System.err.println(refused.getMessage());
        } catch (SQLException away) {
            System.err.println("The database cannot be read: " + away.getMessage());
        }
        System.exit(2);
    }

    private static int run(List<String> words) throws IOException, SQLException {
        if (words.contains("--help")) {
            IO.print(HELP);
            return 0;
        }
        var options = options(words);
        var data = Path.of(options.getOrDefault("--data", "data"));
        var url = options.get("--url");
        var passwordFile = options.get("--password-file");
        if (url == null) {
            url = "jdbc:postgresql://127.0.0.1:%d/mappa".formatted(port(data));
        }
        if (passwordFile == null) {
            passwordFile = data.resolve("passwords/mappa_auditor").toString();
        }
        var headsFile =
                Path.of(
                        options.getOrDefault(
                                "--heads", data.resolve("keys/audit-heads").toString()));
        var password = read(Path.of(passwordFile)).strip();
        var verification = new VerifyAudit(heads(headsFile));
        boolean whole;
        try (var connection = DriverManager.getConnection(url, "mappa_auditor", password)) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            // One picture of everything, whatever is appended meanwhile.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            whole = verification.verifyAll(connection);
        }
        if (whole) {
            keep(headsFile, verification.now);
        }
        return whole ? 0 : 1;
    }

    private static Map<String, String> options(List<String> words) {
        var options = new TreeMap<String, String>();
        for (var i = 0; i < words.size(); i += 2) {
            var known =
                    List.of("--data", "--url", "--password-file", "--heads").contains(words.get(i));
            if (!known || i + 1 == words.size()) {
                throw new IllegalArgumentException(
                        "'%s' is not an option, or has no value: see deploy/verify-audit --help."
                                .formatted(words.get(i)));
            }
            options.put(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private static int port(Path data) {
        var found =
                Pattern.compile("\"database\"\\s*:\\s*(\\d+)")
                        .matcher(read(data.resolve("run.json")));
        if (!found.find()) {
            throw new IllegalArgumentException(
                    "%s names no port of a database: is the product running?"
                            .formatted(data.resolve("run.json")));
        }
        return Integer.parseInt(found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new IllegalArgumentException(
                    "%s cannot be read: is the product running, and is this its data folder?"
                            .formatted(file));
        }
    }

    private static Map<String, Head> heads(Path file) throws IOException {
        var heads = new TreeMap<String, Head>();
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var parts = line.split("\t");
                heads.put(parts[0], new Head(Long.parseLong(parts[1]), parts[2]));
            }
        }
        return heads;
    }

    private static void keep(Path file, Map<String, Head> heads) throws IOException {
        var text =
                heads.entrySet().stream()
                        .map(
                                entry ->
                                        "%s\t%d\t%s\n"
                                                .formatted(
                                                        entry.getKey(),
                                                        entry.getValue().sequence(),
                                                        entry.getValue().hash()))
                        .collect(Collectors.joining());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(
                fresh,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean verifyAll(Connection connection) throws SQLException {
        var areas = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select area_code from audit_head
                                union select distinct area_code from audit_event order by 1
                                """)) {
            while (rows.next()) {
                areas.add(rows.getString(1));
            }
        }
        before.keySet().stream().filter(area -> !areas.contains(area)).forEach(areas::add);
        var whole = true;
        for (var area : areas) {
            var bad = verify(area, connection);
            whole = whole && bad == null;
            var head = now.get(area);
            System.out.printf(
                    "%s\t%d rows\t%s%n",
                    area, head.sequence(), bad == null ? "whole\t" + head.hash() : bad);
        }
        return whole;
    }

    /// @return what is wrong and where first; null if nothing is
    private @Nullable String verify(String area, Connection connection) throws SQLException {
        var previous = sha256(area);
        var expected = 1L;
        String bad = null;
        try (var statement =
                connection.prepareStatement(
                        """
                        select area_code, sequence, at, actor_id, system_job, agency_id, role, operation, event,
                            subject_ids, purpose, route, correlation_id, detail::text as detail, previous_hash, hash
                        from audit_event where area_code = ? order by sequence
                        """)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setString(1, area);
            try (var row = statement.executeQuery()) {
                while (bad == null && row.next()) {
                    bad = problem(area, row, expected, previous);
                    if (bad == null) {
                        previous = row.getBytes("hash");
                        expected++;
                    }
                }
            }
        }
        now.put(area, new Head(expected - 1, HexFormat.of().formatHex(previous)));
        var known = before.get(area);
        if (bad == null && known != null && known.sequence() >= expected) {
            bad = "row %d is missing: it was there at an earlier verification".formatted(expected);
        }
        return bad == null ? headProblem(area, expected - 1, previous, connection) : bad;
    }

    private @Nullable String problem(String area, ResultSet row, long expected, byte[] previous)
            throws SQLException {
        var sequence = row.getLong("sequence");
        if (sequence != expected) {
            return "row %d is missing".formatted(expected);
        }
        if (!Arrays.equals(row.getBytes("previous_hash"), previous)) {
            return "row %d does not follow the row before it".formatted(expected);
        }
        if (!Arrays.equals(row.getBytes("hash"), sha256(text(row)))) {
            return "row %d was changed".formatted(expected);
        }
        var known = before.get(area);
        var hash = HexFormat.of().formatHex(row.getBytes("hash"));
        if (known != null && known.sequence() == expected && !known.hash().equals(hash)) {
            return "row %d is another than at an earlier verification: the chain was written anew"
                    .formatted(expected);
        }
        return null;
    }

    private static @Nullable String headProblem(
            String area, long last, byte[] hash, Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select sequence, hash from audit_head where area_code = ?")) {
            statement.setString(1, area);
            try (var head = statement.executeQuery()) {
                if (!head.next()) {
                    return last == 0
                            ? null
                            : "row %d is not the head: there is none".formatted(last);
                }
                if (head.getLong("sequence") != last) {
                    return "row %d is missing".formatted(last + 1);
                }
                return Arrays.equals(head.getBytes("hash"), hash)
                        ? null
                        : "row %d is not the head".formatted(last);
            }
        }
    }

    private static String text(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
        return String.join(
                "\n",
                field(row.getString("area_code")),
                row.getString("sequence"),
                AT.format(at),
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
                HexFormat.of().formatHex(row.getBytes("previous_hash")));
    }

    /// As PostgreSQL's `COPY` writes a field, so that no text can pass for the next one.
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
