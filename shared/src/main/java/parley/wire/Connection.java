package parley.wire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;

/// A socket that speaks lines, plain or inside TLS: one thread reads, an [Outbox] writes.
///
/// It is closed at the raw socket, because `SSLSocket.close()` waits behind a writer that is stuck
/// on a reader who never reads.
public final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Socket raw;
    private final Socket talk;
    private final LineReader reader;
    private final Outbox outbox;

    /// A connection over this socket.
    ///
    /// @param raw the TCP socket
    /// @param talk the same where it is plain, else the TLS socket layered over it
    /// @param capacity bytes that may wait in the outbox
    /// @param writers gives the thread that writes
    /// @throws IOException where the socket is closed already
    public Connection(Socket raw, Socket talk, long capacity, Executor writers) throws IOException {
        this(raw, talk, talk.getInputStream(), capacity, writers);
    }

    /// A connection of which some bytes have been read already, and stand in front of this stream.
    public Connection(Socket raw, Socket talk, InputStream in, long capacity, Executor writers)
            throws IOException {
        this(raw, talk, in, talk.getOutputStream(), capacity, writers);
    }

    /// A connection that is read and written through these streams.
    public Connection(
            Socket raw,
            Socket talk,
            InputStream in,
            OutputStream out,
            long capacity,
            Executor writers) {
        this.raw = raw;
        this.talk = talk;
        this.reader = new LineReader(in, Limits.LINE_BYTES);
        this.outbox = new Outbox(out, capacity, writers);
    }

    /// What is read; for the one thread that reads.
    public LineReader reader() {
        return reader;
    }

    /// What waits to be written.
    public Outbox outbox() {
        return outbox;
    }

    /// The raw socket, for its addresses.
    public Socket socket() {
        return raw;
    }

    /// Lets the last words be read: writes what waits, shuts the sending side, reads on until the
    /// other side closes or the time has passed, and closes. For the thread that reads.
    public void closeGently(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        outbox.finish();
        try {
            if (outbox.awaitDrained(patience)) {
                talk.shutdownOutput();
                readOn(deadline);
            }
        } catch (IOException gone) {
            LOG.debug("the other side was gone before the last words", gone);
        } finally {
            close();
        }
    }

    /// Shuts the sending side, so that the other side sees the end of the stream behind what was
    /// written; what it still says can be read.
    public void shutOutput() throws IOException {
        talk.shutdownOutput();
    }

    private void readOn(long deadline) throws IOException {
        InputStream in = talk.getInputStream();
        byte[] dropped = new byte[8192];
        long left = (deadline - System.nanoTime()) / 1_000_000;
        while (left > 0) {
            raw.setSoTimeout((int) left);
            try {
                if (in.read(dropped) < 0) {
                    return;
                }
            } catch (SocketTimeoutException over) {
                return;
            }
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
    }

    /// Closes at once. Any thread may do so, more than once.
    @Override
    public void close() {
        outbox.finish();
        try {
            raw.close();
        } catch (IOException failed) {
            LOG.debug("socket did not close cleanly", failed);
        }
    }
}
