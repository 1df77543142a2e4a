package parley.server.conversation;

import parley.protocol.UserName;
import parley.server.block.Block;
import parley.server.block.BlockStore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A store in memory: everything is durable at once, and told before the call returns. For tests
/// and simulations; serves one thread.
public final class MemoryConversations implements ConversationStore, BlockStore {
    private final InstantSource time;
    private final Audience audience;
    private final List<Logged> log = new ArrayList<>();
    private final Map<Long, PostOutcome.Announced> announced = new HashMap<>();
    private final Set<Block> blocks = new HashSet<>();
    private final Map<Conversation.OfTwo, Map<UserName, Cursor>> cursors = new HashMap<>();
    private Consumer<PostOutcome> found = _ -> {};

    public MemoryConversations(InstantSource time, Audience audience) {
        this.time = time;
        this.audience = audience;
    }

    @Override
    public String log() {
        return "memory";
    }

    @Override
    public List<StoredChat> chats() {
        Map<Conversation.OfTwo, StoredChat> chats = new LinkedHashMap<>();
        for (Logged message : log) {
            if (message.in() instanceof Conversation.OfTwo two) {
                chats.put(
                        two,
                        new StoredChat(
                                two,
                                message.seq(),
                                member(two, two.low()),
                                member(two, two.high())));
            }
        }
        return List.copyOf(chats.values());
    }

    private StoredChat.Member member(Conversation.OfTwo chat, UserName member) {
        long newest =
                read(chat, 0, Long.MAX_VALUE).stream()
                        .filter(message -> message.from().equals(member))
                        .mapToLong(Logged::seq)
                        .max()
                        .orElse(0);
        return new StoredChat.Member(
                newest, cursors.getOrDefault(chat, Map.of()).getOrDefault(member, Cursor.START));
    }

    @Override
    public long lastToEveryone() {
        return last(Conversation.OF_ALL).map(Logged::seq).orElse(0L);
    }

    private Optional<Logged> last(Conversation chat) {
        return log.reversed().stream().filter(message -> message.in().equals(chat)).findFirst();
    }

    @Override
    public void append(Post post, Consumer<PostOutcome> outcome) {
        outcome.accept(
                before(post)
                        .map(message -> repeat(post, message))
                        .orElseGet(() ->
                                switch (post.verdict()) {
                                    case Post.Verdict.Refuse(var error) ->
                                            new PostOutcome.Refused(error);
                                    case Post.Verdict.Fine() -> add(post);
                                }));
    }

    private Optional<Logged> before(Post post) {
        Instant horizon = time.instant().minus(Duration.ofDays(7));
        return post.id().isEmpty()
                ? Optional.empty()
                : log.stream()
                        .filter(m -> m.from().equals(post.from()) && m.id().equals(post.id()))
                        .filter(m -> !m.time().isBefore(horizon))
                        .findFirst();
    }

    private PostOutcome repeat(Post post, Logged message) {
        if (!message.in().equals(chat(post).orElse(null)) || !message.text().equals(post.text())) {
            return new PostOutcome.Refused(PostRefusals.idReused());
        }
        PostOutcome.Announced before = announced.get(message.seq());
        return message.in() instanceof Conversation.OfAll && before != null
                ? new PostOutcome.AnnouncedBefore(
                        message, before.recipients().size(), before.withheld())
                : new PostOutcome.PostedBefore(message);
    }

    private static Optional<Conversation> chat(Post post) {
        return switch (post.to()) {
            case Post.Address.One(UserName user) ->
                    user.equals(post.from())
                            ? Optional.empty()
                            : Optional.of(Conversation.between(post.from(), user));
            case Post.Address.Everyone() -> Optional.of(Conversation.OF_ALL);
            case Post.Address.Nobody() -> Optional.empty();
        };
    }

    private PostOutcome add(Post post) {
        return switch (chat(post).orElseThrow()) {
            case Conversation.OfTwo two ->
                    blocks(two.other(post.from()), post.from())
                            ? new PostOutcome.Refused(PostRefusals.blocked())
                            : new PostOutcome.Posted(add(two, post));
            case Conversation.OfAll all -> announce(all, post);
        };
    }

    private PostOutcome announce(Conversation all, Post post) {
        List<UserName> recipients = new ArrayList<>(audience.online());
        boolean withheld = recipients.removeIf(user -> blocks(user, post.from()));
        recipients.remove(post.from());
        Logged message = add(all, post);
        PostOutcome.Announced outcome = new PostOutcome.Announced(message, recipients, withheld);
        announced.put(message.seq(), outcome);
        return outcome;
    }

    private Logged add(Conversation chat, Post post) {
        Optional<Logged> last = last(chat);
        Instant now = time.instant();
        Instant at = last.map(Logged::time).filter(now::isBefore).orElse(now);
        long seq = last.map(Logged::seq).orElse(0L) + 1;
        Logged message = new Logged(chat, seq, post.from(), at, post.id(), post.text());
        log.add(message);
        return message;
    }

    @Override
    public void onFound(Consumer<PostOutcome> hears) {
        found = hears;
    }

    /// What was told as unknown has been kept all the same.
    void turnsOut(PostOutcome outcome) {
        found.accept(outcome);
    }

    @Override
    public List<Logged> read(Conversation chat, long after, long upTo) {
        return log.stream()
                .filter(m -> m.in().equals(chat) && m.seq() > after && m.seq() <= upTo)
                .toList();
    }

    @Override
    public void keepSoon(Conversation.OfTwo chat, UserName member, Cursor cursor) {
        cursors.computeIfAbsent(chat, c -> new HashMap<>()).put(member, cursor);
    }

    private boolean blocks(UserName blocker, UserName blocked) {
        return blocks.stream()
                .anyMatch(b -> b.blocker().equals(blocker) && b.blocked().equals(blocked));
    }

    @Override
    public List<Block> inForce() {
        return List.copyOf(blocks);
    }

    @Override
    public void keep(Block block, Runnable effect) {
        blocks.add(block);
        effect.run();
    }

    @Override
    public void end(Block block, Runnable effect) {
        blocks.remove(block);
        effect.run();
    }
}
