package parley.desktop.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Two hosts whose owners are signed in and would talk in private.
record Pair(Host yoda, Host luke) implements AutoCloseable {
    /// yoda asks, luke says yes, now and for later; what comes of it, is for the test.
    void agree() {
        yoda.asks(luke);
        luke.isOnce("Invited", yoda);
        luke.accepts(yoda);
    }

    /// Waits until both are in a direct chat.
    void areDirect() {
        yoda.isOnce("Direct", luke);
        luke.isOnce("Direct", yoda);
    }

    /// Waits until both know that there is no direct way, and takes the relay on both sides.
    ///
    /// @return what yoda is told of the addresses that were tried
    String takeTheRelay() {
        String paths = yoda.isOnce("NoWay", luke);
        luke.isOnce("NoWay", yoda);
        yoda.relays(luke);
        luke.isOnce("RelayWanted", yoda);
        luke.relays(yoda);
        yoda.isOnce("Relayed", luke);
        luke.isOnce("Relayed", yoda);
        return paths;
    }

    /// Both say many words at once, and each hears those of the other once and in order.
    void talk(String topic) {
        List<String> words = IntStream.range(0, 50).mapToObj(i -> topic + " " + i).toList();
        List<String> ofYoda = withBefore(luke.texts(yoda), words);
        List<String> ofLuke = withBefore(yoda.texts(luke), words);

        for (String word : words) {
            yoda.says(word, luke);
            luke.says(word, yoda);
        }

        luke.hears(words.getLast(), yoda);
        yoda.hears(words.getLast(), luke);
        assertThat(luke.texts(yoda)).isEqualTo(ofYoda);
        assertThat(yoda.texts(luke)).isEqualTo(ofLuke);
    }

    private static List<String> withBefore(List<String> before, List<String> words) {
        return Stream.concat(before.stream(), words.stream()).toList();
    }

    /// luke says good-bye, and all that was told is forgotten.
    void part() {
        luke.ends(yoda);
        yoda.isOnce("Ended[why=ByOther", luke);
        luke.isOnce("Ended[why=ByMe", yoda);
        yoda.forget();
        luke.forget();
    }

    @Override
    public void close() {
        yoda.close();
        luke.close();
    }
}
