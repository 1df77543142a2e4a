package parley.desktop.local;

import parley.desktop.local.Entry.Failure;
import parley.desktop.local.Entry.State;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.UserName;
import parley.words.Wanted;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything said in one account's chats, and what waits to be said. Serves the thread that
/// thinks.
public final class Entries {
    private static final int SAID = 0;
    private static final int WAITING = 1;
    private static final int FAILED = 2;

    /// Entries that a search looks through, and that it finds, at most: a fraction of a second.
    private static final int SEARCHED = 20_000;

    private static final int FOUND = 200;
    private static final String SELECT =
            "SELECT e.key, e.chat, c.name, s.ordinal, e.seq, e.era, e.sender, e.text, e.time, e.id,"
                + " e.state, e.failure FROM entry e JOIN chat c ON c.account = e.account AND c.chat"
                + " = e.chat LEFT JOIN store s ON s.id = e.store ";

    private final Database database;
    private final long account;
    private final UserName me;
    private final Eras eras;

    public Entries(Database database, Accounts.Account account) {
        this.database = database;
        this.account = account.id();
        this.me = account.me();
        this.eras = new Eras(database, account);
    }

    /// Keeps what was said; nothing where it is here already.
    ///
    /// @return the new entry, or the one of one's own that waited and is said now, or the one that
    ///   an older store had and that the present one has too
    public Optional<Entry> keep(Store store, ChatMessage said) {
        boolean mine = said.from().equals(me);
        Optional<Entry> waited = mine ? unsaid(said.id()) : Optional.empty();
        if (waited.isPresent() && waited.get().chat().equals(said.chat())) {
            return Optional.of(arrived(waited.get(), store, said.seq(), said.time()));
        }
        Optional<Long> known = eras.takeOver(store, said);
        long key = known.isPresent() ? known.get() : insert(store, said, mine);
        return key == 0 ? Optional.empty() : Optional.of(byKey(key));
    }

    private long insert(Store store, ChatMessage said, boolean mine) {
        return database.insert(
                "INSERT OR IGNORE INTO entry (account, chat, store, seq, era, mine, sender,"
                        + " text, time, id, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                account,
                said.chat().key(),
                store.id(),
                said.seq(),
                eras.of(store, said.chat(), said.seq()),
                mine ? 1 : 0,
                said.from().toString(),
                said.text(),
                said.time().toEpochMilli(),
                said.id(),
                SAID);
    }

    /// Keeps what shall be said.
    public Entry waits(String id, Chat chat, String text, Instant time) {
        return byKey(
                database.insert(
                        "INSERT INTO entry (account, chat, mine, sender, text, time, id, state)"
                                + " VALUES (?, ?, 1, ?, ?, ?, ?, ?)",
                        account,
                        chat.key(),
                        me.toString(),
                        text,
                        time.toEpochMilli(),
                        id,
                        WAITING));
    }

    /// The entry is said. Where history has brought it already, under the same number, that one
    /// goes.
    public Entry arrived(Entry entry, Store store, long seq, Instant time) {
        database.update(
                "DELETE FROM entry WHERE store = ? AND chat = ? AND seq = ? AND key <> ?",
                store.id(),
                entry.chat().key(),
                seq,
                entry.key());
        database.update(
                "UPDATE entry SET store = ?, seq = ?, era = ?, time = ?, state = ?, failure = NULL"
                        + " WHERE key = ?",
                store.id(),
                seq,
                eras.of(store, entry.chat(), seq),
                time.toEpochMilli(),
                SAID,
                entry.key());
        return byKey(entry.key());
    }

    /// The entry was refused.
    public Entry failed(Entry entry, Failure why) {
        database.update(
                "UPDATE entry SET state = ?, failure = ? WHERE key = ?",
                FAILED,
                why.name(),
                entry.key());
        return byKey(entry.key());
    }

    /// The entry waits again, as if it had been written now.
    public Entry waitsAgain(Entry entry, Instant time) {
        database.update(
                "UPDATE entry SET state = ?, failure = NULL, time = ? WHERE key = ?",
                WAITING,
                time.toEpochMilli(),
                entry.key());
        return byKey(entry.key());
    }

    public void discard(Entry entry) {
        database.update("DELETE FROM entry WHERE key = ? AND state <> ?", entry.key(), SAID);
    }

