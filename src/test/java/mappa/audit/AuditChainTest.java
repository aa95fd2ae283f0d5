package mappa.audit;

import static mappa.TestPeople.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mappa.RealParts;
import mappa.TestPeople;
import mappa.identity.Actor;
import mappa.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever changes the audit, the database's owner included, is found, by the server and by the
/// tool that stands alone.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class AuditChainTest {

    private static final int ROWS = 9;

    @Inject TestPeople people;
    @Inject AuditTrail audit;
    @Inject AuditChain chain;

    @TempDir Path folder;

    /// A change behind the server's back, and the row that must be named for it.
    ///
    /// @param sql statements with `$area` in place of the area
    record Tamper(String name, int firstBadRow, List<String> sql) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Tamper> tampers() {
        var tampers = new ArrayList<Tamper>();
        Map.ofEntries(
                        Map.entry("at", "at + interval '1 microsecond'"),
                        Map.entry("actor_id", "gen_random_uuid()"),
                        Map.entry("agency_id", "gen_random_uuid()"),
                        Map.entry("role", "'AUDITOR'"),
                        Map.entry("operation", "'CONSULT'"),
                        Map.entry("event", "'other'"),
                        Map.entry("subject_ids", "array[gen_random_uuid()]"),
                        Map.entry("purpose", "'-'"),
                        Map.entry("route", "coalesce(route, '') || chr(10)"),
                        Map.entry("correlation_id", "coalesce(correlation_id, '') || 'x'"),
                        Map.entry("detail", "'{\"round\": 3}'"),
                        Map.entry("previous_hash", "sha256('x')"),
                        Map.entry("hash", "sha256('x')"))
                .forEach(
                        (column, value) ->
                                tampers.add(
                                        edit(
                                                "edit " + column,
                                                "%s = %s".formatted(column, value))));
        tampers.add(
                edit(
                        "edit a purpose so that it swallows the route",
                        "purpose = purpose || chr(10) || coalesce(route, '-'), route = null"));
        tampers.add(
                edit(
                        "edit the author and hash the row again",
                        "actor_id = gen_random_uuid()",
                        "update audit_event e set hash = sha256(convert_to(audit_text(e), 'UTF8'))"
                                + " where area_code = '$area' and sequence = 4",
                        5));
        tampers.add(
                tamper(
                        "delete",
                        4,
                        "delete from audit_event where area_code = '$area' and sequence = 4"));
        tampers.add(
                tamper(
                        "delete and close the gap",
                        4,
                        "delete from audit_event where area_code = '$area' and sequence = 4",
                        "update audit_event set sequence = sequence - 1 where area_code = '$area' and sequence > 4"));
        tampers.add(
                tamper(
                        "truncate the tail",
                        8,
                        "delete from audit_event where area_code = '$area' and sequence > 7"));
        tampers.add(tamper("delete all", 1, "delete from audit_event where area_code = '$area'"));
        tampers.add(
                tamper(
                        "insert at the end",
                        10,
                        """
                        insert into audit_event select area_code, 10, at, actor_id, system_job, agency_id, role,
                            operation, event, subject_ids, purpose, route, correlation_id, detail, hash, hash
                        from audit_event where area_code = '$area' and sequence = 9
                        """));
        tampers.add(
                tamper(
                        "swap two",
                        4,
                        "update audit_event set sequence = -5 where area_code = '$area' and sequence = 5",
                        "update audit_event set sequence = 5 where area_code = '$area' and sequence = 4",
                        "update audit_event set sequence = 4 where area_code = '$area' and sequence = -5"));
        tampers.add(
                tamper(
                        "set the head back with the tail",
                        8,
                        "delete from audit_event where area_code = '$area' and sequence > 7",
                        "update audit_head set sequence = 7 where area_code = '$area'"));
        tampers.add(
                tamper(
                        "turn the head",
                        10,
                        "update audit_head set hash = sha256('x') where area_code = '$area'"));
        return tampers;
    }

    private static Tamper edit(String name, String assignments) {
        return tamper(
                name,
                4,
                "update audit_event set %s where area_code = '$area' and sequence = 4"
                        .formatted(assignments));
    }

    private static Tamper edit(String name, String assignments, String then, int firstBadRow) {
        var first = edit(name, assignments);
        return new Tamper(
                name, firstBadRow, Stream.concat(first.sql().stream(), Stream.of(then)).toList());
    }

    private static Tamper tamper(String name, int firstBadRow, String... sql) {
        return new Tamper(name, firstBadRow, List.of(sql));
    }

    @ParameterizedTest
    @MethodSource("tampers")
    @Tag("SEC-07")
    void namesTheFirstBadRow(Tamper tamper) throws SQLException {
        var area = filled("T-" + tamper.name());
        assertThat(verify(area)).returns((long) ROWS, AuditChain.Verification::rows);
        assertThat(verify(area).isWhole()).isTrue();
        try {
            apply(tamper, area);
            assertThat(verify(area).firstBadRow()).isEqualTo(tamper.firstBadRow());
        } finally {
            forget(area);
        }
    }

    @Test
    @Tag("SEC-07")
    void theToolThatStandsAloneNamesTheSameRows() throws Exception {
        var tampered = tampers().stream().collect(Collectors.toMap(this::filledFor, it -> it));
        var untouched = filled("X-untouched");
        try {
            for (var entry : tampered.entrySet()) {
                apply(entry.getValue(), entry.getKey());
            }
            var found = tool(1);
            assertThat(found.get(untouched)).contains("whole");
            tampered.forEach(
                    (area, tamper) ->
                            assertThat(found.get(area))
                                    .as(tamper.name())
                                    .doesNotContain("whole")
                                    .containsAnyOf(
                                            "row %d ".formatted(tamper.firstBadRow()),
                                            // a false head is named by the last row that is there
                                            "row %d is not the head"
                                                    .formatted(tamper.firstBadRow() - 1)));
        } finally {
            for (var area : tampered.keySet()) {
                forget(area);
            }
        }
    }

    private String filledFor(Tamper tamper) {
        return filled("X-" + tamper.name());
    }

    @Test
    @Tag("SEC-07")
    void aChainWrittenAnewIsFoundByTheHeadsKeptOutside() throws Exception {
        var rewritten = filled("H-rewritten");
        var rolledBack = filled("H-rolled-back");
        var vanished = filled("H-vanished");
        try {
            assertThat(tool(0)).hasSizeGreaterThan(2);
            forget(rewritten);
            filled("H-rewritten");
            try (var owner = RealParts.as("mappa_owner");
                    var statement = owner.createStatement()) {
                statement.execute("alter table audit_event disable trigger user");
                statement.execute(
                        "delete from audit_event where area_code = 'H-rolled-back' and sequence > 5");
                statement.execute(
                        """
                        update audit_head h set sequence = 5, hash = e.hash from audit_event e
                        where h.area_code = 'H-rolled-back' and e.area_code = h.area_code and e.sequence = 5
                        """);
                statement.execute("alter table audit_event enable trigger user");
            }
            forget(vanished);
            assertThat(verify(rewritten).isWhole()).isTrue(); // inside the database nothing shows
            assertThat(verify(rolledBack).isWhole()).isTrue();
            var found = tool(1);
            assertThat(found.get(rewritten)).contains("row 9 is another");
            assertThat(found.get(rolledBack)).contains("row 6 is missing");
            assertThat(found.get(vanished)).contains("row 1 is missing");
        } finally {
            for (var area : List.of(rewritten, rolledBack, vanished)) {
                forget(area);
            }
        }
    }

    @Test
    void theToolFindsTheRunningProductByItsDataFolder() throws Exception {
        var port = RealParts.url().replaceAll(".*:(\\d+)/.*", "$1");
        Files.writeString(
                folder.resolve("run.json"),
                "{\"ports\": {\"http\": 1, \"database\" : %s}}".formatted(port));
        Files.createDirectory(folder.resolve("keys"));
        Files.createDirectory(folder.resolve("passwords"));
        Files.writeString(folder.resolve("passwords/mappa_auditor"), RealParts.PASSWORD + "\n");
        var area = filled("D-data");
        var process = toolProcess("--data", folder.toString());
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("D-data\t9 rows\twhole");
        assertThat(folder.resolve("keys/audit-heads")).content().contains("D-data\t9\t");
        forget(area);
    }

    @Test
    void theToolSaysInOneSentenceWhatItCannotRead() throws Exception {
        var process = toolProcess("--data", folder.resolve("nowhere").toString());
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(new String(process.getErrorStream().readAllBytes()))
                .contains("nowhere/run.json cannot be read")
                .hasLineCount(1);
    }

    @Test
    @Tag("SEC-07")
    void nobodyMayChangeTheAuditAndTheOwnerOnlyBehindItsTriggers() throws SQLException {
        filled("T-roles");
        for (var role : List.of("mappa_app", "mappa_relay", "mappa_auditor", "mappa_reporter")) {
            for (var table : List.of("audit_event", "audit_head")) {
                for (var sql :
                        List.of(
                                "update %s set area_code = 'x'",
                                "delete from %s",
                                "insert into %s select * from %<s",
                                "truncate %s")) {
                    refused(role, sql.formatted(table), "permission denied");
                }
            }
            if (!role.equals("mappa_app")) {
                refused(role, "select audit_append('x', '[]')", "permission denied");
            }
        }
        refused("mappa_owner", "update audit_event set event = 'x'", "append-only");
        refused("mappa_owner", "delete from audit_event", "append-only");
        refused("mappa_owner", "truncate audit_event", "append-only");
    }

    private static void refused(String role, String sql, String why) throws SQLException {
        try (var connection = RealParts.as(role);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as("%s: %s", role, sql)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining(why);
        }
    }

    @Test
    @Tag("SEC-06")
    void withoutTheAuditRowNothingIsDone() throws SQLException {
        var actor = people.person("audit.broken", Role.MAPPA_COORDINATOR, "AU");
        breakAudit(true);
        try {
            assertThatThrownBy(
                            () ->
                                    people.as(
                                            actor,
                                            () ->
                                                    QuarkusTransaction.requiringNew()
                                                            .run(() -> renameAndRecord(actor))))
                    .isInstanceOf(Exception.class);
        } finally {
            breakAudit(false);
        }
        try (var connection = RealParts.as("mappa_owner");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select name from area where code = 'AU'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("AU");
        }
    }

    @Inject jakarta.persistence.EntityManager entities;

    private void renameAndRecord(Actor actor) {
        entities.createNativeQuery("update area set name = 'renamed' where code = 'AU'")
                .executeUpdate();
        audit.record(actor, new Happening("T-broken", 1));
    }

    private static void breakAudit(boolean broken) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute(
                    "%s execute on function audit_append(text, jsonb) %s mappa_app"
                            .formatted(broken ? "revoke" : "grant", broken ? "from" : "to"));
        }
    }

    @Test
    @Tag("SEC-07")
    void tellsThoseWhoMayWhetherTheirAreasChainIsWhole() {
        people.person("audit.reader", Role.AUDITOR, "AV");
        people.person("audit.coordinator", Role.MAPPA_COORDINATOR, "AV");
        program("audit.coordinator").get("/api/audit/verification").then().statusCode(403);
        program("audit.reader").get("/api/audit/verification").then().statusCode(200);
        program("audit.reader") // the first one stands in the chain now
                .get("/api/audit/verification")
                .then()
                .statusCode(200)
                .body("area", hasItems("AV", "-"))
                .body("size()", equalTo(2))
                .body("[0].whole", equalTo(true))
                .body("[0].firstBadRow", nullValue())
                .body("[0].rows", greaterThan(0));
    }

    /// A chain of nine events of its own; the area need not exist.
    private String filled(String area) {
        var actor = people.person("audit.writer", Role.MAPPA_COORDINATOR, "AU");
        people.as(
                actor,
                () ->
                        QuarkusTransaction.requiringNew()
                                .run(
                                        () -> {
                                            for (var i = 0; i < ROWS; i++) {
                                                audit.record(actor, new Happening(area, i));
                                            }
                                        }));
        return area;
    }

    /// With a line break and a backslash, so that their writing is tried too.
    private record Happening(String area, int round) implements Happened {
        @Override
        public Kind kind() {
            return Kind.ALTER;
        }

        @Override
        public List<UUID> subjects() {
            return List.of(UuidCreator.getTimeOrderedEpoch(), UuidCreator.getTimeOrderedEpoch());
        }

        @Override
        public Map<String, ?> detail() {
            return Map.of("round", round, "state", "OPEN", "text", "a\nb \\ ü");
        }

        @Override
        public @Nullable String purpose() {
            return "first line\nsecond \\n line";
        }
    }

    private AuditChain.Verification verify(String area) {
        return people.as(Actor.system("test"), () -> chain.verify(area));
    }

    private static void apply(Tamper tamper, String area) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement()) {
            statement.execute("alter table audit_event disable trigger user");
            for (var sql : tamper.sql()) {
                statement.execute(sql.replace("$area", area));
            }
            statement.execute("alter table audit_event enable trigger user");
        }
    }

    private static void forget(String area) throws SQLException {
        apply(
                tamper(
                        "forget",
                        0,
                        "delete from audit_event where area_code = '$area'",
                        "delete from audit_head where area_code = '$area'"),
                area);
    }

    /// @return what it said of each area
    private Map<String, String> tool(int expectedEnd) throws Exception {
        var password = folder.resolve("password");
        Files.writeString(password, RealParts.PASSWORD);
        var process =
                toolProcess(
                        "--url",
                        RealParts.url(),
                        "--password-file",
                        password.toString(),
                        "--heads",
                        folder.resolve("heads").toString());
        var said = new String(process.getInputStream().readAllBytes());
        var errors = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said + errors).isEqualTo(expectedEnd);
        return said.lines().collect(Collectors.toMap(line -> line.split("\t")[0], line -> line));
    }

    /// From its source, for the launcher's project is not this one's.
    private Process toolProcess(String... words) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "--class-path",
                                jar(org.postgresql.Driver.class)
                                        + ":"
                                        + jar(org.jspecify.annotations.Nullable.class),
                                "deploy/local/src/main/java/mappa/local/VerifyAudit.java"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).start();
    }

    private static String jar(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }
}
