package parley.server.storage;

import java.sql.Connection;
import java.sql.SQLException;

/// The hash of who said something under which id, 64 bits. Its key makes it unpredictable to who
/// chooses ids, and is the same for the store's life.
record IdHash(long key) {
    /// The hash of this store.
    static IdHash of(Connection connection) throws SQLException {
        return Sql.all(
                        connection,
                        "SELECT value FROM store WHERE name = 'seen-key'",
                        row -> new IdHash(Long.parseUnsignedLong(row.getString(1), 16)))
                .getFirst();
    }

    /// Never 0.
    long of(int sender, String id) {
        long hash = mix(key ^ sender);
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
            hash ^= hash >>> 29;
        }
        long mixed = mix(hash);
        return mixed == 0 ? 1 : mixed;
    }

    /// The finalizer of MurmurHash3.
    static long mix(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
