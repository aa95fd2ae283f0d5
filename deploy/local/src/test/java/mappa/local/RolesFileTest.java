package mappa.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Holds `deploy/database-roles.sql` to what its readers rely on.
class RolesFileTest {
    private static final Path FILE = Path.of("../database-roles.sql");

    @Test
    void hasOneStatementALine() throws IOException {
        assertThat(PostgreSql.statements(Files.readString(FILE)))
                .isNotEmpty()
                .allMatch(statement -> statement.indexOf(';') == statement.length() - 1);
    }

    @Test
    void makesTheRolesThatGetPasswords() throws IOException {
        var made =
                PostgreSql.statements(Files.readString(FILE)).stream()
                        .filter(statement -> statement.startsWith("create role "))
                        .toList();
        assertThat(made)
                .extracting(statement -> statement.split(" ")[2])
                .containsExactlyElementsOf(PostgreSql.ROLES);
        assertThat(made).allMatch(statement -> statement.contains(" nosuperuser nobypassrls "));
        assertThat(Files.readString(FILE)).doesNotContainIgnoringCase("password '");
    }
}
