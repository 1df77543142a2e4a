package parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class NamesTest {
    @Test
    void lookalikesByCaseAndWidthAreOneName() {
        UserName yoda = UserName.of("Yoda");

        assertThat(yoda).isEqualTo(UserName.of("yoda")).isEqualTo(UserName.of("ＹＯＤＡ"));
        assertThat(yoda).hasToString("Yoda").hasSameHashCodeAs(UserName.of("yODA"));
        assertThat(UserName.of("Амидала")).isEqualTo(UserName.of("амидала"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "#deck", "a b", "a\tb", "a\u0007", "👍", "yoda👍", "\u00a0"})
    void noName(String spelled) {
        assertThat(UserName.parse(spelled)).isEmpty();
    }

    @Test
    void aNameHas32CharactersAtMost() {
        assertThat(UserName.parse("y".repeat(32))).isPresent();
        assertThat(UserName.parse("y".repeat(33))).isEmpty();
    }

    @Test
    void chatsAreOrderedByCodePointWithEveryoneFirst() {
        List<String> sorted =
                Stream.of("luke", "*", "!bang", "Yoda", "\ufb20x", "𐐨x")
                        .flatMap(name -> Chat.parse(name).stream())
                        .sorted()
                        .map(Chat::toString)
                        .toList();

        assertThat(sorted).startsWith("*", "!bang", "luke", "Yoda");
        assertThat(sorted.getLast()).isEqualTo("𐐨x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebel-base:7331",
                "192.0.2.7",
                "192.0.2.7:80",
                "192.0.2.7:65536",
                "192.0.2:5000",
                "192.0.2.256:5000",
                "192.0.02.7:5000",
                "2001:db8::7:5000",
                "[2001:db8::7]",
                "[fe80::1%eth0]:5000",
                "[::g]:5000",
                "[192.0.2.7]:5000",
                "192.0.2.7:05000"
            })
    void noAddress(String written) {
        assertThat(PeerAddress.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.7:41233",
                "[2001:db8::7]:41233",
                "[::1]:5000",
                "[::]:5000",
                "[fe80::]:5000",
                "[2001:db8:0:1:1:1:1:1]:5000",
                "[2001:db8::1:0:0:1]:5000",
                "[1:0:0:2::3]:5000"
            })
    void anAddressIsWrittenAsItWasRead(String written) {
        assertThat(PeerAddress.parse(written)).map(PeerAddress::toString).contains(written);
    }

    @Test
    void anAddressIsWrittenShort() {
        assertThat(PeerAddress.parse("[2001:0DB8:0:0:0:0:0:7]:41233"))
                .map(PeerAddress::toString)
                .contains("[2001:db8::7]:41233");
        assertThat(PeerAddress.parse("[::ffff:192.0.2.7]:41233"))
                .map(PeerAddress::toString)
                .contains("192.0.2.7:41233");
    }
}
