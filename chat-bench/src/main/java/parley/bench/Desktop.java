package parley.bench;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Change;
import parley.desktop.client.Client;
import parley.desktop.local.Entry;
import parley.desktop.local.ProfileUnusable;
import parley.desktop.net.LinkState;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.peer.Consent;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerService;
import parley.identity.Identity;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A desktop without windows: the client and the private chats that ship, with a profile of its
/// own. It lets everybody in who asks for a private chat.
final class Desktop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Client client;
    private volatile @Nullable PeerService peers;

    /// Who uses it. Told from the desktop's own threads, of each kind one thing after the other;
    /// nothing here may wait.
    interface Owner {
        /// Something was said in a chat, or one's own words have come further.
        void hears(Desktop desktop, Entry entry);

        /// Something has happened in a private chat.
        void hears(Desktop desktop, PeerChange change);
    }

    private Desktop(Client client) {
        this.client = client;
    }

    /// One whose owner has just signed in, at a server on loopback.
    ///
    /// @throws IOException where that does not succeed
    static Desktop signedIn(String user, String password, Path profile, int port, Owner owner)
            throws IOException, InterruptedException {
        Desktop desktop = new Desktop(open(profile));
        try {
            desktop.client.listen(change -> desktop.hear(change, owner));
            desktop.signIn(SignIn.byPassword(address(port), user, password).kept());
            desktop.peers = desktop.peers(profile, owner);
            return desktop;
        } catch (IOException | InterruptedException failed) {
            desktop.close();
            throw failed;
        }
    }

    private static Client open(Path profile) throws IOException {
        try {
            return Client.open(profile);
        } catch (ProfileUnusable unusable) {
            throw new IOException(unusable);
        }
    }

    private static ServerAddress address(int port) {
        return new ServerAddress("127.0.0.1", port);
    }

    private void signIn(SignIn how) throws IOException, InterruptedException {
        try {
            SignInOutcome outcome = client.signIn(how).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!(outcome instanceof SignInOutcome.Welcome)) {
                throw new IOException(how.user() + " was not let in: " + outcome);
            }
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException(how.user() + " was not let in", failed);
        }
    }

    private PeerService peers(Path profile, Owner owner) throws IOException {
        return new PeerService(
                new PeerService.Needs(
                        Identity.ofDesktop(profile),
                        client.knownPeers().orElseThrow(),
                        client,
                        change -> owner.hears(this, change),
                        Consent.EVERYONE,
                        0));
    }

    private void hear(Change change, Owner owner) {
        PeerService present = peers;
        switch (change) {
            case Change.Said(Entry entry) -> owner.hears(this, entry);
            case Change.Private(var event) when present != null -> present.hear(event);
            case Change.Link(LinkState link)
                    when present != null && !(link instanceof LinkState.Online) ->
                    present.serverLost();
            default -> {}
        }
    }

    Client client() {
        return client;
    }

    /// Its private chats.
    ///
    /// @throws IllegalStateException where its owner has not signed in yet
    PeerService peers() {
        PeerService present = peers;
        if (present == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return present;
    }

    static UserName name(String user) {
        return UserName.of(user);
    }

    @Override
    public void close() {
        PeerService present = peers;
        if (present != null) {
            present.close();
        }
        client.close();
    }
}
