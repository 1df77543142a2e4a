package parley.server.storage;

import parley.server.block.Block;
import parley.server.block.BlockStore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Blocks in the SQLite store: they go through the writer of the log, and hold from a position on.
public final class SqlBlocks implements BlockStore {
    private final Database database;

    public SqlBlocks(Database database) {
        this.database = database;
    }

    @Override
    public List<Block> inForce() {
        return database.read(connection ->
                Sql.all(
                        connection,
                        "SELECT a, b, since FROM block WHERE to_pos IS NULL",
                        row ->
                                new Block(
                                        database.people().get(row.getInt(1)).name(),
                                        database.people().get(row.getInt(2)).name(),
                                        Instant.ofEpochMilli(row.getLong(3)))));
    }

    @Override
    public void keep(Block block, Runnable effect) {
        new Change(block, effect) {
            @Override
            void write(Connection connection, Person blocker, Person blocked) throws SQLException {
                if (!database.spans().inForce(blocker, blocked)) {
                    insert(connection, blocker, blocked, block);
                }
            }
        }.await();
    }

    @Override
    public void end(Block block, Runnable effect) {
        new Change(block, effect) {
            @Override
            void write(Connection connection, Person blocker, Person blocked) throws SQLException {
                if (database.spans().inForce(blocker, blocked)) {
                    close(connection, blocker, blocked);
                }
            }
        }.await();
    }

    private void insert(Connection connection, Person blocker, Person blocked, Block block)
            throws SQLException {
        long pos = database.log().nextPos();
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO block (a, b, from_pos, to_pos, since)"
                        + " VALUES (?, ?, ?, NULL, ?)",
                blocker.id(),
                blocked.id(),
                pos,
                block.since().toEpochMilli());
        database.spans().open(blocker, blocked, pos);
    }

    private void close(Connection connection, Person blocker, Person blocked) throws SQLException {
        long pos = database.log().nextPos();
        Sql.update(
                connection,
                "UPDATE block SET to_pos = ? WHERE a = ? AND b = ? AND to_pos IS NULL",
                pos,
                blocker.id(),
                blocked.id());
        database.spans().end(blocker, blocked, pos);
    }

    /// A block or its end on its way through the writer, and somebody who waits for it.
    private abstract class Change implements Job {
        private final Block block;
        private final Runnable effect;
        private final CompletableFuture<Boolean> settled = new CompletableFuture<>();

        private Change(Block block, Runnable effect) {
            this.block = block;
            this.effect = effect;
        }

        abstract void write(Connection connection, Person blocker, Person blocked)
                throws SQLException;

        @Override
        public final void write(Connection connection) throws SQLException {
            write(
                    connection,
                    database.people().obtain(connection, block.blocker()),
                    database.people().obtain(connection, block.blocked()));
        }

        @Override
        public final void settled() {
            try {
                effect.run();
            } finally {
                settled.complete(true);
            }
        }

        @Override
        public final void failed(StoreUnavailable why) {
            settled.completeExceptionally(why);
        }

        final void await() {
            database.submit(this);
            try {
                settled.join();
            } catch (CompletionException failed) {
                throw new StoreUnavailable("the block could not be written", failed);
            }
        }
    }
}
