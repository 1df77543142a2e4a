package parley.desktop.local;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;

import java.util.Optional;

/// What two stores of a server have in common. A store that was restored from a backup has another
/// name, but what the backup held stands in it under the same numbers: that is here already, and
/// stays where it stands. What the older store had beyond that stands behind it, and what the new
/// one says from then on behind that. Serves the thread that thinks.
final class Eras {
    private final Database database;
    private final long account;

    Eras(Database database, Accounts.Account account) {
        this.database = database;
        this.account = account.id();
    }

    /// Counts an entry of an older store among this one's, where it is this very message.
    ///
    /// @return the key of that entry
    Optional<Long> takeOver(Store store, ChatMessage said) {
        if (store.ordinal() == 1) {
            return Optional.empty();
        }
        Optional<Long> twin = twin(store, said);
        return twin.filter(key -> takeOver(store, key));
    }

    private Optional<Long> twin(Store store, ChatMessage said) {
        return database.queryOne(
                "SELECT key FROM entry WHERE store IN (SELECT id FROM store WHERE account = ? AND"
                    + " id <> ?) AND chat = ? AND seq = ? AND time = ? AND text = ? ORDER BY store"
                    + " DESC",
                row -> row.getLong(1),
                account,
                store.id(),
                said.chat().key(),
                said.seq(),
                said.time().toEpochMilli(),
                said.text());
    }

    private boolean takeOver(Store store, long key) {
        return database.update(
                        "UPDATE OR IGNORE entry SET store = ? WHERE key = ?", store.id(), key)
                == 1;
    }

    /// The era of a message of this store: that of the next one which is here, the store's own
    /// where none is.
    int of(Store store, Chat chat, long seq) {
        if (store.ordinal() == 1) {
            return 1;
        }
        return database.queryOne(
                        "SELECT era FROM entry WHERE store = ? AND chat = ? AND seq > ? ORDER BY"
                                + " seq LIMIT 1",
                        row -> row.getInt(1),
                        store.id(),
                        chat.key(),
                        seq)
                .orElse(store.ordinal());
    }
}
