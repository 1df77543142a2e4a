package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.identity.Identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

class ReconnectIT {
    @TempDir private Path folder;
    private final Introductions server = new Introductions();
    private Wire toYoda;
    private Wire toLuke;
    private Desktop yoda;
    private Desktop luke;

    @BeforeEach
    void twoDesktopsBehindCables() throws IOException {
        toYoda = new Wire();
        toLuke = new Wire();
        yoda = behind("yoda", toYoda);
        luke = behind("luke", toLuke);
        yoda.meets(luke);
    }

    private Desktop behind(String name, Wire wire) throws IOException {
        return new Desktop(
                name,
                server,
                Identity.ofDesktop(Files.createDirectories(folder.resolve(name))),
                new MemoryPeers(),
                Consent.ASK_FIRST_TIME,
                Desktop.behind(wire));
    }

    @AfterEach
    void quit() throws IOException {
        yoda.close();
        luke.close();
        toYoda.close();
        toLuke.close();
    }

    @Test
    void aCutLineComesBackWithoutTheServerAndNothingIsLostOrDoubled() {
        server.die();
        List<String> words = IntStream.range(0, 300).mapToObj(i -> "word " + i).toList();

        words.subList(0, 100).forEach(word -> yoda.says(word, luke));
        cut();
        words.subList(100, 200).forEach(word -> yoda.says(word, luke));
        yoda.isOnce(luke, PeerState.Reconnecting.class);
        luke.isOnce(yoda, PeerState.Reconnecting.class);
        toYoda.plugIn();
        toLuke.plugIn();
        words.subList(200, 300).forEach(word -> yoda.says(word, luke));

        luke.hearsFrom(yoda, "word 299");
        assertThat(luke.textsFrom(yoda)).isEqualTo(words);
        yoda.forget();
        luke.forget();
        yoda.talksWith(luke, "again");
    }

    private void cut() {
        toYoda.pull();
        toLuke.pull();
    }

    @Test
    void aByeWhileTheLineIsCutIsToldWhenItIsBack() {
        cut();
        yoda.isOnce(luke, PeerState.Reconnecting.class);
        yoda.service.end(luke.name);
        toYoda.plugIn();
        toLuke.plugIn();

        assertThat(luke.isOnce(yoda, PeerState.Ended.class))
                .isEqualTo(new PeerState.Ended(new Ending.ByOther()));
    }
}
