package mappa.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Fills the database of a running product with the national caseload at Level 2 and 3: 42 areas
/// with 1,800 cases and five years of meetings (`QUALITY.md` 3.4 for the number).
///
/// Writes past the server as the owner of the database, because what is measured is reading; the
/// rows are copies of what the server wrote for the demo. Only for a data folder that is thrown
/// away afterwards.
public final class Fill {

    private static final int AREAS = 42;
    private static final int CASES = 1_800;
    private static final int YEARS = 5;

    /// The demo area stands for a big one: it has a twelfth of all cases.
    private static final int OF_DEMO_AREA = CASES / 12;

    private Fill() {}

    /// @param args the data folder of the running product
    public static void main(String... args) throws IOException, SQLException {
        var data = Path.of(args[0]);
        var run = new ObjectMapper().readTree(data.resolve("run.json").toFile());
        var address = "jdbc:postgresql://127.0.0.1:" + run.at("/ports/database").asInt() + "/mappa";
        var password = Files.readString(Path.of(run.at("/passwordFiles/mappa_owner").asText()));
        try (var connection =
                DriverManager.getConnection(address, "mappa_owner", password.strip())) {
            if (isFilled(connection)) {
                System.out.println("The caseload is there already.");
                return;
            }
            var begun = Instant.now();
            execute(connection, resource("models.sql"));
            connection.setAutoCommit(false);
            for (var area : areas().entrySet()) {
                set(connection, "load.area", area.getKey());
                set(connection, "load.cases", area.getValue().toString());
                set(connection, "load.years", Integer.toString(YEARS));
                execute(connection, resource("area.sql"));
                connection.commit();
            }
            connection.setAutoCommit(true);
            execute(connection, "vacuum analyze");
            System.out.printf(
                    "%d areas, %d cases, %d years of meetings: %d s%n",
                    AREAS, CASES, YEARS, Duration.between(begun, Instant.now()).toSeconds());
        }
    }

    /// Codes with the number of their cases; no two neighbours have the same.
    private static Map<String, Integer> areas() {
        var areas = new LinkedHashMap<String, Integer>();
        areas.put("NS", OF_DEMO_AREA);
        var left = CASES - OF_DEMO_AREA;
        for (var n = 1; n < AREAS; n++) {
            var others = AREAS - n;
            var cases = others == 1 ? left : left / others + (n % 5 - 2) * 6;
            areas.put("L" + (char) ('A' + n / 26) + (char) ('A' + n % 26), cases);
            left -= cases;
        }
        return areas;
    }

    private static boolean isFilled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from area where code = 'LAB'")) {
            return rows.next();
        }
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private static String resource(String name) throws IOException {
        try (var in = Fill.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
