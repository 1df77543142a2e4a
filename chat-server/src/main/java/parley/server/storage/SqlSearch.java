package parley.server.storage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.server.history.SearchStore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/// Search in the SQLite store: what the index has not reached yet is looked through in the log, the
/// rest is asked of the index and seen in the log. Without an index all is looked through in the
/// log: that takes longer and finds the same.
public final class SqlSearch implements SearchStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlSearch.class);

    private final Database database;
    private final SearchFile file;
    private final SearchTerms terms;
    private final SearchFiller filler;
    private final String log;

    /// A search of this store.
    ///
    /// @param folder where the index is kept, in `search.db`
    /// @param log the name of the store
    public SqlSearch(Database database, Path folder, String log) {
        this.database = database;
        this.file = new SearchFile(SearchFile.beside(folder.resolve(StoreFolder.FILE)));
        this.terms = new SearchTerms(database.people());
        this.filler = new SearchFiller(database, file, new SearchBatches(database, terms), log);
        this.log = log;
    }

    /// Begins to bring the index up to the log.
    public void start() {
        filler.start();
    }

    /// The log has grown. Quick; any thread may say so.
    public void logGrew() {
        filler.wake();
    }

    @Override
    public Optional<Found> find(Question question) {
        return database.search(store -> find(store, question));
    }

    private Optional<Found> find(Connection store, Question question) throws SQLException {
        if (question.in().isPresent() && database.heads().find(question.in().get()).isEmpty()) {
            return Optional.of(Found.NOTHING);
        }
        long before = Long.MAX_VALUE;
        if (question.behind().isPresent()) {
            OptionalLong place = position(store, question.behind().get());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            before = place.getAsLong();
        }
        return Optional.of(find(store, question, before));
    }

    private OptionalLong position(Connection store, Place place) throws SQLException {
        Optional<ChatHead> chat = database.heads().find(place.chat());
        if (chat.isEmpty() || place.seq() < 1 || place.seq() > chat.get().durable().seq()) {
            return OptionalLong.empty();
        }
        return database
                .log()
                .reader()
                .between(store, chat.get(), place.seq() - 1, place.seq())
                .stream()
                .mapToLong(Row::pos)
                .findFirst();
    }

    private Found find(Connection store, Question question, long before) throws SQLException {
        try (SearchIndex index = SearchIndex.open(file, log, SearchBatches.last(store))) {
            return find(store, index, question, before);
        } catch (IndexFailed failed) {
            LOG.debug("searched without the index", failed);
            filler.failed(failed.why());
            SearchSieve sieve = sieve(question);
            lookThrough(store, 0, before, sieve);
            return sieve.found();
        }
    }

    private Found find(Connection store, SearchIndex index, Question question, long before)
            throws SQLException, IndexFailed {
        SearchSieve sieve = sieve(question);
        lookThrough(store, index.reach(), before, sieve);
        if (!sieve.isFull()) {
            index.ask(words(question), before);
            while (!sieve.isFull() && index.next()) {
                database.log().reader().at(store, index.pos()).ifPresent(sieve::offer);
            }
        }
        return sieve.found();
    }

    private String words(Question question) {
        return terms.question(
                database.heads().ofAll(),
                database.people().find(question.reader()),
                question.in().flatMap(database.heads()::find),
                question.wanted());
    }

    private SearchSieve sieve(Question question) {
        return new SearchSieve(
                question, database.people().find(question.reader()), database.spans());
    }

    /// Looks through the log between two positions, from behind.
    private void lookThrough(Connection store, long after, long before, SearchSieve sieve)
            throws SQLException {
        try (PreparedStatement select =
                store.prepareStatement(
                        "SELECT pos, chat, text FROM message WHERE pos > ? AND pos < ?"
                                + " ORDER BY pos DESC")) {
            select.setLong(1, after);
            select.setLong(2, before);
            try (ResultSet rows = select.executeQuery()) {
                while (!sieve.isFull() && rows.next()) {
                    ChatHead chat = database.heads().get(rows.getInt(2));
                    if (sieve.isAbout(chat) && sieve.isWanted(rows.getBytes(3))) {
                        database.log().reader().at(store, rows.getLong(1)).ifPresent(sieve::offer);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        filler.close();
    }
}
