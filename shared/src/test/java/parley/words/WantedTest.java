package parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    @ParameterizedTest
    @CsvSource({
        "deck plan, the plan of the deck",
        "DECK Plan, deck-plan.pdf",
        "deck pl, Plans for every Deck",
        "straße, STRASSE",
        "strasse, Straße",
        "οδος, ΟΔΟΣ",
        "ΟΔΟΣ, οδος",
        "resume, Résumé",
        "résumé, resume",
        "istanbul, İSTANBUL",
        "file, ﬁle",
        "7, room 7b",
        "東京, 東京都は大きい",
        "京, 東京",
        "한국, 한국어",
        "plan plan, a plan",
        "don't, I don't know",
        "मनमोहन, मनमोहन सिंह",
    })
    void isIn(String wanted, String text) {
        assertThat(Wanted.of(wanted).isIn(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "deck plan, the deck",
        "dec plan, the deck plan",
        "lan, the plan",
        "plan OR deck, plan",
        "deck NOT plan, deck",
        "plan*x, plan",
        "की, का",
    })
    void isNotIn(String wanted, String text) {
        assertThat(Wanted.of(wanted).isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "* \" ( ) : ^ - +", "👍🏽 ❤️", "\u0301", "\ufe0f", "…"})
    void withoutAWordNothingIsFound(String wanted) {
        assertThat(Wanted.of(wanted).isEmpty()).isTrue();
        assertThat(Wanted.of(wanted).isIn(wanted)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"plan", "plan*", "(plan", "text:plan", "NEAR plan", "-plan", "^plan"})
    void nothingIsAnOperator(String wanted) {
        assertThat(Wanted.of(wanted).isIn("a text, near a plan")).isTrue();
    }

    @Test
    void theWordsOfATextAreMarkedWhereTheyStand() {
        String text = "Ein Résumé, und noch eines: resumes";

        assertThat(Wanted.of("noch resume").marks(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("Résumé", "noch", "resumes");
    }
}
