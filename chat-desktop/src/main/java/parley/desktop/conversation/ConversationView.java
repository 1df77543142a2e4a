package parley.desktop.conversation;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import parley.desktop.kit.Icons;
import parley.desktop.kit.Overlay;
import parley.desktop.kit.Texts;
import parley.desktop.local.Entry;

import java.util.Objects;

/// A chat on screen: the door of this package.
///
/// It follows a [ConversationModel] for as long as both live, and tells [ConversationActions] what
/// its owner does; it knows nothing else. One is made for each chat that is opened, and may be
/// taken off the screen and put back: what one reads is where it was.
public final class ConversationView extends VBox {
    private static final Texts TEXTS = Texts.of(ConversationView.class);
    private static final Duration READING = Duration.seconds(1);
    private static final String SHEET =
            Objects.requireNonNull(ConversationView.class.getResource("conversation.css"))
                    .toExternalForm();

    private final ConversationModel model;
    private final ConversationActions actions;
    private final Overlay overlay;
    private final MessageList list;
    private final Composer composer;
    private final BooleanBinding onScreen;

    /// @param overlay where questions are asked, such as whether somebody shall be blocked
    public ConversationView(
            ConversationModel model,
            ConversationActions actions,
            Surroundings around,
            Overlay overlay) {
        this.model = model;
        this.actions = actions;
        this.overlay = overlay;
        RowContext context =
                new RowContext(model.kind(), model.name(), around.times(), around.links(), actions);
        list = new MessageList(model, context);
        composer =
                new Composer(
                        model.kind(),
                        prompt(),
                        new TextLimit(around.textLimit()),
                        this::send,
                        actions.files());
        onScreen =
                Bindings.createBooleanBinding(
                        () -> getScene() != null && around.active().getValue(),
                        sceneProperty(),
                        around.active());
        getStyleClass()
                .addAll("conversation", model.kind().name().toLowerCase(java.util.Locale.ROOT));
        getStylesheets().add(SHEET);
        build(around);
        listen();
        openAtNew();
    }

    /// Puts the cursor into the composer.
    public void write() {
        composer.write();
    }

    /// Shows the newest message.
    public void toEnd() {
        list.toEnd();
    }

    /// Shows a message that is loaded, and lets the keys go on from it.
    public void show(Entry entry) {
        list.point(TalkRows.key(entry));
    }

    /// Says days anew; for midnight, and when a sleeping computer wakes up.
    public void retell() {
        list.retell();
    }

    private void build(Surroundings around) {
        getChildren().add(new Header(model, actions, this::askToBlock, this::askToStopKeeping));
        if (model.kind() == ConversationKind.PRIVATE) {
            getChildren().add(new PrivateStrip(model, around.times(), actions).node());
        }
        DropTarget drop = new DropTarget(model, actions.files());
        drop.watch(this);
        StackPane middle =
                new StackPane(new EmptyChat(model), list, earlier(), toEndButton(), drop);
        middle.setMinHeight(0);
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(middle, new ComposerBar(model, composer, actions::unblock));
    }

    private void listen() {
        list.setAccessibleText(
                model.kind() == ConversationKind.EVERYONE
                        ? TEXTS.get("list.name.everyone")
                        : TEXTS.get("list.name", model.name()));
        list.addEventFilter(KeyEvent.KEY_TYPED, this::typedIntoList);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveList);
        addEventHandler(KeyEvent.KEY_PRESSED, this::attach);
        new OlderPages(model, list.wantsOlderProperty(), actions::loadOlder);
        new SeenWatch(list.newestSeenProperty(), onScreen, READING, actions::seen);
        model.draftProperty()
                .addListener((_, _, now) -> {
                    if (!now.isEmpty()) {
                        actions.typing();
                    }
                });
    }

    private void openAtNew() {
        String key = model.firstNewProperty().get();
        for (int i = 0; !key.isEmpty() && i < model.rows().size(); i++) {
            if (model.rows().get(i).key().equals(key)) {
                list.showAt(i, 96);
            }
        }
    }

    private void send(String text) {
        actions.send(text);
        list.toEnd();
    }

    private void typedIntoList(KeyEvent key) {
        String typed = key.getCharacter();
        boolean command = key.isControlDown() || key.isAltDown() || key.isMetaDown();
        if (!command
                && !typed.isBlank()
                && !Character.isISOControl(typed.codePointAt(0))
                && composer.isVisible()) {
            composer.type(typed);
            key.consume();
        }
    }

    private void leaveList(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && composer.isVisible()) {
            composer.write();
            key.consume();
        }
    }

    private void attach(KeyEvent key) {
        if (Composer.ATTACH.match(key)
                && model.kind() == ConversationKind.PRIVATE
                && composer.isVisible()) {
            actions.files().choose();
            key.consume();
        }
    }

    private void askToBlock() {
        overlay.ask(BlockQuestion.of(model.name(), actions::block));
    }

    private void askToStopKeeping() {
        overlay.ask(KeepQuestion.of(model.name(), actions::stopKeeping));
    }

    private String prompt() {
        return switch (model.kind()) {
            case PERSON -> TEXTS.get("composer.to", model.name());
            case EVERYONE -> TEXTS.get("composer.to-everyone");
            case PRIVATE -> TEXTS.get("composer.to-private", model.name());
        };
    }

    /// Says what becomes of older messages, floating above the list so that it moves nothing.
    private Node earlier() {
        Label chip = new Label();
        chip.getStyleClass().addAll("day", "floating");
        chip.setMouseTransparent(true);
        StackPane.setAlignment(chip, Pos.TOP_CENTER);
        model.earlierProperty()
                .subscribe(now -> {
                    chip.setVisible(now == Earlier.LOADING || now == Earlier.UNREACHABLE);
                    chip.setText(
                            TEXTS.get(
                                    now == Earlier.UNREACHABLE
                                            ? "list.unreachable"
                                            : "list.loading"));
                });
        return chip;
    }

    private Node toEndButton() {
        Button button = Icons.button(Feather.ARROW_DOWN, TEXTS.get("list.to-end"));
        button.getStyleClass().add("to-end");
        button.visibleProperty().bind(list.atEndProperty().not());
        button.setOnAction(_ -> list.toEnd());
        StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(button, new javafx.geometry.Insets(0, 20, 12, 0));
        button.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return button;
    }
}
