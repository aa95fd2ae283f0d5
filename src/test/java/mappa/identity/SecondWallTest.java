package mappa.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mappa.RealParts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the database refuses by itself, with the server's own checks out of the way.
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class SecondWallTest {

    /// Tables of an area without row-level security, and why each needs none.
    private static final Map<String, String> OPEN =
            Map.of(
                    "agency", "partner organisations, known to everybody in the service",
                    "appointment", "who may do what; says nothing of a case",
                    "audit_head", "number of rows and last hash of an area's audit");

    /// Tables of a thing, without an area, that need none.
    private static final Map<String, String> OPEN_ABOUT_A_SUBJECT =
            Map.of(
                    "case_exclusion", "read by the policies themselves",
                    "case_grant", "read by the policies themselves");

    /// Said by an area of itself, for everybody: policies guard only who writes it.
    private static final Set<String> PUBLIC =
            Set.of("area_setting", "panel_seat", "working_day_override");

    @Test
    @Tag("SEC-05")
    void everyTableOfAnAreaOrOfACaseGuardsItsRows() throws SQLException {
        var unguarded = new ArrayList<String>();
        for (var row :
                rows(
                        """
                        select distinct c.relname, coalesce(c.relrowsecurity, false)
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                          and (a.attname in ('area_code', 'area', 'subject_id', 'case_id', 'person_id', 'referral_id')
                               or a.attname like '%subject\\_ids')
                        order by 1
                        """)) {
            var table = row.get(0);
            if (!row.get(1).equals("t")
                    && !OPEN.containsKey(table)
                    && !OPEN_ABOUT_A_SUBJECT.containsKey(table)) {
                unguarded.add(table);
            }
        }
        assertThat(unguarded)
                .as("enable row level security with a policy, or say here why none is needed")
                .isEmpty();
    }

    @Test
    @Tag("SEC-05")
    void withoutAnActorNoGuardedRowIsShown() throws SQLException {
        var guarded = new ArrayList<>(guarded());
        assertThat(guarded).contains("audit_event").containsAll(PUBLIC);
        guarded.removeAll(PUBLIC);
        var shown = new TreeMap<String, Long>();
        try (var app = RealParts.as("mappa_app");
                var statement = app.createStatement()) {
            for (var table : guarded) {
                try (var rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    if (rows.getLong(1) != 0) {
                        shown.put(table, rows.getLong(1));
                    }
                } catch (SQLException refused) {
                    assertThat(refused.getMessage()).contains("permission denied");
                }
            }
        }
        assertThat(shown).isEmpty();
    }

    @Test
    @Tag("SEC-05")
    void theServersRoleOwnsNothingAndCannotStepOverItsPolicies() throws SQLException {
        assertThat(
                        rows(
                                """
                                select rolname from pg_roles
                                where rolname like 'mappa%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                                """))
                .isEmpty();
        assertThat(
                        rows(
                                """
                                select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                                where r.rolname in ('mappa_app', 'mappa_relay', 'mappa_auditor', 'mappa_reporter')
                                """))
                .isEmpty();
        try (var app = RealParts.as("mappa_app");
                var statement = app.createStatement()) {
            for (var sql :
                    List.of(
                            "create table public.mine (id int)",
                            "alter table audit_event disable row level security",
                            "set role mappa_owner",
                            "set session_replication_role = replica",
                            "truncate case_grant")) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .as(sql)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    @Tag("SEC-05")
    void theServersRoleDeletesNothingOfACase() throws SQLException {
        assertThat(
                        rows(
                                """
                                select table_name from information_schema.role_table_grants
                                where grantee = 'mappa_app' and privilege_type in ('DELETE', 'TRUNCATE')
                                order by 1
                                """))
                .extracting(List::getFirst)
                .as("only what belongs to a sign-in, a search or one call is ever deleted")
                .containsExactly("command_result", "held_form", "search_result", "web_session");
    }

    private static List<String> guarded() throws SQLException {
        return rows(
                        """
                        select relname from pg_class
                        where relrowsecurity and relnamespace = 'public'::regnamespace order by 1
                        """)
                .stream()
                .map(List::getFirst)
                .toList();
    }

    private static List<List<String>> rows(String query) throws SQLException {
        try (var owner = RealParts.as("mappa_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<List<String>>();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
            return found;
        }
    }
}
