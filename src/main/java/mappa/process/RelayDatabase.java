package mappa.process;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/// The relay's own short transactions: apart from those of the product, and never open while the
/// engine is talked to.
@ApplicationScoped
class RelayDatabase {

    private final AgroalDataSource source;

    RelayDatabase(@DataSource("relay") AgroalDataSource source) {
        this.source = source;
    }

    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    <T> T inTransaction(Work<T> work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("relay: " + failed.getSQLState(), failed);
        }
    }

    /// Runs a statement and says how many rows it changed.
    static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
