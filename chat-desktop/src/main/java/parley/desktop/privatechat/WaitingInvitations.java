package parley.desktop.privatechat;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.PeerState;
import parley.desktop.privatechat.Invitation.Key;
import parley.desktop.state.ClientState;
import parley.desktop.state.Place;
import parley.desktop.state.PrivateChatState;
import parley.protocol.UserName;

/// The invitations among the private chats: those that wait for their owner's answer, but for one
/// whose page is shown: that asks already.
public final class WaitingInvitations {
    private final ClientState state;
    private final ObservableList<Invitation> waiting = FXCollections.observableArrayList();

    public WaitingInvitations(ClientState state) {
        this.state = state;
        state.privateChats().forEach(this::watch);
        state.privateChats().addListener((ListChangeListener<PrivateChatState>) this::changed);
        state.shownProperty()
                .addListener((_, was, now) -> {
                    lookAgain(was);
                    lookAgain(now);
                });
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

    private void lookAgain(Place place) {
        if (place instanceof Place.Privately(var person)) {
            state.privateChat(person).ifPresent(chat -> look(person, chat.state()));
        }
    }

    private void look(UserName person, PeerState now) {
        forget(person);
        boolean shown = state.shownProperty().get().equals(new Place.Privately(person));
        if (now instanceof PeerState.Invited(var key) && !shown) {
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
