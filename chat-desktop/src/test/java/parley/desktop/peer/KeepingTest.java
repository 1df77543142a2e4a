package parley.desktop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingTest {
    private final World world = new World();
    private final Player yoda = world.player("yoda");
    private final Player luke = world.player("luke");

    @BeforeEach
    void theyTalk() {
        talk();
    }

    private void talk() {
        yoda.with(luke).open();
        world.passAMoment();
        luke.with(yoda).accept(Acceptance.FROM_NOW_ON);
        world.passAMoment();
    }

    @Test
    void nobodyKeepsAnythingUnlessHeSaysSo() {
        assertThat(luke.keptThere(yoda)).isEmpty();
        assertThat(yoda.keptThere(luke)).isEmpty();
    }

    @Test
    void theOtherSideIsToldWhenSomebodyKeepsTheChatAndWhenNoMore() {
        yoda.with(luke).dialogue().keep(true);
        yoda.with(luke).dialogue().keep(true);
        world.passAMoment();
        assertThat(luke.keptThere(yoda)).containsExactly(true);

        yoda.with(luke).dialogue().keep(false);
        world.passAMoment();

        assertThat(luke.keptThere(yoda)).containsExactly(true, false);
        assertThat(yoda.keptThere(luke)).isEmpty();
    }

    @Test
    void whatIsSwitchedWhileTheLineIsBrokenIsToldWhenItIsBackAndOnce() {
        world.net.cut();
        yoda.with(luke).dialogue().keep(true);
        world.passSeconds(5);
        world.net.cut();
        world.passSeconds(5);

        assertThat(luke.keptThere(yoda)).containsExactly(true);
    }

    @Test
    void aChatThatBeginsAnewIsKeptOnAndSaysSoBeforeAWordIsSaid() {
        yoda.with(luke).dialogue().keep(true);
        world.passAMoment();
        yoda.with(luke).end();
        world.passAMoment();

        talk();

        assertThat(luke.keptThere(yoda)).containsExactly(true, true);
    }
}
