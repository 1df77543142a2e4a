package parley.desktop.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.net.Dialer.Cover;
import parley.desktop.net.Dialer.Dialed;
import parley.identity.Fingerprint;
import parley.identity.ServerTrust;
import parley.identity.TlsContexts;
import parley.wire.Connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// One attempt to connect: looks the name up, tries its addresses in turn, agrees on TLS where that
/// is called for. Runs on a thread of its own; cancelled from the loop, which closes the socket
/// under it.
final class Call implements Runnable, Dialer.Attempt {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OUTBOX = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final ServerAddress server;
    private final Cover cover;
    private final Optional<Fingerprint> known;
    private final Loop loop;
    private final Consumer<Dialed> done;
    private @Nullable Socket socket;
    private boolean cancelled;

    Call(
            ServerAddress server,
            Cover cover,
            Optional<Fingerprint> known,
            Loop loop,
            Consumer<Dialed> done) {
        this.server = server;
        this.cover = cover;
        this.known = known;
        this.loop = loop;
        this.done = done;
    }

    @Override
    public void run() {
        Dialed dialed = dial();
        loop.execute(() -> report(dialed));
    }

    private void report(Dialed dialed) {
        if (!isCancelled()) {
            done.accept(dialed);
        } else if (dialed instanceof Dialed.Connected(Wire wire)) {
            wire.close();
        }
    }

    private Dialed dial() {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(server.host());
            Dialed dialed = new Dialed.Failed(Trouble.NO_ANSWER);
            for (InetAddress address : addresses) {
                dialed = dial(address);
                if (!(dialed instanceof Dialed.Failed) || isCancelled()) {
                    return dialed;
                }
            }
            return dialed;
        } catch (UnknownHostException unknown) {
            return new Dialed.Failed(Trouble.NO_SUCH_HOST);
        }
    }

    private Dialed dial(InetAddress address) {
        Socket raw = new Socket();
        if (!use(raw)) {
            return new Dialed.Failed(Trouble.NO_ANSWER);
        }
        try {
            raw.setTcpNoDelay(true);
            raw.connect(new InetSocketAddress(address, server.port()), (int) PATIENCE.toMillis());
        } catch (IOException failed) {
            close(raw);
            LOG.debug("no connection to {}: {}", address, failed.toString());
            return new Dialed.Failed(trouble(failed));
        }
        boolean plain = address.isLoopbackAddress() && cover == Cover.USUAL;
        return plain ? connected(raw, raw, false) : secure(raw);
    }

    /// A connection refused and one without a way there both come as a `ConnectException`, told
    /// apart by their words only.
    private static Trouble trouble(IOException failed) {
        boolean refused =
                failed instanceof ConnectException
                        && String.valueOf(failed.getMessage()).contains("refused");
        return refused ? Trouble.NOTHING_LISTENS : Trouble.NO_ANSWER;
    }

    private Dialed secure(Socket raw) {
        ServerTrust trust = ServerTrust.withPin(known);
        try {
            SSLSocket talk =
                    TlsContexts.towardsServer(trust).callServer(raw, server.host(), server.port());
            raw.setSoTimeout((int) PATIENCE.toMillis());
            talk.startHandshake();
            raw.setSoTimeout(0);
            return connected(raw, talk, true);
        } catch (SSLException failed) {
            close(raw);
            return refused(trust, failed);
        } catch (IOException failed) {
            close(raw);
            LOG.debug("no TLS with {}: {}", server, failed.toString());
            return new Dialed.Failed(Trouble.BROKEN);
        }
    }

    private Dialed refused(ServerTrust trust, SSLException failed) {
        LOG.debug("no TLS with {}: {}", server, failed.toString());
        if (trust.refused().isEmpty()) {
            return new Dialed.Failed(Trouble.NO_TLS);
        }
        Fingerprint shown = trust.refused().get();
        return known.<Dialed>map(key -> new Dialed.KeyChanged(key, shown))
                .orElse(new Dialed.KeyUnknown(shown));
    }

    private Dialed connected(Socket raw, Socket talk, boolean encrypted) {
        try {
            Connection connection = new Connection(raw, talk, OUTBOX, Thread::startVirtualThread);
            return new Dialed.Connected(new SocketWire(connection, encrypted, loop));
        } catch (IOException closed) {
            close(raw);
            return new Dialed.Failed(Trouble.BROKEN);
        }
    }

    private synchronized boolean use(Socket raw) {
        socket = raw;
        return !cancelled;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        Socket open;
        synchronized (this) {
            cancelled = true;
            open = socket;
        }
        if (open != null) {
            close(open);
        }
    }

    private static void close(Socket raw) {
        try {
            raw.close();
        } catch (IOException failed) {
            LOG.debug("socket did not close cleanly: {}", failed.toString());
        }
    }
}
