package parley.server.storage;

import org.jspecify.annotations.Nullable;

import parley.protocol.UserName;
import parley.server.conversation.Conversation;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Post;
import parley.server.conversation.PostOutcome;
import parley.server.conversation.PostRefusals;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The writer's side of the log: gives each message its place, unless its id says that it has one,
/// and gathers the rows of a transaction. On the writer alone.
final class MessageLog implements Participant {
    /// Messages that are read between two times that the views are written, while they are made
    /// anew.
    private static final int STRETCH = 8 * IdRun.LENGTH;

    private final InstantSource time;
    private final People people;
    private final ChatHeads heads;
    private final BlockSpans spans;
    private final LogReader reader;
    private final UsedIds ids;
    private final SavedHeads saved;
    private final Reaches reaches = new Reaches();
    private final List<Row> rows = new ArrayList<>();
    private final Set<ChatHead> grown = new LinkedHashSet<>();
    private final List<PostOutcome> found = new ArrayList<>();
    private @Nullable Connection connection;
    private @Nullable Ladder ladder;
    private long durablePos;
    private long nextPos;
    private boolean everOpened;

    /// @param time of messages
    /// @param horizon since when ids are remembered
    /// @param hash of this store's ids
    MessageLog(
            InstantSource time,
            IdHorizon horizon,
            People people,
            ChatHeads heads,
            BlockSpans spans,
            IdHash hash) {
        this.time = time;
        this.people = people;
        this.heads = heads;
        this.spans = spans;
        this.reader = new LogReader(people, heads);
        this.ids = new UsedIds(horizon, reader, hash);
        this.saved = new SavedHeads(heads);
    }

    LogReader reader() {
        return reader;
    }

    /// The position that the next message will have.
    long nextPos() {
        return nextPos;
    }

