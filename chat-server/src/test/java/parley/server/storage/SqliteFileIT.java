package parley.server.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

class SqliteFileIT {
    private static final String LATER =
            """
            INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                checksum, installed_by, execution_time, success)
            VALUES (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 1, '', 1, 1)\
            """;

    @TempDir private Path folder;
    private SqliteFile file;

    @BeforeEach
    void make() {
        file = new SqliteFile(folder.resolve("parley.db"));
        file.migrate();
    }

    @Test
    void whatANewerServerHasWrittenIsLeftAlone() throws SQLException {
        try (Connection connection = file.writer();
                Statement statement = connection.createStatement()) {
            statement.execute(LATER);
        }

        assertThatThrownBy(file::migrate).isInstanceOf(StoreUnavailable.class);
    }
}
