package parley.wire;

import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns lines into sentences of the protocol and back. The server reads a line in two steps, so
/// that it can refuse a type before it looks at the rest: [#parse], then [#request]. A client reads
/// what it hears by [#heard]. Stateless; any thread may use it.
public final class FrameCodec {
    private static final char REPLACEMENT = '\ufffd';

    private FrameCodec() {}

    /// Reads a line, without its LF, up to its type and its id (`id` of a request).
    public static Decoded<RawFrame> parse(byte[] buffer, int from, int length) {
        return parse(buffer, from, length, "id");
    }

    /// Reads a parsed line as a request.
    public static Decoded<Envelope<Request>> request(RawFrame raw) {
        try {
            Request request = RequestTable.read(raw.type(), raw.fields());
            return new Decoded.Frame<>(new Envelope<>(raw.tag(), request));
        } catch (BadFrame bad) {
            return broken(bad, raw.tag());
        }
    }

    /// Reads a line, without its LF, as what a server says.
    public static Decoded<Heard> heard(byte[] buffer, int from, int length) {
        return switch (parse(buffer, from, length, "re")) {
            case Decoded.Frame<RawFrame>(RawFrame raw) -> heard(raw);
            case Decoded.Broken<RawFrame>(var code, var message, var tag, var severity) ->
                    new Decoded.Broken<>(code, message, tag, severity);
        };
    }

    private static Decoded<Heard> heard(RawFrame raw) {
        try {
            return new Decoded.Frame<>(HeardTable.read(raw));
        } catch (BadFrame bad) {
            return broken(bad, raw.tag());
        }
    }

    /// The line of a request.
    public static byte[] encode(Envelope<Request> request) {
        return RequestTable.write(request.frame(), request.tag());
    }

    /// The line of a reply.
    public static byte[] encodeReply(Envelope<Reply> reply) {
        return ReplyWriter.write(reply.frame(), reply.tag());
    }

    /// The line of an event.
    public static byte[] encode(Event event) {
        return EventWriter.write(event);
    }

    /// Reads a line up to its type, and the id that stands under this key.
    ///
    /// @param idKey `id`, `re`, or an empty string where the frames carry none
    public static Decoded<RawFrame> parse(byte[] buffer, int from, int length, String idKey) {
        String tag = "";
        try {
            String line = decodeUtf8(buffer, from, length);
            Fields fields = StrictJson.parse(line);
            if (!idKey.isEmpty() && fields.has(idKey)) {
                String id = fields.text(idKey, 1, Limits.ID_CHARACTERS);
                Fields.checkString(id);
                tag = id;
            }
            fields.checkStrings();
            return new Decoded.Frame<>(new RawFrame(fields.text("type"), tag, fields));
        } catch (BadFrame bad) {
            return broken(bad, tag);
        } catch (CharacterCodingException malformed) {
            return new Decoded.Broken<>(
                    Refusal.BAD_FRAME, "This line is no UTF-8.", "", Decoded.Severity.CONNECTION);
        }
    }

    private static String decodeUtf8(byte[] buffer, int from, int length)
            throws CharacterCodingException {
        String quick = new String(buffer, from, length, StandardCharsets.UTF_8);
        if (quick.indexOf(REPLACEMENT) < 0) {
            return quick;
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(buffer, from, length))
                .toString();
    }

    private static <T> Decoded<T> broken(BadFrame bad, String tag) {
        return new Decoded.Broken<>(bad.code(), bad.sentence(), tag, Decoded.Severity.LINE);
    }
}
