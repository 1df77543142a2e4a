package parley.desktop.privatechat;

import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.client.Change;
import parley.desktop.client.Change.Opened;
import parley.desktop.local.KeptChats;
import parley.desktop.net.LinkState;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Consent;
import parley.desktop.peer.Disclosure;
import parley.desktop.peer.Mark;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerService;
import parley.desktop.peer.PeerState;
import parley.desktop.peer.Routers;
import parley.desktop.peer.mapping.MappingState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Owner;
import parley.desktop.state.PrivateChatState;
import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Keeps the private chats of whoever is signed in: begins their service at the sign-in, tells it
/// what the server says, ends it at the sign-out. In between it outlives the line to the server.
///
/// [#hear] is called from the client's thread, the rest on the JavaFX thread.
public final class PrivateDesk implements Peers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateDesk.class);

    private final ClientState state;
    private final InstantSource clock;
    private final Opener opener;
    private final Consumer<PeerChange> listener;
    private final Wishes wishes;
    private final Ways ways;
    private volatile @Nullable Service service;

    /// The service of one owner. What it tells once another has taken its place is not heard.
    private record Service(Owner owner, PeerService peers, AtomicBoolean present) {}

    /// Begins the service of an owner.
    @FunctionalInterface
    public interface Opener {
        /// @param consent whom the owner lets in without being asked
        /// @param port to listen on; 0 for any free one
        /// @throws IOException where it cannot listen for peers
        PeerService open(Consent consent, int port, Consumer<PeerChange> listener)
                throws IOException;
    }

    /// What the owner wants of private chats; may change at any time.
    ///
    /// @param consent whom they let in without being asked
    /// @param disclosure to whom this computer's addresses are given
    /// @param port to listen on; 0 for any free one
    /// @param routers whether the router is asked to let them in
    public record Wishes(
            ObservableValue<Consent> consent,
            ObservableValue<Disclosure> disclosure,
            ObservableValue<Integer> port,
            ObservableValue<Routers> routers) {}

    /// Who hears how others find the way here; from any thread.
    ///
    /// @param port where private chats listen, 0 where they do not
    /// @param router how it stands with the router
    public record Ways(IntConsumer port, Consumer<MappingState> router) {}

    /// @param kept where chats are kept whose owner wants it
    /// @param listener hears of all changes, from the service's thread
    public PrivateDesk(
            ClientState state,
            InstantSource clock,
            Opener opener,
            KeptChats kept,
            Wishes wishes,
            Ways ways,
            Consumer<PeerChange> listener) {
        this.state = state;
        this.clock = clock;
        this.opener = opener;
        this.listener = listener;
        this.wishes = wishes;
        this.ways = ways;
        wishes.consent().addListener((_, _, now) -> withService(peers -> peers.consent(now)));
        wishes.disclosure().addListener((_, _, now) -> withService(peers -> peers.disclose(now)));
        wishes.port().addListener((_, _, now) -> withService(peers -> listenAt(peers, now)));
        wishes.routers()
                .addListener(
                        (_, _, now) -> withService(peers -> peers.routers(now, ways.router())));
        new Keeper(state, kept);
    }

    private void listenAt(PeerService peers, int port) {
        peers.listenAt(port)
                .whenComplete((now, failed) -> {
                    if (failed == null) {
                        ways.port().accept(now);
                    } else {
                        LOG.warn("no other port for private chats cause={}", failed.toString());
                    }
                });
    }

    /// What the client tells: who is signed in, how the line stands, what the server says of
    /// private chats.
    public void hear(Change change) {
        switch (change) {
            case Opened(var server, var snapshot) -> begin(new Owner(server, snapshot.me()));
            case Change.Closed() -> leave();
            case Change.Link(var link) when !(link instanceof LinkState.Online) ->
                    withService(PeerService::serverLost);
            case Change.Moved() -> withService(PeerService::moved);
            case Change.Kept(var chats) ->
                    withService(peers -> chats.forEach(chat -> peers.keep(chat.person())));
            case Change.Private(var event) -> withService(peers -> tell(peers, event));
            case Change.Link _,
                    Change.People _,
                    Change.PersonChanged _,
                    Change.OwnStatus _,
                    Change.Said _,
                    Change.Discarded _,
                    Change.BroadcastReached _,
                    Change.HistoryLoaded _,
                    Change.HistoryUnreachable _,
                    Change.ChatMoved _,
                    Change.Typing _,
                    Change.CaughtUp _,
                    Change.NotKept _,
                    Change.DiskTrouble _ -> {
                // No business of private chats.
            }
        }
    }

    private static void tell(PeerService peers, Event event) {
        switch (event) {
            case Event.PrivateRequest request -> peers.hear(request);
            case Event.PrivateReady ready -> peers.hear(ready);
            case Event.PrivateDeclined declined -> peers.hear(declined);
            case Event.RelayWanted wanted -> peers.hear(wanted);
            case Event.Message _,
                    Event.Presence _,
                    Event.Presences _,
                    Event.Receipt _,
                    Event.Typing _,
                    Event.CaughtUp _,
                    Event.Ping _,
                    Event.Bye _ -> {
                // Not of private chats.
            }
        }
    }

    private void begin(Owner owner) {
        Service present = service;
        if (present != null && present.owner().equals(owner)) {
            return;
        }
        leave();
        AtomicBoolean heard = new AtomicBoolean(true);
        try {
            PeerService peers =
                    opener.open(
                            wishes.consent().getValue(),
                            wishes.port().getValue(),
                            change -> pass(change, heard));
            peers.disclose(wishes.disclosure().getValue());
            service = new Service(owner, peers, heard);
            ways.port().accept(peers.port());
            peers.routers(wishes.routers().getValue(), ways.router());
        } catch (IOException failed) {
            LOG.warn("no private chats: cannot listen for peers cause={}", failed.toString());
        }
    }

    private void pass(PeerChange change, AtomicBoolean heard) {
        if (heard.get()) {
            listener.accept(change);
        }
    }

    private void withService(Consumer<PeerService> deed) {
        Service present = service;
        if (present != null) {
            deed.accept(present.peers());
        }
    }

    @Override
    public void open(UserName person) {
        withService(peers -> {
            state.beginPrivate(person);
            peers.open(person);
        });
    }

    @Override
    public void accept(UserName person) {
        withService(peers -> peers.accept(person, Acceptance.FROM_NOW_ON));
    }

    @Override
    public void decline(UserName person) {
        withService(peers -> peers.decline(person));
    }

    @Override
    public void end(UserName person) {
        boolean asking =
                state.privateChat(person)
                        .filter(chat -> chat.state() instanceof PeerState.Inviting)
                        .isPresent();
        withService(peers -> {
            if (asking) {
                peers.cancel(person);
            } else {
                peers.end(person);
            }
        });
    }

    @Override
    public void relay(UserName person, Acceptance acceptance) {
        withService(peers -> peers.relay(person, acceptance));
    }

    @Override
    public void relayConsent(UserName person, Acceptance acceptance) {
        withService(peers -> peers.relayConsent(person, acceptance));
    }

    @Override
    public void send(UserName person, String text) {
        withService(peers -> {
            String id = peers.send(person, text);
            state.beginPrivate(person)
                    .said(new PeerMessage(id, text, clock.instant()), MessageState.WAITING);
        });
    }

    @Override
    public void typing(UserName person) {
        withService(peers -> peers.typing(person));
    }

    @Override
    public void mark(UserName person, Fingerprint key, Mark mark) {
        withService(peers -> peers.mark(person, key, mark));
    }

    @Override
    public Optional<String> offerFile(UserName person, Path file) {
        Service present = service;
        return present == null
                ? Optional.empty()
                : Optional.of(present.peers().offerFile(person, file));
    }

    @Override
    public void acceptFile(UserName person, String file, Path folder) {
        withService(peers -> peers.acceptFile(person, file, folder));
    }

    @Override
    public void declineFile(UserName person, String file) {
        withService(peers -> peers.declineFile(person, file));
    }

    @Override
    public void pauseFile(UserName person, String file) {
        withService(peers -> peers.pauseFile(person, file));
    }

    @Override
    public void resumeFile(UserName person, String file) {
        withService(peers -> peers.resumeFile(person, file));
    }

    @Override
    public void cancelFile(UserName person, String file) {
        withService(peers -> peers.cancelFile(person, file));
    }

    @Override
    public void keep(UserName person) {
        state.beginPrivate(person).keep();
        withService(peers -> peers.keep(person));
    }

    @Override
    public void stopKeeping(UserName person) {
        state.privateChat(person).ifPresent(PrivateChatState::stopKeeping);
        withService(peers -> peers.stopKeeping(person));
        state.privateChat(person)
                .filter(chat -> chat.state() instanceof PeerState.Ended)
                .ifPresent(chat -> state.forgetPrivate(person));
    }

    @Override
    public void read(UserName person, String id) {
        state.privateChat(person).ifPresent(chat -> chat.seen(id));
        withService(peers -> peers.read(person, id));
    }

    private void leave() {
        Service present = service;
        service = null;
        if (present != null) {
            ways.port().accept(0);
            ways.router().accept(new MappingState.Off());
            present.present().set(false);
            Thread.ofVirtual().name("private chats end").start(present.peers()::close);
        }
    }

    /// Ends all private chats with a good-bye; waits a second at most for it to go out. Any thread
    /// but the JavaFX one may close it.
    @Override
    public void close() {
        Service present = service;
        service = null;
        if (present != null) {
            present.present().set(false);
            present.peers().close();
        }
    }
}
