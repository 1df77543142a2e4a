package parley.desktop.peer;

import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.wire.BadFrame;
import parley.wire.Decoded;
import parley.wire.Fields;
import parley.wire.FrameCodec;
import parley.wire.JsonLine;
import parley.wire.RawFrame;

import java.nio.charset.StandardCharsets;

/// Turns lines into what peers say and back, under the same rules for lines and JSON as between
/// client and server. Stateless; any thread may use it.
final class PeerCodec {
    /// A line's bound, less what stands in a message beside its text.
    private static final int LONGEST = Limits.LINE_BYTES - 1_024;

    private PeerCodec() {}

    /// Reads a line, without its LF.
    static Decoded<PeerFrame> decode(byte[] buffer, int from, int length) {
        return switch (FrameCodec.parse(buffer, from, length, "")) {
            case Decoded.Frame<RawFrame>(RawFrame raw) -> decode(raw);
            case Decoded.Broken<RawFrame>(var code, var message, var tag, var severity) ->
                    new Decoded.Broken<>(code, message, tag, severity);
        };
    }

    private static Decoded<PeerFrame> decode(RawFrame raw) {
        try {
            return new Decoded.Frame<>(read(raw.type(), raw.fields()));
        } catch (BadFrame bad) {
            return new Decoded.Broken<>(
                    Refusal.BAD_FRAME, bad.sentence(), "", Decoded.Severity.CONNECTION);
        }
    }

    private static PeerFrame read(String type, Fields fields) throws BadFrame {
        return switch (type) {
            case "open" -> new PeerFrame.Open(fields.text("session"));
            case "opened" -> new PeerFrame.Opened();
            case "message" -> message(fields);
            case "delivered" -> new PeerFrame.Delivered(id(fields));
            case "read" -> new PeerFrame.Read(id(fields));
            case "typing" -> new PeerFrame.Typing();
            case "ping" -> new PeerFrame.Ping();
            case "pong" -> new PeerFrame.Pong();
            case "bye" -> new PeerFrame.Bye(fields.textOrEmpty("reason"));
            default -> new PeerFrame.Unknown(type);
        };
    }

    private static PeerFrame message(Fields fields) throws BadFrame {
        String text = fields.text("text");
        if (text.isEmpty() || tooLong(text)) {
            throw BadFrame.because("\"text\" must be 1 to " + Limits.TEXT_BYTES + " bytes long.");
        }
        return new PeerFrame.Message(new PeerMessage(id(fields), text, fields.time("time")));
    }

    private static String id(Fields fields) throws BadFrame {
        return fields.text("id", 1, Limits.ID_CHARACTERS);
    }

    /// Whether a text is longer than a message may hold.
    static boolean tooLong(String text) {
        return text.length() > Limits.TEXT_BYTES
                || text.getBytes(StandardCharsets.UTF_8).length > Limits.TEXT_BYTES;
    }

    /// Whether a text may stand in a frame: no NUL, no half of a surrogate pair, and a line that is
    /// not too long when escaped.
    static boolean canBeSaid(String text) {
        boolean whole =
                StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
        return whole && JsonLine.of("message").with("text", text).bytes().length <= LONGEST;
    }

    /// The line of a frame, LF and all.
    ///
    /// @throws IllegalArgumentException for what is never said
    static byte[] encode(PeerFrame frame) {
        return line(frame).bytes();
    }

    private static JsonLine line(PeerFrame frame) {
        return switch (frame) {
            case PeerFrame.Open(String session) -> JsonLine.of("open").with("session", session);
            case PeerFrame.Opened() -> JsonLine.of("opened");
            case PeerFrame.Message(PeerMessage message) ->
                    JsonLine.of("message")
                            .with("id", message.id())
                            .with("text", message.text())
                            .with("time", message.time());
            case PeerFrame.Delivered(String id) -> JsonLine.of("delivered").with("id", id);
            case PeerFrame.Read(String id) -> JsonLine.of("read").with("id", id);
            case PeerFrame.Typing() -> JsonLine.of("typing");
            case PeerFrame.Ping() -> JsonLine.of("ping");
            case PeerFrame.Pong() -> JsonLine.of("pong");
            case PeerFrame.Bye(String reason) -> JsonLine.of("bye").withAny("reason", reason);
            case PeerFrame.Unknown(String type) ->
                    throw new IllegalArgumentException("never said: " + type);
        };
    }
}
