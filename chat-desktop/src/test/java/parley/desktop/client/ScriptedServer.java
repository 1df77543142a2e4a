package parley.desktop.client;

import parley.desktop.net.ServerAddress;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.LineReader;
import parley.wire.RawFrame;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A server on loopback that says what a test makes it say. Each connection is a [Guest].
final class ScriptedServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final ServerSocket door;
    private final BlockingQueue<Guest> guests = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    ScriptedServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::admit);
    }

    private void admit() {
        try {
            while (true) {
                Socket socket = door.accept();
                sockets.add(socket);
                guests.add(new Guest(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    ServerAddress address() {
        return new ServerAddress("127.0.0.1", door.getLocalPort());
    }

    /// The next one who connects.
    Guest guest() {
        return take(guests);
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }

    /// One connection, from the server's side.
    static final class Guest {
        private final Socket socket;
        private final OutputStream out;
        private final BlockingQueue<Envelope<Request>> said = new LinkedBlockingQueue<>();

        private Guest(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try {
                LineReader reader = new LineReader(socket.getInputStream(), 65_536);
                while (reader.next() == LineReader.Outcome.LINE) {
                    if (FrameCodec.parse(reader.buffer(), reader.from(), reader.length())
                                    instanceof Decoded.Frame<RawFrame>(RawFrame raw)
                            && FrameCodec.request(raw)
                                    instanceof
                                    Decoded.Frame<Envelope<Request>>(Envelope<Request> request)) {
                        said.add(request);
                    }
                }
            } catch (IOException closed) {
                return;
            }
        }

        /// The next thing that the desktop says.
        Envelope<Request> hears() {
            return take(said);
        }

        /// The next thing of this kind; what comes before it is passed over.
        <R extends Request> Envelope<R> hears(Class<R> kind) {
            while (true) {
                Envelope<Request> next = hears();
                if (kind.isInstance(next.frame())) {
                    return new Envelope<>(next.tag(), kind.cast(next.frame()));
                }
            }
        }

        void answers(String tag, Reply reply) {
            says(FrameCodec.encodeReply(new Envelope<>(tag, reply)));
        }

        void tells(Event event) {
            says(FrameCodec.encode(event));
        }

        void says(String raw) {
            says(raw.getBytes(StandardCharsets.UTF_8));
        }

        private void says(byte[] line) {
            try {
                out.write(line);
                out.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        void hangsUp() {
            try {
                socket.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
