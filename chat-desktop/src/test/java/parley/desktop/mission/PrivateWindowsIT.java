package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// Two people make sure of each other, and find another way, at two windows and a real server.
class PrivateWindowsIT {
    private static final String CARD = "verification-card";
    private static final String PASSWORD = "red-five";

    @TempDir private Path folder;

    private RealServer server;
    private Member yoda;
    private Member luke;

    @BeforeEach
    void theyAreInAPrivateChat() throws Exception {
        server =
                RealServer.start(
                        folder.resolve("server"), List.of("yoda do-or-do-not", "luke " + PASSWORD));
        yoda = new Member("yoda", "do-or-do-not", new DeskHere(folder.resolve("yoda")));
        luke = new Member("luke", PASSWORD, new DeskHere(folder.resolve("luke")));
        yoda.opensParley(server.port()).signsIn();
        luke.opensParley(server.port()).signsIn();
        yoda.wantsPrivateChatWith(luke);
        luke.acceptsPrivateChatWith(yoda);
        luke.isDirectWith(yoda);
        yoda.isDirectWith(luke);
    }

    @AfterEach
    void allGoHome() throws Exception {
        yoda.close();
        luke.close();
        server.close();
    }

    @Test
    void bothReadTheSameDigitsAndNothingGoesToAnotherComputerUnasked() throws Exception {
        yoda.readsInTheMiddle("not verified yet");
        assertThat(digits(yoda)).hasSize(12).isEqualTo(digits(luke));
        yoda.presses("The digits are the same");
        yoda.sees(CARD, words -> words.startsWith("Verified"));
        yoda.presses("Close");
        yoda.readsInTheMiddle("Direct and encrypted · verified");
        luke.readsInTheMiddle("not verified yet");

        luke.close();
        luke = new Member("luke", PASSWORD, new DeskHere(folder.resolve("luke's new computer")));
        luke.opensParley(server.port()).signsIn();
        luke.wantsPrivateChatWith(yoda);
        yoda.readsInTheMiddle("luke’s new computer, not yet verified");
        yoda.presses("Accept anyway");
        luke.isDirectWith(yoda);
        yoda.readsInTheMiddle("Nothing is sent to it until you decide");
        yoda.saysPrivatelyTo(luke, "Who are you?");
        luke.saysPrivatelyTo(yoda, "It is me.");
        yoda.hearsPrivatelyFrom(luke, "It is me.");
        luke.doesNotHear("Who are you?");

        yoda.presses("Send anyway");

        luke.hearsPrivatelyFrom(yoda, "Who are you?");
    }

    @Test
    void whoGivesTheirAddressToNobodyIsMetAtTheRelayOnceTheOtherAgrees() {
        yoda.presses("End chat");
        luke.readsInTheMiddle("yoda has ended this chat.");
        yoda.desk().click("settings");
        yoda.desk().click("private-hidden");
        yoda.presses("Done");

        yoda.wantsPrivateChatWith(luke);
        luke.readsInTheMiddle("asks to talk through the server’s relay");
        luke.presses("Relay through the server");

        yoda.readsInTheMiddle("Encrypted, through the server’s relay");
        luke.readsInTheMiddle("Encrypted, through the server’s relay");
        yoda.saysPrivatelyTo(luke, "Where I am, know you do not.");
        luke.hearsPrivatelyFrom(yoda, "Where I am, know you do not.");
        luke.saysPrivatelyTo(yoda, "Nor does anybody.");
        yoda.hearsPrivatelyFrom(luke, "Nor does anybody.");
    }

    private static List<String> digits(Member member) {
        member.presses("Verify…");
        member.sees(CARD, words -> words.matches("[0-9]{5}"));
        return member.desk().read(CARD).stream()
                .filter(words -> words.matches("[0-9]{5}"))
                .toList();
    }
}
