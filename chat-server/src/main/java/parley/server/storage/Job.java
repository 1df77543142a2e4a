package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;

/// Something that goes through the one writer. Exactly one of [#settled] and [#failed] is called,
/// in the order of the jobs, on the thread that tells.
interface Job {
    /// Writes it inside the transaction that is open; on the writer.
    void write(Connection connection) throws SQLException;

    /// It is durable, and so is all that came before it.
    void settled();

    /// The store has failed: it may or may not be kept.
    void failed(StoreUnavailable why);
}
