package parley.server.conversation;

import parley.server.block.Block;

class MemoryConversationsTest extends ConversationStoreContract {
    private final MemoryConversations store = new MemoryConversations(time, () -> online);

    @Override
    protected ConversationStore store() {
        return store;
    }

    /// It lasts as long as the test.
    @Override
    protected void reopen() {}

    @Override
    protected void block(Block block) {
        store.keep(block, () -> {});
    }

    @Override
    protected void unblock(Block block) {
        store.end(block, () -> {});
    }
}
