package parley.desktop.simulation;

import parley.protocol.UserName;
import parley.server.block.Block;
import parley.server.block.BlockStore;
import parley.server.conversation.Conversation;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Cursor;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;
import parley.server.conversation.PostRefusals;
import parley.server.conversation.StoredChat;
import parley.server.history.HistoryStore;
import parley.server.storage.StoreUnavailable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The server's way to its log, as one process has it: gathers appends, commits them together, and
/// tells what became of them later, each a step of its own. What is not committed dies with it. A
/// commit may fail, and may have been kept nevertheless.
final class Writer implements ConversationStore, BlockStore, HistoryStore {
    private static final Duration CURSORS_WITHIN = Duration.ofSeconds(1);

    private final World world;
    private final Log log;
    private final Odds odds;
    private final Audience audience;
    private final Process process;
    private final Map<UserName, ArrayDeque<Job>> arriving = new HashMap<>();
    private final List<Job> gathered = new ArrayList<>();
    private final ArrayDeque<List<Runnable>> telling = new ArrayDeque<>();
    private final Map<Place, Cursor> moved = new LinkedHashMap<>();
    private Consumer<PostOutcome> found = outcome -> {};
    private Runnable told = () -> {};

    private record Job(Post post, Consumer<PostOutcome> outcome) {}

    private record Place(Conversation.OfTwo chat, UserName member) {}

    Writer(World world, Log log, Odds odds, Audience audience, Process process) {
        this.world = world;
        this.log = log;
        this.odds = odds;
        this.audience = audience;
        this.process = process;
    }

    /// Does this whenever a batch has been told.
    void onTold(Runnable batchTold) {
        told = batchTold;
    }

    @Override
    public String log() {
        return "simulated";
    }

    @Override
    public List<StoredChat> chats() {
        List<StoredChat> chats = new ArrayList<>();
        for (Conversation chat : log.chats()) {
            if (chat instanceof Conversation.OfTwo two) {
                chats.add(
                        new StoredChat(
                                two,
                                log.in(two).size(),
                                member(two, two.low()),
                                member(two, two.high())));
            }
        }
        return chats;
    }

    private StoredChat.Member member(Conversation.OfTwo chat, UserName member) {
        long newest =
                log.in(chat).stream()
                        .map(Log.Kept::message)
                        .filter(message -> message.from().equals(member))
                        .mapToLong(Logged::seq)
                        .max()
                        .orElse(0);
        return new StoredChat.Member(newest, log.cursor(chat, member));
    }

    @Override
    public long lastToEveryone() {
        return log.in(Conversation.OF_ALL).size();
    }

    /// The thread that posts may be held up between its checks and the queue.
    @Override
    public void append(Post post, Consumer<PostOutcome> outcome) {
        arriving.computeIfAbsent(post.from(), who -> new ArrayDeque<>())
                .add(new Job(post, outcome));
        process.soon(() -> arrive(post.from()));
    }

    private void arrive(UserName sender) {
        Job job = arriving.getOrDefault(sender, new ArrayDeque<>()).poll();
        if (job != null) {
            gathered.add(job);
            process.soon(this::commit);
        }
    }

    private void commit() {
        if (gathered.isEmpty()) {
            return;
        }
        List<Job> batch = List.copyOf(gathered);
        gathered.clear();
        if (world.chance(odds.storeFails())) {
            fail(batch);
        } else {
            telling.add(batch.stream().map(this::placed).toList());
        }
        process.soon(this::tell);
    }

    /// Nobody knows whether it was kept; where it was, that turns out later.
    private void fail(List<Job> batch) {
        boolean kept = world.chance(0.5);
        telling.add(batch.stream().map(job -> telling(job, new PostOutcome.Unknown())).toList());
        if (kept) {
            List<Runnable> turningOut = new ArrayList<>();
            for (Job job : batch) {
                PostOutcome outcome = place(job.post());
                if (outcome instanceof PostOutcome.Posted
                        || outcome instanceof PostOutcome.Announced) {
                    turningOut.add(() -> found.accept(outcome));
                }
            }
            telling.add(turningOut);
            process.soon(this::tell);
        }
    }

    private Runnable placed(Job job) {
        return telling(job, place(job.post()));
    }

    private static Runnable telling(Job job, PostOutcome outcome) {
        return () -> job.outcome().accept(outcome);
    }

    private PostOutcome place(Post post) {
        Optional<Log.Kept> before = log.byId(post.from(), post.id());
        if (before.isPresent()) {
            return repeat(post, before.get());
        }
        return switch (post.verdict()) {
            case Post.Verdict.Refuse(var error) -> new PostOutcome.Refused(error);
            case Post.Verdict.Fine() -> add(post);
        };
    }

