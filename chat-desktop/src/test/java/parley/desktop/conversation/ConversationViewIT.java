package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import parley.desktop.conversation.MessageRow.Heard;
import parley.desktop.conversation.MessageRow.Own;
import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.kit.Standing;

import java.net.URI;
import java.util.List;

class ConversationViewIT {
    private final ConversationModel model = ConversationModel.withPerson("luke");
    private final OpenChat chat = new OpenChat(model);

    @AfterEach
    void closed() {
        chat.close();
    }

    private static Own own(String key, SendState state) {
        return new Own(key, "words", OpenChat.NOW, state);
    }

    private List<String> words() {
        return Fx.get(() ->
                Hands.all(chat.overlay).stream()
                        .filter(Label.class::isInstance)
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    @Test
    void anEmptyChatSaysWhatToDo() {
        assertThat(words()).contains("Say hello to luke.");

        chat.change(() -> model.rows().add(own("1", SendState.Step.SENT)));
        assertThat(words()).doesNotContain("Say hello to luke.");
    }

    @Test
    void aFailedMessageSaysWhyAndGoesOutAgainOnDemand() {
        chat.change(
                () -> model.rows().add(own("1", new SendState.Failed(SendState.Reason.BLOCKED))));

        assertThat(words()).contains("Not sent: luke has blocked you.");
        Hands.click(chat.overlay, "Try again");
        Hands.click(chat.overlay, "Discard");
        assertThat(chat.scribe.done()).containsExactly("retry 1", "discard 1");
    }

    @Test
    void aScreenReaderHearsWhoWhenWhatAndHowFarItHasGot() {
        chat.change(() ->
                model.rows()
                        .addAll(
                                new Heard("1", "luke", "hi", OpenChat.NOW),
                                own("2", SendState.Step.READ)));

        List<String> spoken =
                Fx.get(() ->
                        Hands.all(chat.overlay).stream()
                                .filter(node ->
                                        node.getAccessibleRole() == AccessibleRole.LIST_ITEM)
                                .map(Node::getAccessibleText)
                                .toList());
        assertThat(spoken).containsExactlyInAnyOrder("luke, 18:54: hi", "You, 18:54, read: words");
    }

    @Test
    void aLinkIsOpenedByKeyToo() {
        chat.change(() ->
                model.rows()
                        .add(new Heard("1", "luke", "see https://x.example/map.", OpenChat.NOW)));

        Hands.press(chat.one("link"), KeyCode.ENTER);

        assertThat(chat.opened).containsExactly(URI.create("https://x.example/map"));
    }

    @Test
    void aMessageIsSeenWhenItStoodASecondInAnActiveWindow() {
        chat.change(() -> chat.active.set(false));
        chat.change(() -> model.rows().add(new Heard("1", "luke", "hi", OpenChat.NOW)));
        chat.change(() -> model.rows().add(new Heard("2", "luke", "ho", OpenChat.NOW)));
        assertThat(chat.scribe.done()).isEmpty();

        Fx.run(() -> chat.active.set(true));
        Fx.until(() -> !chat.scribe.done().isEmpty());

        assertThat(chat.scribe.done()).containsExactly("seen 2");
    }

    @Test
    void blockingIsAskedFirst() {
        Hands.click(chat.overlay, "More");
        Fx.frame();

        chooseFromMenu("Block luke…");
        assertThat(chat.scribe.done()).isEmpty();
        assertThat(words()).contains("Block luke?");
        Hands.click(chat.overlay, "Block");

        assertThat(chat.scribe.done()).containsExactly("block");
        assertThat(Fx.get(chat.overlay::isOpen)).isFalse();
    }

    @Test
    void escapeClosesAQuestionAndAnswersNothing() {
        Hands.click(chat.overlay, "More");
        Fx.frame();
        chooseFromMenu("Block luke…");

        Fx.run(() ->
                Event.fireEvent(
                        chat.stage.getScene().getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED,
                                "",
                                "",
                                KeyCode.ESCAPE,
                                false,
                                false,
                                false,
                                false)));

        assertThat(Fx.get(chat.overlay::isOpen)).isFalse();
        assertThat(chat.scribe.done()).isEmpty();
    }

    @Test
    void whoIsBlockedCanBeUnblockedFromTheMenu() {
        chat.change(() -> model.standingProperty().set(Standing.BLOCKED));
        Hands.click(chat.overlay, "More");
        Fx.frame();

        chooseFromMenu("Unblock luke");

        assertThat(chat.scribe.done()).containsExactly("unblock");
    }

    private void chooseFromMenu(String words) {
        Fx.run(() -> {
            ContextMenu menu = openMenu();
            menu.hide();
            menu.getItems().stream()
                    .filter(item -> item.getText().equals(words))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        Fx.frame();
    }

    private static ContextMenu openMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
