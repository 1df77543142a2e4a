package parley.server.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.Envelope;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.server.introduction.RelayEnd;
import parley.server.introduction.RelayHub;
import parley.wire.Connection;
import parley.wire.FrameCodec;
import parley.wire.Outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/// A connection at the relay. Its reader's thread carries over what comes; a reader who is slow
/// slows down the other end, and nobody else.
final class RelayedLine implements RelayEnd {
    private static final int CHUNK = 16 * 1024;

    /// So much may wait for this end before the other end waits.
    private static final long ROOM = 256 * 1024;

    /// Two desktops say something every ten seconds: a relay without a word for so long is dead.
    private static final Duration QUIET = Duration.ofMinutes(10);

    private final Connection connection;
    private final Outbox outbox;
    private final String tag;
    private final Runnable end;
    private volatile @Nullable RelayEnd other;

    /// @param tag of the request that is answered when the other is there
    /// @param end ends the connection, and does not wait
    RelayedLine(Connection connection, String tag, Runnable end) {
        this.connection = connection;
        this.outbox = connection.outbox();
        this.tag = tag;
        this.end = end;
    }

    @Override
    public void meet(RelayEnd there) {
        other = there;
        outbox.offer(FrameCodec.encodeReply(new Envelope<>(tag, new Reply.Relayed())));
    }

    /// Takes the connection to the relay, where the ticket is good, and carries over what comes
    /// until one side is over. From then on it speaks no lines any more, and is about to end.
    ///
    /// @return false where the ticket is not good, and nothing has happened
    /// @throws IOException where the line breaks
    boolean carryBy(RelayHub hub, String ticket, Visit visit)
            throws IOException, InterruptedException {
        if (!hub.come(ticket, this)) {
            return false;
        }
        try {
            visit.mayStay();
            carry();
            return true;
        } finally {
            hub.gone(this);
            end();
        }
    }

    static Reply.Error badTicket() {
        return new Reply.Error(Refusal.BAD_TICKET, "No relay is open to this ticket.");
    }

    /// What comes before the other is there ends this one: nobody may speak yet.
    private void carry() throws IOException, InterruptedException {
        connection.socket().setSoTimeout((int) QUIET.toMillis());
        byte[] chunk = new byte[CHUNK];
        int got = connection.reader().readRaw(chunk);
        while (got >= 0) {
            RelayEnd to = other;
            if (to == null || !to.pass(Arrays.copyOf(chunk, got))) {
                return;
            }
            got = connection.reader().readRaw(chunk);
        }
    }

    @Override
    public boolean pass(byte[] bytes) throws InterruptedException {
        return outbox.awaitAtMost(ROOM, QUIET) && outbox.offer(bytes);
    }

    @Override
    public void end() {
        end.run();
    }
}
