package parley.desktop.peer;

import parley.desktop.peer.disk.Chunk;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.wire.BadFrame;
import parley.wire.Decoded;
import parley.wire.Fields;
import parley.wire.FrameCodec;
import parley.wire.JsonLine;
import parley.wire.RawFrame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Turns lines into what peers say and back, under the same rules for lines and JSON as between
/// client and server. Stateless; any thread may use it.
final class PeerCodec {
    /// A line's bound, less what stands in a message beside its text.
    private static final int LONGEST = Limits.LINE_BYTES - 1_024;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private PeerCodec() {}

    /// The raw bytes that follow a line.
    interface Body {
        /// Waits for exactly so many.
        Chunk read(int length) throws IOException;
    }

    /// Reads a line, without its LF, and the raw bytes that it says follow it.
    static Decoded<PeerFrame> decode(byte[] buffer, int from, int length, Body body)
            throws IOException {
        return switch (FrameCodec.parse(buffer, from, length, "")) {
            case Decoded.Frame<RawFrame>(RawFrame raw) -> decode(raw, body);
            case Decoded.Broken<RawFrame>(var code, var message, var tag, var severity) ->
                    new Decoded.Broken<>(code, message, tag, severity);
        };
    }

    private static Decoded<PeerFrame> decode(RawFrame raw, Body body) throws IOException {
        try {
            return new Decoded.Frame<>(read(raw.type(), raw.fields(), body));
        } catch (BadFrame bad) {
            return new Decoded.Broken<>(
                    Refusal.BAD_FRAME, bad.sentence(), "", Decoded.Severity.CONNECTION);
        }
    }

    private static PeerFrame read(String type, Fields fields, Body body)
            throws BadFrame, IOException {
        return switch (type) {
            case "open" -> new PeerFrame.Open(fields.text("session"));
            case "opened" -> new PeerFrame.Opened();
            case "message" -> message(fields);
            case "delivered" -> new PeerFrame.Delivered(id(fields));
            case "read" -> new PeerFrame.Read(id(fields));
            case "typing" -> new PeerFrame.Typing();
            case "keep" -> new PeerFrame.Keep(fields.flag("on"));
            case "ping" -> new PeerFrame.Ping();
            case "pong" -> new PeerFrame.Pong();
            case "bye" -> new PeerFrame.Bye(fields.textOrEmpty("reason"));
            case "file-offer" -> offer(fields);
            case "file-accept" -> new PeerFrame.FileAccept(file(fields), offset(fields));
            case "file-decline" -> new PeerFrame.FileDecline(file(fields));
            case "file-data" -> data(fields, body);
            case "file-ack" -> new PeerFrame.FileAck(file(fields), offset(fields));
            case "file-done" -> new PeerFrame.FileDone(file(fields));
            case "file-cancel" ->
                    new PeerFrame.FileCancel(
                            file(fields), CancelReason.of(fields.textOrEmpty("reason")));
            default -> new PeerFrame.Unknown(type);
        };
    }

    private static PeerFrame offer(Fields fields) throws BadFrame {
        String sha256 = fields.text("sha256");
        if (!SHA_256.matcher(sha256).matches()) {
            throw BadFrame.because("\"sha256\" must be 64 lower-case hexadecimal digits.");
        }
        return new PeerFrame.FileOffer(
                file(fields),
                fields.text("name", 1, PeerLimits.FILE_NAME_CHARACTERS),
                fields.integer("size", 0, Limits.INTEGER),
                sha256);
    }

    private static PeerFrame data(Fields fields, Body body) throws BadFrame, IOException {
        String file = file(fields);
        long offset = offset(fields);
        int length = (int) fields.integer("length", 1, PeerLimits.FILE_CHUNK);
        return new PeerFrame.FileData(file, offset, body.read(length));
    }

    private static String file(Fields fields) throws BadFrame {
        return fields.text("file", 1, Limits.ID_CHARACTERS);
    }

    private static long offset(Fields fields) throws BadFrame {
        return fields.integer("offset", 0, Limits.INTEGER);
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

    /// The line of a frame, LF and all, and the raw bytes that follow it.
    ///
    /// @throws IllegalArgumentException for what is never said
    static byte[] encode(PeerFrame frame) {
        byte[] line = line(frame).bytes();
        return frame instanceof PeerFrame.FileData data ? joined(line, data.bytes()) : line;
    }

    private static byte[] joined(byte[] line, Chunk bytes) {
        byte[] whole = Arrays.copyOf(line, line.length + bytes.length());
        System.arraycopy(bytes.array(), bytes.from(), whole, line.length, bytes.length());
        return whole;
    }

    /// The same of a piece of a file, in its chunk's own array where that has room in front for the
    /// line.
    static ByteBuffer inPlace(PeerFrame.FileData piece) {
        byte[] line = line(piece).bytes();
        Chunk bytes = piece.bytes();
        int from = bytes.from() - line.length;
        if (from < 0) {
            return ByteBuffer.wrap(joined(line, bytes));
        }
        System.arraycopy(line, 0, bytes.array(), from, line.length);
        return ByteBuffer.wrap(bytes.array(), from, line.length + bytes.length());
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
            case PeerFrame.Keep(boolean on) -> JsonLine.of("keep").with("on", on);
            case PeerFrame.Ping() -> JsonLine.of("ping");
            case PeerFrame.Pong() -> JsonLine.of("pong");
            case PeerFrame.Bye(String reason) -> JsonLine.of("bye").withAny("reason", reason);
            case PeerFrame.FileOffer(String file, String name, long size, String sha256) ->
                    JsonLine.of("file-offer")
                            .with("file", file)
                            .with("name", name)
                            .with("size", size)
                            .with("sha256", sha256);
            case PeerFrame.FileAccept(String file, long offset) ->
                    JsonLine.of("file-accept").with("file", file).with("offset", offset);
            case PeerFrame.FileDecline(String file) ->
                    JsonLine.of("file-decline").with("file", file);
            case PeerFrame.FileData(String file, long offset, Chunk bytes) ->
                    JsonLine.of("file-data")
                            .with("file", file)
                            .with("offset", offset)
                            .with("length", bytes.length());
            case PeerFrame.FileAck(String file, long offset) ->
                    JsonLine.of("file-ack").with("file", file).with("offset", offset);
            case PeerFrame.FileDone(String file) -> JsonLine.of("file-done").with("file", file);
            case PeerFrame.FileCancel(String file, CancelReason reason) ->
                    JsonLine.of("file-cancel").with("file", file).with("reason", reason.wire());
            case PeerFrame.Unknown(String type) ->
                    throw new IllegalArgumentException("never said: " + type);
        };
    }
}
