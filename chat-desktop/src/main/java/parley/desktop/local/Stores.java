package parley.desktop.local;

import java.util.Optional;

/// The stores that one account has met. Serves the thread that thinks.
public final class Stores {
    private final Database database;
    private final long account;

    public Stores(Database database, Accounts.Account account) {
        this.database = database;
        this.account = account.id();
    }

    /// The one that was met last.
    public Optional<Store> present() {
        return find("account = ? ORDER BY ordinal DESC LIMIT 1", account);
    }

    /// The store of this log, which is the present one from now on. What others hold stays
    /// readable. Of one that comes back others may have taken over some: all is fetched again.
    public Store enter(String log) {
        Optional<Store> present = present();
        if (present.isPresent() && present.get().log().equals(log)) {
            return present.get();
        }
        int ordinal = present.map(Store::ordinal).orElse(0) + 1;
        database.update(
                "INSERT INTO store (account, log, ordinal) VALUES (?, ?, ?)"
                        + " ON CONFLICT (account, log) DO UPDATE SET ordinal = excluded.ordinal",
                account,
                log,
                ordinal);
        Store entered = present().orElseThrow();
        database.update("DELETE FROM span WHERE store = ?", entered.id());
        return entered;
    }

    /// The store that was met before this one.
    public Optional<Store> before(int ordinal) {
        return find("account = ? AND ordinal < ? ORDER BY ordinal DESC LIMIT 1", account, ordinal);
    }

    private Optional<Store> find(String where, Object... values) {
        return database.queryOne(
                "SELECT id, log, ordinal FROM store WHERE " + where,
                row -> new Store(row.getLong(1), row.getString(2), row.getInt(3)),
                values);
    }
}
