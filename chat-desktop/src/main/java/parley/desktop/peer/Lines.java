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
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/// Makes lines of TCP connections by a TLS handshake, and knows all that are open. Whoever calls
/// waits for the handshake, on a thread of their own; a deadline closes the socket under it.
final class Lines {
    private static final int SEND_BUFFER = 128 * 1024;
    private static final int RECEIVE_BUFFER = 256 * 1024;

    private final TlsContexts tls;
    private final Strand strand;
    private final Set<TlsLine> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Lines(TlsContexts tls, Strand strand) {
        this.tls = tls;
        this.strand = strand;
    }

    /// A line over a connection that was dialled to this address.
    ///
    /// @throws IOException where the other side is no Parley or was too slow
    TlsLine dialled(Socket raw, PeerAddress address) throws IOException {
        return shake(raw, tls.callPeer(raw), Optional.of(address), Way.DIRECT);
    }

    /// A line over a connection that came from outside.
    ///
    /// @throws IOException where the other side is no Parley or was too slow
    TlsLine accepted(Socket raw) throws IOException {
        return shake(raw, tls.acceptPeer(raw), Optional.empty(), Way.DIRECT);
    }

    /// A line inside a connection to the server, which passes on what is said there.
    ///
    /// @param raw the TCP socket, closed where this fails
    /// @param talk the same, or the TLS towards the server over it
    /// @throws IOException where the other side is no Parley or was too slow
    TlsLine relayed(Socket raw, Socket talk, Role role) throws IOException {
        SSLSocket inner = role == Role.DIAL ? tls.callPeer(talk) : tls.acceptPeer(talk);
        return shake(raw, inner, Optional.empty(), Way.RELAY);
    }

    private TlsLine shake(Socket raw, SSLSocket talk, Optional<PeerAddress> address, Way way)
            throws IOException {
        var deadline =
                CompletableFuture.runAsync(
                        () -> closeQuietly(raw),
                        CompletableFuture.delayedExecutor(
                                PeerLimits.HANDSHAKE_TIME.toMillis(), TimeUnit.MILLISECONDS));
        try {
            talk.startHandshake();
            Fingerprint key = keyOf(talk);
            if (!deadline.cancel(false)) {
                throw new IOException("the handshake took too long");
            }
            Connection connection =
                    new Connection(raw, talk, PeerLimits.OUTBOX_BYTES, Lines::onVirtualThread);
            return kept(
                    new TlsLine(connection, key, address, from(raw, address, way), way, strand));
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

    private static void onVirtualThread(Runnable writer) {
        Thread.ofVirtual().name("private-writer").start(writer);
    }

    private TlsLine kept(TlsLine line) {
        open.add(line);
        var _ = line.ended().thenRun(() -> open.remove(line));
        if (closed) {
            line.cut();
        }
        return line;
    }

    /// What is set on every socket before all else: a reader who never reads makes the kernel
    /// swallow megabytes, and one who reads more slowly than a file comes has a text wait behind
    /// them.
    static void prepare(Socket raw) throws IOException {
        raw.setSendBufferSize(SEND_BUFFER);
        raw.setReceiveBufferSize(RECEIVE_BUFFER);
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
