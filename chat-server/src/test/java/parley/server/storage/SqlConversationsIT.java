package parley.server.storage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import parley.server.block.Block;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.ConversationStoreContract;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

class SqlConversationsIT extends ConversationStoreContract {
    @TempDir private Path folder;
    private Database database;
    private SqlConversations store;

    @BeforeEach
    void open() {
        database = Database.open(folder, time.clock(), time.clock(), UnaryOperator.identity());
        store = new SqlConversations(database, () -> online);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected ConversationStore store() {
        return store;
    }

    @Override
    protected void reopen() {
        close();
        open();
    }

    @Override
    protected void block(Block block) {
        new SqlBlocks(database).keep(block, () -> {});
    }

    @Override
    protected void unblock(Block block) {
        new SqlBlocks(database).end(block, () -> {});
    }
}
