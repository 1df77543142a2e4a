package parley.desktop.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import parley.desktop.kit.Fx;
import parley.desktop.kit.Hands;
import parley.desktop.peer.Detour;
import parley.desktop.peer.Ending;
import parley.desktop.peer.PathFailure;
import parley.protocol.PeerAddress;

import java.time.Instant;
import java.util.List;

class WayCardIT {
    private static final List<Ending.Path> PATHS =
            List.of(
                    new Ending.Path(
                            PeerAddress.parse("192.0.2.7:41233").orElseThrow(),
                            PathFailure.SILENT));

    private final ConversationModel model = ConversationModel.privateWith("luke");
    private final OpenChat chat = new OpenChat(model);
    private final Region composer = (Region) chat.one("composer");

    @AfterEach
    void closed() {
        chat.close();
    }

    private void is(PrivateState state) {
        chat.change(() -> model.privateStateProperty().set(state));
    }

    private List<String> words() {
        return Fx.get(() ->
                chat.overlay.lookupAll(".way-card .label").stream()
                        .filter(Label.class::isInstance)
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    private boolean offers(String words) {
        return Fx.get(() ->
                chat.overlay.lookupAll(".way-card .button").stream()
                        .map(node -> ((Button) node).getText())
                        .anyMatch(words::equals));
    }

    @Test
    void noDirectWaySaysWhatWasTriedAndOffersThreeThings() {
        is(new PrivateState.NoWay(PATHS, Detour.OFFERED));

        assertThat(words()).contains("192.0.2.7:41233", "no answer");
        Hands.click(chat.overlay, "Try again");
        Hands.click(chat.overlay, "Relay through the server");
        Hands.click(chat.overlay, "Send as an ordinary message");
        assertThat(chat.scribe.done())
                .containsExactly("openPrivate", "takeRelay THIS_TIME", "writeOrdinary");
        assertThat(Fx.<Boolean>get(composer::isVisible)).isFalse();
    }

    @Test
    void alwaysIsPassedOn() {
        is(new PrivateState.NoWay(PATHS, Detour.NO_ANSWER));

        Node always = Fx.get(() -> chat.overlay.lookup("#relay-always"));
        chat.change(() -> ((CheckBox) always).setSelected(true));
        Hands.click(chat.overlay, "Relay through the server");

        assertThat(chat.scribe.done()).containsExactly("takeRelay FROM_NOW_ON");
    }

    @Test
    void aServerWithoutARelayHasNoButtonForIt() {
        is(new PrivateState.NoWay(PATHS, Detour.NOT_OFFERED));

        assertThat(offers("Relay through the server")).isFalse();
        assertThat(offers("Try again")).isTrue();
    }

    @Test
    void whoIsAskedMaySayNo() {
        is(new PrivateState.RelayWanted(Instant.EPOCH));

        Hands.click(chat.overlay, "Not now");

        assertThat(chat.scribe.done()).containsExactly("declineRelay");
    }
}
