package parley.server.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// One connection that was let in, and the clock that runs until it has signed in or shown a
/// ticket: after 30 s a stranger sees the end of the stream, 2 s later the socket is closed under
/// whoever still holds on; sooner where others need the place. Any thread may use it.
final class Guest implements Visit, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guest.class);
    private static final long PATIENCE_SECONDS = 30;
    private static final long GRACE_SECONDS = 2;

    private final Socket socket;
    private final Admission.Place place;
    private final ScheduledFuture<?> showOut;
    private final ScheduledFuture<?> throwOut;

    Guest(Socket socket, Admission.Place place, ScheduledExecutorService timer) {
        this.socket = socket;
        this.place = place;
        place.onShowingOut(this::close);
        this.showOut = timer.schedule(this::endReading, PATIENCE_SECONDS, TimeUnit.SECONDS);
        this.throwOut =
                timer.schedule(this::close, PATIENCE_SECONDS + GRACE_SECONDS, TimeUnit.SECONDS);
    }

    Socket socket() {
        return socket;
    }

    @Override
    public InetAddress from() {
        return socket.getInetAddress();
    }

    @Override
    public void mayStay() {
        showOut.cancel(false);
        throwOut.cancel(false);
        place.signedIn();
    }

    private void endReading() {
        try {
            socket.shutdownInput();
        } catch (IOException gone) {
            LOG.debug("a stranger was gone before being shown out", gone);
        }
    }

    /// Ends the visit: closes the socket and gives the place free.
    @Override
    public void close() {
        showOut.cancel(false);
        throwOut.cancel(false);
        place.close();
        try {
            socket.close();
        } catch (IOException failed) {
            LOG.debug("socket did not close cleanly", failed);
        }
    }
}
