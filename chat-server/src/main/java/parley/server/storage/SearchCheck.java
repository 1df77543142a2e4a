package parley.server.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares the index of words with the log, up to where it says that it holds. One that is absent,
/// of another log or of another form is no fault: the server makes it anew.
///
/// Each message's terms are summed up as hashes, 8 bytes a message, for the index lists messages by
/// term and not terms by message.
public final class SearchCheck {
    private static final int MOST = 100;

    private final Connection log;
    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, List<Integer>> members = new HashMap<>();
    private long[] sums = new long[0];

    private SearchCheck(Connection log) {
        this.log = log;
    }

    /// Where the index of the store in this file is.
    public static Path indexOf(Path store) {
        return SearchFile.beside(store.toAbsolutePath());
    }

    /// Checks the index beside the store in this file, if there is one.
    ///
    /// @return a sentence for each thing that does not fit, a hundred at most; empty where all does
    /// @throws StoreUnavailable where the store cannot be read
    public static List<String> of(Path store) {
        if (!Files.exists(indexOf(store))) {
            return List.of();
        }
        try (Connection log = QuickCheck.readOnly(store)) {
            execute(log, "BEGIN");
            return new SearchCheck(log).run(indexOf(store));
        } catch (SQLException failed) {
            throw new StoreUnavailable(
                    "it can't be read as a store: " + failed.getMessage(), failed);
        }
    }

    private List<String> run(Path index) {
        try (Connection connection = QuickCheck.readOnly(index)) {
            compare(connection);
        } catch (SQLException damaged) {
            find("the index of words can't be read: " + damaged.getMessage());
        }
        return List.copyOf(findings);
    }

    private void find(String finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    private void compare(Connection index) throws SQLException {
        execute(index, "BEGIN");
        long last = Sql.number(log, "SELECT coalesce(max(pos), 0) FROM message");
        Optional<Long> reach = SearchFile.reach(index, StoreMark.name(log));
        if (reach.isEmpty()) {
            return;
        }
        sums = new long[Math.toIntExact(Math.min(reach.get(), last)) + 1];
        Sql.each(
                log,
                "SELECT id, low, high FROM chat",
                row -> members.put(row.getInt(1), List.of(row.getInt(2), row.getInt(3))));
        addIndex(index, reach.get());
        takeLogAway();
    }

    private void addIndex(Connection index, long reach) throws SQLException {
        execute(index, "CREATE VIRTUAL TABLE temp.term USING fts5vocab('main', 'entry', instance)");
        Sql.each(
                index,
                "SELECT term, doc FROM temp.term",
                row -> {
                    long pos = row.getLong(2);
                    if (pos < 1 || pos > reach) {
                        find("the index of words names position " + pos + " and holds less");
                    } else if (pos < sums.length) {
                        sums[(int) pos] += hash(row.getString(1));
                    }
                });
    }

    private void takeLogAway() throws SQLException {
        Sql.each(
                log,
                "SELECT pos, chat, text FROM message WHERE pos < ? ORDER BY pos",
                row -> {
                    int pos = row.getInt(1);
                    int chat = row.getInt(2);
                    for (String term :
                            SearchTerms.terms(
                                    chat,
                                    members.getOrDefault(chat, List.of()),
                                    Row.text(row.getBytes(3)))) {
                        sums[pos] -= hash(term);
                    }
                    if (sums[pos] != 0) {
                        find("the index of words has others for the message at " + pos);
                    }
                },
                sums.length);
    }

    private static long hash(String term) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < term.length(); i++) {
            hash = (hash ^ term.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
