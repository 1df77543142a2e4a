package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import parley.desktop.client.Change;
import parley.desktop.client.Client;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.identity.Identity;
import parley.protocol.Event;
import parley.protocol.PeerAddress;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Somebody with an account at a real server: a client and its private chats, joined as the program
/// joins them, without a window. The password is the name and `pass`.
public final class Resident implements AutoCloseable {
    private static final int TRIES = 10;

    final Client client;
    final Desktop desktop;
    private final CountDownLatch serverLost = new CountDownLatch(1);
    private final CompletableFuture<Event.PrivateReady> introduction = new CompletableFuture<>();

    /// Signs in, and trusts the key that the server shows.
    Resident(String name, Path profile, ServerAddress server) throws Exception {
        this(name, profile, server, change -> {});
    }

    /// The same, but says that it listens where nobody does.
    static Resident nowhere(String name, Path profile, ServerAddress server) throws Exception {
        PeerAddress closed = Desktop.closedPort();
        return new Resident(name, profile, server, change -> {}, (port, reach) -> List.of(closed));
    }

    /// Signs in, and trusts the key that the server shows.
    ///
    /// @param listener told of the private chats, on their own thread
    public Resident(String name, Path profile, ServerAddress server, Consumer<PeerChange> listener)
            throws Exception {
        this(name, profile, server, listener, LocalAddresses.ofThisMachine());
    }

    private Resident(
            String name,
            Path profile,
            ServerAddress server,
            Consumer<PeerChange> listener,
            LocalAddresses addresses)
            throws Exception {
        CompletableFuture<PeerService> made = new CompletableFuture<>();
        client = Client.open(profile);
        client.listen(change -> {
            if (made.isDone()) {
                hear(change, made.join());
            }
        });
        signIn(SignIn.byPassword(server, name, name + " pass").kept());
        desktop = new Desktop(name, client, Identity.ofDesktop(profile), listener, addresses);
        made.complete(desktop.service);
    }

    /// Again, where the machine is too busy to answer in time.
    private void signIn(SignIn how) throws Exception {
        SignInOutcome outcome = client.signIn(how).get(120, TimeUnit.SECONDS);
        for (int tries = 1; tries < TRIES && !(outcome instanceof SignInOutcome.Welcome); tries++) {
            if (outcome instanceof SignInOutcome.KeyUnknown(var shown)) {
                client.trust(how.server(), shown);
            }
            outcome = client.signIn(how).get(120, TimeUnit.SECONDS);
        }
        assertThat(outcome).isInstanceOf(SignInOutcome.Welcome.class);
    }

    private void hear(Change change, PeerService service) {
        if (change instanceof Change.Private(var event)) {
            service.hear(event);
            if (event instanceof Event.PrivateReady ready) {
                introduction.complete(ready);
            }
        }
        if (change instanceof Change.Link(var state) && !(state instanceof LinkState.Online)) {
            service.serverLost();
            serverLost.countDown();
        }
    }

    /// What the server said of the first whom it introduced.
    Event.PrivateReady introduction() {
        return introduction.orTimeout(30, TimeUnit.SECONDS).join();
    }

    void losesTheServer() throws InterruptedException {
        assertThat(serverLost.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /// The private chats.
    public PeerService chats() {
        return desktop.service;
    }

    @Override
    public void close() {
        desktop.close();
        client.close();
    }
}
