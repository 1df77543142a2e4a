package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import parley.desktop.client.Client;
import parley.identity.Identity;
import parley.protocol.PeerAddress;
import parley.protocol.UserName;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A desktop without a window: a real service with real sockets, whose changes are collected.
final class Desktop implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final UserName name;
    final PeerService service;
    private final List<PeerChange> changes = new ArrayList<>();
    private final Consumer<PeerChange> listener;

    Desktop(String name, Introductions server, Path folder) throws IOException {
        this(
                name,
                server,
                Identity.ofDesktop(Files.createDirectories(folder.resolve(name))),
                new MemoryPeers(),
                Consent.ASK_FIRST_TIME,
                loopback());
    }

    Desktop(
            String name,
            Introductions server,
            Identity identity,
            MemoryPeers known,
            Consent consent,
            LocalAddresses addresses)
            throws IOException {
        this(name, server, identity, known, consent, addresses, PeerLimits.NO_WAY_AFTER);
    }

    /// One that looks for a direct way for so long.
    Desktop(
            String name,
            Introductions server,
            Identity identity,
            MemoryPeers known,
            Consent consent,
            LocalAddresses addresses,
            Duration searchTime)
            throws IOException {
        this.name = UserName.of(name);
        this.listener = change -> {};
        PeerService[] made = new PeerService[1];
        Introducer introducer = server.signIn(this.name, event -> made[0].hear(event));
        service =
                new PeerService(
                        new PeerService.Needs(identity, known, introducer, this::note, consent, 0),
                        addresses,
                        Clock.systemUTC(),
                        searchTime);
        made[0] = service;
    }

    /// One whose server is a real one, as this client sees it.
    ///
    /// @param listener told of each change, too
    Desktop(
            String name,
            Client client,
            Identity identity,
            Consumer<PeerChange> listener,
            LocalAddresses addresses)
            throws IOException {
        this.name = UserName.of(name);
        this.listener = listener;
        KnownPeers known = client.knownPeers().orElseThrow();
        service =
                new PeerService(
                        new PeerService.Needs(
                                identity, known, client, this::note, Consent.ASK_FIRST_TIME, 0),
                        addresses,
                        Clock.systemUTC());
    }

    /// One whose server is a real one, that looks two seconds for a direct way at these addresses.
    Desktop(String name, Client client, Identity identity, LocalAddresses addresses)
            throws IOException {
        this.name = UserName.of(name);
        this.listener = change -> {};
        KnownPeers known = client.knownPeers().orElseThrow();
        service =
                new PeerService(
                        new PeerService.Needs(
                                identity, known, client, this::note, Consent.ASK_FIRST_TIME, 0),
                        addresses,
                        Clock.systemUTC(),
                        Duration.ofSeconds(2));
    }

    /// Found at this port of loopback, whatever its own is.
    static LocalAddresses behind(Wire wire) {
        return (port, reach) -> {
            wire.leadTo(port);
            return loopback().offer(wire.port(), reach);
        };
    }

    /// An address at which nobody listens.
    static PeerAddress closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new PeerAddress(free.getInetAddress(), free.getLocalPort());
        }
    }

    static LocalAddresses loopback() {
        return (port, reach) ->
                LocalAddresses.chosen(List.of(InetAddress.getLoopbackAddress()), port, reach);
    }

    private void note(PeerChange change) {
        synchronized (changes) {
            changes.add(change);
            changes.notifyAll();
        }
        listener.accept(change);
    }

    /// All that was told so far.
    List<PeerChange> changes() {
        synchronized (changes) {
            return List.copyOf(changes);
        }
    }

    /// Waits until something like this was told, now or before.
    PeerChange hears(Predicate<PeerChange> like) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (changes) {
            while (changes.stream().noneMatch(like)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    fail("%s never heard of it, only of %s", name, changes);
                }
                waitFor(left);
            }
            return changes.stream().filter(like).findFirst().orElseThrow();
        }
    }

    private void waitFor(long nanos) {
        try {
            changes.wait(nanos / 1_000_000 + 1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits until the chat stands so.
    PeerState isOnce(Desktop other, Class<? extends PeerState> state) {
        return isOnce(other.name, state);
    }

    /// Waits until the chat stands so.
    PeerState isOnce(UserName other, Class<? extends PeerState> state) {
        PeerChange change =
                hears(it ->
                        it instanceof PeerChange.StateChanged(var person, var now)
                                && person.equals(other)
                                && state.isInstance(now));
        return ((PeerChange.StateChanged) change).state();
    }

    String says(String text, Desktop to) {
        return service.send(to.name, text);
    }

    void hearsFrom(Desktop other, String text) {
        hears(it ->
                it instanceof PeerChange.MessageArrived(var person, var message)
                        && person.equals(other.name)
                        && message.text().equals(text));
    }

    void sees(Desktop other, String id, MessageState state) {
        hears(it -> it.equals(new PeerChange.MessageMoved(other.name, id, state)));
    }

    /// Waits until the file stands so.
    FileState sees(String file, Class<? extends FileState> state) {
        PeerChange change =
                hears(it ->
                        it instanceof PeerChange.FileMoved(_, var transfer)
                                && transfer.file().equals(file)
                                && state.isInstance(transfer.state()));
        return ((PeerChange.FileMoved) change).transfer().state();
    }

    /// All that this person has said, in order.
    List<String> textsFrom(Desktop other) {
        return textsFrom(other.name);
    }

    /// All that this person has said, in order.
    List<String> textsFrom(UserName other) {
        return changes().stream()
                .filter(it -> it.person().equals(other))
                .mapMulti((PeerChange it, Consumer<String> texts) -> {
                    if (it instanceof PeerChange.MessageArrived(_, var message)) {
                        texts.accept(message.text());
                    }
                })
                .toList();
    }

    /// Forgets what was told so far.
    void forget() {
        synchronized (changes) {
            changes.clear();
        }
    }

    /// Comes into a private chat with the other.
    void meets(Desktop other) {
        service.open(other.name);
        other.isOnce(this, PeerState.Invited.class);
        other.service.accept(name, Acceptance.FROM_NOW_ON);
        isOnce(other, PeerState.Direct.class);
        other.isOnce(this, PeerState.Direct.class);
    }

    void talksWith(Desktop other, String word) {
        String there = says(word + " there", other);
        String back = other.says(word + " back", this);
        other.hearsFrom(this, word + " there");
        hearsFrom(other, word + " back");
        sees(other, there, MessageState.DELIVERED);
        other.sees(this, back, MessageState.DELIVERED);
        assertThat(textsFrom(other)).doesNotHaveDuplicates();
    }

    @Override
    public void close() {
        service.close();
    }
}
