package parley.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A cable on loopback that harms the bytes in it exactly where a test says: behind so many bytes
/// of one way, counted from [#harm]. Each harm happens once. Any thread may use it.
final class Cable implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private final Map<Way, Long> passed = new EnumMap<>(Way.class);
    private final int target;
    private Harm harm = new Harm.None();

    /// Which way a byte goes, as the one who has dialled sees it.
    enum Way {
        SAID,
        HEARD
    }

    /// What happens.
    sealed interface Harm {
        record None() implements Harm {}

        /// So many bytes pass, then the connection ends on both sides; where none may pass, when
        /// the first comes.
        record Cut(Way way, long after) implements Harm {}

        /// The byte behind so many is another one.
        ///
        /// @param bits which of its bits are turned; not 0
        record Flip(Way way, long after, int bits) implements Harm {}
    }

    /// How many of the bytes that have come pass, and whether more may come.
    private record Passing(int bytes, boolean goesOn) {
        private static final Passing BEGIN = new Passing(0, true);
        private static final Passing END = new Passing(0, false);
    }

    Cable(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Counts from here, and harms as it says.
    synchronized void harm(Harm next) {
        passed.clear();
        harm = next;
    }

    /// Whether the last harm has happened.
    synchronized boolean hasHarmed() {
        return harm instanceof Harm.None;
    }

    /// How many bytes have gone this way since the last call of [#harm].
    synchronized long passed(Way way) {
        return passed.getOrDefault(way, 0L);
    }

    private void accept() {
        try {
            while (true) {
                Socket here = door.accept();
                Socket there = new Socket(InetAddress.getLoopbackAddress(), target);
                here.setTcpNoDelay(true);
                there.setTcpNoDelay(true);
                ends.addAll(List.of(here, there));
                Thread.ofVirtual().start(() -> pass(Way.SAID, here, there));
                Thread.ofVirtual().start(() -> pass(Way.HEARD, there, here));
            }
        } catch (IOException closed) {
            ends.forEach(Cable::cut);
        }
    }

    private void pass(Way way, Socket from, Socket to) {
        byte[] bytes = new byte[16 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            Passing passing = Passing.BEGIN;
            while (passing.goesOn()) {
                int got = in.read(bytes);
                passing = got < 0 ? Passing.END : harmed(way, bytes, got);
                out.write(bytes, 0, passing.bytes());
            }
        } catch (IOException broken) {
            cut(to);
        }
        cut(from);
        cut(to);
        ends.removeAll(List.of(from, to));
    }

    private synchronized Passing harmed(Way way, byte[] bytes, int got) {
        long before = passed(way);
        passed.put(way, before + got);
        switch (harm) {
            case Harm.Cut(Way there, long after) when there == way && before + got >= after -> {
                harm = new Harm.None();
                return new Passing((int) (after - before), false);
            }
            case Harm.Flip(Way there, long after, int bits)
                    when there == way && before + got > after -> {
                harm = new Harm.None();
                bytes[(int) (after - before)] ^= (byte) bits;
                return new Passing(got, true);
            }
            case Harm notHere -> {
                return new Passing(got, true);
            }
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new AssertionError(closed);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
