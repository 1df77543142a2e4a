package parley.desktop.local;

import org.jspecify.annotations.Nullable;

import parley.desktop.net.Loop;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.KnownKey;
import parley.desktop.peer.KnownPeers;
import parley.desktop.peer.Mark;
import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The keys of people met at one account's server. Called from any thread but the loop's, which
/// does the work while the caller waits.
public final class SqlKnownPeers implements KnownPeers {
    private static final int PATIENCE_SECONDS = 10;

    private final Database database;
    private final long account;
    private final Loop loop;
    private final InstantSource clock;

    public SqlKnownPeers(
            Database database, Accounts.Account account, Loop loop, InstantSource clock) {
        this.database = database;
        this.account = account.id();
        this.loop = loop;
        this.clock = clock;
    }

    @Override
    public Acquaintance look(UserName person, Fingerprint key) {
        return onLoop(() -> find(person, key));
    }

    private Acquaintance find(UserName person, Fingerprint key) {
        List<Met> keys =
                database.query(
                        "SELECT key, welcome FROM peer_key WHERE account = ? AND user = ?",
                        row -> new Met(new Fingerprint(row.getString(1)), row.getInt(2) != 0),
                        account,
                        person.key());
        if (keys.isEmpty()) {
            return Acquaintance.NEW;
        }
        return keys.stream()
                .filter(met -> met.key.equals(key))
                .map(met -> met.welcome ? Acquaintance.WELCOME : Acquaintance.KNOWN)
                .findAny()
                .orElse(Acquaintance.CHANGED);
    }

    private record Met(Fingerprint key, boolean welcome) {}

    @Override
    public void remember(UserName person, Fingerprint key) {
        onLoop(() -> keep(person, key, "welcome = welcome", 0));
    }

    @Override
    public void welcome(UserName person, Fingerprint key) {
        onLoop(() -> keep(person, key, "welcome = 1", 1));
    }

    @Override
    public Acceptance relays(UserName person) {
        return onLoop(() -> isRelayed(person) ? Acceptance.FROM_NOW_ON : Acceptance.THIS_TIME);
    }

    private boolean isRelayed(UserName person) {
        return !database.query(
                        "SELECT user FROM peer_relay WHERE account = ? AND user = ?",
                        row -> row.getString(1),
                        account,
                        person.key())
                .isEmpty();
    }

    @Override
    public void relays(UserName person, Acceptance acceptance) {
        String change =
                switch (acceptance) {
                    case FROM_NOW_ON ->
                            "INSERT OR IGNORE INTO peer_relay (account, user) VALUES (?, ?)";
                    case THIS_TIME -> "DELETE FROM peer_relay WHERE account = ? AND user = ?";
                };
        onLoop(() -> database.update(change, account, person.key()));
    }

    private int keep(UserName person, Fingerprint key, String otherwise, int welcome) {
        return database.update(
                "INSERT INTO peer_key (account, user, key, welcome, met) VALUES (?, ?, ?, ?, ?) ON"
                        + " CONFLICT DO UPDATE SET "
                        + otherwise,
                account,
                person.key(),
                key.wire(),
                welcome,
                clock.millis());
    }

    @Override
    public List<KnownKey> keys(UserName person) {
        return onLoop(() ->
                database.query(
                        "SELECT key, mark, met, marked FROM peer_key WHERE account = ? AND user ="
                                + " ? ORDER BY met, rowid",
                        SqlKnownPeers::known,
                        account,
                        person.key()));
    }

    private static KnownKey known(ResultSet row) throws SQLException {
        return new KnownKey(
                new Fingerprint(row.getString(1)),
                Mark.valueOf(row.getString(2)),
                time(row, 3),
                time(row, 4));
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public void mark(UserName person, Fingerprint key, Mark mark) {
        @Nullable Long when = mark == Mark.NONE ? null : clock.millis();
        onLoop(() -> {
            keep(person, key, "welcome = welcome", 0);
            return database.update(
                    "UPDATE peer_key SET mark = ?, marked = ? WHERE account = ? AND user = ? AND"
                            + " key = ?",
                    mark.name(),
                    when,
                    account,
                    person.key(),
                    key.wire());
        });
    }

    private <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.execute(() -> {
            T result = work.get();
            loop.leave(() -> done.complete(result));
        });
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }
}
