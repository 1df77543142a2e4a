package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// One try to reach a peer at one address; waits on the thread that runs it.
///
/// @param raw not connected yet; closing it from outside ends the attempt
/// @param key the only one that will do
record Attempt(Lines lines, Socket raw, PeerAddress address, Fingerprint key) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /// What came of it.
    sealed interface Result {}

    /// The peer is there.
    record Reached(TlsLine line) implements Result {}

    record Failed(PathFailure why) implements Result {}

    Result run() {
        try {
            Lines.prepare(raw);
            raw.connect(address.toSocketAddress(), (int) PeerLimits.CONNECT_TIME.toMillis());
        } catch (SocketTimeoutException slow) {
            return failed(PathFailure.SILENT, slow);
        } catch (ConnectException refused) {
            return failed(PathFailure.REFUSED, refused);
        } catch (IOException noRoute) {
            return failed(PathFailure.UNREACHABLE, noRoute);
        }
        return shake();
    }

    private Result shake() {
        try {
            TlsLine line = lines.dialled(raw, address);
            if (line.key().equals(key)) {
                return new Reached(line);
            }
            line.cut();
            return new Failed(PathFailure.OTHER_KEY);
        } catch (IOException noParley) {
            boolean hungUp = noParley.getCause() instanceof EOFException;
            return failed(hungUp ? PathFailure.HUNG_UP : PathFailure.NOT_PARLEY, noParley);
        }
    }

    private Result failed(PathFailure why, IOException cause) {
        LOG.debug("private dial failed address={} how={} why={}", address, why, cause.toString());
        Lines.closeQuietly(raw);
        return new Failed(why);
    }
}
