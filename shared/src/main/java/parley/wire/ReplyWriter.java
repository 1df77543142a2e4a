package parley.wire;

import parley.protocol.ChatMessage;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Status;

import java.time.Instant;
import java.util.List;

/// How each reply is written.
final class ReplyWriter {
    private ReplyWriter() {}

    static byte[] write(Reply reply, String tag) {
        return line(reply, tag).bytes();
    }

    private static JsonLine line(Reply reply, String tag) {
        return switch (reply) {
            case Reply.Welcome welcome -> welcome(welcome, tag);
            case Reply.Error(Refusal code, String message, Reply.Detail detail) ->
                    detail(
                            begin("error", tag).with("code", code.wire()).with("message", message),
                            detail);
            case Reply.Sent(var chat, long seq, Instant time) ->
                    begin("sent", tag)
                            .with("chat", chat.toString())
                            .with("seq", seq)
                            .with("time", time);
            case Reply.SentToEveryone(long seq, Instant time, long recipients, boolean withheld) ->
                    begin("sent", tag)
                            .with("chat", "*")
                            .with("seq", seq)
                            .with("time", time)
                            .with("recipients", recipients)
                            .with("withheld", withheld);
            case Reply.Ok() -> begin("ok", tag);
            case Reply.Introduced(String session) -> begin("ok", tag).with("session", session);
            case Reply.Relayed() -> begin("relayed", tag);
            case Reply.Pong() -> begin("pong", tag);
            case Reply.Goodbye() -> begin("bye", tag).with("reason", "logout");
            case Reply.Users(var users, String next) ->
                    users(begin("users", tag), users).withAny("next", next);
            case Reply.Blocks(var users, String next) ->
                    begin("blocks", tag).withStrings("users", users).withAny("next", next);
            case Reply.Chats(var chats, String next) ->
                    chats(begin("chats", tag), chats).withAny("next", next);
            case Reply.History(var chat, var messages, boolean more) ->
                    messages(begin("history", tag).with("chat", chat.toString()), messages)
                            .with("more", more);
            case Reply.Results(var messages, String next) ->
                    messages(begin("results", tag), messages).withAny("next", next);
        };
    }

    private static JsonLine welcome(Reply.Welcome welcome, String tag) {
        return begin("welcome", tag)
                .with("user", welcome.user().toString())
                .with("server", welcome.server())
                .with("protocol", welcome.protocol())
                .with("session", welcome.session())
                .with("token", welcome.token())
                .with("log", welcome.log())
                .with("time", welcome.time())
                .beginObject("limits")
                .with("line", welcome.lineLimit())
                .with("text", welcome.textLimit())
                .endObject();
    }

    private static JsonLine detail(JsonLine line, Reply.Detail detail) {
        return switch (detail) {
            case Reply.Detail.None() -> line;
            case Reply.Detail.AttemptsLeft(long count) -> line.with("attemptsLeft", count);
            case Reply.Detail.RetryAfter(long seconds) -> line.with("retryAfter", seconds);
            case Reply.Detail.Limit(long most) -> line.with("limit", most);
            case Reply.Detail.Since(Instant time) -> line.with("since", time);
            case Reply.Detail.Versions(long min, long max) ->
                    line.with("min", min).with("max", max);
        };
    }

    private static JsonLine users(JsonLine line, List<Reply.Someone> users) {
        line.beginList("users");
        for (Reply.Someone user : users) {
            line.beginItem().with("user", user.user().toString());
            switch (user) {
                case Reply.Someone.There(var name, Status status, Instant since) ->
                        line.with("status", status.wire()).with("since", since);
                case Reply.Someone.Gone(var name, var seen) -> {
                    line.with("status", Status.OFFLINE.wire());
                    seen.ifPresent(time -> line.with("lastSeen", time));
                }
            }
            line.endObject();
        }
        return line.endList();
    }

    private static JsonLine chats(JsonLine line, List<Reply.ChatState> chats) {
        line.beginList("chats");
        for (Reply.ChatState chat : chats) {
            line.beginItem().with("chat", chat.chat().toString()).with("last", chat.last());
            switch (chat) {
                case Reply.ChatState.OfAll all -> {}
                case Reply.ChatState.OfTwo two ->
                        line.with("delivered", two.delivered())
                                .with("read", two.read())
                                .beginObject("theirs")
                                .with("delivered", two.theirDelivered())
                                .with("read", two.theirRead())
                                .endObject();
            }
            line.endObject();
        }
        return line.endList();
    }

    private static JsonLine messages(JsonLine line, List<ChatMessage> messages) {
        line.beginList("messages");
        for (ChatMessage message : messages) {
            EventWriter.message(line.beginItem(), message).endObject();
        }
        return line.endList();
    }

    private static JsonLine begin(String type, String tag) {
        return JsonLine.of(type).withAny("re", tag);
    }
}
