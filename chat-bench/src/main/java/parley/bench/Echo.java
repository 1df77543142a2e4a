package parley.bench;

import parley.desktop.local.Entry;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.nio.file.Path;

/// Says back whatever is said: to who said it, also what was said to everyone; in a private chat,
/// what was said there. So whoever speaks knows by the echo that each of their words arrived, once
/// and in order. Two sentences it does as it is told, and a file that is offered it takes.
///
/// @param me whose own words are no reason to answer
/// @param inbox the folder for files
record Echo(UserName me, Path inbox) implements Desktop.Owner {
    /// Asks whoever says so for a private chat.
    static final String CALL_ME = "Call me.";

    /// Ends the private chat in which it is said.
    static final String HANG_UP = "Hang up.";

    /// Of so many messages one is looked at, and with it all before it.
    private static final int LOOKS = 10;

    @Override
    public void hears(Desktop desktop, Entry entry) {
        if (entry.from().equals(me) || !(entry.state() instanceof Entry.State.Said said)) {
            return;
        }
        if (said.seq() % LOOKS == 0) {
            desktop.client().read(entry.chat(), said.seq());
        }
        if (entry.text().equals(CALL_ME)) {
            desktop.peers().open(entry.from());
        } else {
            desktop.client().send(Chat.with(entry.from()), entry.text());
        }
    }

    @Override
    public void hears(Desktop desktop, PeerChange change) {
        if (change instanceof PeerChange.FileMoved(UserName person, FileTransfer transfer)
                && transfer.way() == FileTransfer.Way.IN
                && transfer.state() instanceof FileState.Offered) {
            desktop.peers().acceptFile(person, transfer.file(), inbox);
        }
        if (change instanceof PeerChange.MessageArrived(UserName person, PeerMessage message)) {
            desktop.peers().read(person, message.id());
            if (message.text().equals(HANG_UP)) {
                desktop.peers().end(person);
            } else {
                desktop.peers().send(person, message.text());
            }
        }
    }
}
