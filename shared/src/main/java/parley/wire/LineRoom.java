package parley.wire;

import parley.protocol.Limits;

/// How much of a list still fits into one line. Serves one thread.
public final class LineRoom {
    /// Bytes for all around the list: its type, an id of 64 characters at its longest, and the name
    /// behind which the list goes on.
    private static final int FRAME = 1024;

    private int left = Limits.LINE_BYTES - FRAME;

    /// Takes room for an item of so many bytes; false, and nothing taken, where there is not
    /// enough.
    public boolean take(int bytes) {
        if (bytes > left) {
            return false;
        }
        left -= bytes;
        return true;
    }

    /// Bytes that a text takes as a JSON string, its quotes included.
    public static int of(String text) {
        int bytes = 2;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20) {
                bytes += 6;
            } else if (c < 0x80) {
                bytes += c == '"' || c == '\\' ? 2 : 1;
            } else {
                bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return bytes;
    }
}
