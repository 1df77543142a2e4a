package parley.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Stream;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({"yoda,YO", "q,Q", "mon.mothma,MM", "jar-jar,JJ", "_x,_X", "日本語,日本", "ärger,ÄR"})
    void oneOrTwoLettersStandForAName(String name, String letters) {
        assertThat(Initials.of(name)).isEqualTo(letters);
    }

    @Test
    void peopleOfOneTableDoNotAllLookAlike() {
        assertThat(Stream.of("yoda", "luke", "leia", "han").map(Initials::colour))
                .doesNotHaveDuplicates()
                .allMatch(colour -> colour >= 0 && colour < Initials.COLOURS);
    }

    @Test
    void theSpellingOfANameDoesNotChangeItsColour() {
        assertThat(Initials.colour("Yoda")).isEqualTo(Initials.colour("yoda"));
    }
}
