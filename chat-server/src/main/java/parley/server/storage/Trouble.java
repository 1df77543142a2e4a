package parley.server.storage;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a failure of the store means.
enum Trouble {
    /// A full disk, say: a new connection may do better.
    PASSING,

    /// The disk fails, or the file is damaged: after an I/O error SQLite may call a sound file
    /// damaged for as long as the process lives, so that nothing may go on with it.
    LASTING;

    private static final int PRIMARY = 0xff;

    /// Below this the disk is full, whatever the system says, in bytes.
    private static final long FULL = 1 << 20;

    /// @param file the store's; where its disk is full, what looks like an I/O error passes, too
    static Trouble of(Throwable failed, Path file) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof SQLiteException known) {
                return of(known.getResultCode(), file);
            }
        }
        return PASSING;
    }

    private static Trouble of(SQLiteErrorCode code, Path file) {
        int primary = code.code & PRIMARY;
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return isFull(file) ? PASSING : LASTING;
        }
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                        || primary == SQLiteErrorCode.SQLITE_NOTADB.code
                ? LASTING
                : PASSING;
    }

    private static boolean isFull(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < FULL;
        } catch (IOException unknown) {
            return false;
        }
    }
}
