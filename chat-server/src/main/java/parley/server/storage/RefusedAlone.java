package parley.server.storage;

import java.sql.SQLException;

/// One work failed by itself; the transaction around it goes on as if it had not been there.
final class RefusedAlone extends Exception {
    RefusedAlone(SQLException cause) {
        super(cause);
    }
}