    /// What waits or was refused, in the order in which it was written.
    public List<Entry> unsaid() {
        return database.query(
                SELECT + "WHERE e.account = ? AND e.state <> 0 ORDER BY e.key",
                Entries::read,
                account);
    }

    /// What waits or was refused in one chat.
    public List<Entry> unsaid(Chat chat) {
        return database.query(
                SELECT + "WHERE e.account = ? AND e.chat = ? AND e.state <> 0 ORDER BY e.key",
                Entries::read,
                account,
                chat.key());
    }

    /// What waits or was refused under this id.
    public Optional<Entry> unsaid(String id) {
        return id.isEmpty()
                ? Optional.empty()
                : database.queryOne(
                        SELECT + "WHERE e.account = ? AND e.id = ? AND e.state <> 0",
                        Entries::read,
                        account,
                        id);
    }

    /// The newest of an era before a number but not before another; ascending.
    public List<Entry> page(int era, Chat chat, long from, long before, int most) {
        return database.query(
                        SELECT
                                + "WHERE e.account = ? AND e.chat = ? AND e.state = 0 AND e.era = ?"
                                + " AND e.seq >= ? AND e.seq < ? ORDER BY e.seq DESC LIMIT ?",
                        Entries::read,
                        account,
                        chat.key(),
                        era,
                        from,
                        before,
                        most)
                .reversed();
    }

    /// How many were said in this store between two numbers, both included.
    public long count(Store store, Chat chat, long from, long to) {
        return database.queryNumber(
                "SELECT count(*) FROM entry WHERE store = ? AND chat = ? AND seq BETWEEN ? AND ?",
                store.id(),
                chat.key(),
                from,
                to);
    }

    /// How many of others' stand behind this number.
    public int unread(Store store, Chat chat, long read) {
        return (int)
                database.queryNumber(
                        "SELECT count(*) FROM entry WHERE store = ? AND chat = ? AND seq > ? AND"
                                + " mine = 0",
                        store.id(),
                        chat.key(),
                        read);
    }

    /// The lowest number of this store among what stands from a place on, given by its era and its
    /// number there; 0 where there is none.
    public long lowest(Store store, Chat chat, int era, long seq) {
        return database.queryNumber(
                "SELECT min(seq) FROM entry WHERE store = ? AND chat = ? AND (era > ? OR (era = ?"
                        + " AND seq >= ?))",
                store.id(),
                chat.key(),
                era,
                era,
                seq);
    }

    /// Whether anything from this number of this store on stands before an era.
    public boolean reachesBefore(int era, Store store, Chat chat, long from) {
        return database.queryNumber(
                        "SELECT EXISTS (SELECT 1 FROM entry WHERE store = ? AND chat = ? AND seq >="
                                + " ? AND era < ?)",
                        store.id(),
                        chat.key(),
                        from,
                        era)
                == 1;
    }

    /// Those of the newest that were said and hold these words, the newest first.
    public List<Entry> search(Wanted wanted) {
        return database
                .query(
                        SELECT
                                + "WHERE e.account = ? AND e.state = 0"
                                + " ORDER BY e.time DESC, e.key DESC LIMIT ?",
                        row -> readIfWanted(row, wanted),
                        account,
                        SEARCHED)
                .stream()
                .flatMap(Optional::stream)
                .limit(FOUND)
                .toList();
    }

    private static Optional<Entry> readIfWanted(ResultSet row, Wanted wanted) throws SQLException {
        return wanted.isIn(row.getString("text")) ? Optional.of(read(row)) : Optional.empty();
    }

    private Entry byKey(long key) {
        return database.queryOne(SELECT + "WHERE e.key = ?", Entries::read, key).orElseThrow();
    }

    private static Entry read(ResultSet row) throws SQLException {
        Chat chat =
                row.getString("chat").equals(Chat.EVERYONE.key())
                        ? Chat.EVERYONE
                        : Chat.with(UserName.of(row.getString("name")));
        return new Entry(
                row.getLong("key"),
                chat,
                UserName.of(row.getString("sender")),
                row.getString("text"),
                Instant.ofEpochMilli(row.getLong("time")),
                row.getString("id"),
                state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getInt("state")) {
            case SAID ->
                    new State.Said(row.getInt("ordinal"), row.getLong("seq"), row.getInt("era"));
            case WAITING -> new State.Waiting();
            default -> new State.Failed(Failure.valueOf(row.getString("failure")));
        };
    }
}
