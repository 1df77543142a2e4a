package parley.wire;

import parley.protocol.ByeReason;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Role;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a client reads what a server says: one entry a sentence.
final class HeardTable {
    private static final Map<String, Reading<Reply>> REPLIES = replies();
    private static final Map<String, Reading<Event>> EVENTS = events();

    private interface Reading<T> {
        T read(Fields fields) throws BadFrame;
    }

    private HeardTable() {}

    static Heard read(RawFrame raw) throws BadFrame {
        if (raw.type().equals("bye") && !raw.tag().isEmpty()) {
            return new Heard.Answer(raw.tag(), new Reply.Goodbye());
        }
        Reading<Reply> reply = REPLIES.get(raw.type());
        if (reply != null) {
            return new Heard.Answer(raw.tag(), reply.read(raw.fields()));
        }
        Reading<Event> event = EVENTS.get(raw.type());
        return event != null
                ? new Heard.Told(event.read(raw.fields()))
                : new Heard.Unknown(raw.type());
    }

    private static Map<String, Reading<Reply>> replies() {
        Map<String, Reading<Reply>> all = new HashMap<>();
        all.put("welcome", HeardTable::welcome);
        all.put("error", HeardTable::error);
        all.put("sent", HeardTable::sent);
        all.put(
                "ok",
                f -> f.has("session") ? new Reply.Introduced(f.text("session")) : new Reply.Ok());
        all.put("relayed", f -> new Reply.Relayed());
        all.put("pong", f -> new Reply.Pong());
        all.put("users", f -> new Reply.Users(people(f), f.textOrEmpty("next")));
        all.put("blocks", f -> new Reply.Blocks(f.users("users"), f.textOrEmpty("next")));
        all.put("chats", f -> new Reply.Chats(chats(f), f.textOrEmpty("next")));
        all.put("history", f -> new Reply.History(f.chat("chat"), messages(f), f.flag("more")));
        all.put("results", f -> new Reply.Results(messages(f), f.textOrEmpty("next")));
        return Map.copyOf(all);
    }

    private static Map<String, Reading<Event>> events() {
        Map<String, Reading<Event>> all = new HashMap<>();
        all.put("message", f -> new Event.Message(message(f)));
        all.put("presence", HeardTable::presence);
        all.put("presences", HeardTable::presences);
        all.put(
                "receipt",
                f -> new Event.Receipt(f.user("chat"), count(f, "delivered"), count(f, "read")));
        all.put("typing", f -> new Event.Typing(f.user("chat")));
        all.put("caught-up", f -> new Event.CaughtUp());
        all.put("ping", f -> new Event.Ping());
        all.put("bye", HeardTable::bye);
        all.put(
                "private-request",
                f -> new Event.PrivateRequest(f.text("session"), f.user("from"), f.sha256("key")));
        all.put(
                "private-ready",
                f ->
                        new Event.PrivateReady(
                                f.text("session"),
                                f.user("with"),
                                f.choice("role", Role.values()),
                                f.addresses("addresses", 0, 2 * Limits.ADDRESSES),
                                f.sha256("key"),
                                f.textOrEmpty("relay")));
        all.put("relay-wanted", f -> new Event.RelayWanted(f.text("session")));
        all.put("private-declined", HeardTable::declined);
        return Map.copyOf(all);
    }

    private static Reply welcome(Fields f) throws BadFrame {
        Fields limits = f.object("limits");
        return new Reply.Welcome(
                f.user("user"),
                f.text("server"),
                (int) f.integer("protocol", 1, Integer.MAX_VALUE),
                f.text("session"),
                f.text("token"),
                f.text("log"),
                f.time("time"),
                (int) limits.integer("line", 1, Integer.MAX_VALUE),
                (int) limits.integer("text", 1, Integer.MAX_VALUE));
    }

    private static Reply error(Fields f) throws BadFrame {
        return new Reply.Error(Refusal.of(f.text("code")), f.text("message"), detail(f));
    }

