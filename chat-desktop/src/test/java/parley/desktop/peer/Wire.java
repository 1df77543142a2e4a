package parley.desktop.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A cable on loopback that a test can pull or harm: passes bytes between whoever dials it and a
/// port.
public final class Wire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean pulled;
    private final ByteArrayOutputStream recorded = new ByteArrayOutputStream();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private long untilFlip = Long.MAX_VALUE;
    private int bits;

    public Wire() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    /// Where to dial.
    public int port() {
        return door.getLocalPort();
    }

    /// Where it leads.
    public void leadTo(int port) {
        target = port;
    }

    /// Breaks what runs through it, and lets nothing through any more.
    public void pull() {
        pulled = true;
        ends.forEach(Lines::closeQuietly);
    }

    public void plugIn() {
        pulled = false;
    }

    /// Turns these bits of the byte behind so many more, whichever way it goes.
    public synchronized void flip(long after, int theseBits) {
        untilFlip = after;
        bits = theseBits;
    }

    /// All that has gone through it from who dialled, so far.
    public byte[] recorded() {
        synchronized (recorded) {
            return recorded.toByteArray();
        }
    }

    /// All that has come back through it to who dialled, so far.
    public byte[] heard() {
        synchronized (heard) {
            return heard.toByteArray();
        }
    }

    private static void record(ByteArrayOutputStream where, byte[] bytes, int count) {
        synchronized (where) {
            where.write(bytes, 0, count);
        }
    }

    private synchronized void flipIfDue(byte[] bytes, int count) {
        if (untilFlip < count) {
            bytes[(int) untilFlip] ^= (byte) bits;
            untilFlip = Long.MAX_VALUE;
        } else if (untilFlip < Long.MAX_VALUE) {
            untilFlip -= count;
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket here = door.accept();
                if (pulled) {
                    here.close();
                } else {
                    join(here, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            }
        } catch (IOException closed) {
            pull();
        }
    }

    private void join(Socket here, Socket there) {
        ends.add(here);
        ends.add(there);
        Thread.ofVirtual()
                .start(() -> pass(here, there, (bytes, count) -> record(recorded, bytes, count)));
        Thread.ofVirtual()
                .start(() -> pass(there, here, (bytes, count) -> record(heard, bytes, count)));
    }

    /// Told what passes.
    private interface Ear {
        void hear(byte[] bytes, int count);
    }

    private void pass(Socket from, Socket to, Ear ear) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[8192];
            for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
                ear.hear(bytes, got);
                flipIfDue(bytes, got);
                out.write(bytes, 0, got);
            }
        } catch (IOException broken) {
            Lines.closeQuietly(to);
        } finally {
            Lines.closeQuietly(from);
            Lines.closeQuietly(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
