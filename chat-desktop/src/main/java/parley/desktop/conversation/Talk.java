package parley.desktop.conversation;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import parley.desktop.client.Client;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Standing;
import parley.desktop.kit.Texts;
import parley.desktop.local.Entry;
import parley.desktop.local.Person;
import parley.desktop.net.LinkState;
import parley.desktop.state.ChatState;
import parley.desktop.state.ClientState;
import parley.desktop.state.Older;
import parley.desktop.state.Owner;
import parley.desktop.state.PersonState;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A chat through the server, made ready for the screen: keeps its model up to date, and does what
/// its owner does in it.
public final class Talk implements ConversationActions {
    private static final Texts TEXTS = Texts.of(Talk.class);

    private final ClientState state;
    private final ChatState chat;
    private final Client client;
    private final TalkDeeds deeds;
    private final ConversationModel model;
    private final TalkRows rows;

    /// What is done beyond this chat.
    public interface TalkDeeds {
        void block(UserName person);

        void unblock(UserName person);

        void openPrivate(UserName person);

        void export(Chat chat);

        /// Asks whether these shall go to somebody privately.
        void offerPrivately(UserName person, List<Path> files);

        /// Says that files go to one person.
        void filesGoToOnePerson();
    }

    /// @param day changes at midnight
    public Talk(
            ClientState state,
            ChatState chat,
            Client client,
            TalkDeeds deeds,
            SpokenTime times,
            ObservableValue<?> day) {
        this.state = state;
        this.chat = chat;
        this.client = client;
        this.deeds = deeds;
        this.model =
                switch (chat.chat()) {
                    case Chat.Everyone() -> ConversationModel.everyone();
                    case Chat.With(var user) -> ConversationModel.withPerson(user.toString());
                };
        this.rows = new TalkRows(chat, owner(), model.rows());
        model.draftProperty().bindBidirectional(chat.draftProperty());
        model.typingProperty().bind(chat.typingProperty());
        model.connectedProperty()
                .bind(state.linkProperty().map(LinkState.Online.class::isInstance));
        model.troubleProperty().bind(state.diskTroubleProperty());
        model.earlierProperty().bind(chat.olderProperty().map(Talk::earlier));
        followPerson(times, day);
    }

    /// What the view follows.
    public ConversationModel model() {
        return model;
    }

    /// Marks the first of what is unread, until the next time.
    public void markNew() {
        model.firstNewProperty().set(rows.firstUnread().map(TalkRows::key).orElse(""));
    }

    private UserName owner() {
        return state.owner().map(Owner::me).orElseThrow();
    }

    private Optional<PersonState> person() {
        return chat.chat() instanceof Chat.With(var user) ? state.person(user) : Optional.empty();
    }

    private void followPerson(SpokenTime times, ObservableValue<?> day) {
        if (chat.chat() instanceof Chat.Everyone) {
            model.subtitleProperty().set(TEXTS.get("talk.everyone"));
            return;
        }
        model.standingProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () ->
                                        person().map(each -> standing(each.person()))
                                                .orElse(Standing.OFFLINE),
                                state.rosterProperty()));
        model.subtitleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        person().map(each -> subtitle(each.person(), times))
                                                .orElse(""),
                                state.rosterProperty(),
                                day));
    }

    private static Standing standing(Person person) {
        return person.blocked() ? Standing.BLOCKED : Standing.valueOf(person.status().name());
    }

    private static String subtitle(Person person, SpokenTime times) {
        if (person.blocked()) {
            return TEXTS.get("talk.blocked");
        }
        String key = "talk." + person.status().wire();
        return person.time()
                .map(since -> TEXTS.get(key + ".since", times.brief(since)))
                .orElse(TEXTS.get(key));
    }

    private static Earlier earlier(Older older) {
        return switch (older) {
            case MORE -> Earlier.MORE;
            case LOADING -> Earlier.LOADING;
            case UNREACHABLE -> Earlier.UNREACHABLE;
            case UNKNOWN, NONE -> Earlier.NOTHING;
        };
    }

    @Override
    public void send(String text) {
        client.send(chat.chat(), text);
    }

    @Override
    public void typing() {
        if (chat.chat() instanceof Chat.With(var user)) {
            client.typing(user);
        }
    }

    @Override
    public void loadOlder() {
        chat.olderProperty().set(Older.LOADING);
        client.older(chat.chat());
    }

    @Override
    public void seen(MessageRow.Heard row) {
        rows.entry(row.key()).ifPresent(this::read);
    }

    private void read(Entry entry) {
        if (entry.state() instanceof Entry.State.Said(_, long seq, _)
                && rows.isPresent(entry, 0)
                && chat.unreadProperty().get() > 0) {
            client.read(chat.chat(), seq);
        }
    }

    @Override
    public void retry(MessageRow.Own row) {
        rows.entry(row.key()).ifPresent(entry -> client.retry(entry.id()));
    }

    @Override
    public void discard(MessageRow.Own row) {
        rows.entry(row.key()).ifPresent(entry -> client.discard(entry.id()));
    }

    @Override
    public FileActions files() {
        return new TalkFiles(chat.chat(), deeds);
    }

    @Override
    public void block() {
        if (chat.chat() instanceof Chat.With(var user)) {
            deeds.block(user);
        }
    }

    @Override
    public void unblock() {
        if (chat.chat() instanceof Chat.With(var user)) {
            deeds.unblock(user);
        }
    }

    @Override
    public void export() {
        deeds.export(chat.chat());
    }

    @Override
    public void openPrivate() {
        if (chat.chat() instanceof Chat.With(var user)) {
            deeds.openPrivate(user);
        }
    }

    /// There is no private chat here to end.
    @Override
    public void endPrivate() {}

    /// Nor another key.
    @Override
    public void trustOtherKey() {}

    @Override
    public void verify() {}

    @Override
    public void tolerate() {}

    /// Nor anything that is not kept anyway.
    @Override
    public void keep() {}

    @Override
    public void stopKeeping() {}

    /// One is there already.
    @Override
    public void openOrdinary() {}
}
