package parley.desktop.local;

import parley.desktop.local.ChatSummary.Cursors;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.util.List;

/// The chats of one account: their names, drafts, and how far they have been read. Serves the
/// thread that thinks.
public final class Chats {
    private final Database database;
    private final long account;

    /// A chat with what is written in it and not sent.
    public record Drafted(Chat chat, String draft) {
        /// Never the text.
        @Override
        public String toString() {
            return "Drafted[chat=" + chat + "]";
        }
    }

    /// How far a chat has come in a store.
    ///
    /// @param floor from which number on all of it is wanted; 0 until the first fill is done
    public record Progress(Cursors cursors, long floor) {}

    public Chats(Database database, Accounts.Account account) {
        this.database = database;
        this.account = account.id();
    }

    public List<Drafted> all() {
        return database.query(
                "SELECT chat, name, draft FROM chat WHERE account = ? ORDER BY chat",
                row ->
                        new Drafted(
                                row.getString(1).equals(Chat.EVERYONE.key())
                                        ? Chat.EVERYONE
                                        : Chat.with(UserName.of(row.getString(2))),
                                row.getString(3)),
                account);
    }

    /// Remembers that there is such a chat, by the name that it has now.
    public void meet(Chat chat) {
        database.update(
                "INSERT INTO chat (account, chat, name, draft) VALUES (?, ?, ?, '')"
                        + " ON CONFLICT (account, chat) DO UPDATE SET name = excluded.name",
                account,
                chat.key(),
                chat.toString());
    }

    public void draft(Chat chat, String text) {
        meet(chat);
        database.update(
                "UPDATE chat SET draft = ? WHERE account = ? AND chat = ?",
                text,
                account,
                chat.key());
    }

    public Progress progress(Store store, Chat chat) {
        return database.queryOne(
                        "SELECT read, their_delivered, their_read, floor FROM cursor WHERE store ="
                                + " ? AND chat = ?",
                        row ->
                                new Progress(
                                        new Cursors(
                                                store.ordinal(),
                                                row.getLong(1),
                                                row.getLong(2),
                                                row.getLong(3)),
                                        row.getLong(4)),
                        store.id(),
                        chat.key())
                .orElse(new Progress(new Cursors(store.ordinal(), 0, 0, 0), 0));
    }

    public void progress(Store store, Chat chat, Progress progress) {
        Cursors cursors = progress.cursors;
        database.update(
                "INSERT OR REPLACE INTO cursor (store, chat, read, their_delivered, their_read,"
                        + " floor) VALUES (?, ?, ?, ?, ?, ?)",
                store.id(),
                chat.key(),
                cursors.read(),
                cursors.theirDelivered(),
                cursors.theirRead(),
                progress.floor);
    }
}
