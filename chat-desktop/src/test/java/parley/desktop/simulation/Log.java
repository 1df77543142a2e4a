package parley.desktop.simulation;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.Cursor;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the server's disk holds: it survives every crash.
final class Log {
    private final Map<Conversation, List<Kept>> chats = new HashMap<>();
    private final Map<Name, Kept> ids = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<Conversation.OfTwo, Map<UserName, Cursor>> cursors = new HashMap<>();
    private long pos;

    /// A message at its position in the order of all; to how many it went, where to all.
    record Kept(long pos, Logged message, int recipients, boolean withheld) {}

    private record Name(UserName sender, String id) {}

    /// A block, from one position up to another.
    private record Span(UserName blocker, UserName blocked, Instant since, long from, long to) {
        boolean holds(UserName one, UserName other, long at) {
            return blocker.equals(one) && blocked.equals(other) && from <= at && at < to;
        }
    }

    /// A block in force.
    record Block(UserName blocker, UserName blocked, Instant since) {}

    Kept add(Conversation chat, Post post, Instant now, int recipients, boolean withheld) {
        List<Kept> before = in(chat);
        Logged message =
                new Logged(chat, before.size() + 1L, post.from(), now, post.id(), post.text());
        Kept kept = new Kept(pos++, message, recipients, withheld);
        before.add(kept);
        if (!post.id().isEmpty()) {
            ids.put(new Name(post.from(), post.id()), kept);
        }
        return kept;
    }

    Optional<Kept> byId(UserName sender, String id) {
        return Optional.ofNullable(ids.get(new Name(sender, id)));
    }

    /// The messages of a chat, the first at 0.
    List<Kept> in(Conversation chat) {
        return chats.computeIfAbsent(chat, c -> new ArrayList<>());
    }

    /// All chats with a message in them.
    List<Conversation> chats() {
        return chats.keySet().stream().filter(chat -> !in(chat).isEmpty()).toList();
    }

    boolean blocks(UserName blocker, UserName blocked) {
        return blocks(blocker, blocked, pos);
    }

    /// Whether the one had blocked the other when what stands at this position was kept.
    boolean blocks(UserName blocker, UserName blocked, long at) {
        return spans.stream().anyMatch(span -> span.holds(blocker, blocked, at));
    }

    /// Whether this reader may see this message.
    boolean shows(Kept kept, UserName reader) {
        return kept.message().in() instanceof Conversation.OfTwo
                || !blocks(reader, kept.message().from(), kept.pos());
    }

    void block(UserName blocker, UserName blocked, Instant since) {
        spans.add(new Span(blocker, blocked, since, pos, Long.MAX_VALUE));
    }

    void unblock(UserName blocker, UserName blocked) {
        spans.replaceAll(span ->
                span.holds(blocker, blocked, pos)
                        ? new Span(blocker, blocked, span.since, span.from, pos)
                        : span);
    }

    List<Block> inForce() {
        return spans.stream()
                .filter(span -> span.to == Long.MAX_VALUE)
                .map(span -> new Block(span.blocker, span.blocked, span.since))
                .toList();
    }

    Cursor cursor(Conversation.OfTwo chat, UserName member) {
        return cursors.getOrDefault(chat, Map.of()).getOrDefault(member, Cursor.START);
    }

    void cursor(Conversation.OfTwo chat, UserName member, Cursor cursor) {
        cursors.computeIfAbsent(chat, c -> new HashMap<>()).put(member, cursor);
    }
}
