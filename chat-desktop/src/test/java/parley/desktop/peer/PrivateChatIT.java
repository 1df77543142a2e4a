package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class PrivateChatIT {
    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Desktop yoda;
    private Desktop luke;
    private Desktop leia;

    @BeforeEach
    void threeDesktops() throws IOException {
        yoda = new Desktop("yoda", server, folder);
        luke = new Desktop("luke", server, folder);
        leia = new Desktop("leia", server, folder);
    }

    @AfterEach
    void quit() {
        yoda.close();
        luke.close();
        leia.close();
    }

    @Test
    void twoDesktopsTalkBothWays() {
        yoda.meets(luke);

        yoda.talksWith(luke, "hello");

        String id = yoda.says("read me", luke);
        luke.hearsFrom(yoda, "read me");
        luke.service.read(yoda.name, id);
        yoda.sees(luke, id, MessageState.READ);
    }

    @Test
    void severalChatsRunAtOnce() {
        yoda.meets(luke);
        leia.meets(yoda);

        yoda.talksWith(luke, "to luke");
        yoda.talksWith(leia, "to leia");

        assertThat(luke.textsFrom(yoda)).containsExactly("to luke there");
        assertThat(leia.textsFrom(yoda)).containsExactly("to leia there");
    }

    @Test
    void theChatLivesOnWhenTheServerHasGone() {
        yoda.meets(luke);

        server.die();
        yoda.service.serverLost();
        luke.service.serverLost();

        yoda.talksWith(luke, "still");
    }

    @Test
    void aGoodByeEndsTheChatOnBothSides() {
        yoda.meets(luke);

        luke.service.end(yoda.name);

        assertThat(luke.isOnce(yoda, PeerState.Ended.class))
                .isEqualTo(new PeerState.Ended(new Ending.ByMe()));
        assertThat(yoda.isOnce(luke, PeerState.Ended.class))
                .isEqualTo(new PeerState.Ended(new Ending.ByOther()));
    }
}
