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

/// A private chat that one of the two keeps: in two windows, over real sockets, and in the bytes of
/// both profiles and of the server's folder.
class KeptChatIT {
    private static final String BEFORE = "Here nobody listens, I hope";
    private static final String KEPT = "The plans are behind the blue lamp";
    private static final String ANSWER = "Then nobody will look for them there";

    @TempDir private Path folder;

    @Test
    void onlyWhatIsSaidFromThenOnIsKeptByWhoKeepsItUntilItIsDeleted() throws Exception {
        List<String> accounts = List.of("yoda do-or-do-not", "luke red-five");
        try (RealServer server = RealServer.start(folder.resolve("server"), accounts);
                Member yoda = member("yoda", "do-or-do-not");
                Member luke = member("luke", "red-five")) {
            yoda.opensParley(server.port()).signsIn();
            luke.opensParley(server.port()).signsIn();
            yoda.wantsPrivateChatWith(luke);
            luke.acceptsPrivateChatWith(yoda);
            luke.isDirectWith(yoda);
            yoda.isDirectWith(luke);
            yoda.saysPrivatelyTo(luke, BEFORE);
            luke.hearsPrivatelyFrom(yoda, BEFORE);

            yoda.desk().menu("luke, private", "Keep on this computer");
            yoda.readsInTheMiddle("you keep it on this computer");
            luke.readsInTheMiddle("yoda keeps it on their computer");
            yoda.saysPrivatelyTo(luke, KEPT);
            luke.hearsPrivatelyFrom(yoda, KEPT);
            luke.saysPrivatelyTo(yoda, ANSWER);
            yoda.hearsPrivatelyFrom(luke, ANSWER);
            luke.close();
            yoda.close();

            assertThat(heldIn("yoda", KEPT)).isTrue();
            assertThat(heldIn("yoda", ANSWER)).isTrue();
            assertThat(heldIn("yoda", BEFORE)).isFalse();
            assertThat(heldIn("luke", KEPT)).isFalse();
            assertThat(heldIn("luke", ANSWER)).isFalse();
            assertThat(heldIn("server", KEPT)).isFalse();

            yoda.opensParley(server.port()).signsIn();
            yoda.desk().choose("luke, private");
            yoda.readsInTheMiddle("What was said is kept on this computer.");
            yoda.sees("middle", KEPT::equals);
            yoda.sees("middle", ANSWER::equals);
            yoda.doesNotHear(BEFORE);
            yoda.desk().menu("luke, private", "Stop keeping and delete…");
            yoda.presses("Stop keeping and delete");
            Patience.until(
                    () -> yoda.desk().row("luke, private").isEmpty() && !held("yoda", KEPT),
                    () -> "it is there still");

            assertThat(heldIn("yoda", ANSWER)).isFalse();
        }
    }

    private Member member(String name, String password) {
        return new Member(name, password, new DeskHere(folder.resolve(name)));
    }

    private boolean held(String where, String words) {
        try {
            return heldIn(where, words);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean heldIn(String where, String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(where))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }
}
