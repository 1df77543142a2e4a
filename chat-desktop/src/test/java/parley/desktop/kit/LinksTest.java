package parley.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.stream.Collectors;

class LinksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://dagobah.example/map.|https://dagobah.example/map",
                "(http://dagobah.example)|http://dagobah.example",
                "https://dagobah.example/a_(swamp), is it?|https://dagobah.example/a_(swamp)",
                "HTTPS://Dagobah.example/X|HTTPS://Dagobah.example/X",
                "<https://dagobah.example/?q=1&r=2#top>|https://dagobah.example/?q=1&r=2#top",
                "ends “https://dagobah.example”|https://dagobah.example",
                "https://dägobah.example/sümpfe ja|https://dägobah.example/sümpfe",
            })
    void aLinkEndsWhereItsWriterWouldSay(String text, String link) {
        assertThat(Links.pieces(text))
                .filteredOn(Links.Link.class::isInstance)
                .extracting(Links.Piece::text)
                .containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words", "ftp://dagobah.example", "javascript:alert(1)", "file:///etc/passwd",
                "https://", "https:///nowhere", "xhttps://dagobah.example", "http://%zz",
            })
    void nothingElseIsALink(String text) {
        assertThat(Links.pieces(text)).noneMatch(Links.Link.class::isInstance);
    }

    @Test
    void thePiecesTogetherAreTheText() {
        String text = "a https://x.example, b http://y.example/z. c";

        String together =
                Links.pieces(text).stream().map(Links.Piece::text).collect(Collectors.joining());

        assertThat(together).isEqualTo(text);
        assertThat(Links.pieces(text)).hasSize(5);
    }

    @Test
    void whatIsOpenedIsWhatIsShownSpelledForTheWire() {
        Links.Piece link = Links.pieces("https://x.example/sümpfe").getFirst();

        assertThat(link)
                .isEqualTo(
                        new Links.Link(
                                "https://x.example/sümpfe",
                                URI.create("https://x.example/s%C3%BCmpfe")));
    }
}
