package parley.desktop.peer;

import java.time.Duration;

/// Every bound and wait of private chats, each with its reason; those of the protocol's steps 5 and
/// 6 are fixed there.
final class PeerLimits {
    /// Connections from outside that have not shown yet whom they want.
    static final int STRANGERS = 8;

    /// What a stranger has to finish the handshake and say `open`, and what an `open` waits for the
    /// server's word about its session.
    static final Duration STRANGER_TIME = Duration.ofSeconds(5);

    /// Pause between the starts of two dialled addresses (RFC 8305, *Connection Attempt Delay*).
    static final Duration STAGGER = Duration.ofMillis(250);

    /// How long the `listen` side leaves dialling to the other.
    static final Duration LISTENER_DIALS_AFTER = Duration.ofSeconds(3);

    /// What an address has to accept the TCP connection, and then for the handshake.
    static final Duration CONNECT_TIME = Duration.ofSeconds(6);

    static final Duration HANDSHAKE_TIME = Duration.ofSeconds(5);

    /// Pause before the first repetition of all addresses; doubles up to the longest.
    static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    /// Sessions that have ended here and may still be looked for: all that one person can end in
    /// the minute that a search lasts.
    static final int FAREWELLS = 64;

    /// How long a connection may owe its `opened`.
    static final Duration OPENED_WITHIN = Duration.ofSeconds(5);

    /// How long one that was dialled may owe the other side's `open`: longer than a stranger has
    /// there, so that its word comes first.
    static final Duration OPEN_WITHIN = Duration.ofSeconds(8);

    /// From `private-ready` to `opened`.
    static final Duration NO_WAY_AFTER = Duration.ofSeconds(20);

    /// How long both dial again after the line broke.
    static final Duration RECONNECT_FOR = Duration.ofSeconds(60);

    /// What the other side has to come to the relay: as long as the server lets one wait there.
    static final Duration RELAY_WAIT = Duration.ofSeconds(60);

    static final Duration PING_AFTER = Duration.ofSeconds(10);

    static final Duration DEAD_AFTER = Duration.ofSeconds(20);

    /// What a line has to answer when its other end dials anew, as if it had lost it.
    static final Duration PROBE = Duration.ofSeconds(3);

    /// What a good-bye has to get out.
    static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /// Bytes that may wait to be written to a peer: the messages under way at their longest, and
    /// room for answers.
    static final long OUTBOX_BYTES = 6L * 1024 * 1024;

    /// Messages sent and not confirmed yet; later ones wait.
    static final int UNDER_WAY = 64;

    /// Messages that may wait for the line, and the characters in them: more than anybody writes in
    /// the minute that a broken line has.
    static final int WAITING = 2_000;

    static final int WAITING_CHARACTERS = 4 * 1024 * 1024;

    /// Ids kept to tell repeats: more than can be under way.
    static final int IDS = 4 * UNDER_WAY;

    /// Ids kept of what arrived and has not been looked at, to place receipts.
    static final int UNREAD = 4_096;

    /// Frames of one line that may wait to be dealt with before no more is read from it.
    static final int FRAMES_AHEAD = 64;

    /// What a peer may say: so many frames and bytes at once, and so many more each second. A full
    /// queue of a broken line fits in at once, with its receipts.
    static final int BURST_FRAMES = 10_000;

    static final int FRAMES_A_SECOND = 500;

    static final int BURST_BYTES = 16 * 1024 * 1024;

    static final int BYTES_A_SECOND = 512 * 1024;

    /// Between two notices that the owner is writing.
    static final Duration TYPING_EVERY = Duration.ofSeconds(3);

    /// Characters of an offered file's name: what file systems have, in bytes.
    static final int FILE_NAME_CHARACTERS = 255;

    /// Bytes of a file in one frame: what a text may have to wait for.
    static final int FILE_CHUNK = 65_536;

    /// A piece shorter than this counts among the frames that a peer may say, else a file in single
    /// bytes would be a flood.
    static final int FILE_SHORT = 16_384;

    /// Bytes of a file that may be under way without an acknowledgement: a second of 32 Mbit/s over
    /// any distance, and what a receiver with a slow disk has to hold for each file.
    static final long FILE_WINDOW = 4L * 1024 * 1024;

    /// Bytes after which an acknowledgement is due; one for less counts among the frames.
    static final long FILE_ACK = 256 * 1024;

    /// The same where the last one was only just said.
    static final long FILE_QUICK_ACK = 1024 * 1024;

    /// What is written of a file before it is brought down to the disk, beside what goes on coming.
    static final long FILE_FLUSH = 32L * 1024 * 1024;

    /// Loads in the outbox: one is being written, and one waits, so that the line does not.
    static final int FILE_LOADS_IN_LINE = 2;

    /// Pieces that are handed to the line in one go, and how long it may take for as many, with
    /// what is in front of them: a slower line gets fewer, the slowest one.
    static final int FILE_PIECES_A_LOAD = 8;

    static final Duration FILE_LOAD_TIME = Duration.ofMillis(20);

    /// Pieces of a file that have been read ahead, and how many are read in one go.
    static final int FILE_PIECES_AHEAD = 16;

    static final int FILE_PIECES_AT_ONCE = 8;

    /// Room in front of a piece for its line; a longer one costs a copy.
    static final int FILE_LINE_ROOM = 256;

    /// Arrays remembered for pieces that will come: a window of them, and those just read.
    static final int FILE_SPARE = 96;

    /// Files of a chat that move at once, each way; others that have been agreed to wait.
    static final int FILES_AT_ONCE = 4;

    /// Files of a chat that are not over yet, each way; a peer that offers more breaks the rules.
    static final int FILES = 64;

    /// Files of a chat that are over and are remembered, each way, so that a word about them that
    /// was lost with its line can be said again.
    static final int FILES_OVER = 256;

    /// Between two words to the owner about a file that moves.
    static final Duration FILE_TOLD_EVERY = Duration.ofMillis(250);

    /// The time over which a file's speed is taken.
    static final Duration FILE_SPEED_OVER = Duration.ofSeconds(3);

    /// Threads that read and write files, of all chats together.
    static final int DISK_THREADS = 4;

    private PeerLimits() {}
}
