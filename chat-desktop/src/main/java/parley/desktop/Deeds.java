package parley.desktop;

import javafx.beans.property.StringProperty;

import parley.desktop.client.Client;
import parley.desktop.conversation.BlockQuestion;
import parley.desktop.conversation.KeepQuestion;
import parley.desktop.conversation.Talk;
import parley.desktop.kit.Prompt;
import parley.desktop.kit.Texts;
import parley.desktop.net.LinkState;
import parley.desktop.privatechat.Peers;
import parley.desktop.privatechat.PrivateTalk;
import parley.desktop.sidebar.SidebarActions;
import parley.desktop.state.ClientState;
import parley.desktop.state.Place;
import parley.protocol.Chat;
import parley.protocol.Reply;
import parley.protocol.Status;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What the owner does that concerns more than one screen.
final class Deeds implements SidebarActions, Talk.TalkDeeds, PrivateTalk.PrivateDeeds {
    private static final Texts TEXTS = Texts.of(Deeds.class);

    private final ClientState state;
    private final Client client;
    private final Peers peers;
    private final AwayRule away;
    private final Executor door;
    private final Window window;

    /// The window, as far as deeds need it.
    interface Window {
        /// Puts the cursor where one writes.
        void write();

        /// Opens the settings.
        void settings();

        /// Asks something above the chats.
        void ask(Prompt prompt);

        /// Shows what the owner compares with this person.
        void verify(UserName person);

        /// Asks for a file, and writes a chat to it.
        void export(Chat chat);

        /// Opens the login dialog above the window.
        void signInAgain();

        /// Says something in passing.
        void say(String sentence);
    }

    Deeds(
            ClientState state,
            Client client,
            Peers peers,
            AwayRule away,
            Executor door,
            Window window) {
        this.state = state;
        this.client = client;
        this.peers = peers;
        this.away = away;
        this.door = door;
        this.window = window;
    }

    @Override
    public void show(Place place) {
        state.shownProperty().set(place);
    }

    @Override
    public void write(Place place) {
        show(place);
        window.write();
    }

    @Override
    public void openPrivate(UserName person) {
        peers.open(person);
        write(new Place.Privately(person));
    }

    /// Says yes to an invitation, and goes to the chat.
    void acceptPrivate(UserName person) {
        peers.accept(person);
        write(new Place.Privately(person));
    }

    @Override
    public void endPrivate(UserName person) {
        peers.end(person);
    }

    @Override
    public void forgetPrivate(UserName person) {
        state.forgetPrivate(person);
    }

    @Override
    public void verify(UserName person) {
        window.verify(person);
    }

    @Override
    public void keepPrivate(UserName person) {
        peers.keep(person);
    }

    @Override
    public void askToStopKeeping(UserName person) {
        window.ask(KeepQuestion.of(person.toString(), () -> peers.stopKeeping(person)));
    }

    @Override
    public void openOrdinary(UserName person) {
        write(new Place.Talk(Chat.with(person)));
    }

    @Override
    public void writeOrdinary(UserName person, String text) {
        if (!text.isEmpty()) {
            StringProperty draft = state.chat(Chat.with(person)).draftProperty();
            draft.set(draft.get().isBlank() ? text : draft.get() + "\n" + text);
        }
        openOrdinary(person);
    }

    @Override
    public void askToBlock(UserName person) {
        window.ask(BlockQuestion.of(person.toString(), () -> block(person)));
    }

    @Override
    public void block(UserName person) {
        await(client.block(person), () -> TEXTS.get("block.failed", person));
    }

    @Override
    public void unblock(UserName person) {
        await(client.unblock(person), () -> TEXTS.get("unblock.failed", person));
    }

    /// Says so where it did not come about.
    private void await(CompletableFuture<Reply> answer, Supplier<String> failed) {
        answer.whenCompleteAsync(
                (reply, failure) -> {
                    if (failure != null || reply instanceof Reply.Error) {
                        window.say(failed.get());
                    }
                },
                door);
    }

    @Override
    public void offerPrivately(UserName person, List<Path> files) {
        window.ask(
                Prompt.of(
                                TEXTS.get("files.heading", person),
                                TEXTS.get("files.message", person, files.size()))
                        .dismiss(TEXTS.get("files.no"))
                        .answer(
                                TEXTS.get("files.yes"),
                                Prompt.Weight.PRIMARY,
                                () -> sendPrivately(person, files)));
    }

    private void sendPrivately(UserName person, List<Path> files) {
        openPrivate(person);
        files.forEach(file -> peers.offerFile(person, file));
    }

    @Override
    public void filesGoToOnePerson() {
        window.say(TEXTS.get("files.one-person"));
    }

    @Override
    public void export(Chat chat) {
        window.export(chat);
    }

    /// Says that a message cannot be shown.
    void outOfReach() {
        window.say(TEXTS.get("search.out-of-reach"));
    }

    @Override
    public void status(Status status) {
        away.choose(status);
    }

    @Override
    public void tryNow() {
        if (state.linkProperty().get() instanceof LinkState.Stopped(var why)
                && (why instanceof LinkState.Stop.Refused
                        || why instanceof LinkState.Stop.Removed)) {
            window.signInAgain();
        } else {
            client.tryNow();
        }
    }

    @Override
    public void settings() {
        window.settings();
    }

    @Override
    public void signOut() {
        client.signOut(Client.Leaving.FORGETTING);
    }
}
