package parley.desktop.client;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.local.Accounts;
import parley.desktop.local.Accounts.Account;
import parley.desktop.local.Profile;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.net.Answer;
import parley.desktop.net.Backoff;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.ServerLink;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.SocketDialer;
import parley.desktop.peer.KnownPeers;
import parley.identity.Fingerprint;
import parley.protocol.Chat;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The client over a profile on disk and a line to a server. Whatever thread calls, the work is
/// done on the loop, in the order of the calls.
final class DeskClient implements Client {
    private static final String PROGRAM = "parley-desktop/1.0";
    private static final Duration ACTIVE_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(DeskClient.class);

    private final Profile profile;
    private final ThreadLoop loop;
    private final ServerLink link;
    private final Accounts accounts;
    private final Context context;
    private final Set<CompletableFuture<?>> promised = new HashSet<>();
    private final AtomicLong activeAt = new AtomicLong(System.nanoTime() - ACTIVE_EVERY.toNanos());
    private @Nullable Desk desk;
    private volatile Consumer<Change> listener = change -> {};
    private volatile LinkState state = new LinkState.SignedOut();
    private volatile Reach reach = Reach.NOWHERE;
    private volatile Optional<Remembered> remembered = Optional.empty();
    private volatile Optional<KnownPeers> knownPeers = Optional.empty();

    private DeskClient(Profile profile) {
        this.profile = profile;
        this.loop = new ThreadLoop("parley-desk", new Whole());
        this.accounts = new Accounts(profile.database());
        InstantSource clock = InstantSource.system();
        this.link =
                new ServerLink(
                        loop,
                        new SocketDialer(loop, accounts::serverKey),
                        new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                        clock,
                        PROGRAM,
                        new Line());
        this.context = new Context(loop, link, clock, change -> listener.accept(change));
    }

    static Client open(Path folder) throws ProfileUnusable {
        DeskClient client = new DeskClient(Profile.open(folder));
        client.remember();
        client.loop.start();
        return client;
    }

    private void remember() {
        remembered =
                accounts.last()
                        .map(last ->
                                new Remembered(last.server(), last.me(), last.token().isPresent()));
    }

    /// What makes a turn whole: one transaction.
    private final class Whole implements Turns {
        @Override
        public void commit() {
            profile.database().commit();
        }

        /// What was thought in this turn was not kept: the window is read anew from the disk, and
        /// the line is dropped, so that the server says again what was not acknowledged.
        @Override
        public void undo(RuntimeException failure) {
            LOG.error("turn undone", failure);
            profile.database().rollback();
            link.reconnect();
            promised.forEach(promise -> promise.completeExceptionally(new NoLine()));
            promised.clear();
            Desk open = desk;
            if (open != null) {
                open(open.account());
            }
            context.tell(
                    new Change.DiskTrouble(
                            "What was said last could not be kept on this computer's disk. Make"
                                    + " room on it, then try again."));
        }
    }

    /// What the line tells.
    private final class Line implements ServerLink.Ears {
        @Override
        public void stands(LinkState next) {
            state = next;
            reach =
                    !link.online()
                            ? Reach.NOWHERE
                            : link.loopback() ? Reach.LOOPBACK : Reach.NETWORK;
            context.tell(new Change.Link(next));
            if (next instanceof LinkState.Stopped(Stop why)) {
                stopped(why);
            }
            if (next instanceof LinkState.Online) {
                withDesk(Desk::online);
            }
        }

        @Override
        public void welcomed(Reply.Welcome welcome, SignIn how) {
            Optional<String> token = how.keep() ? Optional.of(welcome.token()) : Optional.empty();
            Account account = accounts.signedIn(how.server(), welcome.user(), token, context.now());
            remember();
            Desk open = desk;
            if (open == null || open.account().id() != account.id()) {
                open = open(account);
            }
            open.welcomed(welcome.log());
        }

        @Override
        public void told(Event event) {
            withDesk(open -> open.hear(event));
        }

        @Override
        public void parted() {
            withDesk(Desk::parted);
        }
    }

    private void stopped(Stop why) {
        boolean tokenVoid =
                why instanceof Stop.Removed
                        || why instanceof Stop.Refused(SignInOutcome.TokenRefused refused);
        if (tokenVoid) {
            withDesk(open -> accounts.forgetToken(open.account()));
            remember();
        }
    }

    private Desk open(Account account) {
        Desk fresh = new Desk(context, profile.database(), account);
        desk = fresh;
        knownPeers = Optional.of(fresh.knownPeers());
        fresh.open();
        return fresh;
    }

    private void withDesk(Consumer<Desk> work) {
        Desk open = desk;
        if (open != null) {
            work.accept(open);
        }
    }

    private void onDesk(Consumer<Desk> work) {
        loop.execute(() -> withDesk(work));
    }

    @Override
    public void listen(Consumer<Change> hearing) {
        listener = hearing;
    }

    @Override
    public Optional<Remembered> remembered() {
        return remembered;
    }

    @Override
    public void resume() {
        loop.execute(() -> accounts.last().ifPresent(this::resume));
    }

