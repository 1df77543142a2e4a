package parley.desktop.privatechat;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ListChangeListener.Change;

import parley.desktop.conversation.ConversationActions;
import parley.desktop.conversation.ConversationModel;
import parley.desktop.conversation.Earlier;
import parley.desktop.conversation.FileActions;
import parley.desktop.conversation.Keeping;
import parley.desktop.conversation.MessageRow;
import parley.desktop.conversation.SendState;
import parley.desktop.conversation.SendState.Step;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;
import parley.desktop.peer.Acceptance;
import parley.desktop.peer.Mark;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerMessage;
import parley.desktop.state.ClientState;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.PrivateItem;
import parley.protocol.UserName;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A private chat, made ready for the screen: keeps its model up to date, and does what its owner
/// does in it.
public final class PrivateTalk implements ConversationActions {
    private static final Texts TEXTS = Texts.of(PrivateTalk.class);

    private final PrivateChatState chat;
    private final Peers peers;
    private final PrivateDeeds deeds;
    private final SpokenTime times;
    private final FileActions files;
    private final FileRows fileRows;
    private final ConversationModel model;

    /// What is done beyond this chat.
    public interface PrivateDeeds {
        void block(UserName person);

        void unblock(UserName person);

        void openOrdinary(UserName person);

        /// Shows the ordinary chat, and puts this behind what is written there already.
        void writeOrdinary(UserName person, String text);

        /// Shows what the two compare.
        void verify(UserName person);
    }

