package parley.desktop.local;

import org.jspecify.annotations.Nullable;

import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerMessage;
import parley.protocol.UserName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The private chats that one account keeps. Serves the thread that thinks.
///
/// What is deleted is overwritten: SQLite fills it with zeros (`secure_delete`, as [Profile] sets
/// it), and the log of changes beside the database, in which the words may stand too, is emptied.
public final class SqlKeptChats implements KeptChats {
    /// Words of a chat that a start reads, at most: some ten megabytes at their usual length.
    private static final int READ = 20_000;

    private final Database database;
    private final long account;

    public SqlKeptChats(Database database, Accounts.Account account) {
        this.database = database;
        this.account = account.id();
    }

    /// All of them, those begun first first.
    public List<KeptChat> all() {
        return database.query(
                "SELECT name, since FROM kept_chat WHERE account = ? ORDER BY since, user",
                this::chat,
                account);
    }

    private KeptChat chat(ResultSet row) throws SQLException {
        UserName person = UserName.of(row.getString(1));
        return new KeptChat(person, Instant.ofEpochMilli(row.getLong(2)), words(person));
    }

    private List<KeptWord> words(UserName person) {
        return database.query(
                        "SELECT id, text, time, state FROM kept_word WHERE account = ? AND user = ?"
                                + " ORDER BY key DESC LIMIT "
                                + READ,
                        SqlKeptChats::word,
                        account,
                        person.key())
                .reversed();
    }

    private static KeptWord word(ResultSet row) throws SQLException {
        PeerMessage message =
                new PeerMessage(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)));
        String state = row.getString(4);
        return state == null
                ? new KeptWord.Heard(message)
                : new KeptWord.Said(message, atRest(MessageState.valueOf(state)));
    }

    /// What was on its way when the desktop stopped never arrived, as far as anybody knows.
    private static MessageState atRest(MessageState last) {
        return switch (last) {
            case WAITING, SENT, UNDELIVERED -> MessageState.UNDELIVERED;
            case DELIVERED, READ -> last;
        };
    }

    @Override
    public void keep(UserName person, Instant since) {
        database.update(
                "INSERT OR IGNORE INTO kept_chat (account, user, name, since) VALUES (?, ?, ?, ?)",
                account,
                person.key(),
                person.toString(),
                since.toEpochMilli());
    }

    @Override
    public void add(UserName person, KeptWord word) {
        switch (word) {
            case KeptWord.Heard(PeerMessage message) -> insert(person, message, null);
            case KeptWord.Said(PeerMessage message, MessageState state) ->
                    insert(person, message, state.name());
        }
    }

    private void insert(UserName person, PeerMessage message, @Nullable String state) {
        database.update(
                "INSERT INTO kept_word (account, user, id, text, time, state) SELECT account, user,"
                        + " ?, ?, ?, ? FROM kept_chat WHERE account = ? AND user = ?",
                message.id(),
                message.text(),
                message.time().toEpochMilli(),
                state,
                account,
                person.key());
    }

    @Override
    public void moved(UserName person, String id, MessageState state) {
        database.update(
                "UPDATE kept_word SET state = ? WHERE account = ? AND user = ? AND id = ? AND state"
                        + " IS NOT NULL",
                state.name(),
                account,
                person.key(),
                id);
    }

    @Override
    public void discard(UserName person, String id) {
        database.update(
                "DELETE FROM kept_word WHERE account = ? AND user = ? AND id = ? AND state IS NOT"
                        + " NULL",
                account,
                person.key(),
                id);
        database.scrub();
    }

    @Override
    public void delete(UserName person) {
        for (String table : List.of("kept_word", "kept_chat")) {
            database.update(
                    "DELETE FROM " + table + " WHERE account = ? AND user = ?",
                    account,
                    person.key());
        }
        database.scrub();
    }
}
