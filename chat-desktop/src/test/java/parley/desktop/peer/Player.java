package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;
import parley.protocol.UserName;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A desktop's private chats in a memory world: the classes that ship, with fakes for disk, network
/// and clock.
final class Player {
    final UserName name;
    final Fingerprint key;
    final PeerAddress address;
    final MemoryPeers known = new MemoryPeers();
    final PrivateChats chats;
    private final TestStrand strand;
    private final List<PeerChange> changes = new ArrayList<>();
    private int messages;
    private Duration lag = Duration.ZERO;
    private Disclosure disclosure = Disclosure.TO_PARTNERS;

    Player(String name, int number, World world) {
        this.name = UserName.of(name);
        this.strand = world.strand;
        this.key = new Fingerprint(Character.toString('a' + number).repeat(42) + "A");
        this.address = PeerAddress.parse("192.0.2." + number + ":41233").orElseThrow();
        Lobby lobby = new Lobby(strand);
        world.net.listen(address, key, lobby);
        Introducer introducer =
                world.server.signIn(
                        this.name, event -> strand.after(lag, () -> chats().hear(event)));
        Setting setting =
                new Setting(
                        strand,
                        new Disk(strand::execute, strand),
                        introducer,
                        world.net.dialler(key),
                        world.relay.of(key),
                        known,
                        lobby,
                        () -> disclosure,
                        () -> List.of(address),
                        key,
                        PeerLimits.NO_WAY_AFTER);
        chats = new PrivateChats(setting, Consent.ASK_FIRST_TIME, changes::add);
    }

    private PrivateChats chats() {
        return chats;
    }

    /// Gives its address to nobody from now on.
    void hide() {
        disclosure = Disclosure.TO_NOBODY;
    }

    /// Hears the server late from now on.
    void lag(Duration newLag) {
        lag = newLag;
    }

    PrivateChat with(Player other) {
        return chats.with(other.name);
    }

    String says(String text, Player to) {
        String id = name + "-" + ++messages;
        with(to).send(new PeerMessage(id, text, strand.time()));
        return id;
    }

    /// How the chat with the other stands now; nothing where there never was one.
    Optional<PeerState> state(Player other) {
        return states(other).stream().reduce((first, second) -> second);
    }

    /// How far the other's computer is to be trusted, as the owner was told last.
    Optional<Trust> trust(Player other) {
        return of(other).stream()
                .filter(PeerChange.KeysKnown.class::isInstance)
                .map(it -> ((PeerChange.KeysKnown) it).keys().trust())
                .reduce((first, second) -> second);
    }

    /// All states so far.
    List<PeerState> states(Player other) {
        return of(other).stream()
                .filter(PeerChange.StateChanged.class::isInstance)
                .map(it -> ((PeerChange.StateChanged) it).state())
                .toList();
    }

    /// All that the other has said, in order.
    List<String> heard(Player other) {
        return of(other).stream()
                .filter(PeerChange.MessageArrived.class::isInstance)
                .map(it -> ((PeerChange.MessageArrived) it).message().text())
                .toList();
    }

    /// How far a message of one's own has got.
    List<MessageState> moves(Player other, String id) {
        return of(other).stream()
                .filter(PeerChange.MessageMoved.class::isInstance)
                .map(it -> (PeerChange.MessageMoved) it)
                .filter(it -> it.id().equals(id))
                .map(PeerChange.MessageMoved::state)
                .toList();
    }

    /// How a file of the chat with the other stands now.
    Optional<FileTransfer> file(Player other, String file) {
        return of(other).stream()
                .filter(PeerChange.FileMoved.class::isInstance)
                .map(it -> ((PeerChange.FileMoved) it).transfer())
                .filter(it -> it.file().equals(file))
                .reduce((first, second) -> second);
    }

    long typings(Player other) {
        return of(other).stream().filter(PeerChange.Typing.class::isInstance).count();
    }

    /// What the other has said of keeping the chat, in order.
    List<Boolean> keptThere(Player other) {
        return of(other).stream()
                .filter(PeerChange.KeptThere.class::isInstance)
                .map(it -> ((PeerChange.KeptThere) it).on())
                .toList();
    }

    private List<PeerChange> of(Player other) {
        return changes.stream().filter(it -> it.person().equals(other.name)).toList();
    }
}
