package parley.desktop.peer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.peer.mapping.LibraryGateway;
import parley.desktop.peer.mapping.MappingState;
import parley.identity.Fingerprint;
import parley.identity.Identity;
import parley.identity.TlsContexts;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;
import parley.protocol.UserName;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The private chats of one signed-in owner, several at once, one a person. It lives from sign-in
/// to sign-out: the loss of the server, a takeover and idleness leave it as it is.
///
/// Any thread may call any method, and none waits but [#close]. What comes of it is told to the one
/// listener, from the service's own thread, in order; the listener must not wait either.
public final class PeerService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerService.class);

    private final ThreadStrand strand;
    private final ExecutorService diskThreads;
    private final Disk disk;
    private final Lines lines;
    private final Lobby lobby;
    private final List<Doorway> doorways = new CopyOnWriteArrayList<>();
    private final PrivateChats chats;
    private final Introducer introducer;
    private final LocalAddresses addresses;
    private final WayIn wayIn = new WayIn(new LibraryGateway(), this::port);
    private final Clock clock;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Disclosure disclosure = Disclosure.TO_PARTNERS;

    /// What the service needs from around it.
    ///
    /// @param port to listen on, for who must name it to a firewall; 0 for any free one, which is
    ///   also taken where this one is in use
    public record Needs(
            Identity identity,
            KnownPeers known,
            Introducer introducer,
            Consumer<PeerChange> listener,
            Consent consent,
            int port) {}

    /// Begins to listen for peers.
    ///
    /// @throws IOException where no port is free
    public PeerService(Needs needs) throws IOException {
        this(needs, LocalAddresses.ofThisMachine(), Clock.systemUTC());
    }

    PeerService(Needs needs, LocalAddresses addresses, Clock clock) throws IOException {
        this(needs, addresses, clock, PeerLimits.NO_WAY_AFTER);
    }

    PeerService(Needs needs, LocalAddresses addresses, Clock clock, Duration searchTime)
            throws IOException {
        this.introducer = needs.introducer();
        this.addresses = addresses;
        this.clock = clock;
        strand = new ThreadStrand(clock);
        diskThreads = PlatformThreads.named("private-disk");
        disk = new Disk(diskThreads, strand);
        lines = new Lines(TlsContexts.peer(needs.identity()), strand);
        lobby = new Lobby(strand);
        Setting setting =
                new Setting(
                        strand,
                        disk,
                        introducer,
                        new TlsDialler(lines, strand),
                        new ServerRelay(introducer, lines, strand),
                        needs.known(),
                        lobby,
                        () -> disclosure,
                        this::ownAddresses,
                        needs.identity().fingerprint(),
                        searchTime);
        chats = new PrivateChats(setting, needs.consent(), needs.listener());
        doorways.add(doorway(needs.port()));
    }

    private Doorway doorway(int port) throws IOException {
        try {
            return new Doorway(port, lines, lobby, strand);
        } catch (BindException taken) {
            LOG.warn("port for private chats is in use port={}", port);
            return new Doorway(0, lines, lobby, strand);
        }
    }

    private List<PeerAddress> ownAddresses() {
        return switch (introducer.reach()) {
            case NOWHERE -> List.of();
            case LOOPBACK -> addresses.offer(port(), Introducer.Reach.LOOPBACK);
            case NETWORK ->
                    LocalAddresses.withWayIn(
                            addresses.offer(port(), Introducer.Reach.NETWORK), wayIn.address());
        };
    }

    /// Where this desktop listens for peers.
    public int port() {
        return doorways.getLast().port();
    }

    /// Listens at another port from now on; for the chats there are also at the one before.
    ///
    /// @param wanted 0 for any free one, else from 1,024; where it is in use, any free one is taken
    /// @return where it listens then
    public CompletableFuture<Integer> listenAt(int wanted) {
        CompletableFuture<Integer> moved = new CompletableFuture<>();
        strand.execute(() -> {
            try {
                if (wanted != 0 && wanted != port()) {
                    doorways.add(doorway(wanted));
                    wayIn.moved();
                }
                moved.complete(port());
            } catch (IOException failed) {
                moved.completeExceptionally(failed);
            }
        });
        return moved;
    }

    /// Asks for a private chat, or accepts where this person has asked already. Nothing happens
    /// where one is under way or open.
    public void open(UserName person) {
        strand.execute(() -> chats.with(person).open());
    }

    /// Says yes to an invitation, or to going on with another key.
    public void accept(UserName person, Acceptance acceptance) {
        strand.execute(() -> chats.with(person).accept(acceptance));
    }

    /// Says no to an invitation, to going on with another key, or to the relay. A chat that is open
    /// with this person meanwhile stays.
    public void decline(UserName person) {
        strand.execute(() -> chats.with(person).decline());
    }

    /// Takes back one's own request.
    public void cancel(UserName person) {
        strand.execute(() -> chats.with(person).cancel());
    }

    /// Ends the chat, wherever it stands.
    public void end(UserName person) {
        strand.execute(() -> chats.with(person).end());
    }

    /// Takes the server's relay, where no other way was found or the other side waits there.
    ///
    /// @param acceptance whether it is to be asked again the next time
    public void relay(UserName person, Acceptance acceptance) {
        strand.execute(() -> chats.with(person).relay(acceptance));
    }

    /// Sets whether the relay is taken with this person without asking from now on.
    public void relayConsent(UserName person, Acceptance acceptance) {
        strand.execute(() -> chats.with(person).relayConsent(acceptance));
    }

    /// Says something. It waits while the chat is not direct yet or not again; where there is no
    /// chat, or too much waits already, the listener is told `UNDELIVERED`.
    ///
    /// @param text 1 to 16,384 bytes of UTF-8
    /// @return the message's id
    /// @throws IllegalArgumentException where the text is empty, too long, or holds NUL or half a
    ///   surrogate pair
    public String send(UserName person, String text) {
        PeerMessage message =
                new PeerMessage(UUID.randomUUID().toString(), checked(text), clock.instant());
        strand.execute(() -> chats.with(person).send(message));
        return message.id();
    }

    private static String checked(String text) {
        if (text.isEmpty() || PeerCodec.tooLong(text) || !PeerCodec.canBeSaid(text)) {
            throw new IllegalArgumentException(
                    "a text has 1 to " + Limits.TEXT_BYTES + " bytes of UTF-8, without NUL");
        }
        return text;
    }

    /// Offers a file, once it has been read for its checksum and the chat is direct. How it goes is
    /// told by [PeerChange.FileMoved]; where there is no chat it fails.
    ///
    /// @param path a plain file
    /// @return the file's id
    public String offerFile(UserName person, Path path) {
        String file = UUID.randomUUID().toString();
        strand.execute(() -> chats.with(person).offer(file, path));
        return file;
    }

    /// Says yes to a file that the other side offers.
    ///
    /// @param folder where it goes; it must be there
    public void acceptFile(UserName person, String file, Path folder) {
        strand.execute(() -> chats.with(person).dialogue().files().accept(file, folder));
    }

    /// Says no to a file that the other side offers.
    public void declineFile(UserName person, String file) {
        strand.execute(() -> chats.with(person).dialogue().files().decline(file));
    }

    /// Lets a file stand still, whichever way it goes, until [#resumeFile].
    public void pauseFile(UserName person, String file) {
        strand.execute(() -> chats.with(person).dialogue().files().pause(file));
    }

    /// Lets a file go on that the owner has paused.
    public void resumeFile(UserName person, String file) {
        strand.execute(() -> chats.with(person).dialogue().files().resume(file));
    }

    /// Ends a file's transfer, whichever way it goes; what has arrived of it is removed.
    public void cancelFile(UserName person, String file) {
        strand.execute(() -> chats.with(person).dialogue().files().cancel(file));
    }

    /// Tells the other side that the owner is writing; at most once every three seconds goes out.
    public void typing(UserName person) {
        strand.execute(() -> chats.with(person).dialogue().typing());
    }

    /// Tells the other side that its messages up to this one have been looked at.
    public void read(UserName person, String id) {
        strand.execute(() -> chats.with(person).dialogue().read(id));
    }

    /// Notes what the owner says of a key of this person. Where nothing was sent to the present one
    /// for want of that word, it goes out now.
    public void mark(UserName person, Fingerprint key, Mark mark) {
        strand.execute(() -> chats.with(person).dialogue().mark(key, mark));
    }

    /// Tells the other side that its words are kept on disk here from now on: at once, and each
    /// time that the two desktops find each other, until [#stopKeeping]. The service keeps nothing.
    public void keep(UserName person) {
        strand.execute(() -> chats.with(person).dialogue().keep(true));
    }

    /// Tells the other side that nothing of it is kept any more.
    public void stopKeeping(UserName person) {
        strand.execute(() -> chats.with(person).dialogue().keep(false));
    }

    /// Sets whom the owner lets in without being asked; concerns invitations from now on.
    public void consent(Consent consent) {
        strand.execute(() -> chats.consent(consent));
    }

    /// Sets to whom this computer's addresses are given; concerns chats that begin from now on.
    public void disclose(Disclosure newDisclosure) {
        disclosure = newDisclosure;
        wayIn.disclose(newDisclosure);
    }

    /// Sets whether the router is asked to let private chats in.
    ///
    /// @param told hears how that stands from now on; from any thread, and must not wait
    public void routers(Routers wanted, Consumer<MappingState> told) {
        wayIn.want(wanted, told);
    }

    /// What the server says unasked. All but its sentences about private chats is ignored.
    public void hear(Event event) {
        strand.execute(() -> chats.hear(event));
    }

    /// The computer has slept, or has another network: each open line has a moment to show that it
    /// lives, and is dialled anew where it does not.
    public void moved() {
        strand.execute(chats::moved);
        wayIn.moved();
    }

    /// The session with the server is over, for whatever reason: what waits for an introduction
    /// ends, what has been introduced goes on.
    public void serverLost() {
        strand.execute(chats::serverLost);
    }

    /// Ends all chats with a good-bye and stops listening. Waits a second at most for the good-byes
    /// to go out, and two for a router that was asked to let peers in, so not for the JavaFX
    /// thread.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        doorways.forEach(PeerService::shut);
        CompletableFuture.runAsync(
                        () -> {
                            chats.close();
                            lobby.close();
                        },
                        strand::execute)
                .join();
        lines.close(PeerLimits.LAST_WORDS);
        awaitDisk();
        strand.close();
        wayIn.close();
    }

    /// What has begun to arrive is removed before all ends.
    private void awaitDisk() {
        try {
            disk.awaitIdle(PeerLimits.LAST_WORDS);
            // What was just being begun is removed by a further step.
            CompletableFuture.runAsync(() -> {}, strand::execute).join();
            disk.awaitIdle(PeerLimits.LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        diskThreads.shutdown();
    }

    private static void shut(Doorway doorway) {
        try {
            doorway.close();
        } catch (IOException failed) {
            LOG.debug("private doorway did not close cleanly", failed);
        }
    }
}
