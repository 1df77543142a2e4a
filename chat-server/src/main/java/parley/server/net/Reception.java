package parley.server.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.Envelope;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.wire.Connection;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.LineReader;
import parley.wire.RawFrame;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLSocket;

/// Finds out by its first byte whether a connection speaks TLS or plain, and hands it on or sends
/// it away. Runs on the connection's own thread.
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /// The first byte of a TLS ClientHello; no JSON begins so.
    private static final byte TLS = 0x16;

    /// A reader who never reads makes the kernel swallow megabytes without this bound.
    private static final int SEND_BUFFER = 128 * 1024;

    /// Bytes that may wait for a slow reader: a screenful of history in long lines.
    private static final long OUTBOX = 4L * 1024 * 1024;

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Executor WRITERS = task -> Thread.ofVirtual().name("writer").start(task);

    private final Door door;
    private final Arrivals arrivals;

    Reception(Door door, Arrivals arrivals) {
        this.door = door;
        this.arrivals = arrivals;
    }

    /// Serves a guest to the end.
    void receive(Guest guest) {
        try (guest) {
            Socket raw = guest.socket();
            raw.setTcpNoDelay(true);
            raw.setKeepAlive(true);
            raw.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            int first = raw.getInputStream().read();
            if (first == TLS) {
                arrivals.serve(secure(raw), guest);
            } else if (first >= 0) {
                plain(guest, plain(raw, first));
            }
        } catch (IOException gone) {
            LOG.debug("a guest went before saying anything from={}", guest.from(), gone);
        }
    }

    private Connection secure(Socket raw) throws IOException {
        SSLSocket talk = door.tls().acceptAfter(raw, TLS);
        talk.startHandshake();
        return new Connection(raw, talk, OUTBOX, WRITERS);
    }

    private static Connection plain(Socket raw, int first) throws IOException {
        // Not a sequence of two streams: that would close the socket at the end of what is read.
        PushbackInputStream in = new PushbackInputStream(raw.getInputStream(), 1);
        in.unread(first);
        return new Connection(raw, raw, in, OUTBOX, WRITERS);
    }

    private void plain(Guest guest, Connection connection) throws IOException {
        if (door.plain().allows(guest.from())) {
            arrivals.serve(connection, guest);
        } else {
            sendAway(connection);
        }
    }

    private static void sendAway(Connection connection) throws IOException {
        String tag = tagOfFirstLine(connection);
        Reply refusal =
                new Reply.Error(Refusal.TLS_REQUIRED, "This server speaks with you over TLS only.");
        connection.outbox().offer(FrameCodec.encodeReply(new Envelope<>(tag, refusal)));
        try {
            connection.closeGently(LAST_WORDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /// The id of the line that was refused, where the line comes soon and has one.
    private static String tagOfFirstLine(Connection connection) throws IOException {
        connection.socket().setSoTimeout((int) LAST_WORDS.toMillis());
        try {
            LineReader reader = connection.reader();
            if (reader.next() != LineReader.Outcome.LINE) {
                return "";
            }
            return switch (FrameCodec.parse(reader.buffer(), reader.from(), reader.length())) {
                case Decoded.Frame<RawFrame>(RawFrame frame) -> frame.tag();
                case Decoded.Broken<RawFrame>(var code, var message, var tag, var severity) -> tag;
            };
        } catch (SocketTimeoutException late) {
            return "";
        }
    }
}
