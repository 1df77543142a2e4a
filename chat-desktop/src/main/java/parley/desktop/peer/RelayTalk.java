package parley.desktop.peer;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.LineReader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// What is said to the server on a connection that goes to its relay, up to `relayed`. It reads no
/// byte further: what follows is the peer's. Waits, on the thread that runs it.
final class RelayTalk {
    private static final String TAG = "relay";

    private final Socket talk;
    private final LineReader reader;

    /// What the server says.
    sealed interface Answer {}

    /// The other side is there; whatever is said from now on goes to it.
    record Relayed() implements Answer {}

    record Missed(Detour why) implements Answer {}

    private RelayTalk(Socket talk) throws IOException {
        this.talk = talk;
        this.reader = new LineReader(new Sips(talk.getInputStream()), Limits.LINE_BYTES);
    }

    static RelayTalk on(Socket talk) throws IOException {
        return new RelayTalk(talk);
    }

    /// Shows the ticket, and waits for the other side.
    ///
    /// @throws IOException where the connection breaks
    Answer come(String ticket) throws IOException {
        talk.getOutputStream()
                .write(FrameCodec.encode(new Envelope<>(TAG, new Request.Relay(ticket))));
        while (reader.next() == LineReader.Outcome.LINE) {
            if (FrameCodec.heard(reader.buffer(), reader.from(), reader.length())
                            instanceof Decoded.Frame<Heard>(Heard.Answer(String tag, Reply reply))
                    && tag.equals(TAG)) {
                return answer(reply);
            }
        }
        return new Missed(Detour.NO_ANSWER);
    }

    private static Answer answer(Reply reply) {
        return switch (reply) {
            case Reply.Relayed() -> new Relayed();
            case Reply.Error error -> new Missed(meaning(error.code()));
            default -> new Missed(Detour.NOT_OFFERED);
        };
    }

    private static Detour meaning(Refusal code) {
        return switch (code) {
            case BAD_TICKET -> Detour.EXPIRED;
            case BUSY, RATE_LIMITED -> Detour.FULL;
            default -> Detour.NOT_OFFERED;
        };
    }

    /// A stream that gives a byte at a time, so that whoever reads lines from it reads none ahead.
    private static final class Sips extends FilterInputStream {
        private Sips(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            return super.read(into, offset, Math.min(count, 1));
        }
    }
}
