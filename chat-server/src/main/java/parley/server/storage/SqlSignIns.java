package parley.server.storage;

import parley.protocol.UserName;
import parley.server.presence.SignInStore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Who was online when, in the store's tables `last_seen` and `alive`. Any thread may use it.
public final class SqlSignIns implements SignInStore {
    private final Database database;

    public SqlSignIns(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Instant> lastSeen() {
        database.write(SqlSignIns::endWhatACrashLeft);
        Map<String, Instant> lastSeen = new HashMap<>();
        database.read(connection ->
                        Sql.all(
                                connection,
                                "SELECT user, seen FROM last_seen",
                                row ->
                                        Map.entry(
                                                row.getString(1),
                                                Instant.ofEpochMilli(row.getLong(2)))))
                .forEach(one -> lastSeen.put(one.getKey(), one.getValue()));
        return lastSeen;
    }

    private static int endWhatACrashLeft(Connection connection) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE last_seen SET online = 0,"
                        + " seen = max(seen, coalesce((SELECT time FROM alive), 0))"
                        + " WHERE online = 1");
    }

    @Override
    public void came(UserName user, Instant time) {
        put(user, time, 1);
    }

    @Override
    public void went(UserName user, Instant time) {
        put(user, time, 0);
    }

    private void put(UserName user, Instant time, int online) {
        database.writeSoon(connection ->
                Sql.update(
                        connection,
                        "INSERT OR REPLACE INTO last_seen (user, seen, online)"
                                + " VALUES (?, ?, ?)",
                        user.key(),
                        time.toEpochMilli(),
                        online));
    }

    @Override
    public void stillThere(Instant time) {
        database.writeLazily(connection ->
                Sql.update(
                        connection,
                        "INSERT OR REPLACE INTO alive (id, time) VALUES (1, ?)",
                        time.toEpochMilli()));
    }
}