    private static Reply.Detail detail(Fields f) throws BadFrame {
        if (f.has("attemptsLeft")) {
            return new Reply.Detail.AttemptsLeft(count(f, "attemptsLeft"));
        }
        if (f.has("retryAfter")) {
            return new Reply.Detail.RetryAfter(count(f, "retryAfter"));
        }
        if (f.has("limit")) {
            return new Reply.Detail.Limit(count(f, "limit"));
        }
        if (f.has("since")) {
            return new Reply.Detail.Since(f.time("since"));
        }
        return f.has("min")
                ? new Reply.Detail.Versions(count(f, "min"), count(f, "max"))
                : new Reply.Detail.None();
    }

    private static Reply sent(Fields f) throws BadFrame {
        Chat chat = f.chat("chat");
        return chat instanceof Chat.Everyone
                ? new Reply.SentToEveryone(
                        count(f, "seq"), f.time("time"), count(f, "recipients"), f.flag("withheld"))
                : new Reply.Sent(chat, count(f, "seq"), f.time("time"));
    }

    private static List<Reply.Someone> people(Fields f) throws BadFrame {
        List<Reply.Someone> people = new ArrayList<>();
        for (Fields one : f.objects("users")) {
            Status status = one.choice("status", Status.values());
            people.add(
                    status == Status.OFFLINE
                            ? new Reply.Someone.Gone(
                                    one.user("user"),
                                    one.has("lastSeen")
                                            ? Optional.of(one.time("lastSeen"))
                                            : Optional.empty())
                            : new Reply.Someone.There(one.user("user"), status, one.time("since")));
        }
        return people;
    }

    private static List<Reply.ChatState> chats(Fields f) throws BadFrame {
        List<Reply.ChatState> chats = new ArrayList<>();
        for (Fields one : f.objects("chats")) {
            chats.add(
                    one.chat("chat") instanceof Chat.With(var user)
                            ? ofTwo(user, one)
                            : new Reply.ChatState.OfAll(count(one, "last")));
        }
        return chats;
    }

    private static Reply.ChatState ofTwo(UserName user, Fields one) throws BadFrame {
        Fields theirs = one.object("theirs");
        return new Reply.ChatState.OfTwo(
                user,
                count(one, "last"),
                count(one, "delivered"),
                count(one, "read"),
                count(theirs, "delivered"),
                count(theirs, "read"));
    }

    private static List<ChatMessage> messages(Fields f) throws BadFrame {
        List<ChatMessage> messages = new ArrayList<>();
        for (Fields one : f.objects("messages")) {
            messages.add(message(one));
        }
        return messages;
    }

    private static ChatMessage message(Fields f) throws BadFrame {
        return new ChatMessage(
                f.chat("chat"),
                f.user("from"),
                f.integer("seq", 1, Limits.INTEGER),
                f.text("text"),
                f.time("time"),
                f.textOrEmpty("id"));
    }

    private static Event.Presence presence(Fields f) throws BadFrame {
        return new Event.Presence(
                f.user("user"), f.choice("status", Status.values()), f.time("time"));
    }

    private static Event presences(Fields f) throws BadFrame {
        List<Event.Presence> users = new ArrayList<>();
        for (Fields one : f.objects("users")) {
            users.add(presence(one));
        }
        return new Event.Presences(users);
    }

    private static Event bye(Fields f) throws BadFrame {
        String reason = f.text("reason");
        ByeReason known =
                Arrays.stream(ByeReason.values())
                        .filter(r -> r.wire().equals(reason))
                        .findAny()
                        .orElse(ByeReason.OTHER);
        return new Event.Bye(known, f.integer("retryAfter", 0, Limits.INTEGER, 0));
    }

    private static Event declined(Fields f) throws BadFrame {
        String reason = f.text("reason");
        DeclineReason known =
                Arrays.stream(DeclineReason.values())
                        .filter(r -> r.wire().equals(reason))
                        .findAny()
                        .orElse(DeclineReason.OTHER);
        return new Event.PrivateDeclined(f.text("session"), known);
    }

    private static long count(Fields f, String name) throws BadFrame {
        return f.integer(name, 0, Limits.INTEGER);
    }
}
