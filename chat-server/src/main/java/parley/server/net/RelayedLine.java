package parley.server.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.Envelope;
import parley.protocol.Reply;
import parley.protocol.UserName;
import parley.server.introduction.Coming;
import parley.server.introduction.RelayEnd;
import parley.server.introduction.RelayHub;
import parley.wire.Connection;
import parley.wire.FrameCodec;
import parley.wire.Outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

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
    private final RateLimits rates;
    private final Runnable end;
    private volatile @Nullable RelayEnd other;

    /// @param tag of the request that is answered when the other is there
    /// @param rates how fast it may go
    /// @param end ends the connection, and does not wait
    RelayedLine(Connection connection, String tag, RateLimits rates, Runnable end) {
        this.connection = connection;
        this.outbox = connection.outbox();
        this.tag = tag;
        this.rates = rates;
        this.end = end;
    }

    @Override
    public void meet(RelayEnd there) {
        other = there;
        outbox.offer(FrameCodec.encodeReply(new Envelope<>(tag, new Reply.Relayed())));
    }

    /// Takes the connection to the relay, where it may come there, and carries over what comes
    /// until one side is over. From then on it speaks no lines any more, and is about to end.
    ///
    /// @return what is answered where it may not, and nothing has happened
    /// @throws IOException where the line breaks
    Optional<Reply.Error> carryBy(RelayHub hub, String ticket, Visit visit)
            throws IOException, InterruptedException {
        return switch (hub.come(ticket, this)) {
            case Coming.Refused(Reply.Error refusal) -> Optional.of(refusal);
            case Coming.Taken(UserName user) -> {
                carryFor(user, hub, visit);
                yield Optional.empty();
            }
        };
    }

    private void carryFor(UserName user, RelayHub hub, Visit visit)
            throws IOException, InterruptedException {
        try {
            visit.mayStay();
            carry(user);
        } finally {
            hub.gone(this);
            end();
        }
    }

    /// What comes before the other is there ends this one: nobody may speak yet. Who says too much
    /// at once is read no further for a while.
    private void carry(UserName user) throws IOException, InterruptedException {
        connection.socket().setSoTimeout((int) QUIET.toMillis());
        byte[] chunk = new byte[CHUNK];
        int got = connection.reader().readRaw(chunk);
        while (got >= 0) {
            RelayEnd to = other;
            if (to == null || !to.pass(Arrays.copyOf(chunk, got))) {
                return;
            }
            rates.awaitRelayed(user, got);
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
