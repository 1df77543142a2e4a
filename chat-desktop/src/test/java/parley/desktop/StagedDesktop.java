package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;

import parley.desktop.client.Change;
import parley.desktop.kit.Fx;
import parley.desktop.kit.SpokenTime;
import parley.desktop.net.LinkState;
import parley.desktop.peer.MessageState;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.settings.Choices;
import parley.desktop.settings.Settings;
import parley.desktop.state.FxTimers;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.PrivateItem;
import parley.identity.Identity;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A whole desktop over a client without a server, for pictures and for tests of its windows.
public final class StagedDesktop {
    private final FakeClient client = new FakeClient();
    private final FakePlaces places = new FakePlaces();
    private final HandClock clock;
    private final SimpleBooleanProperty active = new SimpleBooleanProperty(true);
    private final Stage stage = Fx.get(Stage::new);
    private final Desktop desktop;
    private volatile @Nullable Path chosen;

    /// @param now what time it is, until [#at] says otherwise
    public StagedDesktop(Instant now) {
        clock = new HandClock(now);
        SpokenTime times = new SpokenTime(clock, ZoneOffset.UTC);
        desktop =
                Fx.get(() ->
                        new Desktop(
                                new Desktop.Needs(
                                        client,
                                        identity(),
                                        new Settings(Choices.FIRST, _ -> {}),
                                        Prefilled.NOTHING,
                                        Fx.look(),
                                        stage,
                                        active,
                                        _ -> {},
                                        _ -> Optional.ofNullable(chosen),
                                        places,
                                        times)));
    }

    private static Identity identity() {
        try {
            Path folder = Files.createTempDirectory("parley-staged");
            folder.toFile().deleteOnExit();
            return Identity.ofDesktop(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Its owner exports a chat.
    public void exports(Chat chat) {
        act(deeds -> deeds.export(chat));
    }

    /// Its owner will choose this file.
    public void chooses(Path file) {
        chosen = file;
    }

    public FakeClient client() {
        return client;
    }

    public FakePlaces places() {
        return places;
    }

    /// Opens it on the login dialog, without showing its window.
    public void begin() {
        Fx.run(desktop::begin);
        Fx.frame();
    }

    /// Opens it on the login dialog, and shows its window.
    public void open() {
        Fx.run(desktop::open);
        Fx.frame();
    }

    /// It is this late now.
    public StagedDesktop at(Instant now) {
        clock.set(now);
        return this;
    }

    /// Tells it what a client tells, and lets it be shown.
    public void tell(Change... changes) {
        client.tell(changes);
        Fx.frame();
    }

    /// Tells it what private chats tell.
    public void tell(PeerChange... changes) {
        for (PeerChange change : changes) {
            desktop.hear(change);
        }
        Fx.frame();
    }

    /// The line stands.
    public void online(Instant since) {
        tell(new Change.Link(new LinkState.Online(since)), new Change.CaughtUp(since));
    }

    /// Does something on JavaFX's thread.
    public void act(Consumer<Deeds> deed) {
        Fx.run(() -> deed.accept(desktop.deeds()));
        Fx.frame();
    }

    /// Its owner says something in a private chat, and the other side has looked at it.
    public void saysPrivately(UserName person, PeerMessage message) {
        Fx.run(() -> desktop.state().beginPrivate(person).said(message, MessageState.READ));
    }

    /// Its owner has looked at all that was said in a private chat.
    public void looksAt(UserName person) {
        Fx.run(() ->
                desktop.state()
                        .privateChat(person)
                        .ifPresent(chat -> chat.items().forEach(item -> seen(chat, item))));
        Fx.frame();
    }

    private static void seen(PrivateChatState chat, PrivateItem item) {
        if (item instanceof PrivateItem.Heard(var message)) {
            chat.seen(message.id());
        }
    }

    /// Its owner closes the window.
    public void asksToClose() {
        Fx.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        Fx.frame();
    }

    /// Writes into a field.
    public void type(String field, String text) {
        Fx.run(() -> ((TextInputControl) find(field)).setText(text));
    }

    /// Presses a button.
    public void press(String button) {
        Fx.run(() -> ((ButtonBase) find(button)).fire());
        settle();
    }

    /// Lets everything that is on its way be shown, and what appears appear.
    public void settle() {
        CountDownLatch over = new CountDownLatch(1);
        Fx.run(() -> new FxTimers().after(Duration.ofMillis(250), over::countDown));
        try {
            assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stuck) {
            throw new AssertionError(stuck);
        }
        Fx.frame();
    }

    /// Takes away what was said in passing.
    public void quiet() {
        Fx.run(() -> ((Pane) find("#toasts")).getChildren().clear());
    }

    private Node find(String selector) {
        return Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    /// Its window's content, for another scene.
    public Region content() {
        return Fx.get(() -> {
            Scene scene = stage.getScene();
            Parent root = scene.getRoot();
            scene.setRoot(new Region());
            return (Region) root;
        });
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void close() {
        Fx.run(stage::close);
        desktop.close();
    }
}
