package parley.desktop;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import parley.desktop.client.Change;
import parley.desktop.client.Client;
import parley.desktop.client.Client.Remembered;
import parley.desktop.conversation.Surroundings;
import parley.desktop.export.ExportCard;
import parley.desktop.export.FileChoice;
import parley.desktop.kit.LinkOpener;
import parley.desktop.kit.Look;
import parley.desktop.kit.Prompt;
import parley.desktop.kit.SpokenTime;
import parley.desktop.kit.Texts;
import parley.desktop.local.Entry;
import parley.desktop.login.Login;
import parley.desktop.net.LinkState;
import parley.desktop.net.LinkState.Stop;
import parley.desktop.notification.NoticeRule;
import parley.desktop.notification.Toasts;
import parley.desktop.peer.Consent;
import parley.desktop.peer.Introducer.Reach;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerService;
import parley.desktop.peer.mapping.MappingState;
import parley.desktop.privatechat.FileDesk;
import parley.desktop.privatechat.FilePlaces;
import parley.desktop.privatechat.Invitations;
import parley.desktop.privatechat.PrivateDesk;
import parley.desktop.privatechat.WaitingInvitations;
import parley.desktop.settings.Settings;
import parley.desktop.settings.SettingsCard;
import parley.desktop.sidebar.Sidebar;
import parley.desktop.state.ClientState;
import parley.desktop.state.EventApplier;
import parley.desktop.state.FxTimers;
import parley.desktop.state.Owner;
import parley.desktop.state.PrivateChatState;
import parley.desktop.state.Timers;
import parley.desktop.verification.VerificationCard;
import parley.identity.Identity;
import parley.protocol.Chat;
import parley.protocol.Limits;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// One desktop, built from its parts: the client and the private chats behind the one door to the
/// JavaFX thread, the state, and the screens of one window.
///
/// Built, opened and left on the JavaFX thread.
public final class Desktop implements AutoCloseable, Deeds.Window {
    private static final Texts TEXTS = Texts.of(Desktop.class);

    private final Needs needs;
    private final Client client;
    private final Timers timers = new FxTimers();
    private final SpokenTime times;
    private final ClientState state;
    private final EventApplier door;
    private final PrivateDesk peers;
    private final FileDesk files;
    private final AwayRule away;
    private final DraftKeeper drafts;
    private final DayWatch day;
    private final Deeds deeds;
    private final Login login;
    private final MainWindow window = new MainWindow();
    private final Sidebar sidebar;
    private final Middle middle;
    private final Toasts toasts;
    private final NoticeRule notices;
    private final IntegerProperty listening = new SimpleIntegerProperty(this, "listening");
    private final ObjectProperty<MappingState> router =
            new SimpleObjectProperty<>(this, "router", new MappingState.Off());

    /// What a desktop needs from around it.
    ///
    /// @param stage not shown yet
    /// @param active whether the window is the one that its owner works in
    record Needs(
            Client client,
            Identity identity,
            Settings settings,
            Prefilled prefilled,
            Look look,
            Stage stage,
            ObservableValue<Boolean> active,
            LinkOpener links,
            FileChoice files,
            FilePlaces places,
            SpokenTime times) {}

    Desktop(Needs needs) {
        this.needs = needs;
        this.client = needs.client();
        times = needs.times();
        state = new ClientState(timers, times.clock());
        door = new EventApplier(state);
        notices = new NoticeRule(state);
        away = new AwayRule(client, timers);
        drafts = new DraftKeeper(client, timers, state.diskTroubleProperty());
        day = new DayWatch(times, timers);
        peers =
                new PrivateDesk(
                        state,
                        times.clock(),
                        this::openPeers,
                        client.kept(),
                        new PrivateDesk.Wishes(
                                needs.settings().consentProperty(),
                                needs.settings().disclosureProperty(),
                                needs.settings().portProperty(),
                                needs.settings().routersProperty()),
                        new PrivateDesk.Ways(
                                port -> door.execute(() -> listening.set(port)),
                                state -> door.execute(() -> router.set(state))),
                        this::hear);
        files = new FileDesk(peers, needs.places(), times, door, this::say);
        deeds = new Deeds(state, client, peers, away, door, this);
        login = new Login(client, door, timers, times);
        sidebar =
                new Sidebar(
                        state,
                        deeds,
                        () -> client.reach() == Reach.NETWORK,
                        times,
                        timers,
                        day.dayProperty());
        toasts = new Toasts(timers, deeds::write);
        middle = new Middle(state, pages()::of);
        furnish();
        follow();
    }

    private Pages pages() {
        Surroundings around =
                new Surroundings(times, needs.links(), needs.active(), Limits.TEXT_BYTES);
        return new Pages(
                state,
                client,
                door,
                peers,
                files,
                deeds,
                drafts,
                around,
                window.overlay(),
                day.dayProperty(),
                this::pageReady);
    }

    private void pageReady() {
        middle.show();
    }

    private void furnish() {
        window.furnish(sidebar, middle, invitations(), toasts);
        window.open(needs.stage(), needs.look(), WindowTitle.of(state));
        MainWindow.keys(needs.stage().getScene(), sidebar, deeds, this::askToClose);
        needs.stage().addEventFilter(InputEvent.ANY, this::touched);
        needs.stage().setOnCloseRequest(this::closeRequested);
        day.dayProperty().addListener((_, _, _) -> middle.retell());
    }

    private Invitations invitations() {
        return new Invitations(
                new WaitingInvitations(state).waiting(),
                yes -> deeds.acceptPrivate(UserName.of(yes.name())),
                no -> peers.decline(UserName.of(no.name())));
    }

