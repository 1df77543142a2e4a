package parley.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import parley.protocol.Envelope;
import parley.protocol.Request;
import parley.wire.FrameCodec;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// Clients that do a server harm, until they are closed.
final class Abuse implements AutoCloseable {
    private static final Duration A_LITTLE = Duration.ofMillis(50);
    private static final String LOGIN =
            "{\"type\":\"login\",\"user\":\"user-0\",\"password\":\"slowly\"}\n";

    private final int port;
    private final Scale scale;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicLong deeds = new AtomicLong();
    private volatile boolean over;

    /// The ways of it.
    enum Kind {
        /// Clients that send their login a byte each tenth of a second.
        SLOWLORIS,
        /// Connections that say nothing.
        IDLE,
        /// 500 connections a second, closed at once.
        CONNECTS,
        /// Users who never read, while one writes to everyone as fast as they may.
        SLOW_READERS,
        /// A user who sends as fast as the socket takes it, half of it garbage.
        GARBAGE
    }

    /// How many there are of those.
    ///
    /// @param slow clients that sign in slowly
    /// @param idle connections that say nothing
    /// @param readers users who never read
    record Scale(int slow, int idle, int readers) {
        static final Scale WHOLE = new Scale(200, 10_000, 50);

        /// Users that take part: two who talk, the readers, and one who writes to them.
        int users() {
            return 3 + readers;
        }
    }

    /// One go of it.
    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    private Abuse(int port, Scale scale) {
        this.port = port;
        this.scale = scale;
    }

    /// Begins; returns when all of them are at it.
    static Abuse begin(Kind kind, int port, Scale scale) throws IOException {
        Abuse abuse = new Abuse(port, scale);
        switch (kind) {
            case SLOWLORIS -> abuse.again(scale.slow(), Duration.ZERO, abuse::sayLoginSlowly);
            case IDLE -> abuse.connect(scale.idle());
            case CONNECTS -> abuse.again(1, Duration.ofMillis(2), abuse::comeAndGo);
            case SLOW_READERS -> abuse.neverRead();
            case GARBAGE -> abuse.again(1, A_LITTLE, abuse::sayGarbage);
        }
        return abuse;
    }

    /// How often something was done: connections, bytes or lines.
    long deeds() {
        return deeds.get();
    }

    private void again(int clients, Duration pause, Deed deed) {
        for (int i = 0; i < clients; i++) {
            threads.submit(() -> {
                while (!over) {
                    tried(deed);
                    LockSupport.parkNanos(pause.toNanos());
                }
            });
        }
    }

    /// Being thrown out is what abusers live with.
    private static void tried(Deed deed) {
        try {
            deed.run();
        } catch (IOException thrownOut) {
            LockSupport.parkNanos(A_LITTLE.toNanos());
        }
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        return socket;
    }

    private void sayLoginSlowly() throws IOException {
        try (Socket socket = socket()) {
            for (byte each : LOGIN.getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(each);
                deeds.incrementAndGet();
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                if (over) {
                    return;
                }
            }
        }
    }

    private void connect(int count) {
        for (int i = 0; i < count; i++) {
            tried(() -> {
                socket();
                deeds.incrementAndGet();
            });
        }
    }

    private void comeAndGo() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        deeds.incrementAndGet();
    }

    private void neverRead() throws IOException {
        for (int i = 0; i < scale.readers(); i++) {
            LoadClient reader = signedIn(2 + i);
            sockets.add(reader.socket());
        }
        LoadClient speaker = signedIn(2 + scale.readers());
        sockets.add(speaker.socket());
        threads.submit(() -> {
            speaker.socket().getInputStream().transferTo(OutputStream.nullOutputStream());
            return null;
        });
        String text = "x".repeat(16_000);
        again(
                1,
                Duration.ofMillis(10),
                () -> {
                    String id = "b" + deeds.incrementAndGet();
                    speaker.write(new Envelope<>(id, new Request.Broadcast(text)));
                });
    }

    private void sayGarbage() throws IOException {
        try (LoadClient sender = signedIn(2)) {
            OutputStream out = sender.socket().getOutputStream();
            byte[] garbage = "{\"type\":\"message\",\"to\":[}\n".getBytes(StandardCharsets.UTF_8);
            threads.submit(() -> {
                sender.socket().getInputStream().transferTo(OutputStream.nullOutputStream());
                return null;
            });
            while (!over) {
                String id = "g" + deeds.incrementAndGet();
                out.write(FrameCodec.encode(new Envelope<>(id, new Request.Message("user-3", id))));
                out.write(garbage);
            }
        }
    }

    private LoadClient signedIn(int user) throws IOException {
        Histogram unread = new ConcurrentHistogram(3);
        LoadClient client =
                LoadClient.signedIn(port, Load.user(user), Load.password(user), unread, unread);
        sockets.add(client.socket());
        return client;
    }

    @Override
    public void close() {
        over = true;
        for (Socket socket = sockets.poll(); socket != null; socket = sockets.poll()) {
            Socket mine = socket;
            tried(mine::close);
        }
        threads.shutdownNow();
    }
}
