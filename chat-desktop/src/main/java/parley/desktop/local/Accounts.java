package parley.desktop.local;

import parley.desktop.net.ServerAddress;
import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Who has signed in from this desktop, with the tokens of those who wanted to be kept, and the
/// servers' keys that were accepted. Serves the thread that thinks.
public final class Accounts {
    private static final String SELECT = "SELECT id, host, port, name, token FROM account ";

    private final Database database;

    /// Somebody at some server.
    ///
    /// @param token signs in without a password; nothing where its owner did not want that
    public record Account(long id, ServerAddress server, UserName me, Optional<String> token) {
        /// Never the token.
        @Override
        public String toString() {
            return "Account[" + me + " at " + server + "]";
        }
    }

    public Accounts(Database database) {
        this.database = database;
    }

    /// Who signed in last.
    public Optional<Account> last() {
        return database.queryOne(SELECT + "ORDER BY used DESC, id DESC LIMIT 1", Accounts::read);
    }

    /// The account of this user, made where it is new, as the one that signed in last.
    ///
    /// @param token to keep; nothing removes the one that was kept
    public Account signedIn(
            ServerAddress server, UserName me, Optional<String> token, Instant now) {
        database.update(
                "INSERT INTO account (host, port, user, name, token, used) VALUES (?, ?, ?, ?, ?,"
                    + " ?) ON CONFLICT (host, port, user) DO UPDATE SET name = excluded.name, token"
                    + " = excluded.token, used = excluded.used",
                server.host(),
                server.port(),
                me.key(),
                me.toString(),
                token.orElse(null),
                now.toEpochMilli());
        return database.queryOne(
                        SELECT + "WHERE host = ? AND port = ? AND user = ?",
                        Accounts::read,
                        server.host(),
                        server.port(),
                        me.key())
                .orElseThrow();
    }

    /// Forgets the token that was kept.
    public void forgetToken(Account account) {
        database.update("UPDATE account SET token = NULL WHERE id = ?", account.id);
    }

    /// The key of this server that its user has accepted.
    public Optional<Fingerprint> serverKey(ServerAddress server) {
        return database.queryOne(
                "SELECT key FROM server_key WHERE host = ? AND port = ?",
                row -> new Fingerprint(row.getString(1)),
                server.host(),
                server.port());
    }

    /// Accepts a key of this server in place of any other.
    public void acceptServerKey(ServerAddress server, Fingerprint key) {
        database.update(
                "INSERT INTO server_key (host, port, key) VALUES (?, ?, ?)"
                        + " ON CONFLICT (host, port) DO UPDATE SET key = excluded.key",
                server.host(),
                server.port(),
                key.wire());
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("id"),
                new ServerAddress(row.getString("host"), row.getInt("port")),
                UserName.of(row.getString("name")),
                Optional.ofNullable(row.getString("token")));
    }
}
