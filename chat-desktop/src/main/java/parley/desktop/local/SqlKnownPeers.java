package parley.desktop.local;

import parley.desktop.net.Loop;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.KnownPeers;
import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.util.List;
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

    public SqlKnownPeers(Database database, Accounts.Account account, Loop loop) {
        this.database = database;
        this.account = account.id();
        this.loop = loop;
    }

    @Override
    public Acquaintance look(UserName person, Fingerprint key) {
        return onLoop(() -> find(person, key));
    }

    private Acquaintance find(UserName person, Fingerprint key) {
        List<Known> keys =
                database.query(
                        "SELECT key, welcome FROM peer_key WHERE account = ? AND user = ?",
                        row -> new Known(new Fingerprint(row.getString(1)), row.getInt(2) != 0),
                        account,
                        person.key());
        if (keys.isEmpty()) {
            return Acquaintance.NEW;
        }
        return keys.stream()
                .filter(known -> known.key.equals(key))
                .map(known -> known.welcome ? Acquaintance.WELCOME : Acquaintance.KNOWN)
                .findAny()
                .orElse(Acquaintance.CHANGED);
    }

    private record Known(Fingerprint key, boolean welcome) {}

    @Override
    public void remember(UserName person, Fingerprint key) {
        onLoop(() -> keep("OR IGNORE", person, key, 0));
    }

    @Override
    public void welcome(UserName person, Fingerprint key) {
        onLoop(() -> keep("OR REPLACE", person, key, 1));
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

    private int keep(String conflict, UserName person, Fingerprint key, int welcome) {
        return database.update(
                "INSERT "
                        + conflict
                        + " INTO peer_key (account, user, key, welcome) VALUES (?, ?, ?, ?)",
                account,
                person.key(),
                key.wire(),
                welcome);
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
