package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import parley.protocol.ByeReason;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.DeclineReason;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.PeerAddress;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.ResultCursor;
import parley.protocol.Role;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class FrameCodecTest {
    private static final UserName YODA = UserName.of("Yoda");
    private static final UserName LUKE = UserName.of("luke");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.120Z");
    private static final String KEY = "A".repeat(43);
    private static final String CURSOR = new ResultCursor(Chat.with(LUKE), 12).toString();
    private static final List<PeerAddress> ADDRESSES =
            Stream.of("192.0.2.7:41233", "[2001:db8::7]:41233")
                    .map(PeerAddress::parse)
                    .flatMap(Optional::stream)
                    .toList();

    private static Decoded<Envelope<Request>> read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return switch (FrameCodec.parse(bytes, 0, bytes.length)) {
            case Decoded.Frame<RawFrame>(RawFrame raw) -> FrameCodec.request(raw);
            case Decoded.Broken<RawFrame>(var code, var message, var tag, var severity) ->
                    new Decoded.Broken<>(code, message, tag, severity);
        };
    }

    private static Decoded<Heard> hear(byte[] line) {
        return FrameCodec.heard(line, 0, line.length - 1);
    }

    private static Refusal refusalOf(String line) {
        return read(line) instanceof Decoded.Broken<?> broken ? broken.code() : Refusal.OTHER;
    }

    static final List<Request> requests =
            List.of(
                    new Request.Login(
                            "yoda",
                            new Request.Proof.Password("do \"or\" do not"),
                            "netcat",
                            true,
                            PresenceMode.BATCH,
                            true,
                            1),
                    new Request.Login(
                            "yoda",
                            new Request.Proof.Token("t"),
                            "",
                            false,
                            PresenceMode.EACH,
                            false,
                            2),
                    new Request.Logout(true),
                    new Request.Logout(false),
                    new Request.Ping(),
                    new Request.Pong(),
                    new Request.Active(),
                    new Request.Message("luke", "Größe 👍 \u0001 \n \u2028"),
                    new Request.Broadcast("all"),
                    new Request.Delivered("luke", 12),
                    new Request.Read("luke", 12),
                    new Request.Typing("luke"),
                    new Request.SetStatus(Status.BUSY),
                    new Request.Who(new Request.Span.Now(), ""),
                    new Request.Who(new Request.Span.Since(900), "han"),
                    new Request.Who(new Request.Span.All(), "han"),
                    new Request.Block("luke"),
                    new Request.Unblock("luke"),
                    new Request.Blocks("han"),
                    new Request.Chats("*"),
                    new Request.History("luke", new Request.Page.Latest(), 50),
                    new Request.History("*", new Request.Page.Before(13), 1),
                    new Request.History("*", new Request.Page.After(0), 200),
                    new Request.Search("deck \"plan\"", Optional.empty(), "", 20),
                    new Request.Search("", Optional.of("luke"), CURSOR, 200),
                    new Request.Private("luke", ADDRESSES, KEY),
                    new Request.PrivateAccept("s", ADDRESSES, KEY),
                    new Request.PrivateDecline("s"),
                    new Request.PrivateCancel("s"));

    @ParameterizedTest
    @FieldSource("requests")
    void aRequestThatWasWrittenIsReadAsTheSame(Request request) {
        Envelope<Request> sent = new Envelope<>("7", request);
        byte[] line = FrameCodec.encode(sent);

        assertThat(line).endsWith('\n');
        assertThat(read(new String(line, StandardCharsets.UTF_8)))
                .isEqualTo(new Decoded.Frame<>(sent));
    }

    static final List<Reply> replies =
            List.of(
                    new Reply.Welcome(YODA, "parley/1.0", 1, "s", "t", "log", NOON, 65_536, 16_384),
                    new Reply.Error(Refusal.EMPTY, "There is nothing in it."),
                    new Reply.Error(
                            Refusal.WRONG_PASSWORD, "No.", new Reply.Detail.AttemptsLeft(2)),
                    new Reply.Error(Refusal.LOCKED, "No.", new Reply.Detail.RetryAfter(60)),
                    new Reply.Error(Refusal.TOO_LONG, "No.", new Reply.Detail.Limit(16_384)),
                    new Reply.Error(Refusal.ALREADY_ONLINE, "No.", new Reply.Detail.Since(NOON)),
                    new Reply.Error(
                            Refusal.PROTOCOL_VERSION, "No.", new Reply.Detail.Versions(1, 1)),
                    new Reply.Sent(Chat.with(LUKE), 12, NOON),
                    new Reply.SentToEveryone(3, NOON, 17, true),
                    new Reply.Ok(),
                    new Reply.Introduced("s"),
                    new Reply.Pong(),
                    new Reply.Goodbye(),
                    new Reply.Users(
                            List.of(
                                    new Reply.Someone.There(LUKE, Status.AWAY, NOON),
                                    new Reply.Someone.Gone(YODA, Optional.of(NOON)),
                                    new Reply.Someone.Gone(YODA, Optional.empty())),
                            "yoda"),
                    new Reply.Blocks(List.of(LUKE), ""),
                    new Reply.Chats(
                            List.of(
                                    new Reply.ChatState.OfAll(3),
                                    new Reply.ChatState.OfTwo(LUKE, 12, 12, 10, 12, 9)),
                            ""),
                    new Reply.History(
                            Chat.with(LUKE),
                            List.of(
                                    new ChatMessage(Chat.with(LUKE), YODA, 1, "hi", NOON, "i"),
                                    new ChatMessage(Chat.with(LUKE), LUKE, 2, "ho", NOON, "")),
                            true),
                    new Reply.Results(
                            List.of(
                                    new ChatMessage(Chat.EVERYONE, LUKE, 9, "ho", NOON, ""),
                                    new ChatMessage(Chat.with(LUKE), YODA, 1, "ho", NOON, "i")),
                            CURSOR),
                    new Reply.Results(List.of(), ""));

    @ParameterizedTest
    @FieldSource("replies")
    void aReplyThatWasWrittenIsHeardAsTheSame(Reply reply) {
        byte[] line = FrameCodec.encodeReply(new Envelope<>("7", reply));

        assertThat(hear(line)).isEqualTo(new Decoded.Frame<>(new Heard.Answer("7", reply)));
    }

    static final List<Event> events =
            List.of(
                    new Event.Message(new ChatMessage(Chat.EVERYONE, LUKE, 3, "\"\\\t", NOON, "")),
                    new Event.Presence(LUKE, Status.OFFLINE, NOON),
                    new Event.Presences(List.of(new Event.Presence(LUKE, Status.ONLINE, NOON))),
                    new Event.Receipt(LUKE, 12, 10),
                    new Event.Typing(LUKE),
                    new Event.CaughtUp(),
                    new Event.Ping(),
                    new Event.Bye(ByeReason.SHUTDOWN, 2),
                    new Event.Bye(ByeReason.SLOW, 0),
                    new Event.PrivateRequest("s", LUKE, KEY),
                    new Event.PrivateReady("s", LUKE, Role.DIAL, ADDRESSES, KEY, "ticket"),
                    new Event.PrivateDeclined("s", DeclineReason.NO_ANSWER));

    @ParameterizedTest
    @FieldSource("events")
    void anEventThatWasWrittenIsHeardAsTheSame(Event event) {
        assertThat(hear(FrameCodec.encode(event)))
                .isEqualTo(new Decoded.Frame<>(new Heard.Told(event)));
    }

    @Test
    void onlyWhatTheRfcRequiresIsEscapedAndInTheShortForm() {
        byte[] line =
                FrameCodec.encode(
                        Envelope.untagged(
                                new Request.Broadcast(
                                        "\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028<👍>")));

        assertThat(new String(line, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"type\":\"broadcast\",\"text\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f"
                                + "\u007f\u2028<👍>\"}\n");
    }

    @Test
    void aClientIgnoresWhatItDoesNotKnow() {
        byte[] event = "{\"type\":\"party\",\"x\":1}\n".getBytes(StandardCharsets.UTF_8);
        byte[] code =
                "{\"type\":\"error\",\"re\":\"1\",\"code\":\"mood\",\"message\":\"No.\"}\n"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(hear(event)).isEqualTo(new Decoded.Frame<>(new Heard.Unknown("party")));
        assertThat(hear(code))
                .isEqualTo(
                        new Decoded.Frame<>(
                                new Heard.Answer("1", new Reply.Error(Refusal.OTHER, "No."))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-12-31T23:59:59.999999999Z",
                "+999999999-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "2026-11-22",
                ""
            })
    void whatTheWireCannotWriteIsNoTime(String time) {
        assertThat(hear(presenceAt(time))).isInstanceOf(Decoded.Broken.class);
    }

    @Test
    void aTimeIsHeardInMilliseconds() {
        assertThat(hear(presenceAt("2026-11-22T12:00:00.0009999Z")))
                .isEqualTo(hear(presenceAt("2026-11-22T12:00:00.000Z")));
    }

    private static byte[] presenceAt(String time) {
        String line =
                "{\"type\":\"presence\",\"user\":\"luke\",\"status\":\"online\",\"time\":\"%s\"}\n";
        return line.formatted(time).getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class ABrokenLine {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "hello",
                    "[]",
                    "null",
                    "{'type':'ping'}",
                    "{\"type\":\"ping\"} x",
                    "{\"type\":\"ping\"}{}",
                    "{\"type\":\"ping\",\"x\":NaN}",
                    "{\"type\":\"ping\",\"x\":01}",
                    "{\"type\":\"ping\",\"x\":\"a\tb\"}",
                    "{\"type\":\"ping\",\"x\":\"\\'\"}",
                    "{\"type\":\"ping\",\"x\":\"\\ud800\"}",
                    "{\"type\":\"ping\",\"x\":[{\"\\udc00\":1}]}",
                    "{\"type\":\"ping\",\"x\":\"\\u0000\"}",
                    "{\"type\":\"ping\",\"x\":1,\"x\":null}",
                    "{\"type\":\"ping\" /* hi */}",
                    "\ufeff{\"type\":\"ping\"}",
                    "{\"type\":\"ping\"}\ufeff",
                    "\u00a0{\"type\":\"ping\"}",
                    "{\"type\":7}",
                    "{\"type\":null}",
                    "{}",
                    " ",
                    "{\"type\":\"login\",\"user\":\"y\"}",
                    "{\"type\":\"login\",\"user\":\"y\",\"password\":\"p\",\"token\":\"t\"}",
                    "{\"type\":\"login\",\"user\":\"y\",\"password\":\"p\",\"presence\":\"some\"}",
                    "{\"type\":\"who\",\"since\":1.0}",
                    "{\"type\":\"who\",\"since\":1e3}",
                    "{\"type\":\"who\",\"since\":-1}",
                    "{\"type\":\"who\",\"since\":9007199254740992}",
                    "{\"type\":\"who\",\"since\":\"5\"}",
                    "{\"type\":\"who\",\"since\":5,\"scope\":\"all\"}",
                    "{\"type\":\"status\",\"status\":\"offline\"}",
                    "{\"type\":\"history\",\"chat\":\"luke\",\"limit\":0}",
                    "{\"type\":\"history\",\"chat\":\"luke\",\"before\":1,\"after\":1}",
                    "{\"type\":\"search\",\"chat\":\"luke\"}",
                    "{\"type\":\"search\",\"text\":\"x\",\"limit\":201}",
                    "{\"type\":\"search\",\"text\":\"x\",\"before\":\"\"}",
                    "{\"type\":\"search\",\"text\":\"x\",\"before\":\"12\"}",
                    "{\"type\":\"private\",\"to\":\"luke\",\"addresses\":[],\"key\":\""
                            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
                    "{\"type\":\"private\",\"to\":\"luke\",\"hidden\":true,\"addresses\":"
                            + "[\"192.0.2.7:41233\"],\"key\":\""
                            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}"
                })
        void isABadFrame(String line) {
            assertThat(refusalOf(line)).isEqualTo(Refusal.BAD_FRAME);
        }

        @Test
        void tellsItsIdWhereThatCanBeTrusted() {
            assertThat(read("{\"id\":\"a\",\"type\":\"who\",\"since\":-1}"))
                    .matches(bad -> bad instanceof Decoded.Broken<?> b && b.tag().equals("a"));
            assertThat(read("{\"id\":\"a\",\"id\":\"a\",\"type\":\"who\"}"))
                    .matches(bad -> bad instanceof Decoded.Broken<?> b && b.tag().isEmpty());
            assertThat(read("{\"id\":\"\",\"type\":\"who\"}"))
                    .matches(bad -> bad instanceof Decoded.Broken<?> b && b.tag().isEmpty());
            assertThat(read("{\"id\":\"a\",\"type\":\"who\",\"x\":" + "[".repeat(17) + "]}"))
                    .matches(bad -> bad instanceof Decoded.Broken<?> b && b.tag().isEmpty());
        }

        @ParameterizedTest
        @ValueSource(strings = {"\\ud800", "\\udc00x", "\\ude00\\ud83d", "\\u0000"})
        void tellsItsIdBesideAStringThatMayNotBe(String half) {
            assertThat(read("{\"id\":\"a\",\"type\":\"who\",\"x\":\"" + half + "\"}"))
                    .matches(bad -> bad instanceof Decoded.Broken<?> b && b.tag().equals("a"));
            assertThat(read("{\"id\":\"a" + half + "\",\"type\":\"who\"}"))
                    .matches(bad -> bad instanceof Decoded.Broken<?> b && b.tag().isEmpty());
        }

        @Test
        void mayBeNestedSixteenDeepAndNoMore() {
            String fifteen = "[".repeat(15) + "]".repeat(15);
            String sixteen = "[".repeat(16) + "]".repeat(16);

            assertThat(read("{\"type\":\"ping\",\"x\":" + fifteen + "}"))
                    .isInstanceOf(Decoded.Frame.class);
            assertThat(refusalOf("{\"type\":\"ping\",\"x\":" + sixteen + "}"))
                    .isEqualTo(Refusal.BAD_FRAME);
        }

        @Test
        void ofMalformedUtf8EndsTheConnection() {
            byte[] line = {'{', '"', (byte) 0xff, '"', ':', '1', '}'};

            assertThat(FrameCodec.parse(line, 0, line.length))
                    .matches(bad ->
                            bad instanceof Decoded.Broken<?> b
                                    && b.severity() == Decoded.Severity.CONNECTION);
        }

        @Test
        void isAnsweredWithASentenceThatCanBeRead() {
            String type = "x".repeat(39) + "👍👍";

            Decoded.Broken<?> broken = (Decoded.Broken<?>) read("{\"type\":\"" + type + "\"}");

            assertThat(broken.message())
                    .isEqualTo("No frame is of type \"" + "x".repeat(39) + "👍…\".");
        }

        @Test
        void ofAnUnknownTypeSaysSo() {
            assertThat(refusalOf("{\"type\":\"nonsense\"}")).isEqualTo(Refusal.UNKNOWN_TYPE);
        }
    }
}
