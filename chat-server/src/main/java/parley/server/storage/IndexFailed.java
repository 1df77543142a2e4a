package parley.server.storage;

import java.sql.SQLException;

/// The index of words does not answer, though the log may. Never leaves the package.
final class IndexFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final SQLException why;

    IndexFailed(SQLException why) {
        super(why);
        this.why = why;
    }

    SQLException why() {
        return why;
    }
}
