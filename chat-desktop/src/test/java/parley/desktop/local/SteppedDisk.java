package parley.desktop.local;

import org.sqlite.SQLiteConfig;

import parley.protocol.Chat;
import parley.protocol.UserName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A desktop's database in memory, with the schema that ships. A crash costs it what was not
/// committed; for the next simulation it is emptied.
public final class SteppedDisk implements AutoCloseable {
    private final Connection connection;
    private final Database database;

    /// An entry as it stands on disk.
    ///
    /// @param seq 0 where the server has not numbered it
    public record Row(Chat chat, long seq, String from, String text, boolean failed) {}

    public SteppedDisk() {
        try {
            connection = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
            for (String command : migrations()) {
                execute(command);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        database = new Database(connection);
    }

    private static List<String> migrations() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted(Comparator.comparingInt(SteppedDisk::version))
                    .map(SteppedDisk::text)
                    .flatMap(text -> Stream.of(text.replaceAll("(?m)^--.*$", "").split(";")))
                    .filter(command -> !command.isBlank())
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(SteppedDisk.class.getResource("/db/desktop")).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Of `V12__what_it_does.sql`.
    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String text(Path migration) {
        try {
            return Files.readString(migration);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    public Database database() {
        return database;
    }

    /// What was not committed is lost.
    public void crash() {
        database.rollback();
    }

    /// Everything is lost.
    public void empty() {
        database.commit();
        tables().forEach(table -> database.update("DELETE FROM " + table));
        database.commit();
    }

    private List<String> tables() {
        return database.query(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                row -> row.getString(1));
    }

    /// Everything, in the order of chats, numbers and, where there is none, of writing.
    public List<Row> rows() {
        return new ArrayList<>(
                database.query(
                        "SELECT e.chat, c.name, coalesce(e.seq, 0), e.sender, e.text, e.state FROM"
                            + " entry e JOIN chat c ON c.account = e.account AND c.chat = e.chat"
                            + " ORDER BY e.chat, e.state, e.seq, e.key",
                        row ->
                                new Row(
                                        chat(row.getString(1), row.getString(2)),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getInt(6) == 2)));
    }

    /// What others have said and has come since a key.
    public List<Arrival> arrivalsSince(long key) {
        return database.query(
                "SELECT e.key, e.chat, c.name, e.seq FROM entry e JOIN chat c ON c.account ="
                        + " e.account AND c.chat = e.chat WHERE e.key > ? AND e.mine = 0",
                row ->
                        new Arrival(
                                row.getLong(1),
                                chat(row.getString(2), row.getString(3)),
                                row.getLong(4)),
                key);
    }

    /// Something that another has said, under its key here and its number there.
    public record Arrival(long key, Chat chat, long seq) {}

    private static Chat chat(String key, String name) {
        return key.equals(Chat.EVERYONE.key()) ? Chat.EVERYONE : Chat.with(UserName.of(name));
    }

    @Override
    public void close() {
        database.close();
    }

    /// What a turn throws that could not be committed.
    public static DiskFailure failure() {
        return new DiskFailure(new SQLException("simulated"));
    }
}
