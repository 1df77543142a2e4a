package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerState;
import parley.protocol.UserName;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/// A whole window over a client without a server.
class WindowIT {
    private static final Map<String, Consumer<StagedDesktop>> SCENES = WindowScenes.all();

    private final StagedDesktop desktop = WindowScenes.desktop();

    @BeforeEach
    void opened() {
        desktop.open();
    }

    @AfterEach
    void closed() {
        desktop.close();
    }

    private void scene(String name) {
        Objects.requireNonNull(SCENES.get(name), name).accept(desktop);
        Fx.frame();
    }

    private Parent root() {
        return desktop.scene().getRoot();
    }

    private boolean reads(String words) {
        return Fx.get(() ->
                Hands.all(root()).stream()
                        .filter(Text.class::isInstance)
                        .filter(WindowIT::isSeen)
                        .anyMatch(text -> ((Text) text).getText().equals(words)));
    }

    private static boolean isSeen(Node node) {
        return node == null || node.isVisible() && isSeen(node.getParent());
    }

    @Test
    void manyUnreadMessagesAreStillCounted() {
        scene("window-long-names");

        assertThat(reads("99+")).isTrue();
    }

    @Test
    void whoeverAcceptsAnInvitationWritesInItsChat() {
        scene("window-invited");

        desktop.act(deeds -> deeds.acceptPrivate(UserName.of("han")));
        Fx.frame();
        desktop.tell(new PeerChange.StateChanged(UserName.of("han"), new PeerState.Connecting()));
        Fx.frame();

        assertThat(Fx.get(() -> desktop.scene().getFocusOwner())).isInstanceOf(TextArea.class);
    }

    @Test
    void whoeverBlocksSomebodyFromTheListIsAskedFirst() {
        scene("window");
        desktop.client().asked();

        desktop.act(deeds -> deeds.askToBlock(UserName.of("luke")));
        assertThat(reads("Block luke?")).isTrue();
        assertThat(desktop.client().asked()).doesNotContain("block luke");

        Hands.click(root(), "Block");
        assertThat(desktop.client().asked()).contains("block luke");
    }

    @Test
    void enterSignsInFromTheCheckBoxToo() {
        desktop.type("#login-server", "rebel-base.local");
        desktop.type("#login-name", "luke");
        desktop.type("#login-password", "red-five");
        Node keep = Hands.one(root(), CheckBox.class::isInstance);

        Hands.press(keep, KeyCode.ENTER);

        assertThat(desktop.client().asked()).containsExactly("sign in luke at rebel-base.local");
    }
}
