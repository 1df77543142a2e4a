package parley.desktop.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import parley.desktop.net.LinkState;
import parley.desktop.net.SignInOutcome;
import parley.protocol.Chat;

import java.nio.file.Path;
import java.util.List;

/// Desktops whose server comes back with another store: an empty one, or an older copy of its own.
class OtherStoreIT {
    @TempDir Path folder;
    private HouseServer server;
    private Owner yoda;
    private Owner luke;

    @BeforeEach
    void bothSignIn() throws Exception {
        server = HouseServer.with(folder.resolve("server"), "yoda jedi!", "luke red5");
        yoda = Owner.of("yoda", folder.resolve("yoda")).signsIn(server.address(), "jedi!");
        luke = Owner.of("luke", folder.resolve("luke")).signsIn(server.address(), "red5");
    }

    @AfterEach
    void end() {
        yoda.close();
        luke.close();
        server.close();
    }

    private void saidAndRead(String text, int seq) {
        yoda.says(text, luke);
        luke.hears(text, yoda);
        luke.client().read(yoda.chat(), seq);
        luke.hasUnread(0, yoda.chat());
    }

    private void stopServer() {
        server.stop();
        yoda.screen().stands(LinkState.Waiting.class);
        luke.screen().stands(LinkState.Waiting.class);
    }

    @Test
    void aStoreThatWasWipedLeavesTheOldWordsReadableAndBeginsAnew() throws Exception {
        yoda.says("old", luke);
        luke.hears("old", yoda);
        stopServer();
        yoda.says("waiting", luke);
        yoda.client().draft(luke.chat(), "half a thou");
        server.wipe();
        server.start();
        luke.screen().stands(LinkState.Stopped.class);
        yoda.screen().stands(LinkState.Stopped.class);

        assertThat(luke.triesToSignIn(server.address(), "red5"))
                .isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(yoda.triesToSignIn(server.address(), "jedi!"))
                .isInstanceOf(SignInOutcome.Welcome.class);
        yoda.says("new", luke);

        luke.hears("new", yoda);
        luke.client().latest(yoda.chat());
        luke.sees(yoda.chat(), List.of("old", "waiting", "new"));
        luke.hasUnread(2, yoda.chat());
        yoda.client().latest(luke.chat());
        yoda.sees(luke.chat(), List.of("old", "waiting", "new"));
        assertThat(yoda.screen().chat(luke.chat()).map(chat -> chat.draft()))
                .contains("half a thou");
    }

    @Test
    void afterABackupWasRestoredNothingIsLostAndNothingIsThereTwice() throws Exception {
        saidAndRead("kept 1", 1);
        saidAndRead("kept 2", 2);
        yoda.says("kept for all", Chat.EVERYONE);
        luke.hears("kept for all", Chat.EVERYONE);
        stopServer();
        server.backUp();
        server.start();
        yoda.screen().stands(LinkState.Online.class);
        luke.screen().stands(LinkState.Online.class);
        saidAndRead("lost 3", 3);
        saidAndRead("lost 4", 4);
        stopServer();
        yoda.says("waiting", luke);
        yoda.client().draft(luke.chat(), "half a thou");
        server.restore();
        server.start();

        luke.hears("waiting", yoda);
        luke.says("new", yoda);
        yoda.hears("new", luke);

        List<String> all = List.of("kept 1", "kept 2", "lost 3", "lost 4", "waiting", "new");
        luke.client().latest(yoda.chat());
        luke.sees(yoda.chat(), all);
        luke.hasUnread(1, yoda.chat());
        yoda.client().latest(luke.chat());
        yoda.sees(luke.chat(), all);
        yoda.hasUnread(1, luke.chat());
        luke.client().latest(Chat.EVERYONE);
        luke.sees(Chat.EVERYONE, List.of("kept for all"));
        assertThat(yoda.screen().chat(luke.chat()).map(chat -> chat.draft()))
                .contains("half a thou");
        luke.restarts();
        luke.isCaughtUp();
        luke.client().latest(yoda.chat());
        luke.sees(yoda.chat(), all);
    }

    @Test
    void aLongChatOfARestoredStoreIsReadBackwardsToItsBegin() throws Exception {
        for (int i = 1; i <= 230; i++) {
            yoda.says("word " + i, luke);
        }
        luke.hears("word 230", yoda);
        stopServer();
        server.backUp();
        server.start();
        yoda.says("lost", luke);
        luke.hears("lost", yoda);
        stopServer();
        server.restore();
        server.start();
        yoda.says("new", luke);
        luke.hears("new", yoda);
        luke.restarts();
        luke.isCaughtUp();

        luke.client().latest(yoda.chat());
        for (int pages = 1; pages <= 5; pages++) {
            int least = Math.min(50 * pages, 232);
            luke.screen().sees("a page", () -> luke.screen().texts(yoda.chat()).size() >= least);
            luke.client().older(yoda.chat());
        }

        luke.screen().sees("all of it", () -> luke.screen().texts(yoda.chat()).size() == 232);
        assertThat(luke.screen().texts(yoda.chat()))
                .startsWith("word 1", "word 2")
                .endsWith("word 229", "word 230", "lost", "new")
                .doesNotHaveDuplicates();
    }
}
