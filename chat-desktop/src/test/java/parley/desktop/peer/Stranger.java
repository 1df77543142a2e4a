package parley.desktop.peer;

import parley.desktop.peer.disk.Chunk;
import parley.identity.Identity;
import parley.identity.TlsContexts;
import parley.protocol.Event;
import parley.protocol.PeerAddress;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.wire.Decoded;
import parley.wire.LineReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

/// A peer that says whatever a test wants, on a socket of its own.
final class Stranger implements AutoCloseable {
    final UserName name;
    final Identity identity;
    private final TlsContexts tls;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private volatile CompletableFuture<Event.PrivateReady> ready = new CompletableFuture<>();
    private final Introducer introducer;
    private Socket raw = new Socket();
    private OutputStream out = OutputStream.nullOutputStream();
    private LineReader reader = new LineReader(InputStream.nullInputStream(), 65_536);

    Stranger(String name, Introductions server, Path folder) throws IOException {
        this.name = UserName.of(name);
        identity = Identity.ofDesktop(Files.createDirectories(folder.resolve(name)));
        tls = TlsContexts.peer(identity);
        introducer =
                server.signIn(
                        this.name,
                        event -> {
                            if (event instanceof Event.PrivateReady now) {
                                ready.complete(now);
                            }
                        });
    }

    /// Asks for a private chat and, once that is granted, dials.
    Stranger asks(Desktop other) throws IOException {
        isLetIn(other, List.of(new PeerAddress(door.getInetAddress(), door.getLocalPort())));
        return dials(other.service.port());
    }

    /// Asks once more, where the other lets it in by itself by now.
    Stranger asksAnew(Desktop other) throws IOException {
        ready = new CompletableFuture<>();
        asksFor(other, List.of(new PeerAddress(door.getInetAddress(), door.getLocalPort())));
        ready();
        return dials(other.service.port());
    }

    /// Asks for a private chat, says that it listens there, and is granted it.
    void isLetIn(Desktop other, List<PeerAddress> offered) {
        asksFor(other, offered);
        other.isOnce(name, PeerState.Invited.class);
        other.service.accept(name, Acceptance.FROM_NOW_ON);
    }

    private void asksFor(Desktop other, List<PeerAddress> offered) {
        introducer
                .ask(
                        new Request.Private(
                                other.name.toString(), offered, identity.fingerprint().wire()))
                .join();
    }

    /// What the server said of the other side.
    Event.PrivateReady ready() {
        return ready.orTimeout(10, TimeUnit.SECONDS).join();
    }

    /// Dials, and finishes the handshake.
    Stranger dials(int port) throws IOException {
        raw = new Socket(InetAddress.getLoopbackAddress(), port);
        raw.setSoTimeout(20_000);
        SSLSocket talk = tls.callPeer(raw);
        talk.startHandshake();
        out = talk.getOutputStream();
        reader = new LineReader(talk.getInputStream(), 65_536);
        return this;
    }

    /// Dials, and opens the session that the server has arranged.
    Stranger opens() throws IOException {
        says(new PeerFrame.Open(ready().session()));
        if (!hears().equals(new PeerFrame.Opened())) {
            throw new AssertionError("not opened");
        }
        return this;
    }

    void says(PeerFrame frame) throws IOException {
        says(PeerCodec.encode(frame));
    }

    void says(String line) throws IOException {
        says((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void says(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /// What comes next, but for the notice whether the other side keeps the chat.
    PeerFrame hears() throws IOException {
        PeerFrame next = next();
        while (next instanceof PeerFrame.Keep) {
            next = next();
        }
        return next;
    }

    private PeerFrame next() throws IOException {
        if (reader.next() != LineReader.Outcome.LINE) {
            throw new IOException("no frame came");
        }
        var decoded = PeerCodec.decode(reader.buffer(), reader.from(), reader.length(), this::body);
        return ((Decoded.Frame<PeerFrame>) decoded).frame();
    }

    private Chunk body(int length) throws IOException {
        byte[] bytes = new byte[length];
        reader.readFully(bytes, 0, length);
        return Chunk.of(bytes);
    }

    /// Whether the other side has closed without a further frame, but for that notice.
    boolean isShutOut() {
        try {
            LineReader.Outcome next = reader.next();
            while (next == LineReader.Outcome.LINE && isNotice()) {
                next = reader.next();
            }
            return next == LineReader.Outcome.END;
        } catch (IOException reset) {
            return true;
        }
    }

    private boolean isNotice() throws IOException {
        return PeerCodec.decode(reader.buffer(), reader.from(), reader.length(), this::body)
                .equals(new Decoded.Frame<>(new PeerFrame.Keep(false)));
    }

    @Override
    public void close() throws IOException {
        raw.close();
        door.close();
    }
}