    private void resume(Account account) {
        account.token()
                .ifPresent(token -> {
                    open(account);
                    link.resume(
                            new SignIn(
                                    account.server(),
                                    account.me().toString(),
                                    new Proof.Token(token),
                                    true,
                                    false));
                });
    }

    @Override
    public CompletableFuture<SignInOutcome> signIn(SignIn how) {
        return promise(promise -> link.signIn(how, outcome -> promise.complete(outcome)));
    }

    @Override
    public void trust(ServerAddress server, Fingerprint key) {
        loop.execute(() -> accounts.acceptServerKey(server, key));
    }

    @Override
    public CompletableFuture<Void> signOut(Leaving how) {
        return promise(promise -> {
            boolean forget = how == Leaving.FORGETTING;
            if (forget) {
                withDesk(open -> accounts.forgetToken(open.account()));
                remember();
            }
            link.signOut(
                    new Request.Logout(forget), () -> loop.leave(() -> promise.complete(null)));
            closeWindow();
        });
    }

    private void closeWindow() {
        if (desk != null) {
            desk = null;
            knownPeers = Optional.empty();
            context.tell(new Change.Closed());
        }
    }

    @Override
    public LinkState link() {
        return state;
    }

    @Override
    public void tryNow() {
        loop.execute(link::tryNow);
    }

    @Override
    public void active() {
        long now = System.nanoTime();
        long last = activeAt.get();
        if (now - last >= ACTIVE_EVERY.toNanos() && activeAt.compareAndSet(last, now)) {
            loop.execute(() -> {
                link.touched();
                link.say(new Request.Active());
            });
        }
    }

    @Override
    public String send(Chat chat, String text) {
        String id = Ids.fresh();
        String clean = Texts.clean(text);
        onDesk(open -> open.letters().send(id, chat, clean));
        return id;
    }

    @Override
    public void retry(String id) {
        onDesk(open -> open.letters().retry(id));
    }

    @Override
    public void discard(String id) {
        onDesk(open -> open.letters().discard(id));
    }

    @Override
    public void read(Chat chat, long seq) {
        onDesk(open -> open.read(chat, seq));
    }

    @Override
    public void typing(UserName user) {
        onDesk(open -> open.typing(user));
    }

    @Override
    public void draft(Chat chat, String text) {
        onDesk(open -> open.draft(chat, text));
    }

    @Override
    public void status(Status status) {
        onDesk(open -> open.status(status));
    }

    @Override
    public CompletableFuture<Reply> block(UserName user) {
        return promiseReply((open, answer) -> open.directory().block(user, answer));
    }

    @Override
    public CompletableFuture<Reply> unblock(UserName user) {
        return promiseReply((open, answer) -> open.directory().unblock(user, answer));
    }

    @Override
    public void latest(Chat chat) {
        onDesk(open -> open.pages().latest(chat));
    }

    @Override
    public void older(Chat chat) {
        onDesk(open -> open.pages().older(chat));
    }

    @Override
    public CompletableFuture<List<Reply.Someone>> onlineSince(Duration last) {
        return promise(promise ->
                withDeskOr(
                        open ->
                                open.directory()
                                        .onlineSince(
                                                last.toSeconds(),
                                                found -> keep(promise, found),
                                                () -> fail(promise)),
                        () -> fail(promise)));
    }

    @Override
    public CompletableFuture<Reply> ask(Request request) {
        return promise(promise -> link.ask(request, keeping(promise)));
    }

    @Override
    public Reach reach() {
        return reach;
    }

    @Override
    public Optional<KnownPeers> knownPeers() {
        return knownPeers;
    }

    private interface Asking {
        void ask(Desk open, Answer answer);
    }

    private CompletableFuture<Reply> promiseReply(Asking asking) {
        return promise(promise ->
                withDeskOr(open -> asking.ask(open, keeping(promise)), () -> fail(promise)));
    }

    private void withDeskOr(Consumer<Desk> work, Runnable otherwise) {
        Desk open = desk;
        if (open != null) {
            work.accept(open);
        } else {
            otherwise.run();
        }
    }

    /// A future that some work on the loop will complete; it does not outlive a turn that is
    /// undone.
    private <T> CompletableFuture<T> promise(Consumer<CompletableFuture<T>> work) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        loop.execute(() -> {
            promised.add(promise);
            promised.removeIf(CompletableFuture::isDone);
            work.accept(promise);
        });
        return promise;
    }

    private Answer keeping(CompletableFuture<Reply> promise) {
        return new Answer() {
            @Override
            public void came(Reply reply) {
                keep(promise, reply);
            }

            @Override
            public void lost() {
                fail(promise);
            }
        };
    }

    private <T> void keep(CompletableFuture<T> promise, T value) {
        loop.leave(() -> promise.complete(value));
    }

    private void fail(CompletableFuture<?> promise) {
        loop.leave(() -> promise.completeExceptionally(new NoLine()));
    }

    @Override
    public void close() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        loop.execute(() -> {
            link.signOut(new Request.Logout(false), () -> ended.complete(null));
        });
        try {
            ended.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.debug("the server did not say goodbye");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        loop.execute(link::close);
        loop.close();
        profile.close();
    }
}
