package parley.wire;

import parley.protocol.Limits;
import parley.protocol.PeerAddress;
import parley.protocol.PresenceMode;
import parley.protocol.Request;
import parley.protocol.ResultCursor;
import parley.protocol.Status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How each request is read and written: one entry a sentence.
final class RequestTable {
    private static final Map<String, Reading> READINGS = readings();

    private interface Reading {
        Request read(Fields fields) throws BadFrame;
    }

    private RequestTable() {}

    static Request read(String type, Fields fields) throws BadFrame {
        Reading reading = READINGS.get(type);
        if (reading == null) {
            throw BadFrame.unknownType(type);
        }
        return reading.read(fields);
    }

    private static Map<String, Reading> readings() {
        Map<String, Reading> all = new HashMap<>();
        all.put("login", RequestTable::login);
        all.put("logout", f -> new Request.Logout(f.flag("forget")));
        all.put("ping", f -> new Request.Ping());
        all.put("pong", f -> new Request.Pong());
        all.put("active", f -> new Request.Active());
        all.put("message", f -> new Request.Message(f.text("to"), f.text("text")));
        all.put("broadcast", f -> new Request.Broadcast(f.text("text")));
        all.put("delivered", f -> new Request.Delivered(f.text("chat"), seq(f, "seq")));
        all.put("read", f -> new Request.Read(f.text("chat"), seq(f, "seq")));
        all.put("typing", f -> new Request.Typing(f.text("to")));
        all.put("status", f -> new Request.SetStatus(status(f)));
        all.put("who", f -> new Request.Who(span(f), f.textOrEmpty("after")));
        all.put("block", f -> new Request.Block(f.text("user")));
        all.put("unblock", f -> new Request.Unblock(f.text("user")));
        all.put("blocks", f -> new Request.Blocks(f.textOrEmpty("after")));
        all.put("chats", f -> new Request.Chats(f.textOrEmpty("after")));
        all.put("history", f -> new Request.History(f.text("chat"), page(f), limit(f)));
        all.put("search", RequestTable::search);
        all.put("private", f -> new Request.Private(f.text("to"), addresses(f), f.sha256("key")));
        all.put(
                "private-accept",
                f -> new Request.PrivateAccept(f.text("session"), addresses(f), f.sha256("key")));
        all.put("private-decline", f -> new Request.PrivateDecline(f.text("session")));
        all.put("private-cancel", f -> new Request.PrivateCancel(f.text("session")));
        all.put("relay", f -> new Request.Relay(f.text("ticket")));
        return Map.copyOf(all);
    }

    /// Who gives their address to nobody says so, and names none: a server that does not know of
    /// this refuses an empty list, and so gives nothing away.
    private static List<PeerAddress> addresses(Fields f) throws BadFrame {
        return f.flag("hidden")
                ? f.addresses("addresses", 0, 0)
                : f.addresses("addresses", 1, Limits.ADDRESSES);
    }

    private static Request login(Fields f) throws BadFrame {
        String user = f.text("user");
        if (f.has("password") == f.has("token")) {
            throw BadFrame.because("A login has either a \"password\" or a \"token\".");
        }
        Request.Proof proof =
                f.has("password")
                        ? new Request.Proof.Password(f.text("password"))
                        : new Request.Proof.Token(f.text("token"));
        PresenceMode presence =
                f.has("presence") ? f.choice("presence", PresenceMode.values()) : PresenceMode.EACH;
        return new Request.Login(
                user,
                proof,
                f.textOrEmpty("client"),
                f.flag("acks"),
                presence,
                f.flag("takeover"),
                f.integer("protocol", -Limits.INTEGER, Limits.INTEGER, Limits.PROTOCOL));
    }

    private static Status status(Fields f) throws BadFrame {
        return f.choice("status", Status.ONLINE, Status.AWAY, Status.BUSY);
    }

    private static long seq(Fields f, String name) throws BadFrame {
        return f.integer(name, 0, Limits.INTEGER);
    }

    private static Request.Span span(Fields f) throws BadFrame {
        if (f.has("since") && f.has("scope")) {
            throw BadFrame.because("\"since\" and \"scope\" exclude each other.");
        }
        if (f.has("since")) {
            return new Request.Span.Since(seq(f, "since"));
        }
        if (f.has("scope") && !f.text("scope").equals("all")) {
            throw BadFrame.because("\"scope\" must be all.");
        }
        return f.has("scope") ? new Request.Span.All() : new Request.Span.Now();
    }

    private static Request.Page page(Fields f) throws BadFrame {
        if (f.has("before") && f.has("after")) {
            throw BadFrame.because("\"before\" and \"after\" exclude each other.");
        }
        if (f.has("before")) {
            return new Request.Page.Before(seq(f, "before"));
        }
        return f.has("after") ? new Request.Page.After(seq(f, "after")) : new Request.Page.Latest();
    }

