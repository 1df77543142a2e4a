package parley.wire;

import parley.protocol.ByeReason;
import parley.protocol.ChatMessage;
import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.Role;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.time.Instant;

/// How each event is written.
final class EventWriter {
    private EventWriter() {}

    static byte[] write(Event event) {
        return line(event).bytes();
    }

    private static JsonLine line(Event event) {
        return switch (event) {
            case Event.Message(ChatMessage message) -> message(JsonLine.of("message"), message);
            case Event.Presence presence -> presence(JsonLine.of("presence"), presence);
            case Event.Presences(var users) -> {
                JsonLine line = JsonLine.of("presences").beginList("users");
                users.forEach(user -> presence(line.beginItem(), user).endObject());
                yield line.endList();
            }
            case Event.Receipt(UserName chat, long delivered, long read) ->
                    JsonLine.of("receipt")
                            .with("chat", chat.toString())
                            .with("delivered", delivered)
                            .with("read", read);
            case Event.Typing(UserName chat) -> JsonLine.of("typing").with("chat", chat.toString());
            case Event.CaughtUp() -> JsonLine.of("caught-up");
            case Event.Ping() -> JsonLine.of("ping");
            case Event.Bye(ByeReason reason, long retryAfter) -> {
                JsonLine line = JsonLine.of("bye").with("reason", reason.wire());
                yield retryAfter == 0 ? line : line.with("retryAfter", retryAfter);
            }
            case Event.PrivateRequest(String session, UserName from, String key) ->
                    JsonLine.of("private-request")
                            .with("session", session)
                            .with("from", from.toString())
                            .with("key", key);
            case Event.PrivateReady(
                            String session,
                            UserName with,
                            Role role,
                            var addresses,
                            String key,
                            String relay) ->
                    JsonLine.of("private-ready")
                            .with("session", session)
                            .with("with", with.toString())
                            .with("role", role.wire())
                            .withStrings("addresses", addresses)
                            .with("key", key)
                            .withAny("relay", relay);
            case Event.RelayWanted(String session) ->
                    JsonLine.of("relay-wanted").with("session", session);
            case Event.PrivateDeclined(String session, DeclineReason reason) ->
                    JsonLine.of("private-declined")
                            .with("session", session)
                            .with("reason", reason.wire());
        };
    }

    static JsonLine message(JsonLine line, ChatMessage message) {
        return line.with("chat", message.chat().toString())
                .with("from", message.from().toString())
                .with("seq", message.seq())
                .with("text", message.text())
                .with("time", message.time())
                .withAny("id", message.id());
    }

    private static JsonLine presence(JsonLine line, Event.Presence presence) {
        Instant time = presence.time();
        Status status = presence.status();
        return line.with("user", presence.user().toString())
                .with("status", status.wire())
                .with("time", time);
    }
}
