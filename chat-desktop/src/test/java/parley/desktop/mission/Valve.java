package parley.desktop.mission;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A piece of the wire that can be shut one way: from a line with certain words on it passes
/// nothing on, until it is opened or the wire is cut.
final class Valve extends Passage {
    private @Nullable Way shut;
    private String from = "";
    private @Nullable Way held;

    private Valve(int target) throws IOException {
        super(target);
    }

    static Valve before(int target) throws IOException {
        Valve valve = new Valve(target);
        valve.begin();
        return valve;
    }

    /// Passes nothing more this way from the next line with these words on.
    synchronized void shut(Way way, String words) {
        shut = way;
        from = words;
        held = null;
    }

    /// Waits until such a line has come.
    void awaitHeld() {
        Patience.until(this::isHeld, () -> "no line with " + from + " has come");
    }

    private synchronized boolean isHeld() {
        return held != null;
    }

    /// Passes on what was held back; it has left when this returns.
    void open() {
        release();
        Patience.until(() -> !isHeld(), () -> "what was held back does not leave");
    }

    private synchronized void release() {
        shut = null;
        notifyAll();
    }

    /// Cuts all connections, and loses what was held back.
    @Override
    void cut() throws IOException {
        super.cut();
        release();
    }

    @Override
    void pass(Way way, Socket near, Socket far) throws IOException {
        InputStream in = new BufferedInputStream(near.getInputStream());
        for (byte[] line = line(in); line.length > 0; line = line(in)) {
            awaitPassage(way, new String(line, StandardCharsets.UTF_8));
            far.getOutputStream().write(line);
            passed(way);
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = 0;
        while (next != '\n') {
            next = in.read();
            if (next < 0) {
                break;
            }
            line.write(next);
        }
        return line.toByteArray();
    }

    private synchronized void awaitPassage(Way way, String line) throws IOException {
        if (way != shut || !line.contains(from)) {
            return;
        }
        held = way;
        try {
            while (way == shut) {
                wait();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the valve is closed");
        }
    }

    private synchronized void passed(Way way) {
        if (way == held) {
            held = null;
        }
    }
}
