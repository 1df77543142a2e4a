package parley.desktop.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.local.Database;
import parley.desktop.local.Entry;
import parley.desktop.local.KeptChats;
import parley.desktop.local.Profile;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.net.Answer;
import parley.desktop.net.LinkState;
import parley.desktop.net.Passage;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.Whereabouts;
import parley.desktop.peer.KnownPeers;
import parley.identity.Fingerprint;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Status;
import parley.protocol.UserName;
import parley.words.Wanted;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// The client as any thread may call it: hands everything to the loop, in the order of the calls.
final class DeskClient implements Client {
    private static final Duration ACTIVE_EVERY = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(DeskClient.class);

    private final Profile profile;
    private final ThreadLoop loop;
    private final Promises promises;
    private final Station station;
    private final AtomicLong activeAt;
    private final KeptChats kept = new LoopKeptChats(this::onDesk);
    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private volatile Consumer<Change> listener = change -> {};

    private DeskClient(Profile profile) {
        this.profile = profile;
        this.loop = new ThreadLoop("parley-desk");
        this.promises = new Promises(loop);
        Database database = profile.database();
        this.station =
                new Station(
                        database,
                        Station.World.real(database, loop),
                        promises,
                        change -> listener.accept(change));
        Whereabouts.watch(loop, InstantSource.system(), station::moved);
        this.activeAt = new AtomicLong(loop.nanoTime() - ACTIVE_EVERY.toNanos());
    }

    static Client open(Path folder) throws ProfileUnusable {
        DeskClient client = new DeskClient(Profile.open(folder));
        client.loop.start(client.station);
        return client;
    }

    @Override
    public void listen(Consumer<Change> hearing) {
        listener = hearing;
    }

    @Override
    public Optional<Remembered> remembered() {
        return station.remembered();
    }

    @Override
    public void resume() {
        loop.execute(station::resume);
    }

    @Override
    public CompletableFuture<SignInOutcome> signIn(SignIn how) {
        return promises.make(promise -> station.link().signIn(how, promise::complete));
    }

    @Override
    public void trust(ServerAddress server, Fingerprint key) {
        loop.execute(() -> station.trust(server, key));
    }

    @Override
    public CompletableFuture<Void> signOut(Leaving how) {
        return promises.make(
                promise -> station.signOut(how, () -> loop.leave(() -> promise.complete(null))));
    }

    @Override
    public LinkState link() {
        return station.state();
    }

    @Override
    public void tryNow() {
        loop.execute(() -> station.link().tryNow());
    }

    @Override
    public void active() {
        long now = loop.nanoTime();
        long last = activeAt.get();
        if (now - last >= ACTIVE_EVERY.toNanos() && activeAt.compareAndSet(last, now)) {
            loop.execute(() -> {
                station.link().touched();
                station.link().say(new Request.Active());
            });
        }
    }

    @Override
    public String send(Chat chat, String text) {
        String id = ids.fresh();
        String clean = Texts.clean(text);
        loop.attempt(
                () -> station.desk().ifPresent(desk -> desk.letters().send(id, chat, clean)),
                () -> listener.accept(new Change.NotKept(chat, text)));
        return id;
    }

    @Override
    public void retry(String id) {
        onDesk(desk -> desk.letters().retry(id));
    }

    @Override
    public void discard(String id) {
        onDesk(desk -> desk.letters().discard(id));
    }

    @Override
    public void read(Chat chat, long seq) {
        onDesk(desk -> desk.read(chat, seq));
    }

    @Override
    public void typing(UserName user) {
        onDesk(desk -> desk.typing(user));
    }

    @Override
    public void draft(Chat chat, String text) {
        onDesk(desk -> desk.draft(chat, text));
    }

    @Override
    public void status(Status status) {
        onDesk(desk -> desk.status(status));
    }

    private void onDesk(Consumer<Desk> work) {
        loop.execute(() -> station.desk().ifPresent(work));
    }

    @Override
    public CompletableFuture<Reply> block(UserName user) {
        return ofDesk((desk, answer) -> desk.directory().block(user, answer));
    }

    @Override
    public CompletableFuture<Reply> unblock(UserName user) {
        return ofDesk((desk, answer) -> desk.directory().unblock(user, answer));
    }

    private interface Asking {
        void ask(Desk desk, Answer answer);
    }

    private CompletableFuture<Reply> ofDesk(Asking asking) {
        return promises.make(promise ->
                station.desk()
                        .ifPresentOrElse(
                                desk -> asking.ask(desk, promises.by(promise)),
                                () -> promises.fail(promise)));
    }

    @Override
    public void latest(Chat chat) {
        onDesk(desk -> desk.pages().latest(chat));
    }

    @Override
    public void older(Chat chat) {
        onDesk(desk -> desk.pages().older(chat));
    }

    @Override
    public CompletableFuture<List<Reply.Someone>> onlineSince(Duration last) {
        return promises.make(promise ->
                station.desk()
                        .ifPresentOrElse(
                                desk -> onlineSince(desk, last, promise),
                                () -> promises.fail(promise)));
    }

    private void onlineSince(
            Desk desk, Duration last, CompletableFuture<List<Reply.Someone>> promise) {
        desk.directory()
                .onlineSince(
                        last.toSeconds(),
                        found -> promises.keep(promise, found),
                        () -> promises.fail(promise));
    }

    @Override
    public CompletableFuture<List<Entry>> searchHere(String text) {
        Wanted wanted = Wanted.of(text);
        return promises.make(promise ->
                station.desk()
                        .ifPresentOrElse(
                                desk -> promises.keep(promise, desk.search(wanted)),
                                () -> promises.fail(promise)));
    }

    @Override
    public CompletableFuture<Reply> ask(Request request) {
        return promises.make(promise -> station.link().ask(request, promises.by(promise)));
    }

    @Override
    public Door dialAgain() throws IOException {
        Optional<Passage> passage =
                promises.<Optional<Passage>>make(this::passage)
                        .completeOnTimeout(Optional.empty(), 10, TimeUnit.SECONDS)
                        .exceptionally(undone -> Optional.empty())
                        .join();
        return switch (passage.orElseThrow(() -> new IOException("nobody is signed in"))
                .go(raw -> true)) {
            case Passage.Arrived(Socket raw, Socket talk) -> new Door(raw, talk);
            case Passage.Failed(var why) -> throw new IOException("no server: " + why);
            case Passage.KeyUnknown _, Passage.KeyChanged _ ->
                    throw new IOException("the server has another key");
        };
    }

    private void passage(CompletableFuture<Optional<Passage>> promise) {
        promises.keep(promise, station.passage());
    }

    @Override
    public Reach reach() {
        return station.reach();
    }

    @Override
    public CompletableFuture<Fingerprint> serverKey() {
        return promises.make(promise ->
                station.serverKey(
                        key -> promises.keep(promise, key), () -> promises.fail(promise)));
    }

    @Override
    public Optional<KnownPeers> knownPeers() {
        return station.knownPeers();
    }

    @Override
    public KeptChats kept() {
        return kept;
    }

    @Override
    public void close() {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        loop.execute(() ->
                station.link().signOut(new Request.Logout(false), () -> ended.complete(null)));
        try {
            ended.get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.debug("the server did not say goodbye");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        loop.close();
        profile.close();
    }
}