    private static int limit(Fields f) throws BadFrame {
        return (int) f.integer("limit", 1, Limits.HISTORY_PAGE_MOST, Limits.HISTORY_PAGE);
    }

    private static Request search(Fields f) throws BadFrame {
        String before = f.textOrEmpty("before");
        if (f.has("before") && ResultCursor.parse(before).isEmpty()) {
            throw BadFrame.because("\"before\" must be the \"next\" of a page before.");
        }
        int limit = (int) f.integer("limit", 1, Limits.SEARCH_PAGE_MOST, Limits.SEARCH_PAGE);
        return new Request.Search(f.text("text"), f.textIfAny("chat"), before, limit);
    }

    static byte[] write(Request request, String tag) {
        return line(request, tag).bytes();
    }

    private static JsonLine line(Request request, String tag) {
        return switch (request) {
            case Request.Login login -> login(login, tag);
            case Request.Logout(boolean forget) -> flag(begin("logout", tag), "forget", forget);
            case Request.Ping() -> begin("ping", tag);
            case Request.Pong() -> begin("pong", tag);
            case Request.Active() -> begin("active", tag);
            case Request.Message(String to, String text) ->
                    begin("message", tag).with("to", to).with("text", text);
            case Request.Broadcast(String text) -> begin("broadcast", tag).with("text", text);
            case Request.Delivered(String chat, long seq) ->
                    begin("delivered", tag).with("chat", chat).with("seq", seq);
            case Request.Read(String chat, long seq) ->
                    begin("read", tag).with("chat", chat).with("seq", seq);
            case Request.Typing(String to) -> begin("typing", tag).with("to", to);
            case Request.SetStatus(Status status) ->
                    begin("status", tag).with("status", status.wire());
            case Request.Who(Request.Span span, String after) ->
                    span(begin("who", tag), span).withAny("after", after);
            case Request.Block(String user) -> begin("block", tag).with("user", user);
            case Request.Unblock(String user) -> begin("unblock", tag).with("user", user);
            case Request.Blocks(String after) -> begin("blocks", tag).withAny("after", after);
            case Request.Chats(String after) -> begin("chats", tag).withAny("after", after);
            case Request.History(String chat, Request.Page page, int limit) ->
                    page(begin("history", tag).with("chat", chat), page).with("limit", limit);
            case Request.Search(String text, var chat, String before, int limit) -> {
                JsonLine line = begin("search", tag).with("text", text);
                chat.ifPresent(name -> line.with("chat", name));
                yield line.withAny("before", before).with("limit", limit);
            }
            case Request.Private(String to, var addresses, String key) ->
                    own(begin("private", tag).with("to", to), addresses).with("key", key);
            case Request.PrivateAccept(String session, var addresses, String key) ->
                    own(begin("private-accept", tag).with("session", session), addresses)
                            .with("key", key);
            case Request.PrivateDecline(String session) ->
                    begin("private-decline", tag).with("session", session);
            case Request.PrivateCancel(String session) ->
                    begin("private-cancel", tag).with("session", session);
            case Request.Relay(String ticket) -> begin("relay", tag).with("ticket", ticket);
        };
    }

    private static JsonLine own(JsonLine line, List<PeerAddress> addresses) {
        return flag(line.withStrings("addresses", addresses), "hidden", addresses.isEmpty());
    }

    private static JsonLine login(Request.Login login, String tag) {
        JsonLine line = begin("login", tag).with("user", login.user());
        switch (login.proof()) {
            case Request.Proof.Password(String text) -> line.with("password", text);
            case Request.Proof.Token(String text) -> line.with("token", text);
        }
        line.withAny("client", login.client());
        flag(line, "acks", login.acks());
        if (login.presence() != PresenceMode.EACH) {
            line.with("presence", login.presence().wire());
        }
        flag(line, "takeover", login.takeover());
        return login.protocol() == Limits.PROTOCOL ? line : line.with("protocol", login.protocol());
    }

    private static JsonLine span(JsonLine line, Request.Span span) {
        return switch (span) {
            case Request.Span.Now() -> line;
            case Request.Span.Since(long seconds) -> line.with("since", seconds);
            case Request.Span.All() -> line.with("scope", "all");
        };
    }

    private static JsonLine page(JsonLine line, Request.Page page) {
        return switch (page) {
            case Request.Page.Latest() -> line;
            case Request.Page.Before(long seq) -> line.with("before", seq);
            case Request.Page.After(long seq) -> line.with("after", seq);
        };
    }

    private static JsonLine flag(JsonLine line, String key, boolean value) {
        return value ? line.with(key, true) : line;
    }

    private static JsonLine begin(String type, String tag) {
        return JsonLine.of(type).withAny("id", tag);
    }
}
