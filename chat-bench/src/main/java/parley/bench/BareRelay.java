package parley.bench;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.wire.Connection;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.LineReader;
import parley.wire.RawFrame;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// What remains of a server when it keeps nothing, checks nothing and orders nothing: the same
/// sockets, threads and codec, and no store. What Parley is measured against.
final class BareRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BareRelay.class);
    private static final long ROOM = 64L * 1024 * 1024;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Connection> people = new ConcurrentHashMap<>();

    private BareRelay(ServerSocket server) {
        this.server = server;
    }

    static BareRelay start() throws IOException {
        BareRelay relay =
                new BareRelay(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()));
        relay.threads.submit(relay::accept);
        return relay;
    }

    int port() {
        return server.getLocalPort();
    }

    private Void accept() throws IOException {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                threads.submit(() -> serve(socket, threads));
            }
        } catch (SocketException closed) {
            LOG.debug("the relay has closed", closed);
            return null;
        }
    }

    private Void serve(Socket socket, Executor writers) throws IOException {
        try (Connection connection = new Connection(socket, socket, ROOM, writers)) {
            String name = "";
            long seq = 0;
            while (connection.reader().next() == LineReader.Outcome.LINE) {
                Envelope<Request> request = read(connection.reader());
                switch (request.frame()) {
                    case Request.Login login -> {
                        name = login.user();
                        people.put(name, connection);
                        answer(connection, request.tag(), welcome(name));
                    }
                    case Request.Message(String to, String text) -> {
                        Instant now = Instant.now();
                        seq++;
                        Chat chat = Chat.with(UserName.of(to));
                        answer(connection, request.tag(), new Reply.Sent(chat, seq, now));
                        pass(
                                people.get(to),
                                new ChatMessage(
                                        Chat.with(UserName.of(name)),
                                        UserName.of(name),
                                        seq,
                                        text,
                                        now,
                                        ""));
                    }
                    default -> throw new IOException("the relay does not know " + request);
                }
            }
        }
        return null;
    }

    private static void pass(@Nullable Connection to, ChatMessage message) throws IOException {
        if (to == null || !to.outbox().offer(FrameCodec.encode(new Event.Message(message)))) {
            throw new IOException("nobody there who could take it");
        }
    }

    private static void answer(Connection connection, String tag, Reply reply) {
        connection.outbox().offer(FrameCodec.encodeReply(new Envelope<>(tag, reply)));
    }

    private static Reply welcome(String name) {
        return new Reply.Welcome(
                UserName.of(name),
                "relay",
                Limits.PROTOCOL,
                "s",
                "t",
                "l",
                Instant.EPOCH,
                Limits.LINE_BYTES,
                Limits.TEXT_BYTES);
    }

    private static Envelope<Request> read(LineReader lines) throws IOException {
        if (FrameCodec.parse(lines.buffer(), lines.from(), lines.length())
                        instanceof Decoded.Frame<RawFrame>(RawFrame raw)
                && FrameCodec.request(raw)
                        instanceof Decoded.Frame<Envelope<Request>>(Envelope<Request> request)) {
            return request;
        }
        throw new IOException("no frame");
    }

    @Override
    public void close() throws IOException {
        server.close();
        people.values().forEach(Connection::close);
        threads.close();
    }
}
