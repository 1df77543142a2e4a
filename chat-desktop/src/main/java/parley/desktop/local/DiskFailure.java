package parley.desktop.local;

import java.sql.SQLException;

/// This desktop's own disk failed: it is full, broken or not writable any more. Met in one place
/// only, where the turn that it spoiled is undone.
public final class DiskFailure extends RuntimeException {
    DiskFailure(SQLException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
