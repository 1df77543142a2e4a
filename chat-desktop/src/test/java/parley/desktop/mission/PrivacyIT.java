package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the server can know of a private chat: nothing of what is said. Everything it keeps, logs
/// and hears is searched, before TLS would hide it, and found to hold the ordinary words.
class PrivacyIT {
    private static final String ORDINARY = "The droids are on the hangar deck";
    private static final String SECRET = "The plans are behind the blue lamp";
    private static final String ANSWER = "Then nobody will look for them there";

    @TempDir private Path folder;

    @Test
    void aWordOfAPrivateChatNeverReachesTheServer() throws Exception {
        List<String> accounts = List.of("yoda do-or-do-not", "luke red-five");
        try (RealServer server = RealServer.start(folder.resolve("server"), accounts, "--verbose");
                Tap tap = Tap.before(server.port());
                Talker yoda =
                        Talker.signedIn(
                                "yoda", folder.resolve("yoda"), tap.port(), "do-or-do-not");
                Talker luke =
                        Talker.signedIn("luke", folder.resolve("luke"), tap.port(), "red-five")) {
            yoda.says(ORDINARY, "luke");
            luke.hears(ORDINARY);

            yoda.opensPrivateChat("luke");
            yoda.saysPrivately(SECRET, "luke");
            luke.hears(SECRET);
            luke.saysPrivately(ANSWER, "yoda");
            yoda.hears(ANSWER);
            server.end();

            assertThat(keptIn(server.data(), ORDINARY)).isTrue();
            assertThat(tap.heard(ORDINARY)).isTrue();
            for (String word : List.of(SECRET, ANSWER)) {
                assertThat(keptIn(server.data(), word)).isFalse();
                assertThat(tap.heard(word)).isFalse();
                assertThat(Files.readString(server.log())).doesNotContain(word);
            }
            assertThat(Files.readString(server.log())).doesNotContain(ORDINARY);
        }
    }

    private static boolean keptIn(Path data, String words) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }
}
