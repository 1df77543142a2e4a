package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.conversation.ConversationView;
import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.peer.Acquaintance;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.FileTransfer.Way;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerState;
import parley.desktop.state.Place;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/// Files that come and go in a whole window, over a client without a server.
class OfferedFilesIT {
    private static final UserName LUKE = UserName.of("luke");

    @TempDir private Path folder;
    private final StagedDesktop desktop = WindowScenes.desktop();

    @BeforeEach
    void opened() {
        desktop.open();
        Objects.requireNonNull(WindowScenes.all().get("window")).accept(desktop);
        Fx.frame();
    }

    @AfterEach
    void closed() {
        desktop.close();
    }

    private Parent root() {
        return desktop.scene().getRoot();
    }

    private Node chat() {
        return Hands.one(root(), ConversationView.class::isInstance);
    }

    private boolean reads(String words) {
        return Fx.get(() ->
                Hands.all(root()).stream()
                        .filter(Label.class::isInstance)
                        .anyMatch(label -> ((Label) label).getText().contains(words)));
    }

    @Test
    void aFileOnAnOrdinaryChatGoesPrivatelyOrNotAtAll() throws Exception {
        Path plans = Files.writeString(folder.resolve("plans.pdf"), "Behind the blue lamp.");
        Drops.hold(chat(), List.of(plans));
        assertThat(reads("Drop here to send privately to luke")).isTrue();

        Drops.drop(chat(), List.of(plans));
        assertThat(reads("Drop here")).isFalse();
        assertThat(reads("Send privately to luke?")).isTrue();
        Hands.click(root(), "Send privately");

        Fx.until(() -> reads("plans.pdf"));
        assertThat(reads("luke, private")).isTrue();
    }

    @Test
    void onEveryonesChatASentenceSaysWhereFilesGo() {
        desktop.act(deeds -> deeds.show(new Place.Talk(Chat.EVERYONE)));
        Fx.run(() -> {});
        desktop.tell(
                new parley.desktop.client.Change.HistoryLoaded(Chat.EVERYONE, List.of(), false));

        Drops.drop(chat(), List.of(folder.resolve("plans.pdf")));
        Fx.frame();

        assertThat(reads("Files go to one person, privately: drop them on that person’s chat."))
                .isTrue();
    }

    @Test
    void aPictureThatHasArrivedIsShownAndABrokenOneIsNot() throws Exception {
        Path dusk = folder.resolve("dusk.png");
        ImageIO.write(
                new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", dusk.toFile());
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture at all");
        desktop.tell(new PeerChange.StateChanged(LUKE, new PeerState.Direct(Acquaintance.KNOWN)));
        desktop.act(deeds -> deeds.show(new Place.Privately(LUKE)));

        arrived("b", broken);
        arrived("a", dusk);

        Fx.until(() -> previews() == 1);
        assertThat(reads("broken.png")).isTrue();
    }

    private void arrived(String id, Path file) {
        desktop.tell(
                new PeerChange.FileMoved(
                        LUKE,
                        new FileTransfer(
                                id,
                                Way.IN,
                                String.valueOf(file.getFileName()),
                                1_000,
                                new FileState.Done(file),
                                1_000,
                                0)));
    }

    private long previews() {
        return Hands.all(root()).stream()
                .filter(node -> node.getStyleClass().contains("picture"))
                .count();
    }
}
