package parley.server.storage;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Logged;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;
import parley.server.conversation.PostRefusals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The writer's side of the log: gives each message its place, knows which ids were used, and
/// gathers the rows of a transaction. On the writer alone.
final class MessageLog implements Participant {
    private static final Duration IDS_LAST = Duration.ofDays(7);

    private final Clock clock;
    private final People people;
    private final ChatHeads heads;
    private final BlockSpans spans;
    private final LogReader reader;
    private final SeenIds seen;
    private final ArrivalTimes arrivals = new ArrivalTimes();

    private final List<Row> rows = new ArrayList<>();
    private final List<Reach> reaches = new ArrayList<>();
    private final Map<Key, Row> rowsById = new HashMap<>();
    private final Set<ChatHead> grown = new LinkedHashSet<>();
    private volatile Consumer<PostOutcome> found = outcome -> {};
    private @Nullable Connection connection;
    private @Nullable Ladder ladder;
    private long durablePos;
    private long nextPos;
    private boolean everOpened;

    private record Key(int sender, String id) {}

    private record Reach(long pos, long recipients, boolean withheld) {}

    MessageLog(Clock clock, People people, ChatHeads heads, BlockSpans spans, long seed) {
        this.clock = clock;
        this.people = people;
        this.heads = heads;
        this.spans = spans;
        this.reader = new LogReader(people, heads);
        this.seen = new SeenIds(seed);
    }

    LogReader reader() {
        return reader;
    }

    /// Hears of messages that are durable although their post was told as unknown. Those to
    /// everyone come without recipients.
    void onFound(Consumer<PostOutcome> listener) {
        found = listener;
    }

    /// The position that the next message will have.
    long nextPos() {
        return nextPos;
    }

    /// Gives a post its place, unless its id says that it has one.
    PostOutcome append(Connection open, Post post, ConversationStore.Audience audience)
            throws SQLException {
        Optional<Row> before = before(open, post);
        if (before.isPresent()) {
            return repeat(open, post, before.get());
        }
        return switch (post.verdict()) {
            case Post.Verdict.Refuse(var error) -> new PostOutcome.Refused(error);
            case Post.Verdict.Fine() ->
                    switch (post.to()) {
                        case Post.Address.One(UserName user) -> toOne(open, post, user);
                        case Post.Address.Everyone() -> toEveryone(open, post, audience.online());
                        case Post.Address.Nobody() ->
                                new PostOutcome.Refused(PostRefusals.unknownUser());
                    };
        };
    }

    private Optional<Row> before(Connection open, Post post) throws SQLException {
        if (post.id().isEmpty()) {
            return Optional.empty();
        }
        Optional<Person> sender = people.find(post.from());
        return sender.isEmpty() ? Optional.empty() : before(open, sender.get(), post.id());
    }

    private Optional<Row> before(Connection open, Person sender, String id) throws SQLException {
        Row fresh = rowsById.get(new Key(sender.id(), id));
        if (fresh != null) {
            return Optional.of(fresh);
        }
        Row[] hit = new Row[1];
        SQLException[] failure = new SQLException[1];
        seen.find(
                sender.id(),
                id,
                pos -> {
                    try {
                        hit[0] =
                                reader.at(open, pos)
                                        .filter(row ->
                                                row.sender() == sender && row.id().equals(id))
                                        .orElse(null);
                    } catch (SQLException failed) {
                        failure[0] = failed;
                    }
                    return hit[0] != null;
                });
        if (failure[0] != null) {
            throw failure[0];
        }
        return Optional.ofNullable(hit[0]).filter(row -> row.time() >= idsLastSince());
    }

    private long idsLastSince() {
        return clock.millis() - IDS_LAST.toMillis();
    }

    private PostOutcome repeat(Connection open, Post post, Row row) throws SQLException {
        boolean same =
                isTo(row, post)
                        && Arrays.equals(row.text(), post.text().getBytes(StandardCharsets.UTF_8));
        if (!same) {
            return new PostOutcome.Refused(PostRefusals.idReused());
        }
        Logged logged = row.logged();
        return row.chat() == heads.ofAll()
                ? announcedBefore(open, row.pos(), logged)
                : new PostOutcome.PostedBefore(logged);
    }

    private boolean isTo(Row row, Post post) {
        return switch (post.to()) {
            case Post.Address.One(UserName user) ->
                    !user.equals(post.from())
                            && row.chat().conversation() instanceof Conversation.OfTwo two
                            && two.other(post.from()).equals(user);
            case Post.Address.Everyone() -> row.chat() == heads.ofAll();
            case Post.Address.Nobody() -> false;
        };
    }

