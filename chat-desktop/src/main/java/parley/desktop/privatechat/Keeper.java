package parley.desktop.privatechat;

import javafx.collections.ListChangeListener;

import parley.desktop.local.KeptChats;
import parley.desktop.local.KeptWord;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerMessage;
import parley.desktop.state.ClientState;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.PrivateItem;
import parley.protocol.UserName;

/// Writes down what is said in the private chats that their owner keeps, from the moment at which
/// keeping began and not before; and deletes it when keeping ends. On the JavaFX thread, which
/// waits for none of it.
final class Keeper {
    private final KeptChats kept;

    Keeper(ClientState state, KeptChats kept) {
        this.kept = kept;
        state.privateChats()
                .addListener(
                        (ListChangeListener<PrivateChatState>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(this::follow);
                                    }
                                });
    }

    private void follow(PrivateChatState chat) {
        chat.items()
                .addListener(
                        (ListChangeListener<PrivateItem>)
                                change -> {
                                    while (change.next()) {
                                        write(chat, change);
                                    }
                                });
    }

    private void write(
            PrivateChatState chat, ListChangeListener.Change<? extends PrivateItem> change) {
        if (change.wasReplaced()) {
            change.getAddedSubList().forEach(item -> moved(chat, item));
        } else {
            change.getRemoved().forEach(item -> removed(chat, item));
            change.getAddedSubList().forEach(item -> added(chat, item));
        }
    }

    private void added(PrivateChatState chat, PrivateItem item) {
        switch (item) {
            case PrivateItem.Keeping(var time, PrivateItem.Keeper keeper, boolean on) -> {
                if (keeper == PrivateItem.Keeper.OWNER && on) {
                    kept.keep(chat.person(), time);
                } else if (keeper == PrivateItem.Keeper.OWNER) {
                    kept.delete(chat.person());
                }
            }
            case PrivateItem.Heard(PeerMessage message) -> add(chat, new KeptWord.Heard(message));
            case PrivateItem.Said(PeerMessage message, MessageState how) ->
                    add(chat, new KeptWord.Said(message, how));
            case PrivateItem.Began _, PrivateItem.Over _, PrivateItem.Shared _ -> {}
        }
    }

    private void add(PrivateChatState chat, KeptWord word) {
        if (chat.keptProperty().get()) {
            kept.add(chat.person(), word);
        }
    }

    private void moved(PrivateChatState chat, PrivateItem item) {
        if (chat.keptProperty().get() && item instanceof PrivateItem.Said(var message, var how)) {
            kept.moved(chat.person(), message.id(), how);
        }
    }

    private void removed(PrivateChatState chat, PrivateItem item) {
        UserName person = chat.person();
        if (chat.keptProperty().get() && item instanceof PrivateItem.Said(var message, _)) {
            kept.discard(person, message.id());
        }
    }
}
