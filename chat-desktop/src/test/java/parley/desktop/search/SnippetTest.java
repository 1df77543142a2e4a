package parley.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import parley.words.Wanted;

import java.util.stream.Collectors;

class SnippetTest {
    private static String snippet(String text, String wanted) {
        return Snippet.of(text, Wanted.of(wanted)).pieces().stream()
                .map(piece -> piece.isMarked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksTheWordsThatWereLookedFor() {
        assertThat(snippet("The plan of the Deck", "deck pl"))
                .isEqualTo("The [plan] of the [Deck]");
    }

    @Test
    void isOneLine() {
        assertThat(snippet("a\n\n\tplan\nb", "plan")).isEqualTo("a [plan] b");
    }

    @Test
    void showsWhatStandsAroundTheFirstMark() {
        String snippet = snippet("word ".repeat(100) + "plan" + " word".repeat(100), "plan");

        assertThat(snippet).startsWith("…word ").endsWith("…").contains("[plan]");
        assertThat(snippet.length()).isLessThan(260);
    }

    @Test
    void breaksNoEmojiAndNeedsNoBlanks() {
        String emoji = "👍".repeat(300);

        assertThat(snippet(emoji + "plan" + emoji, "plan")).startsWith("…[plan]👍").endsWith("👍…");
        assertThat(snippet("x".repeat(9_000), "x")).hasSizeLessThan(260);
    }
}