    private void follow() {
        state.ownerProperty().addListener((_, _, now) -> ownerChanged(now));
        state.linkProperty().addListener((_, _, now) -> linkChanged(now));
        state.diskTroubleProperty()
                .addListener((_, _, sentence) -> {
                    if (!sentence.isEmpty()) {
                        toasts.say(sentence);
                    }
                });
        client.listen(this::hear);
    }

    Deeds deeds() {
        return deeds;
    }

    ClientState state() {
        return state;
    }

    /// From the client's thread.
    private void hear(Change change) {
        peers.hear(change);
        door.hear(change);
        door.execute(() -> notices.of(change).ifPresent(toasts::show));
    }

    /// From the private chats' thread. The server's key is asked for as soon as somebody is met, so
    /// that the two can compare their number when it has gone, too.
    void hear(PeerChange change) {
        if (change instanceof PeerChange.KeysKnown) {
            var _ = client.serverKey();
        }
        door.hear(change);
        door.execute(() -> files.hear(change));
        door.execute(() -> notices.of(change).ifPresent(toasts::show));
    }

    private PeerService openPeers(Consent consent, int port, Consumer<PeerChange> listener)
            throws IOException {
        return new PeerService(
                new PeerService.Needs(
                        needs.identity(),
                        client.knownPeers().orElseThrow(),
                        client,
                        listener,
                        consent,
                        port));
    }

    /// Shows the window.
    void open() {
        begin();
        needs.stage().show();
        login.focus();
    }

    /// Begins with the chats of who was kept signed in, else with the login dialog.
    void begin() {
        Optional<Remembered> last = client.remembered();
        login.remember(last);
        needs.prefilled().server().ifPresent(login::server);
        needs.prefilled().user().ifPresent(login::name);
        window.showLogin(login);
        if (last.filter(Remembered::kept).filter(needs.prefilled()::allows).isPresent()) {
            client.resume();
        }
    }

    private void ownerChanged(Optional<Owner> now) {
        if (now.isPresent()) {
            away.begin();
            window.showWorkspace();
        } else {
            login.remember(client.remembered());
            window.showLogin(login);
        }
    }

    private void linkChanged(LinkState now) {
        if (now instanceof LinkState.Online) {
            away.begin();
            window.overlay().close();
        }
        if (now instanceof LinkState.Stopped(Stop.Refused(var why))) {
            signInAgain();
            login.show(why);
        }
        if (now instanceof LinkState.Stopped(Stop.Removed _)) {
            signInAgain();
            login.showRemoved();
        }
    }

    private void touched(Event input) {
        if (state.owner().isPresent() && input.getEventType() != MouseEvent.MOUSE_MOVED) {
            away.touched();
        }
    }

    private void closeRequested(WindowEvent request) {
        request.consume();
        askToClose();
    }

    /// Closes the window, but asks first where private chats are open whose words are kept nowhere.
    private void askToClose() {
        long open =
                state.privateChats().stream()
                        .filter(PrivateChatState::isOpen)
                        .filter(chat -> !chat.keptProperty().get())
                        .count();
        if (open == 0) {
            needs.stage().close();
            return;
        }
        ask(
                Prompt.of(TEXTS.get("quit.heading"), TEXTS.get("quit.message", open))
                        .dismiss(TEXTS.get("quit.no"))
                        .answer(TEXTS.get("quit.yes"), Prompt.Weight.DANGER, needs.stage()::close));
    }

    @Override
    public void ask(Prompt prompt) {
        window.overlay().ask(prompt);
    }

    @Override
    public void write() {
        middle.write();
    }

    @Override
    public void settings() {
        window.overlay()
                .show(
                        new SettingsCard(
                                needs.settings(),
                                listening,
                                router,
                                state.owner(),
                                needs.identity().fingerprint(),
                                window.overlay()::close,
                                deeds::signOut));
    }

    @Override
    public void verify(UserName person) {
        state.privateChat(person)
                .ifPresent(chat ->
                        window.overlay()
                                .show(
                                        new VerificationCard(
                                                person,
                                                chat.keysProperty(),
                                                new Verifying(
                                                        client,
                                                        peers,
                                                        me(),
                                                        needs.identity().fingerprint(),
                                                        window.overlay()::close),
                                                times,
                                                door)));
    }

    private UserName me() {
        return state.owner().orElseThrow().me();
    }

    @Override
    public void export(Chat chat) {
        needs.files()
                .toSave(ExportCard.suggestedName(chat))
                .ifPresent(file -> window.overlay().show(exporting(chat, file)));
    }

    private ExportCard exporting(Chat chat, Path file) {
        long last =
                state.chat(chat)
                        .last()
                        .map(Entry::state)
                        .map(said -> said instanceof Entry.State.Said(_, long seq, _) ? seq : 0L)
                        .orElse(0L);
        return ExportCard.begin(
                client, chat, file, last, times.zone(), door, window.overlay()::close);
    }

    @Override
    public void signInAgain() {
        login.remember(client.remembered());
        if (state.owner().isPresent()) {
            window.showLoginAbove(login);
        }
    }

    @Override
    public void say(String sentence) {
        toasts.say(sentence);
    }

    /// Keeps drafts, and puts the window away; on the JavaFX thread. [#close] does the rest.
    void leave() {
        drafts.keepNow();
        needs.stage().hide();
    }

    /// Ends the private chats with a good-bye, then the line; what waits on disk stays there. Waits
    /// some two seconds at most; not on the JavaFX thread.
    @Override
    public void close() {
        peers.close();
        files.close();
        client.close();
    }
}
