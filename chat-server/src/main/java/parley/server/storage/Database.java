package parley.server.storage;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The SQLite store in a folder, and the few platform threads that use it: one writes, a few read.
/// A native call would hold a virtual thread's carrier, so no SQL runs elsewhere.
///
/// Any thread may use it.
public final class Database implements AutoCloseable {
    private Database() {}

    /// Opens the store in this folder, and makes or migrates it first where need be.
    ///
    /// @throws StoreUnavailable where it cannot be used
    public static Database open(Path folder) {
        throw new StoreUnavailable("not built yet: " + folder);
    }

    /// Does this on the one writer inside the next commit, and returns once that is durable.
    ///
    /// @throws StoreUnavailable where it failed: it may or may not have been kept
    public <T extends @Nullable Object> T write(SqlWork<T> work) {
        throw new StoreUnavailable("not built yet: " + work);
    }

    /// Does this with the next commit, at most a second from now, and does not wait for it. Where
    /// that commit fails it is done again with a later one.
    public void writeLazily(SqlWork<?> work) {
        throw new StoreUnavailable("not built yet: " + work);
    }

    /// Does this on a thread that reads, and waits for what it gives.
    ///
    /// @throws StoreUnavailable where it failed
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        throw new StoreUnavailable("not built yet: " + work);
    }

    /// Writes what still waits, and closes the store.
    @Override
    public void close() {}
}