    private static PostOutcome repeat(Post post, Log.Kept before) {
        Logged message = before.message();
        if (!message.in().equals(chat(post)) || !message.text().equals(post.text())) {
            return new PostOutcome.Refused(PostRefusals.idReused());
        }
        return message.in() instanceof Conversation.OfAll
                ? new PostOutcome.AnnouncedBefore(message, before.recipients(), before.withheld())
                : new PostOutcome.PostedBefore(message);
    }

    private static Conversation chat(Post post) {
        return switch (post.to()) {
            case Post.Address.One(UserName user) -> Conversation.between(post.from(), user);
            case Post.Address.Everyone() -> Conversation.OF_ALL;
            case Post.Address.Nobody() -> throw new IllegalArgumentException("to nobody");
        };
    }

    /// Blocks are looked at once more.
    private PostOutcome add(Post post) {
        return switch (chat(post)) {
            case Conversation.OfTwo two ->
                    log.blocks(two.other(post.from()), post.from())
                            ? new PostOutcome.Refused(PostRefusals.blocked())
                            : new PostOutcome.Posted(
                                    log.add(two, post, world.instant(), 0, false).message());
            case Conversation.OfAll all -> announce(all, post);
        };
    }

    private PostOutcome announce(Conversation all, Post post) {
        List<UserName> recipients = new ArrayList<>(audience.online());
        recipients.sort(UserName::compareTo);
        recipients.remove(post.from());
        boolean withheld = recipients.removeIf(user -> log.blocks(user, post.from()));
        Logged message = log.add(all, post, world.instant(), recipients.size(), withheld).message();
        return new PostOutcome.Announced(message, recipients, withheld);
    }

    private void tell() {
        List<Runnable> batch = telling.poll();
        if (batch != null) {
            batch.forEach(Runnable::run);
            told.run();
        }
    }

    @Override
    public void onFound(Consumer<PostOutcome> hears) {
        found = hears;
    }

    /// Others go on while somebody reads.
    @Override
    public List<Logged> read(Conversation chat, long after, long upTo) {
        othersGoOn();
        List<Logged> page =
                log.in(chat).stream()
                        .map(Log.Kept::message)
                        .filter(message -> message.seq() > after && message.seq() <= upTo)
                        .toList();
        othersGoOn();
        return page;
    }

    private void othersGoOn() {
        if (world.chance(odds.race())) {
            commit();
        }
        if (world.chance(odds.race())) {
            tell();
        }
    }

    @Override
    public void keepSoon(Conversation.OfTwo chat, UserName member, Cursor cursor) {
        if (moved.isEmpty()) {
            process.after(world.upTo(CURSORS_WITHIN), this::keepCursors);
        }
        moved.put(new Place(chat, member), cursor);
    }

    private void keepCursors() {
        moved.forEach((place, cursor) -> log.cursor(place.chat(), place.member(), cursor));
        moved.clear();
    }

    @Override
    public List<Block> inForce() {
        return log.inForce().stream()
                .map(block -> new Block(block.blocker(), block.blocked(), block.since()))
                .toList();
    }

    @Override
    public void keep(Block block, Runnable effect) {
        drain();
        log.block(block.blocker(), block.blocked(), block.since());
        effect.run();
    }

    @Override
    public void end(Block block, Runnable effect) {
        drain();
        log.unblock(block.blocker(), block.blocked());
        effect.run();
    }

    /// All that was accepted is kept and told first; or the store fails.
    private void drain() {
        if (world.chance(odds.storeFails())) {
            throw new StoreUnavailable("simulated");
        }
        commit();
        while (!telling.isEmpty()) {
            tell();
        }
    }

    @Override
    public boolean has(Conversation chat) {
        return !log.in(chat).isEmpty();
    }

    @Override
    public Slice before(Conversation chat, UserName reader, long seq, int limit) {
        List<Logged> all = visible(chat, reader).filter(m -> m.seq() < seq).toList();
        int from = Math.max(0, all.size() - limit);
        return new Slice(all.subList(from, all.size()), from > 0);
    }

    @Override
    public Slice after(Conversation chat, UserName reader, long seq, int limit) {
        List<Logged> all = visible(chat, reader).filter(m -> m.seq() > seq).toList();
        return new Slice(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
    }

    private Stream<Logged> visible(Conversation chat, UserName reader) {
        return log.in(chat).stream().filter(kept -> log.shows(kept, reader)).map(Log.Kept::message);
    }
}
