package parley.server.storage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.server.block.Block;
import parley.server.conversation.ConversationStore;
import parley.server.history.SearchStore;
import parley.server.history.SearchStoreContract;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// The search in the SQLite store.
@Timeout(120)
abstract class SqlSearchContract extends SearchStoreContract {
    @TempDir Path folder;
    private Database database;
    private SqlConversations conversations;
    SqlSearch search;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        conversations = new SqlConversations(database, List::of);
        search = new SqlSearch(database, folder, conversations.log());
        database.afterEachBatch(search::logGrew);
    }

    @AfterEach
    void close() {
        search.close();
        database.close();
    }

    @Override
    protected ConversationStore conversations() {
        return conversations;
    }

    @Override
    protected SearchStore search() {
        return search;
    }

    @Override
    protected void block(Block block) {
        new SqlBlocks(database).keep(block, () -> {});
    }

    @Override
    protected void unblock(Block block) {
        new SqlBlocks(database).end(block, () -> {});
    }

    /// Waits until the index holds the whole log.
    void fillUp() {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Exception trouble = null;
        while (System.nanoTime() < deadline) {
            try (Connection index = new SearchFile(folder.resolve("search.db")).reader()) {
                long last = database.read(SearchBatches::last);
                if (SearchFile.reach(index, conversations.log()).equals(Optional.of(last))) {
                    return;
                }
            } catch (SQLException notYet) {
                trouble = notYet;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("the index does not get there", trouble);
    }
}
