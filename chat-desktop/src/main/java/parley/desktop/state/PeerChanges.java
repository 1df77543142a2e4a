package parley.desktop.state;

import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerChange.MessageArrived;
import parley.desktop.peer.PeerChange.MessageMoved;
import parley.desktop.peer.PeerChange.StateChanged;
import parley.desktop.peer.PeerState;
import parley.protocol.UserName;

/// What each change of the private chats does to the state.
final class PeerChanges {
    private PeerChanges() {}

    static void apply(PeerChange change, ClientState state) {
        switch (change) {
            case StateChanged(var person, var now) -> stateChanged(person, now, state);
            case PeerChange.KeysKnown(var person, var keys) ->
                    state.beginPrivate(person).keys(keys);
            case MessageArrived(var person, var message) ->
                    state.beginPrivate(person).arrived(message);
            case MessageMoved(var person, var id, var moved) ->
                    state.privateChat(person).ifPresent(chat -> chat.moved(id, moved));
            case PeerChange.FileMoved(var person, var transfer) ->
                    state.beginPrivate(person).moved(transfer);
            case PeerChange.Typing(var person) ->
                    state.privateChat(person).ifPresent(PrivateChatState::typing);
            case PeerChange.KeptThere(var person, var on) ->
                    state.privateChat(person).ifPresent(chat -> chat.keptThere(on));
        }
    }

    private static void stateChanged(UserName person, PeerState now, ClientState state) {
        PrivateChatState chat = state.beginPrivate(person);
        boolean pointless = chat.endsWithoutATrace(now);
        chat.state(now);
        if (pointless) {
            state.forgetPrivate(person);
        }
    }
}
