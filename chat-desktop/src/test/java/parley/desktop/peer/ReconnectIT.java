package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

class ReconnectIT extends TwoBehindCables {
    ReconnectIT() throws IOException {}

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