    public PrivateTalk(
            ClientState state,
            PrivateChatState chat,
            Peers peers,
            PrivateDeeds deeds,
            SpokenTime times,
            FileDesk files) {
        this.chat = chat;
        this.peers = peers;
        this.deeds = deeds;
        this.times = times;
        this.files = files.of(chat);
        fileRows = new FileRows(files, this::fileChanged);
        model = ConversationModel.privateWith(chat.person().toString());
        model.earlierProperty().set(Earlier.NOTHING);
        model.draftProperty().bindBidirectional(chat.draftProperty());
        model.typingProperty().bind(chat.typingProperty());
        model.privateStateProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () -> PrivateStates.of(chat.state(), chat.trust()),
                                chat.stateProperty(),
                                chat.keysProperty()));
        model.standingProperty()
                .bind(Bindings.createObjectBinding(() -> standing(state), state.rosterProperty()));
        model.keepingProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () -> keeping(chat),
                                chat.keptProperty(),
                                chat.keptThereProperty()));
        model.rows().setAll(rows(chat.items()));
        chat.items().addListener((ListChangeListener<PrivateItem>) this::follow);
    }

    /// What the view follows.
    public ConversationModel model() {
        return model;
    }

    private static Keeping keeping(PrivateChatState chat) {
        boolean here = chat.keptProperty().get();
        boolean there = chat.keptThereProperty().get();
        return here
                ? (there ? Keeping.BOTH : Keeping.OWNER)
                : (there ? Keeping.OTHER : Keeping.NOBODY);
    }

    private Standing standing(ClientState state) {
        return state.person(chat.person())
                .map(each ->
                        each.person().blocked()
                                ? Standing.BLOCKED
                                : Standing.valueOf(each.person().status().name()))
                .orElse(Standing.UNSAID);
    }

    private void follow(Change<? extends PrivateItem> change) {
        while (change.next()) {
            if (change.wasReplaced() && change.getRemovedSize() == change.getAddedSize()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    model.rows().set(i, row(chat.items().get(i)));
                }
            } else {
                model.rows().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
                model.rows().addAll(change.getFrom(), rows(change.getAddedSubList()));
            }
        }
    }

    private void fileChanged(String file) {
        for (int i = 0; i < chat.items().size(); i++) {
            if (chat.items().get(i) instanceof PrivateItem.Shared shared
                    && shared.transfer().file().equals(file)) {
                model.rows().set(i, fileRows.row(shared));
            }
        }
    }

    private List<MessageRow> rows(List<? extends PrivateItem> items) {
        return items.stream().map(this::row).toList();
    }

    private MessageRow row(PrivateItem item) {
        return switch (item) {
            case PrivateItem.Began(var time) ->
                    new MessageRow.Note(
                            "began " + time, TEXTS.get("began", times.time(time)), time);
            case PrivateItem.Over(var time) ->
                    new MessageRow.Note("over " + time, TEXTS.get("over", times.time(time)), time);
            case PrivateItem.Keeping(var time, var keeper, var on) -> keeping(time, keeper, on);
            case PrivateItem.Heard(var message) ->
                    new MessageRow.Heard(
                            "heard " + message.id(),
                            chat.person().toString(),
                            message.text(),
                            message.time());
            case PrivateItem.Said(var message, var how) ->
                    new MessageRow.Own(
                            "said " + message.id(), message.text(), message.time(), sent(how));
            case PrivateItem.Shared shared -> fileRows.row(shared);
        };
    }

    private MessageRow keeping(Instant time, PrivateItem.Keeper keeper, boolean on) {
        String key = (on ? "kept." : "kept-no-more.") + keeper.name().toLowerCase(Locale.ROOT);
        String words = TEXTS.get(key, times.brief(time), chat.person());
        return new MessageRow.Note(key + " " + time, words, time);
    }

    private static SendState sent(MessageState how) {
        return switch (how) {
            case WAITING -> Step.WAITING;
            case SENT -> Step.SENT;
            case DELIVERED -> Step.DELIVERED;
            case READ -> Step.READ;
            case UNDELIVERED -> new SendState.Failed(SendState.Reason.CHAT_ENDED);
        };
    }

    @Override
    public void send(String text) {
        peers.send(chat.person(), text);
    }

    @Override
    public void typing() {
        peers.typing(chat.person());
    }

    /// A private chat has no older pages: all of it is in memory.
    @Override
    public void loadOlder() {}

    @Override
    public void seen(MessageRow.Heard row) {
        if (chat.unreadProperty().get() > 0) {
            peers.read(chat.person(), row.key().substring("heard ".length()));
        }
    }

    @Override
    public void retry(MessageRow.Own row) {
        chat.message(id(row)).map(PeerMessage::text).ifPresent(this::sendAgain);
        chat.forget(id(row));
    }

    private void sendAgain(String text) {
        peers.open(chat.person());
        peers.send(chat.person(), text);
    }

    @Override
    public void discard(MessageRow.Own row) {
        chat.forget(id(row));
    }

    private static String id(MessageRow.Own row) {
        return row.key().substring("said ".length());
    }

    @Override
    public FileActions files() {
        return files;
    }

    @Override
    public void block() {
        deeds.block(chat.person());
    }

    @Override
    public void unblock() {
        deeds.unblock(chat.person());
    }

    @Override
    public void openPrivate() {
        peers.open(chat.person());
    }

    @Override
    public void endPrivate() {
        peers.end(chat.person());
    }

    @Override
    public void trustOtherKey() {
        peers.accept(chat.person());
    }

    @Override
    public void takeRelay(Acceptance acceptance) {
        peers.relay(chat.person(), acceptance);
    }

    @Override
    public void declineRelay() {
        peers.decline(chat.person());
    }

    @Override
    public void relayConsent(Acceptance acceptance) {
        peers.relayConsent(chat.person(), acceptance);
    }

    /// Nothing is sent by this: what was meant for two only, its owner looks at first.
    @Override
    public void writeOrdinary() {
        String text = chat.takeUnsent();
        peers.end(chat.person());
        deeds.writeOrdinary(chat.person(), text);
    }

    @Override
    public void verify() {
        deeds.verify(chat.person());
    }

    @Override
    public void tolerate() {
        chat.keysProperty()
                .get()
                .ifPresent(keys -> peers.mark(chat.person(), keys.present(), Mark.TOLERATED));
    }

    @Override
    public void keep() {
        peers.keep(chat.person());
    }

    @Override
    public void stopKeeping() {
        peers.stopKeeping(chat.person());
    }

    /// A private chat is written to no file, be it kept or not.
    @Override
    public void export() {}

    @Override
    public void openOrdinary() {
        deeds.openOrdinary(chat.person());
    }
}
