package parley.desktop.simulation;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Logged;
import parley.server.net.SteppedSession;
import parley.server.net.Watch;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.RawFrame;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks on at every border, and objects at once where a promise is broken: what the server is
/// about to say, what it answers, what a desktop says.
final class Witness implements Watch {
    private final Log log;
    private final Map<String, Long> answered = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> notKept = new HashSet<>();
    private final Map<SteppedSession, Map<Conversation, Long>> heard = new LinkedHashMap<>();
    private final Map<Place, Long> delivered = new HashMap<>();
    private final Map<Place, Long> read = new HashMap<>();
    private final Map<Pair, Long> unblocks = new HashMap<>();
    private long told;

    private record Place(Conversation chat, UserName member) {}

    private record Pair(UserName blocker, UserName blocked) {}

    Witness(Log log) {
        this.log = log;
    }

    private static void check(boolean holds, String promise, Object... details) {
        if (!holds) {
            throw new Violation(promise + " " + List.of(details));
        }
    }

    @Override
    public void joins(SteppedSession session, UserName user) {
        heard.put(session, new HashMap<>());
    }

    @Override
    public void tells(SteppedSession session, UserName user, Event event) {
        switch (event) {
            case Event.Message(ChatMessage message) -> tells(session, user, message);
            case Event.Receipt receipt -> tells(user, receipt);
            case Event.Typing(UserName other) ->
                    check(!log.blocks(user, other), "typing passes a block", user, other);
            default -> {}
        }
    }

    private void tells(SteppedSession session, UserName user, ChatMessage message) {
        told++;
        Conversation chat = Conversation.of(user, message.chat());
        List<Log.Kept> all = log.in(chat);
        long seq = message.seq();
        boolean durable =
                seq <= all.size() && all.get((int) seq - 1).message().text().equals(message.text());
        check(durable, "shown before it is durable", user, message);
        check(
                !log.blocks(user, message.from(), all.get((int) seq - 1).pos()),
                "shown to whom a block hides",
                user,
                message);
        Map<Conversation, Long> before = heard.computeIfAbsent(session, unknown -> new HashMap<>());
        long last = before.getOrDefault(chat, 0L);
        check(seq > last, "told twice or out of order", user, message, last);
        if (chat instanceof Conversation.OfTwo two) {
            long has = last > 0 ? last : delivered.getOrDefault(new Place(two, user), 0L);
            check(
                    !lacks(two, user, has, seq - 1),
                    "passed over undelivered messages",
                    user,
                    message,
                    has);
        }
        before.put(chat, seq);
    }

    /// Whether the other has said anything between these numbers, the first not included.
    private boolean lacks(Conversation.OfTwo chat, UserName user, long after, long upTo) {
        return log.in(chat).stream()
                .map(Log.Kept::message)
                .anyMatch(m -> m.seq() > after && m.seq() <= upTo && !m.from().equals(user));
    }

    private void tells(UserName user, Event.Receipt receipt) {
        UserName other = receipt.chat();
        Conversation.OfTwo chat = Conversation.between(user, other);
        check(
                !log.blocks(user, other) && !log.blocks(other, user),
                "receipt passes a block",
                user,
                other);
        Place place = new Place(chat, other);
        check(
                receipt.delivered() <= delivered.getOrDefault(place, 0L)
                        && receipt.read() <= read.getOrDefault(place, 0L),
                "receipt ahead of the reader",
                user,
                receipt);
    }

    @Override
    public void answers(UserName user, String id, Reply reply) {
        switch (reply) {
            case Reply.Sent(Chat chat, long seq, var time) ->
                    answered(Conversation.of(user, chat), user, id, seq);
            case Reply.SentToEveryone sent -> answered(Conversation.OF_ALL, user, id, sent.seq());
            default -> {}
        }
    }

    private void answered(Conversation chat, UserName user, String id, long seq) {
        List<Log.Kept> all = log.in(chat);
        boolean durable = seq <= all.size() && isThis(all.get((int) seq - 1).message(), user, id);
        check(durable, "acknowledged before it is durable", user, id, seq);
        Long before = answered.put(id, seq);
        check(before == null || before == seq, "acknowledged twice, differently", user, id, seq);
    }

    private static boolean isThis(Logged message, UserName user, String id) {
        return message.from().equals(user) && message.id().equals(id);
    }

    /// A desktop says this to the server.
    void says(Machine machine, byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (text.startsWith("{\"type\":\"delivered\"") || text.startsWith("{\"type\":\"read\"")) {
            moves(machine, line);
        }
    }

    private void moves(Machine machine, byte[] line) {
        if (FrameCodec.parse(line, 0, line.length - 1)
                        instanceof Decoded.Frame<RawFrame>(RawFrame raw)
                && FrameCodec.request(raw)
                        instanceof
                        Decoded.Frame<Envelope<Request>>(Envelope<Request>(var tag, var request))) {
            switch (request) {
                case Request.Delivered(String chat, long seq) ->
                        acknowledges(machine, chat, seq, delivered);
                case Request.Read(String chat, long seq) -> {
                    acknowledges(machine, chat, seq, delivered);
                    acknowledges(machine, chat, seq, read);
                }
                default -> {}
            }
        }
    }

    private void acknowledges(Machine machine, String name, long seq, Map<Place, Long> cursors) {
        Chat chat = Chat.parse(name).orElseThrow();
        UserName user = machine.user();
        Conversation of = Conversation.of(user, chat);
        long before = delivered.getOrDefault(new Place(of, user), 0L);
        for (Log.Kept one : log.in(of)) {
            Logged message = one.message();
            if (message.seq() > before && message.seq() <= seq && !message.from().equals(user)) {
                check(
                        machine.has(chat, message.seq()),
                        "acknowledged before it is on the reader's disk",
                        machine.name(),
                        message);
            }
        }
        cursors.merge(new Place(of, user), seq, Math::max);
    }

    /// What was typed is on its writer's disk.
    void kept(String text) {
        kept.add(text);
    }

    /// What was typed could not be kept, and its writer was told so.
    void notKept(String text) {
        notKept.add(text);
    }

    Set<String> notKept() {
        return notKept;
    }

    Set<String> kept() {
        return kept;
    }

    Map<String, Long> answered() {
        return answered;
    }

    long told() {
        return told;
    }

    long unblocksOf(UserName blocker, UserName blocked) {
        return unblocks.getOrDefault(new Pair(blocker, blocked), 0L);
    }

    void unblocks(UserName blocker, UserName blocked) {
        unblocks.merge(new Pair(blocker, blocked), 1L, Long::sum);
    }

    /// A block was answered, and not lifted since it was asked for.
    void blockAnswered(UserName blocker, UserName blocked, long lifted) {
        check(
                log.blocks(blocker, blocked) || unblocksOf(blocker, blocked) != lifted,
                "a block is answered and not in force",
                blocker,
                blocked);
    }

    void serverDied() {
        heard.clear();
    }

    /// Nothing is left: whoever hears has heard everything.
    void settled() {
        for (Conversation chat : log.chats()) {
            if (chat instanceof Conversation.OfTwo two) {
                everythingIsDelivered(two, two.low());
                everythingIsDelivered(two, two.high());
            }
        }
    }

    private void everythingIsDelivered(Conversation.OfTwo chat, UserName member) {
        long has = delivered.getOrDefault(new Place(chat, member), 0L);
        check(!lacks(chat, member, has, Long.MAX_VALUE), "never delivered", chat, member, has);
    }
}
