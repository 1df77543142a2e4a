package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.identity.TlsContexts;
import parley.protocol.PeerAddress;
import parley.protocol.Role;
import parley.wire.Connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/// Makes lines of TCP connections by a TLS handshake, and knows all that are open. Whoever calls
/// waits for the handshake, on a thread of their own; a deadline closes the socket under it.
final class Lines {
    private static final int SEND_BUFFER = 128 * 1024;
    private static final int WIDE_SEND_BUFFER = 512 * 1024;
    private static final int RECEIVE_BUFFER = 512 * 1024;

    private final TlsContexts tls;
    private final Strand strand;
    private final Set<TlsLine> open = ConcurrentHashMap.newKeySet();
    private final Executor writers = PlatformThreads.named("private-writer");
    private volatile boolean closed;

    Lines(TlsContexts tls, Strand strand) {
        this.tls = tls;
        this.strand = strand;
    }

    /// What lays TLS over a socket.
    private interface Layer {
        SSLSocket over(Socket socket) throws IOException;
    }

    /// A line over a connection that was dialled to this address.
    ///
    /// @throws IOException where the other side is no Parley or was too slow
    TlsLine dialled(Socket raw, PeerAddress address) throws IOException {
        return shake(raw, raw, tls::callPeer, Optional.of(address), Way.DIRECT);
    }

    /// A line over a connection that came from outside.
    ///
    /// @throws IOException where the other side is no Parley or was too slow
    TlsLine accepted(Socket raw) throws IOException {
        return shake(raw, raw, tls::acceptPeer, Optional.empty(), Way.DIRECT);
    }

    /// A line inside a connection to the server, which passes on what is said there.
    ///
    /// @param raw the TCP socket, closed where this fails
    /// @param talk the same, or the TLS towards the server over it
    /// @throws IOException where the other side is no Parley or was too slow
    TlsLine relayed(Socket raw, Socket talk, Role role) throws IOException {
        Layer layer = role == Role.DIAL ? tls::callPeer : tls::acceptPeer;
        return shake(raw, talk, layer, Optional.empty(), Way.RELAY);
    }

    private TlsLine shake(
            Socket raw, Socket under, Layer layer, Optional<PeerAddress> address, Way way)
            throws IOException {
        var deadline =
                CompletableFuture.runAsync(
                        () -> closeQuietly(raw),
                        CompletableFuture.delayedExecutor(
                                PeerLimits.HANDSHAKE_TIME.toMillis(), TimeUnit.MILLISECONDS));
        try {
            WideSocket wide = new WideSocket(under);
            SSLSocket talk = layer.over(wide);
            talk.startHandshake();
            Fingerprint key = keyOf(talk);
            if (!deadline.cancel(false)) {
                throw new IOException("the handshake took too long");
            }
            Connection connection =
                    new Connection(
                            raw,
                            talk,
                            talk.getInputStream(),
                            wide.gathering(talk.getOutputStream()),
                            PeerLimits.OUTBOX_BYTES,
                            writers);
            Optional<InetAddress> from = from(raw, address, way);
            return kept(new TlsLine(connection, wide, key, address, from, way, strand));
        } finally {
            deadline.cancel(false);
        }
    }

    private static Optional<InetAddress> from(Socket raw, Optional<PeerAddress> dialled, Way way) {
        return way == Way.DIRECT && dialled.isEmpty()
                ? Optional.ofNullable(raw.getInetAddress())
                : Optional.empty();
    }

    /// Read from the socket itself, whatever TLS has made of certificates and tickets.
    private static Fingerprint keyOf(SSLSocket shaken) throws IOException {
        if (!TlsContexts.PEER_PROTOCOL.equals(shaken.getApplicationProtocol())) {
            throw new IOException("whoever is there does not speak " + TlsContexts.PEER_PROTOCOL);
        }
        return Fingerprint.ofPeer(shaken.getSession())
                .orElseThrow(() -> new IOException("whoever is there has shown no key"));
    }

    private TlsLine kept(TlsLine line) {
        open.add(line);
        var _ = line.ended().thenRun(() -> open.remove(line));
        if (closed) {
            line.cut();
        }
        return line;
    }

    /// What is set on every socket before all else: left to itself, the system would take
    /// megabytes, and on a slow line a text would wait behind them.
    static void prepare(Socket raw) throws IOException {
        prepare(raw, false);
        raw.setReceiveBufferSize(RECEIVE_BUFFER);
    }

    /// What may wait in the system: more on a line that takes it within some milliseconds.
    static void prepare(Socket raw, boolean quick) throws IOException {
        raw.setSendBufferSize(quick ? WIDE_SEND_BUFFER : SEND_BUFFER);
    }

    /// Closes a socket that nobody needs any more.
    static void closeQuietly(Socket raw) {
        try {
            raw.close();
        } catch (IOException closedAnyway) {
            // Closing is all that was wanted; there is nobody left to tell.
            assert raw.isClosed() : closedAnyway;
        }
    }

    /// Waits until the last words are out, and closes what is still open then, and what comes
    /// later.
    void close(Duration patience) {
        closed = true;
        CompletableFuture.allOf(open.stream().map(TlsLine::ended).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        open.forEach(TlsLine::cut);
    }
}