    private PostOutcome announcedBefore(Connection open, long pos, Logged logged)
            throws SQLException {
        for (Reach reach : reaches) {
            if (reach.pos == pos) {
                return new PostOutcome.AnnouncedBefore(logged, reach.recipients, reach.withheld);
            }
        }
        try (PreparedStatement select =
                open.prepareStatement("SELECT recipients, withheld FROM broadcast WHERE pos = ?")) {
            select.setLong(1, pos);
            try (var found = select.executeQuery()) {
                boolean there = found.next();
                return new PostOutcome.AnnouncedBefore(
                        logged, there ? found.getLong(1) : 0, there && found.getInt(2) != 0);
            }
        }
    }

    private PostOutcome toOne(Connection open, Post post, UserName user) throws SQLException {
        Person from = people.obtain(open, post.from());
        Person to = people.obtain(open, user);
        if (spans.inForce(to, from)) {
            return new PostOutcome.Refused(PostRefusals.blocked());
        }
        return new PostOutcome.Posted(add(heads.obtain(open, from, to), from, post));
    }

    private PostOutcome toEveryone(Connection open, Post post, Collection<UserName> online)
            throws SQLException {
        Person from = people.obtain(open, post.from());
        List<UserName> recipients = new ArrayList<>(online.size());
        boolean withheld = false;
        for (UserName user : online) {
            if (people.find(user).filter(reader -> spans.inForce(reader, from)).isPresent()) {
                withheld = true;
            } else if (!user.equals(post.from())) {
                recipients.add(user);
            }
        }
        Logged logged = add(heads.ofAll(), from, post);
        reaches.add(new Reach(nextPos - 1, recipients.size(), withheld));
        return new PostOutcome.Announced(logged, recipients, withheld);
    }

    private Logged add(ChatHead chat, Person from, Post post) {
        ChatHead.Tip tip = chat.next();
        long time = Math.max(clock.millis(), tip.time());
        byte[] text = post.text().getBytes(StandardCharsets.UTF_8);
        Row row = new Row(nextPos++, chat, tip.seq() + 1, from, time, tip.pos(), post.id(), text);
        chat.grow(row.tip());
        grown.add(chat);
        rows.add(row);
        if (!post.id().isEmpty()) {
            rowsById.put(new Key(from.id(), post.id()), row);
        }
        return new Logged(
                chat.conversation(),
                row.seq(),
                from.name(),
                Instant.ofEpochMilli(time),
                post.id(),
                post.text());
    }

    @Override
    public void opened(Connection fresh) throws SQLException {
        connection = fresh;
        ladder = new Ladder(fresh);
        if (everOpened) {
            reader.scanWithTexts(fresh, durablePos, this::recover);
        } else {
            reader.scan(fresh, durablePos, this::settle);
        }
        nextPos = durablePos + 1;
        everOpened = true;
    }

    private void recover(Row row) {
        settle(row);
        Logged logged = row.logged();
        found.accept(
                row.chat() == heads.ofAll()
                        ? new PostOutcome.Announced(logged, List.of(), false)
                        : new PostOutcome.Posted(logged));
    }

    private void settle(Row row) {
        row.chat().settle(row.tip(), row.sender().name());
        durablePos = row.pos();
        long horizon = arrivals.note(row.pos(), row.time(), idsLastSince());
        seen.forgetBefore(horizon);
        if (!row.id().isEmpty() && row.pos() >= horizon) {
            seen.add(row.sender().id(), row.id(), row.pos());
        }
    }

    @Override
    public void flush() throws SQLException {
        if (rows.isEmpty() || ladder == null || connection == null) {
            return;
        }
        ladder.insert(rows);
        for (Reach reach : reaches) {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO broadcast (pos, recipients, withheld) VALUES (?, ?, ?)")) {
                insert.setLong(1, reach.pos);
                insert.setLong(2, reach.recipients);
                insert.setInt(3, reach.withheld ? 1 : 0);
                insert.executeUpdate();
            }
        }
    }

    @Override
    public void committed() {
        rows.forEach(this::settle);
        clear();
    }

    @Override
    public void lost() {
        grown.forEach(ChatHead::fallBack);
        nextPos = durablePos + 1;
        connection = null;
        ladder = null;
        clear();
    }

    private void clear() {
        rows.clear();
        reaches.clear();
        rowsById.clear();
        grown.clear();
    }
}
