package parley.desktop.mission;

import parley.desktop.client.Change;
import parley.desktop.client.Client;
import parley.desktop.local.Entry;
import parley.desktop.net.ServerAddress;
import parley.desktop.net.SignIn;
import parley.desktop.net.SignInOutcome;
import parley.desktop.peer.Consent;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerService;
import parley.desktop.peer.PeerState;
import parley.identity.Identity;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A desktop without a screen: a client and its private chats, and what both told so far.
final class Talker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Client client;
    private final PeerService peers;
    private final List<String> heard = new ArrayList<>();
    private final List<UserName> direct = new ArrayList<>();

    private Talker(String name, Path folder, int port, String password) throws Exception {
        this.name = name;
        this.client = Client.open(folder);
        client.listen(this::hear);
        SignIn how = SignIn.byPassword(new ServerAddress("127.0.0.1", port), name, password);
        SignInOutcome outcome = client.signIn(how).get(20, TimeUnit.SECONDS);
        await(() -> client.knownPeers().isPresent(), name + " is not signed in: " + outcome);
        this.peers =
                new PeerService(
                        new PeerService.Needs(
                                Identity.ofDesktop(folder),
                                client.knownPeers().orElseThrow(),
                                client,
                                this::hear,
                                Consent.EVERYONE,
                                0));
    }

    static Talker signedIn(String name, Path folder, int port, String password) throws Exception {
        return new Talker(name, folder, port, password);
    }

    private synchronized void hear(Change change) {
        switch (change) {
            case Change.Said(Entry entry) -> heard.add(entry.text());
            case Change.Private(var event) -> {
                if (peers != null) {
                    peers.hear(event);
                }
            }
            default -> {}
        }
        notifyAll();
    }

    private synchronized void hear(PeerChange change) {
        switch (change) {
            case PeerChange.StateChanged(UserName person, PeerState.Direct _) -> direct.add(person);
            case PeerChange.MessageArrived(UserName _, var message) -> heard.add(message.text());
            default -> {}
        }
        notifyAll();
    }

    void says(String text, String to) {
        client.send(Chat.with(UserName.of(to)), text);
    }

    void opensPrivateChat(String with) {
        peers.open(UserName.of(with));
        await(() -> direct.contains(UserName.of(with)), name + " has no private chat with " + with);
    }

    void saysPrivately(String text, String to) {
        peers.send(UserName.of(to), text);
    }

    void hears(String text) {
        await(() -> heard.contains(text), name + " does not hear: " + text);
    }

    private synchronized void await(BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new AssertionError(otherwise);
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() throws Exception {
        peers.close();
        client.close();
    }
}
