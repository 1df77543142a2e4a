package parley.server.storage;

import parley.protocol.UserName;
import parley.server.account.AccountStore;
import parley.server.account.Failures;
import parley.server.account.KeptToken;
import parley.server.account.TokenId;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What belongs to accounts, in the store's tables `account_secret`, `password_mark`, `failure` and
/// `token`. Any thread may use it.
public final class SqlAccounts implements AccountStore {
    private static final String MARK_KEY = "password-mark";

    private final Database database;
    private final SecureRandom random;

    public SqlAccounts(Database database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    @Override
    public byte[] markKey() {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        return database.write(connection -> markKey(connection, fresh));
    }

    private static byte[] markKey(Connection connection, byte[] fresh) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO account_secret (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                MARK_KEY,
                fresh);
        return Sql.all(
                        connection,
                        "SELECT value FROM account_secret WHERE name = '" + MARK_KEY + "'",
                        row -> row.getBytes(1))
                .getFirst();
    }

    @Override
    public Map<String, String> marks() {
        Map<String, String> marks = new HashMap<>();
        database.read(connection ->
                        Sql.all(
                                connection,
                                "SELECT user, mark FROM password_mark",
                                row -> Map.entry(row.getString(1), row.getString(2))))
                .forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
        return marks;
    }

    @Override
    public Map<String, Failures> failures() {
        Map<String, Failures> failures = new HashMap<>();
        database.read(connection ->
                        Sql.all(
                                connection,
                                "SELECT user, count, locked_at FROM failure",
                                row -> Map.entry(row.getString(1), failures(row))))
                .forEach(one -> failures.put(one.getKey(), one.getValue()));
        return failures;
    }

    private static Failures failures(ResultSet row) throws SQLException {
        int count = row.getInt(2);
        long lockedAt = row.getLong(3);
        return row.wasNull()
                ? new Failures(count, Optional.empty())
                : new Failures(count, Optional.of(Instant.ofEpochMilli(lockedAt)));
    }

    @Override
    public List<KeptToken> tokens() {
        return database.read(connection ->
                Sql.all(
                        connection,
                        "SELECT id, user, number, last_used FROM token ORDER BY number",
                        row ->
                                new KeptToken(
                                        new TokenId(row.getString(1)),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4))));
    }

    @Override
    public void keepFailures(String user, Supplier<Failures> newest) {
        database.write(connection -> keepFailures(connection, user, newest.get()));
    }

    private static int keepFailures(Connection connection, String user, Failures failures)
            throws SQLException {
        if (failures.count() == 0) {
            return Sql.update(connection, "DELETE FROM failure WHERE user = ?", user);
        }
        return Sql.update(
                connection,
                "INSERT OR REPLACE INTO failure (user, count, locked_at) VALUES (?, ?, ?)",
                user,
                failures.count(),
                failures.lockedAt().map(Instant::toEpochMilli));
    }

    @Override
    public void keepToken(KeptToken token, Collection<TokenId> inPlaceOf) {
        database.write(connection -> {
            for (TokenId gone : inPlaceOf) {
                drop(connection, gone);
            }
            return Sql.update(
                    connection,
                    "INSERT OR REPLACE INTO token (id, user, number, last_used)"
                            + " VALUES (?, ?, ?, ?)",
                    token.id().hash(),
                    token.user(),
                    token.number(),
                    token.lastUsed());
        });
    }

    @Override
    public void touch(KeptToken token) {
        database.writeLazily(connection ->
                Sql.update(
                        connection,
                        "UPDATE token SET last_used = ? WHERE id = ?",
                        token.lastUsed(),
                        token.id().hash()));
    }

    @Override
    public void dropToken(TokenId token) {
        database.write(connection -> drop(connection, token));
    }

    private static int drop(Connection connection, TokenId token) throws SQLException {
        return Sql.update(connection, "DELETE FROM token WHERE id = ?", token.hash());
    }

    @Override
    public void keepMarks(Map<UserName, String> marks, Collection<String> changed) {
        database.write(connection -> {
            dropTokens(connection, changed);
            return keepMarks(connection, marks);
        });
    }

    private static void dropTokens(Connection connection, Collection<String> users)
            throws SQLException {
        for (String user : users) {
            Sql.update(connection, "DELETE FROM token WHERE user = ?", user);
        }
    }

    private static int keepMarks(Connection connection, Map<UserName, String> marks)
            throws SQLException {
        Sql.update(connection, "DELETE FROM password_mark");
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO password_mark (user, mark) VALUES (?, ?)")) {
            for (Map.Entry<UserName, String> mark : new ArrayList<>(marks.entrySet())) {
                insert.setString(1, mark.getKey().key());
                insert.setString(2, mark.getValue());
                insert.addBatch();
            }
            return insert.executeBatch().length;
        }
    }
}
