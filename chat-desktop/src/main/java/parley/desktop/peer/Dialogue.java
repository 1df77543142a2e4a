package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.identity.Fingerprint;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What is said in a private chat, whichever session carries it: words, receipts, files, and who
/// keeps it. It knows the keys of the person, and says nothing of the owner's to a computer that is
/// in doubt. On the strand only.
final class Dialogue {
    private final UserName person;
    private final Setting setting;
    private final Consumer<PeerChange> tell;
    private final Outgoing outgoing;
    private final Incoming incoming = new Incoming();
    private final Freight freight;
    private final Keeping keeping = new Keeping();
    private @Nullable PeerKeys keys;
    private @Nullable Session carrier;
    private long nextTyping;

    Dialogue(UserName person, Setting setting, Consumer<PeerChange> tell) {
        this.person = person;
        this.setting = setting;
        this.tell = tell;
        this.outgoing = new Outgoing(person, tell);
        this.freight = new Freight(person, setting, tell);
    }

    // ---- what the owner wants

    /// Says something, now or once there is a line.
    void send(PeerMessage message) {
        outgoing.add(message);
    }

    /// The owner writes; said once in a while only.
    void typing() {
        long now = setting.strand().nanos();
        if (nextTyping == 0 || now - nextTyping >= 0) {
            nextTyping = now + PeerLimits.TYPING_EVERY.toNanos();
            say(new PeerFrame.Typing());
        }
    }

    void read(String id) {
        incoming.read(id, this::say);
    }

    /// Offers a file, now or once there is a line.
    void offer(String file, Path path) {
        freight.offer(file, path);
    }

    /// The files that go to and fro.
    Freight files() {
        return freight;
    }

    /// The owner keeps what is said, or nothing any more.
    void keep(boolean on) {
        keeping.mine(on, this::inform);
    }

    /// Notes what the owner says of one of this person's keys.
    void mark(Fingerprint key, Mark mark) {
        setting.known().mark(person, key, mark);
        if (keys != null) {
            look(keys.present());
            if (carrier != null && carrier.stage() instanceof Stage.Talking) {
                talk(carrier);
            }
        }
    }

    /// Says what the other side has a right to know, be its computer verified or not.
    private void inform(PeerFrame frame) {
        if (carrier != null) {
            carrier.say(frame);
        }
    }

    private void say(PeerFrame frame) {
        if (carrier != null && mayTalk(carrier)) {
            carrier.say(frame);
        }
    }

    // ---- the line

    /// This session has a line, perhaps in place of another; what was sent on that may be lost.
    void joined(Session session) {
        carrier = session;
        keeping.joined(session::say);
        session.stage().key().ifPresent(this::look);
        freight.joined(session);
        talk(session);
    }

    /// Says what waits, where the owner wants anything said to the computer at the other end.
    private void talk(Session session) {
        if (mayTalk(session)) {
            outgoing.joined(session::say);
            incoming.joined(session::say);
            freight.offerAll();
        } else {
            outgoing.broke();
            freight.offerNothing();
        }
    }

    private boolean mayTalk(Session session) {
        List<KnownKey> met = keys == null ? List.of() : keys.met();
        return session.stage()
                .key()
                .filter(key -> new PeerKeys(key, met).trust() != Trust.IN_DOUBT)
                .isPresent();
    }

    /// The line is no more; what it had not confirmed goes again on the next.
    void broke() {
        outgoing.broke();
        freight.broke();
    }

    /// The session that carried it is over, and perhaps another takes its place.
    void parted() {
        carrier = null;
        freight.broke();
    }

    /// What is not confirmed never will be: nobody is there, or somebody at another computer.
    void giveUp() {
        outgoing.giveUp();
        freight.giveUp();
    }

    /// The chat is over.
    void over() {
        giveUp();
        keeping.over();
    }

    // ---- who is there

    /// The computer at the other end has this key, or is about to.
    void lookAt(Fingerprint key) {
        if (keys == null || !keys.present().equals(key)) {
            look(key);
        }
    }

    private void look(Fingerprint present) {
        PeerKeys now = new PeerKeys(present, setting.known().keys(person));
        if (!now.equals(keys)) {
            keys = now;
            tell.accept(new PeerChange.KeysKnown(person, now));
        }
    }

    // ---- what the other side says

    void heard(Session session, PeerFrame.Talk said) {
        switch (said) {
            case PeerFrame.Message(PeerMessage message) -> {
                session.say(new PeerFrame.Delivered(message.id()));
                if (incoming.isNew(message.id())) {
                    tell.accept(new PeerChange.MessageArrived(person, message));
                }
            }
            case PeerFrame.Delivered(String id) -> outgoing.delivered(id);
            case PeerFrame.Read(String id) -> outgoing.read(id);
            case PeerFrame.Typing() -> tell.accept(new PeerChange.Typing(person));
            case PeerFrame.OfFile file -> freight.heard(file);
            case PeerFrame.Keep(boolean on) -> {
                if (keeping.theirs(on)) {
                    tell.accept(new PeerChange.KeptThere(person, on));
                }
            }
        }
    }
}
