package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import parley.protocol.ByeReason;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.LineReader;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Somebody's connection to a server, as a test speaks through it: `yoda.says("hi", luke)`. It
/// reads when the test asks for something, so whoever asks for nothing is a slow reader. Serves one
/// thread.
final class Client implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Socket socket;
    private final LineReader reader;
    private final List<Heard> unread = new ArrayList<>();

    private Client(String name, Socket socket) throws IOException {
        this.name = name;
        this.socket = socket;
        this.reader = new LineReader(socket.getInputStream(), Limits.LINE_BYTES);
    }

    static Client connect(String name, int port) throws IOException {
        return new Client(name, dial(port));
    }

    /// Somebody on a connection that stands.
    static Client over(String name, Socket socket) throws IOException {
        return new Client(name, socket);
    }

    /// A connection, whose reads fail after a while.
    static Socket dial(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /// Signed in with the password `pw-` and the name, acknowledging.
    static Client signIn(String name, int port) throws IOException {
        Client client = connect(name, port);
        Reply reply = client.asks(client.login());
        assertThat(reply).as("the answer to %s's login", name).isInstanceOf(Reply.Welcome.class);
        return client;
    }

    Request.Login login() {
        return new Request.Login(
                name,
                new Request.Proof.Password("pw-" + name),
                "",
                true,
                PresenceMode.EACH,
                false,
                Limits.PROTOCOL);
    }

    void sends(String id, Request request) throws IOException {
        socket.getOutputStream().write(FrameCodec.encode(new Envelope<>(id, request)));
    }

    void sendsRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    Reply asks(Request request) throws IOException {
        return asks("q", request);
    }

    Reply asks(String id, Request request) throws IOException {
        sends(id, request);
        return answerTo(id);
    }

    Reply answerTo(String id) throws IOException {
        return await(heard ->
                heard instanceof Heard.Answer(String tag, Reply reply) && tag.equals(id)
                        ? reply
                        : null);
    }

    Reply says(String text, Client to) throws IOException {
        return asks("m-" + text.hashCode(), new Request.Message(to.name, text));
    }

    ChatMessage hears() throws IOException {
        return ((Event.Message) await(event(Event.Message.class::isInstance))).message();
    }

    /// Reads until all that waited has come, and gives the messages.
    List<ChatMessage> hearsAllThatWaited() throws IOException {
        List<ChatMessage> messages = new ArrayList<>();
        while (true) {
            Event event =
                    await(event(e -> e instanceof Event.Message || e instanceof Event.CaughtUp));
            if (event instanceof Event.Message(ChatMessage message)) {
                messages.add(message);
            } else {
                return messages;
            }
        }
    }

    /// The next event of this kind.
    <E extends Event> E hears(Class<E> kind) throws IOException {
        return kind.cast(await(event(kind::isInstance)));
    }

    /// So many bytes behind the last line; fewer where the stream ends before.
    byte[] hearsRaw(int count) throws IOException {
        byte[] bytes = new byte[count];
        int had = 0;
        while (had < count) {
            byte[] some = new byte[count - had];
            int got = reader.readRaw(some);
            if (got < 0) {
                return Arrays.copyOf(bytes, had);
            }
            System.arraycopy(some, 0, bytes, had, got);
            had += got;
        }
        return bytes;
    }

    ByeReason hearsBye() throws IOException {
        return ((Event.Bye) await(event(Event.Bye.class::isInstance))).reason();
    }

    /// The messages that have come and that nobody has asked for yet.
    List<ChatMessage> messagesHeard() {
        return unread.stream()
                .mapMulti((Heard heard, Consumer<ChatMessage> each) -> {
                    if (heard instanceof Heard.Told(Event.Message(ChatMessage message))) {
                        each.accept(message);
                    }
                })
                .toList();
    }

    void endsSending() throws IOException {
        socket.shutdownOutput();
    }

    private static Function<Heard, @Nullable Event> event(Predicate<Event> wanted) {
        return heard ->
                heard instanceof Heard.Told(Event event) && wanted.test(event) ? event : null;
    }

    /// Reads to the end of the stream.
    void hearsTheEnd() throws IOException {
        while (reader.next() == LineReader.Outcome.LINE) {
            unread.add(read());
        }
    }

    private <T> T await(Function<Heard, @Nullable T> wanted) throws IOException {
        for (int i = 0; i < unread.size(); i++) {
            T found = wanted.apply(unread.get(i));
            if (found != null) {
                unread.remove(i);
                return found;
            }
        }
        while (true) {
            if (reader.next() != LineReader.Outcome.LINE) {
                throw new EOFException("no line for " + name);
            }
            Heard heard = read();
            T found = wanted.apply(heard);
            if (found != null) {
                return found;
            }
            unread.add(heard);
        }
    }

    private Heard read() throws IOException {
        Decoded<Heard> decoded = FrameCodec.heard(reader.buffer(), reader.from(), reader.length());
        Heard heard = ((Decoded.Frame<Heard>) decoded).frame();
        if (heard instanceof Heard.Told(Event.Ping())) {
            sends("", new Request.Pong());
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
