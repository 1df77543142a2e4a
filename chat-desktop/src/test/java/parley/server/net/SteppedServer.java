package parley.server.net;

import parley.protocol.ByeReason;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.UserName;
import parley.server.account.TokenId;
import parley.server.block.BlockRequests;
import parley.server.block.BlockStore;
import parley.server.block.Blocks;
import parley.server.conversation.ConversationStore;
import parley.server.conversation.Conversations;
import parley.server.conversation.Cursors;
import parley.server.conversation.Directory;
import parley.server.conversation.Joining;
import parley.server.conversation.Mailboxes;
import parley.server.conversation.Receipts;
import parley.server.history.History;
import parley.server.history.HistoryStore;

import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// One life of a server without threads: the features that ship over a store that does not, for
/// sessions that are stepped. Accounts and presence are not played; every name that the directory
/// knows may come in.
public final class SteppedServer {
    private final Directory directory;
    private final InstantSource clock;
    private final Executor threads;
    private final Watch watch;
    private final SessionTable table;
    private final Blocks blocks;
    private final BlockRequests blockRequests;
    private final Conversations conversations;
    private final Cursors cursors;
    private final History history;
    private int tokens;

    /// What the server stands on.
    ///
    /// @param threads does later what would run on another thread
    public record Ground<S extends ConversationStore & BlockStore & HistoryStore>(
            S store,
            SessionTable table,
            Directory directory,
            InstantSource clock,
            Executor threads,
            Watch watch) {}

    public <S extends ConversationStore & BlockStore & HistoryStore> SteppedServer(
            Ground<S> ground) {
        S store = ground.store;
        directory = ground.directory;
        clock = ground.clock;
        threads = ground.threads;
        watch = ground.watch;
        table = ground.table;
        blocks = new Blocks(store, clock.withZone(ZoneOffset.UTC));
        blockRequests = new BlockRequests(blocks, directory::find);
        Receipts receipts = new Receipts(directory, blocks, table);
        Mailboxes mailboxes = new Mailboxes(store, receipts);
        cursors = new Cursors(directory, mailboxes, receipts);
        blocks.addListener(cursors);
        conversations =
                new Conversations(
                        directory,
                        user -> Optional.empty(),
                        blocks,
                        store,
                        mailboxes,
                        receipts,
                        table);
        history = new History(directory, store);
    }

    /// A connection has come.
    public SteppedSession accept(OutputStream out, SteppedSession.Ends ends) {
        return new SteppedSession(this, out, ends);
    }

    /// A batch of outcomes has been told.
    public void batchTold() {
        conversations.batchTold();
    }

    Executor threads() {
        return threads;
    }

    Watch watch() {
        return watch;
    }

    Conversations conversations() {
        return conversations;
    }

    /// What came of a login.
    sealed interface Entered {
        record Welcomed(Seat seat, Reply.Welcome welcome, Joining joining) implements Entered {}

        record Refused(Reply.Error error) implements Entered {}
    }

    Entered enter(SteppedSession session, Request.Login login) {
        UserName user = directory.find(login.user()).orElseThrow();
        String token =
                login.proof() instanceof Proof.Token(String text)
                        ? text
                        : user + "/" + clock.millis() + "/" + tokens++;
        Seat wanted = new Seat(user, session, new TokenId(token));
        Optional<TokenId> shown =
                login.proof() instanceof Proof.Token
                        ? Optional.of(new TokenId(token))
                        : Optional.empty();
        try {
            return switch (table.enter(wanted, Claim.of(shown, login))) {
                case SessionTable.Entry.Taken() ->
                        new Entered.Refused(
                                new Reply.Error(
                                        Refusal.ALREADY_ONLINE,
                                        "You are signed in elsewhere.",
                                        new Reply.Detail.Since(clock.instant())));
                case SessionTable.Entry.Seated(Seat seat, var replaced) -> {
                    if (replaced != null) {
                        replaced.end(ByeReason.TAKEOVER);
                    }
                    yield appear(seat, session, token);
                }
            };
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }

    private Entered appear(Seat seat, SteppedSession session, String token) {
        Joining[] joining = new Joining[1];
        table.appear(
                seat,
                () -> {
                    joining[0] = conversations.attach(seat.user(), session);
                    watch.joins(session, seat.user());
                });
        return new Entered.Welcomed(seat, welcome(seat.user(), token), joining[0]);
    }

    private Reply.Welcome welcome(UserName user, String token) {
        return new Reply.Welcome(
                user,
                "simulated",
                Limits.PROTOCOL,
                "simulated",
                token,
                conversations.log(),
                clock.instant(),
                Limits.LINE_BYTES,
                Limits.TEXT_BYTES);
    }

    void leave(Seat seat) {
        conversations.detach(seat.user(), seat.session());
        table.leave(seat, () -> {});
    }

    Reply answer(UserName user, Request request) {
        return switch (request) {
            case Request.Block(String name) -> blockRequests.block(user, name);
            case Request.Unblock(String name) -> blockRequests.unblock(user, name);
            case Request.Blocks(String after) -> ListParts.ofUsers(blockRequests.of(user), after);
            case Request.Chats(String after) -> ListParts.ofChats(conversations.chats(user), after);
            case Request.History page -> history.page(user, page);
            case Request.Who who -> new Reply.Users(List.of(), "");
            default -> new Reply.Error(Refusal.UNKNOWN_TYPE, "Not played.");
        };
    }

    void note(UserName user, Request notice) {
        switch (notice) {
            case Request.Delivered(String chat, long seq) -> cursors.delivered(user, chat, seq);
            case Request.Read(String chat, long seq) -> cursors.read(user, chat, seq);
            case Request.Typing(String to) -> conversations.typing(user, to);
            default -> {}
        }
    }
}
