package parley.protocol;

import java.time.Duration;

/// Every bound that both sides of the wire hold to, each with its reason.
public final class Limits {
    /// The version of the protocol that is spoken here.
    public static final int PROTOCOL = 1;

    /// Bytes of a line with its LF, in both directions: what a careless reader's buffer must hold.
    public static final int LINE_BYTES = 65_536;

    /// Bytes of UTF-8 in a message's text: some four pages, and four fit into a line.
    public static final int TEXT_BYTES = 16_384;

    /// Bytes that a message's own line may have: what is left of a line for `history` around it.
    public static final int MESSAGE_LINE_BYTES = 64_512;

    /// Characters of a user name: what fits into a row of the sidebar.
    public static final int NAME_CHARACTERS = 32;

    /// Characters of a request's id: a UUID with room to spare.
    public static final int ID_CHARACTERS = 64;

    /// How deep a frame may nest, itself the first level: no sentence needs more than four.
    public static final int NESTING = 16;

    /// The largest whole number, either way: what JavaScript holds exactly.
    public static final long INTEGER = (1L << 53) - 1;

    /// Frames in a row that break the protocol, after which the connection ends.
    public static final int BROKEN_IN_A_ROW = 20;

    /// Messages in a page of history, where none are asked for, and at most.
    public static final int HISTORY_PAGE = 50;

    public static final int HISTORY_PAGE_MOST = 200;

    /// Messages in a page of a search, where none are asked for, and at most.
    public static final int SEARCH_PAGE = 20;

    public static final int SEARCH_PAGE_MOST = 200;

    /// Addresses that a desktop may offer for a private chat: every interface of a well-connected
    /// machine.
    public static final int ADDRESSES = 16;

    /// The lowest port that a desktop may offer: nobody is made to dial others' system services.
    public static final int LOWEST_PEER_PORT = 1024;

    /// Silence after which the server asks a client that acknowledges whether it is there.
    public static final Duration SERVER_PINGS_AFTER = Duration.ofSeconds(20);

    /// Silence after which the server takes such a client for gone.
    public static final Duration SERVER_DROPS_AFTER = Duration.ofSeconds(45);

    private Limits() {}
}
