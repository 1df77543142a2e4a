package parley.desktop.notification;

import parley.desktop.client.Change;
import parley.desktop.kit.Texts;
import parley.desktop.local.Entry;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Owner;
import parley.desktop.state.Place;
import parley.protocol.Chat;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.util.Optional;

/// Decides what is worth a notice: what was said to the owner alone, and private chats, where they
/// are not on screen already; nothing while the owner is busy. What is said in a private chat is
/// not repeated, unless its owner keeps that chat. Broadcasts, and what was missed while away, have
/// their badges.
///
/// On the JavaFX thread, after what it is told of has been applied.
public final class NoticeRule {
    private static final Texts TEXTS = Texts.of(NoticeRule.class);
    private static final int MOST = 140;

    private final ClientState state;
    private boolean live;

    public NoticeRule(ClientState state) {
        this.state = state;
    }

    /// What a change is worth.
    public Optional<Notice> of(Change change) {
        if (change instanceof Change.CaughtUp) {
            live = true;
        } else if (change instanceof Change.Link || change instanceof Change.Opened) {
            live = false;
        }
        return live && change instanceof Change.Said(var entry) ? of(entry) : Optional.empty();
    }

    private Optional<Notice> of(Entry entry) {
        boolean toMeAlone = entry.chat() instanceof Chat.With;
        boolean mine = state.owner().map(Owner::me).filter(entry.from()::equals).isPresent();
        return toMeAlone && !mine
                ? worth(
                        new Notice(
                                entry.from().toString(),
                                brief(entry.text()),
                                new Place.Talk(entry.chat()),
                                Notice.Kind.ORDINARY))
                : Optional.empty();
    }

    /// What a change of the private chats is worth. An invitation has its strip.
    public Optional<Notice> of(PeerChange change) {
        return switch (change) {
            case PeerChange.MessageArrived(var person, var message) ->
                    privately(
                            person,
                            isKept(person) ? brief(message.text()) : TEXTS.get("private.said"));
            case PeerChange.StateChanged(var person, PeerState.Ended _) ->
                    privately(person, TEXTS.get("private.ended"));
            case PeerChange.StateChanged(var person, PeerState.RelayWanted _) ->
                    privately(person, TEXTS.get("private.relay-wanted"));
            case PeerChange.FileMoved(var person, FileTransfer file)
                    when file.way() == FileTransfer.Way.IN
                            && file.state() instanceof FileState.Offered ->
                    privately(person, TEXTS.get("private.file"));
            case PeerChange.KeptThere(var person, boolean on) when on ->
                    privately(person, TEXTS.get("private.kept"));
            case PeerChange.StateChanged _,
                    PeerChange.KeysKnown _,
                    PeerChange.MessageMoved _,
                    PeerChange.FileMoved _,
                    PeerChange.KeptThere _,
                    PeerChange.Typing _ ->
                    Optional.empty();
        };
    }

    private Optional<Notice> privately(UserName person, String words) {
        Place place = new Place.Privately(person);
        return worth(new Notice(person.toString(), words, place, Notice.Kind.PRIVATE));
    }

    private boolean isKept(UserName person) {
        return state.privateChat(person).filter(chat -> chat.keptProperty().get()).isPresent();
    }

    private Optional<Notice> worth(Notice notice) {
        boolean onScreen = state.shownProperty().get().equals(notice.place());
        boolean busy = state.ownStatusProperty().get() == Status.BUSY;
        boolean there =
                !(notice.place() instanceof Place.Privately(var person))
                        || state.privateChat(person).isPresent();
        return onScreen || busy || !there ? Optional.empty() : Optional.of(notice);
    }

    private static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = Math.min(line.codePointCount(0, line.length()), MOST);
        return line.substring(0, line.offsetByCodePoints(0, end));
    }
}
