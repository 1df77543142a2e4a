package parley.server.conversation;

/// How far a member of a chat has got, and what they know of the other's getting on. All four only
/// grow.
///
/// @param delivered the `seq` up to which they have everything
/// @param read the `seq` up to which they have read it; never past `delivered`
/// @param toldDelivered what they were last told of the other's `delivered`
/// @param toldRead what they were last told of the other's `read`
public record Cursor(long delivered, long read, long toldDelivered, long toldRead) {
    public static final Cursor START = new Cursor(0, 0, 0, 0);

    /// The cursor after everything up to here was got.
    Cursor withDelivered(long seq) {
        return seq <= delivered ? this : new Cursor(seq, read, toldDelivered, toldRead);
    }

    /// The cursor after everything up to here was read.
    Cursor withRead(long seq) {
        return seq <= read
                ? this
                : new Cursor(Math.max(delivered, seq), seq, toldDelivered, toldRead);
    }

    /// The cursor once its owner was told how far the other has got.
    Cursor told(Cursor other) {
        return knows(other) ? this : new Cursor(delivered, read, other.delivered, other.read);
    }

    /// Whether its owner was told how far the other has got.
    boolean knows(Cursor other) {
        return toldDelivered == other.delivered && toldRead == other.read;
    }
}
