package parley.desktop.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.net.Dialer.Cover;
import parley.identity.Fingerprint;
import parley.identity.ServerTrust;
import parley.identity.TlsContexts;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/// The way to a server: looks the name up, tries its addresses in turn, agrees on TLS where that is
/// called for. Waits, on the thread that goes it.
///
/// @param known the server's key, where its user has accepted one
public record Passage(ServerAddress server, Cover cover, Optional<Fingerprint> known) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    /// Where it led.
    public sealed interface End {}

    /// To the server; nothing has been said yet.
    ///
    /// @param raw the TCP socket
    /// @param talk the same, or the TLS over it
    public record Arrived(Socket raw, Socket talk) implements End {
        /// The key that the server has shown; nothing where the way is plain.
        Optional<Fingerprint> key() {
            return talk instanceof SSLSocket tls
                    ? Fingerprint.ofPeer(tls.getSession())
                    : Optional.empty();
        }
    }

    public record Failed(Trouble why) implements End {}

    /// The key that was shown has not been accepted yet.
    public record KeyUnknown(Fingerprint shown) implements End {}

    public record KeyChanged(Fingerprint known, Fingerprint shown) implements End {}

    /// Goes it.
    ///
    /// @param using hears of each socket before it is connected; where it says no, it ends here
    public End go(Predicate<Socket> using) {
        try {
            End end = new Failed(Trouble.NO_ANSWER);
            for (InetAddress address : InetAddress.getAllByName(server.host())) {
                Socket raw = new Socket();
                if (!using.test(raw)) {
                    return end;
                }
                end = go(raw, address);
                if (!(end instanceof Failed)) {
                    return end;
                }
            }
            return end;
        } catch (UnknownHostException unknown) {
            return new Failed(Trouble.NO_SUCH_HOST);
        }
    }

    private End go(Socket raw, InetAddress address) {
        try {
            raw.setTcpNoDelay(true);
            raw.connect(new InetSocketAddress(address, server.port()), (int) PATIENCE.toMillis());
        } catch (IOException failed) {
            close(raw);
            LOG.debug("no connection to {}: {}", address, failed.toString());
            return new Failed(trouble(failed));
        }
        boolean plain = address.isLoopbackAddress() && cover == Cover.USUAL;
        return plain ? new Arrived(raw, raw) : secure(raw);
    }

    /// A connection refused and one without a way there both come as a `ConnectException`, told
    /// apart by their words only.
    private static Trouble trouble(IOException failed) {
        boolean refused =
                failed instanceof ConnectException
                        && String.valueOf(failed.getMessage()).contains("refused");
        return refused ? Trouble.NOTHING_LISTENS : Trouble.NO_ANSWER;
    }

    private End secure(Socket raw) {
        ServerTrust trust = ServerTrust.withPin(known);
        try {
            SSLSocket talk =
                    TlsContexts.towardsServer(trust).callServer(raw, server.host(), server.port());
            raw.setSoTimeout((int) PATIENCE.toMillis());
            talk.startHandshake();
            raw.setSoTimeout(0);
            return new Arrived(raw, talk);
        } catch (SSLException failed) {
            close(raw);
            return refused(trust, failed);
        } catch (IOException failed) {
            close(raw);
            LOG.debug("no TLS with {}: {}", server, failed.toString());
            return new Failed(Trouble.BROKEN);
        }
    }

    private End refused(ServerTrust trust, SSLException failed) {
        LOG.debug("no TLS with {}: {}", server, failed.toString());
        if (trust.refused().isEmpty()) {
            return new Failed(Trouble.NO_TLS);
        }
        Fingerprint shown = trust.refused().get();
        return known.<End>map(key -> new KeyChanged(key, shown)).orElse(new KeyUnknown(shown));
    }

    static void close(Socket raw) {
        try {
            raw.close();
        } catch (IOException failed) {
            LOG.debug("socket did not close cleanly: {}", failed.toString());
        }
    }
}
