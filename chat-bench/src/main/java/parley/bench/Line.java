package parley.bench;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.LineReader;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A connection to a server on loopback, in sentences of the protocol. One thread hears; any thread
/// may say something or close it.
final class Line implements AutoCloseable {
    static final String CLIENT = "parley-bench/1.0";

    private final Socket socket;
    private final LineReader lines;
    private final OutputStream out;

    private Line(Socket socket, Fate fate) throws IOException {
        this.socket = socket;
        this.lines = new LineReader(fate.hearing(socket), Limits.LINE_BYTES);
        this.out = fate.saying(socket);
    }

    static Line open(int port) throws IOException {
        return open(port, new Fate.Lives());
    }

    /// A connection that will end as its fate has it.
    static Line open(int port, Fate fate) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return new Line(socket, fate);
    }

    Socket socket() {
        return socket;
    }

    /// Signs in as somebody who acknowledges, hears of nobody's coming and going, and takes the
    /// place of an older session.
    ///
    /// @return the answer
    /// @throws IOException where none comes
    Reply signIn(String user, Request.Proof proof) throws IOException {
        return signIn(
                new Request.Login(
                        user, proof, CLIENT, true, PresenceMode.NONE, true, Limits.PROTOCOL));
    }

    /// Signs in so.
    ///
    /// @return the answer
    /// @throws IOException where none comes
    Reply signIn(Request.Login login) throws IOException {
        say(new Envelope<>("login", login));
        if (hear() instanceof Heard.Answer(String _, Reply reply)) {
            return reply;
        }
        throw new IOException("the server did not answer " + login.user());
    }

    synchronized void say(Envelope<Request> request) throws IOException {
        out.write(FrameCodec.encode(request));
    }

    /// Waits for the next sentence.
    ///
    /// @throws IOException where the connection has ended
    /// @throws IllegalStateException where the server breaks the protocol
    Heard hear() throws IOException {
        if (lines.next() != LineReader.Outcome.LINE) {
            throw new IOException("the server closed the connection");
        }
        return switch (FrameCodec.heard(lines.buffer(), lines.from(), lines.length())) {
            case Decoded.Frame<Heard>(Heard heard) -> heard;
            case Decoded.Broken<Heard> _ ->
                    throw new IllegalStateException(
                            "not understood: "
                                    + new String(
                                            lines.buffer(),
                                            lines.from(),
                                            lines.length(),
                                            StandardCharsets.UTF_8));
        };
    }

    /// Whether more has come already.
    boolean hasMore() {
        return lines.hasBuffered();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new IllegalStateException("a socket did not close", failed);
        }
    }
}
