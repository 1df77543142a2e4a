package parley.server.storage;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// The index of words as it is at one moment: up to where it holds the log, and what it names for a
/// question, the newest first. Serves one thread.
final class SearchIndex implements AutoCloseable {
    private static final String ASK =
            "SELECT rowid FROM entry WHERE entry MATCH ? AND rowid < ? ORDER BY rowid DESC";

    private final Connection connection;
    private long reach;
    private @Nullable ResultSet named;

    private SearchIndex(Connection connection) {
        this.connection = connection;
    }

    /// Opens the index of the log of this name.
    ///
    /// @param last the position of the log's newest message; what reaches behind it is no good
    /// @throws IndexFailed where there is none that is good
    static SearchIndex open(SearchFile file, String log, long last) throws IndexFailed {
        try {
            SearchIndex index = new SearchIndex(file.reader());
            index.begin(log, last);
            return index;
        } catch (SQLException failed) {
            throw new IndexFailed(failed);
        }
    }

    private void begin(String log, long last) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            reach =
                    SearchFile.reach(connection, log)
                            .filter(pos -> pos <= last)
                            .orElseThrow(() -> new SQLException("the index of another log"));
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /// The position up to which it holds the log.
    long reach() {
        return reach;
    }

    /// Asks for the messages in front of a position.
    void ask(String words, long before) throws IndexFailed {
        try {
            PreparedStatement select = connection.prepareStatement(ASK);
            select.closeOnCompletion();
            select.setString(1, words);
            select.setLong(2, before);
            named = select.executeQuery();
        } catch (SQLException failed) {
            throw new IndexFailed(failed);
        }
    }

    /// Goes to the next message that it names, if there is one.
    boolean next() throws IndexFailed {
        try {
            return named != null && named.next();
        } catch (SQLException failed) {
            throw new IndexFailed(failed);
        }
    }

    /// Where the message stands that it has come to.
    long pos() throws IndexFailed {
        try {
            return named == null ? 0 : named.getLong(1);
        } catch (SQLException failed) {
            throw new IndexFailed(failed);
        }
    }

    @Override
    public void close() throws IndexFailed {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IndexFailed(failed);
        }
    }
}
