package parley.desktop.local;

import parley.protocol.Chat;

/// Which numbers of each chat are here, on disk. Serves the thread that thinks.
public final class Spans {
    private final Database database;

    public Spans(Database database) {
        this.database = database;
    }

    public Gaps load(Store store, Chat chat) {
        return new Gaps(
                database.query(
                        "SELECT first, last FROM span WHERE store = ? AND chat = ?",
                        row -> new Gaps.Range(row.getLong(1), row.getLong(2)),
                        store.id(),
                        chat.key()));
    }

    /// Keeps a range in place of all that it has swallowed.
    public void keep(Store store, Chat chat, Gaps.Range range) {
        database.update(
                "DELETE FROM span WHERE store = ? AND chat = ? AND first BETWEEN ? AND ?",
                store.id(),
                chat.key(),
                range.first(),
                range.last());
        database.update(
                "INSERT INTO span (store, chat, first, last) VALUES (?, ?, ?, ?)",
                store.id(),
                chat.key(),
                range.first(),
                range.last());
    }
}
