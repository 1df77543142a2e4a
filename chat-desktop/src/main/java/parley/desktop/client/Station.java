package parley.desktop.client;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.client.Client.Remembered;
import parley.desktop.local.Accounts;
import parley.desktop.local.Accounts.Account;
import parley.desktop.local.Database;
import parley.desktop.net.Backoff;
import parley.desktop.net.Dialer;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.net.Loop;
import parley.desktop.net.Passage;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.ServerLink;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.net.SocketDialer;
import parley.desktop.peer.Introducer.Reach;
import parley.desktop.peer.KnownPeers;
import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// The database, the line, and the window of whoever is signed in. Lives on the loop; only what it
/// says of itself ([#state], [#reach], [#remembered], [#knownPeers]) is for any thread.
final class Station implements ServerLink.Ears, Turns {
    private static final String PROGRAM = "parley-desktop/1.0";
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    private final Database database;
    private final Accounts accounts;
    private final ServerLink link;
    private final Context context;
    private final Promises promises;
    private final ShownKeys serverKeys;
    private @Nullable Desk desk;
    private volatile LinkState state = new LinkState.SignedOut();
    private volatile Reach reach = Reach.NOWHERE;
    private volatile Optional<Remembered> remembered = Optional.empty();
    private volatile Optional<KnownPeers> knownPeers = Optional.empty();

    /// What a station needs of the world.
    record World(Loop loop, Dialer dialer, Backoff backoff, InstantSource clock) {
        /// The one we live in.
        static World real(Database database, Loop loop) {
            return new World(
                    loop,
                    new SocketDialer(loop, new Accounts(database)::serverKey),
                    new Backoff(() -> ThreadLocalRandom.current().nextDouble()),
                    InstantSource.system());
        }
    }

    Station(Database database, World world, Promises promises, Consumer<Change> listener) {
        this.database = database;
        this.accounts = new Accounts(database);
        this.promises = promises;
        this.link =
                new ServerLink(world.loop, world.dialer, world.backoff, world.clock, PROGRAM, this);
        this.serverKeys = new ShownKeys(world.loop);
        this.context = new Context(world.loop, link, world.clock, listener);
        remember();
    }

    private void remember() {
        remembered = accounts.last().map(Station::remembered);
    }

    private static Remembered remembered(Account last) {
        return new Remembered(last.server(), last.me(), last.token().isPresent());
    }

    LinkState state() {
        return state;
    }

    Reach reach() {
        return reach;
    }

    Optional<Remembered> remembered() {
        return remembered;
    }

    Optional<KnownPeers> knownPeers() {
        return knownPeers;
    }

    /// The way to the server, for one more connection.
    Optional<Passage> passage() {
        return link.passage(accounts::serverKey);
    }

    ServerLink link() {
        return link;
    }

    Optional<Desk> desk() {
        return Optional.ofNullable(desk);
    }

    void trust(ServerAddress server, Fingerprint key) {
        accounts.acceptServerKey(server, key);
    }

    /// The computer has slept, or has another network.
    void moved() {
        link.moved();
        context.tell(new Change.Moved());
    }

    /// Finds the key of the server that somebody is signed in at.
    void serverKey(Consumer<Fingerprint> found, Runnable unknown) {
        desk().map(Desk::account)
                .map(Account::server)
                .ifPresentOrElse(server -> serverKeys.find(server, link, found, unknown), unknown);
    }

    /// Opens the window of who was kept signed in, and signs them in.
    void resume() {
        accounts.last().ifPresent(last -> last.token().ifPresent(token -> resume(last, token)));
    }

    private void resume(Account account, String token) {
        open(account);
        String me = account.me().toString();
        link.resume(new SignIn(account.server(), me, new Proof.Token(token), true, false));
    }

    private Desk open(Account account) {
        desk().ifPresent(Desk::close);
        Desk fresh = new Desk(context, database, account);
        desk = fresh;
        knownPeers = Optional.of(fresh.knownPeers());
        fresh.open();
        return fresh;
    }

    /// Says goodbye, and closes the window.
    void signOut(Client.Leaving how, Runnable then) {
        boolean forget = how == Client.Leaving.FORGETTING;
        if (forget) {
            forgetToken();
        }
        link.signOut(new Request.Logout(forget), then);
        Desk open = desk;
        if (open != null) {
            open.close();
            desk = null;
            knownPeers = Optional.empty();
            context.tell(new Change.Closed());
        }
    }

    private void forgetToken() {
        desk().map(Desk::account).ifPresent(accounts::forgetToken);
        remember();
    }

    @Override
    public void stands(LinkState next) {
        state = next;
        reach = !link.online() ? Reach.NOWHERE : link.loopback() ? Reach.LOOPBACK : Reach.NETWORK;
        context.tell(new Change.Link(next));
        if (next instanceof LinkState.Online) {
            desk().ifPresent(Desk::online);
        }
        if (next instanceof LinkState.Stopped(Stop why) && voidsToken(why)) {
            forgetToken();
        }
    }

    private static boolean voidsToken(Stop why) {
        return why instanceof Stop.Removed
                || why instanceof Stop.Refused(SignInOutcome.TokenRefused refused);
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
        desk().ifPresent(open -> open.hear(event));
    }

    @Override
    public void parted() {
        desk().ifPresent(Desk::parted);
    }

    @Override
    public void commit() {
        database.commit();
    }

    /// What was thought in this turn was not kept: the window is read anew from the disk, and the
    /// line is dropped, so that the server says again what was not acknowledged.
    @Override
    public void undo(RuntimeException failure) {
        LOG.error("turn undone", failure);
        database.rollback();
        link.reconnect();
        promises.breakAll();
        desk().map(Desk::account).ifPresent(this::open);
        context.tell(
                new Change.DiskTrouble(
                        "Nothing more can be kept on this computer’s disk. Make room on it, then"
                                + " send again."));
    }
}
