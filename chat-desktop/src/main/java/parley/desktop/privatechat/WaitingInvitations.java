package parley.desktop.privatechat;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.PeerState;
import parley.desktop.privatechat.Invitation.Key;
import parley.desktop.state.ClientState;
import parley.desktop.state.PrivateChatState;
import parley.protocol.UserName;

/// The invitations among the private chats: those that wait for their owner's answer.
public final class WaitingInvitations {
    private final ObservableList<Invitation> waiting = FXCollections.observableArrayList();

    public WaitingInvitations(ClientState state) {
        state.privateChats().forEach(this::watch);
        state.privateChats().addListener((ListChangeListener<PrivateChatState>) this::changed);
    }

    /// The invitations, the oldest first.
    public ObservableList<Invitation> waiting() {
        return waiting;
    }

    private void changed(ListChangeListener.Change<? extends PrivateChatState> change) {
        while (change.next()) {
            change.getRemoved().forEach(chat -> forget(chat.person()));
            change.getAddedSubList().forEach(this::watch);
        }
    }

    private void watch(PrivateChatState chat) {
        chat.stateProperty().subscribe(now -> look(chat.person(), now));
    }

    private void look(UserName person, PeerState now) {
        forget(person);
        if (now instanceof PeerState.Invited(var key)) {
            waiting.add(new Invitation(person.toString(), key(key)));
        }
    }

    private void forget(UserName person) {
        waiting.removeIf(each -> each.name().equals(person.toString()));
    }

    private static Key key(Acquaintance key) {
        return switch (key) {
            case NEW -> Key.NEW;
            case KNOWN, WELCOME -> Key.KNOWN;
            case CHANGED -> Key.CHANGED;
        };
    }
}
