package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;

/// What the writer remembers of the store, kept in step with its transactions. On the writer alone.
interface Participant {
    /// A new connection is open, the first or one after a failure: reads what it must know, from
    /// where it knows already.
    void opened(Connection connection) throws SQLException;

    /// Writes what the jobs of this transaction have gathered; then comes the commit.
    void flush() throws SQLException;

    /// The transaction is durable.
    void committed();

    /// The transaction has failed: forgets what its jobs have gathered, and the connection.
    void lost();
}