    /// Messages that were there when the store was opened again, although their post had been told
    /// as unknown; each is given once. Those to everyone come without recipients.
    List<PostOutcome> takeFound() {
        List<PostOutcome> taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    /// Gives a post its place.
    PostOutcome append(Connection open, Post post, ConversationStore.Audience audience)
            throws SQLException {
        Optional<Row> before = before(open, post);
        if (before.isPresent()) {
            return repeat(open, post, before.get());
        }
        return switch (post.verdict()) {
            case Post.Verdict.Refuse(var error) -> new PostOutcome.Refused(error);
            case Post.Verdict.Fine() -> add(open, post, audience);
        };
    }

    private Optional<Row> before(Connection open, Post post) throws SQLException {
        Optional<Person> sender = people.find(post.from());
        return post.id().isEmpty() || sender.isEmpty()
                ? Optional.empty()
                : ids.find(open, sender.get(), post.id());
    }

    private PostOutcome repeat(Connection open, Post post, Row row) throws SQLException {
        byte[] text = post.text().getBytes(StandardCharsets.UTF_8);
        if (!isTo(row, post) || !Arrays.equals(row.text(), text)) {
            return new PostOutcome.Refused(PostRefusals.idReused());
        }
        if (row.chat() != heads.ofAll()) {
            return new PostOutcome.PostedBefore(row.logged());
        }
        Reach reach = reaches.find(open, row.pos());
        return new PostOutcome.AnnouncedBefore(row.logged(), reach.recipients(), reach.withheld());
    }

    private boolean isTo(Row row, Post post) {
        return switch (post.to()) {
            case Post.Address.One(UserName user) ->
                    !user.equals(post.from())
                            && row.chat()
                                    .conversation()
                                    .equals(Conversation.between(post.from(), user));
            case Post.Address.Everyone() -> row.chat() == heads.ofAll();
            case Post.Address.Nobody() -> false;
        };
    }

    private PostOutcome add(Connection open, Post post, ConversationStore.Audience audience)
            throws SQLException {
        return switch (post.to()) {
            case Post.Address.One(UserName user) -> toOne(open, post, user);
            case Post.Address.Everyone() -> toEveryone(open, post, audience.online());
            case Post.Address.Nobody() -> new PostOutcome.Refused(PostRefusals.unknownUser());
        };
    }

    private PostOutcome toOne(Connection open, Post post, UserName user) throws SQLException {
        Person from = people.obtain(open, post.from());
        Person to = people.obtain(open, user);
        if (spans.inForce(to, from)) {
            return new PostOutcome.Refused(PostRefusals.blocked());
        }
        return new PostOutcome.Posted(add(heads.obtain(open, from, to), from, post).logged());
    }

    private PostOutcome toEveryone(Connection open, Post post, Collection<UserName> online)
            throws SQLException {
        Person from = people.obtain(open, post.from());
        List<UserName> recipients = new ArrayList<>(online.size());
        boolean withheld = false;
        for (UserName user : online) {
            if (people.find(user).filter(hearer -> spans.inForce(hearer, from)).isPresent()) {
                withheld = true;
            } else if (!user.equals(post.from())) {
                recipients.add(user);
            }
        }
        Row row = add(heads.ofAll(), from, post);
        reaches.add(new Reach(row.pos(), recipients.size(), withheld));
        return new PostOutcome.Announced(row.logged(), recipients, withheld);
    }

    private Row add(ChatHead chat, Person from, Post post) {
        ChatHead.Tip tip = chat.next();
        Row row =
                new Row(
                        nextPos++,
                        chat,
                        tip.seq() + 1,
                        from,
                        Math.max(time.millis(), tip.time()),
                        tip.pos(),
                        post.id(),
                        post.text().getBytes(StandardCharsets.UTF_8));
        chat.grow(row.tip());
        grown.add(chat);
        rows.add(row);
        ids.add(row);
        return row;
    }

    @Override
    public void opened(Connection fresh) throws SQLException {
        connection = fresh;
        ladder = new Ladder(fresh);
        if (everOpened) {
            reader.scanWithTexts(fresh, durablePos, this::recover);
        } else {
            bringUp(fresh);
        }
        nextPos = durablePos + 1;
        everOpened = true;
    }

    /// Reads the views of the log, and then as much of the log as they lack; where that is much,
    /// the views are written on the way.
    private void bringUp(Connection fresh) throws SQLException {
        long last = Sql.number(fresh, "SELECT coalesce(max(pos), 0) FROM message");
        long headsUpTo = saved.load(fresh, last);
        long idsUpTo = ids.load(fresh, last);
        durablePos = Math.min(headsUpTo, idsUpTo);
        while (durablePos < last) {
            reader.scan(
                    fresh,
                    durablePos,
                    STRETCH,
                    row -> {
                        if (row.pos() > headsUpTo) {
                            settleHead(row);
                        }
                        if (row.pos() > idsUpTo) {
                            ids.settle(row);
                        }
                        durablePos = row.pos();
                    });
            if (durablePos < last) {
                saveViews(fresh);
            }
        }
    }

    private void saveViews(Connection fresh) throws SQLException {
        Sql.update(fresh, "BEGIN");
        saved.flush(fresh);
        ids.flush(fresh);
        Sql.update(fresh, "COMMIT");
        saved.committed();
        ids.committed();
    }

    private void recover(Row row) {
        settle(row);
        found.add(
                row.chat() == heads.ofAll()
                        ? new PostOutcome.Announced(row.logged(), List.of(), false)
                        : new PostOutcome.Posted(row.logged()));
    }

    private void settle(Row row) {
        settleHead(row);
        ids.settle(row);
        durablePos = row.pos();
    }

    private void settleHead(Row row) {
        row.chat().settle(row.tip(), row.sender().name());
        saved.settle(row.chat(), row.pos());
    }

    @Override
    public void flush() throws SQLException {
        if (!rows.isEmpty() && ladder != null && connection != null) {
            ladder.insert(rows);
            reaches.flush(connection);
            saved.flush(connection);
            ids.flush(connection);
        }
    }

    @Override
    public void committed() {
        saved.committed();
        ids.committed();
        rows.forEach(this::settle);
        close();
    }

    @Override
    public void lost() {
        grown.forEach(ChatHead::fallBack);
        saved.lost();
        ids.lost();
        nextPos = durablePos + 1;
        connection = null;
        ladder = null;
        close();
    }

    private void close() {
        rows.clear();
        grown.clear();
        reaches.close();
        ids.close();
    }
}
