package parley.desktop.local;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// The form of the database, as the migrations make it.
///
/// Flyway costs a second and a half of processor time to load, at each start of a desktop, only to
/// find that there is nothing to do. So its own table is looked at first, and Flyway is called
/// where that does not say that all is done.
///
/// @param newest the version that the migrations lead to
/// @param migrations where they are found
record Schema(String newest, List<String> migrations) {
    static final Schema PRESENT = new Schema("5", List.of("classpath:db/desktop"));

    private static final String NEWEST_DONE =
            "SELECT version FROM flyway_schema_history WHERE installed_rank = (SELECT"
                    + " max(installed_rank) FROM flyway_schema_history) AND success = 1";

    /// Brings a database up to date, after a copy of it has been made beside it.
    ///
    /// @throws ProfileUnusable where a newer Parley has written it
    void bringUpToDate(Path file) throws SQLException, IOException, ProfileUnusable {
        boolean fresh = Files.size(file) == 0;
        if (!fresh && isUpToDate(file)) {
            return;
        }
        Flyway flyway = flyway(file);
        if (!fresh) {
            MigrationInfo present = flyway.info().current();
            checkKnown(present, file);
            copy(file, present);
        }
        flyway.migrate();
    }

    private boolean isUpToDate(Path file) {
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST_DONE)) {
            return row.next() && newest.equals(row.getString(1));
        } catch (SQLException noSuchTable) {
            return false;
        }
    }

    private Flyway flyway(Path file) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(url(file), null, null)
                .locations(migrations.toArray(String[]::new))
                .skipDefaultCallbacks(true)
                .load();
    }

    private static void checkKnown(@Nullable MigrationInfo present, Path file)
            throws ProfileUnusable {
        if (present == null) {
            return;
        }
        if (present.getState().isFailed()) {
            throw new ProfileUnusable(
                    "The database "
                            + file
                            + " was only half brought up to date. Put the copy beside it in its"
                            + " place.");
        }
        if (!present.getState().isResolved()) {
            throw new ProfileUnusable(
                    "The database "
                            + file
                            + " was written by a newer Parley. Use that one, or choose another"
                            + " profile with --profile.");
        }
    }

    private static void copy(Path file, @Nullable MigrationInfo present)
            throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        MigrationVersion version =
                present == null ? MigrationVersion.fromVersion("0") : present.getVersion();
        Files.copy(
                file,
                file.resolveSibling(file.getFileName() + ".before-" + version),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }
}
