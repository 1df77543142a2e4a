package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.protocol.UserName;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class OutgoingTest {
    private final Map<String, MessageState> states = new HashMap<>();
    private final List<String> line = new ArrayList<>();
    private final Outgoing outgoing =
            new Outgoing(
                    UserName.of("luke"),
                    change -> {
                        PeerChange.MessageMoved moved = (PeerChange.MessageMoved) change;
                        states.put(moved.id(), moved.state());
                    });

    private void say(int number) {
        outgoing.add(new PeerMessage("m" + number, "words", Instant.EPOCH));
    }

    private void join() {
        line.clear();
        outgoing.joined(frame -> line.add(((PeerFrame.Message) frame).message().id()));
    }

    @Test
    void aBoundedNumberIsUnderWayAndTheRestFollowsAsItIsConfirmed() {
        join();
        for (int i = 0; i < PeerLimits.UNDER_WAY + 2; i++) {
            say(i);
        }
        assertThat(line).hasSize(PeerLimits.UNDER_WAY);
        assertThat(states).containsEntry("m64", MessageState.WAITING);

        outgoing.delivered("m0");

        assertThat(line).hasSize(PeerLimits.UNDER_WAY + 1).endsWith("m64");
    }

    @Test
    void whatWasNotConfirmedGoesAgainFirstAndInOrder() {
        join();
        say(1);
        say(2);
        say(3);
        outgoing.delivered("m1");
        outgoing.broke();
        say(4);
        assertThat(states).containsEntry("m2", MessageState.WAITING);

        join();

        assertThat(line).containsExactly("m2", "m3", "m4");
    }

    @Test
    void readIsReadUpToThere() {
        join();
        say(1);
        say(2);
        say(3);
        outgoing.delivered("m1");
        outgoing.delivered("m2");
        outgoing.delivered("m3");

        outgoing.read("m2");

        assertThat(states)
                .containsEntry("m1", MessageState.READ)
                .containsEntry("m2", MessageState.READ)
                .containsEntry("m3", MessageState.DELIVERED);
    }

    @Test
    void aReceiptForWhatWasNeverSaidIsNothing() {
        join();
        outgoing.delivered("m9");
        outgoing.read("m9");

        assertThat(states).isEmpty();
    }

    @Test
    void whatFindsNoRoomIsUndeliveredAtOnce() {
        for (int i = 0; i <= PeerLimits.WAITING; i++) {
            say(i);
        }

        assertThat(states)
                .containsEntry("m" + (PeerLimits.WAITING - 1), MessageState.WAITING)
                .containsEntry("m" + PeerLimits.WAITING, MessageState.UNDELIVERED);
    }
}
