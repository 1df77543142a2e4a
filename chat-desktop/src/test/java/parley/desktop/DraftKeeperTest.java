package parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import parley.desktop.state.ChatState;
import parley.desktop.state.ClientState;
import parley.desktop.state.HandTimers;
import parley.protocol.Chat;

import java.time.Duration;
import java.time.Instant;

class DraftKeeperTest {
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final HandTimers timers = new HandTimers(Instant.EPOCH);
    private final FakeClient client = new FakeClient();
    private final SimpleStringProperty trouble = new SimpleStringProperty("");
    private final ChatState everyone = new ClientState(timers, timers).chat(Chat.EVERYONE);
    private final DraftKeeper keeper = new DraftKeeper(client, timers, trouble);

    @BeforeEach
    void watched() {
        keeper.watch(everyone);
    }

    @Test
    void aDraftIsKeptOnceItsWriterPauses() {
        everyone.draftProperty().set("Do");
        timers.pass(PAUSE.dividedBy(2));
        everyone.draftProperty().set("Do or do not");
        timers.pass(PAUSE);

        assertThat(client.asked()).containsExactly("draft * Do or do not");
    }

    @Test
    void aDiskInTroubleIsLeftAloneUntilItIsWell() {
        trouble.set("Make room.");
        everyone.draftProperty().set("Patience");
        timers.pass(PAUSE.multipliedBy(10));
        assertThat(client.asked()).isEmpty();

        trouble.set("");
        timers.pass(PAUSE);
        assertThat(client.asked()).containsExactly("draft * Patience");
    }

    @Test
    void whoLeavesKeepsWhatStillWaits() {
        everyone.draftProperty().set("Gone soon");
        keeper.keepNow();

        assertThat(client.asked()).containsExactly("draft * Gone soon");
    }
}
