package parley.desktop.mission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import parley.desktop.client.Owner;
import parley.desktop.mission.Passage.Way;
import parley.desktop.net.ServerAddress;
import parley.protocol.Chat;
import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The shipped desktop, a process of its own, killed between Enter and the server's answer, and
/// started again: what was typed is said once, and shown once with its sign.
@Execution(ExecutionMode.CONCURRENT)
class KilledDesktopIT {
    private static final String WORDS = "Do. Or do not.";
    private static final String MORE = "There is no try.";

    @TempDir private Path folder;

    private RealServer server;
    private Valve valve;
    private DeskElsewhere desk;
    private Member yoda;
    private Owner luke;

    @BeforeEach
    void yodaIsAboutToSaySomethingToLuke() throws Exception {
        server =
                RealServer.start(
                        folder.resolve("server"), List.of("yoda grogu-1", "luke red-five"));
        valve = Valve.before(server.port());
        desk = new DeskElsewhere(folder.resolve("yoda"));
        yoda = new Member("yoda", "grogu-1", desk);
        luke = Owner.of("luke", folder.resolve("luke")).signsIn(address(), "red-five");
        yoda.opensParley(valve.port()).signsIn();
        yoda.opens("luke");
    }

    @AfterEach
    void allEnds() throws Exception {
        try (RealServer _ = server;
                Valve _ = valve;
                Member _ = yoda) {
            luke.close();
        }
    }

    private ServerAddress address() {
        return new ServerAddress("127.0.0.1", server.port());
    }

    @Test
    void beforeTheRequestReachesTheServer() throws Exception {
        valve.shut(Way.TO_SERVER, WORDS);
        presses();
        valve.awaitHeld();

        desk.kill();
        valve.cut();

        luke.hasUnread(0, yoda());
        isSaidOnceAfterAnotherStart();
    }

    @Test
    void afterTheServersCommitAndBeforeTheAnswerArrives() throws Exception {
        valve.shut(Way.TO_DESKTOP, "\"sent\"");
        presses();
        valve.awaitHeld();
        luke.hears(WORDS, yoda());

        desk.kill();
        valve.cut();

        isSaidOnceAfterAnotherStart();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be frozen there")
    void afterTheAnswerArrivedAndBeforeItIsKept() throws Exception {
        valve.shut(Way.TO_DESKTOP, "\"sent\"");
        presses();
        valve.awaitHeld();
        desk.freeze();
        valve.open();

        desk.kill();

        isSaidOnceAfterAnotherStart();
    }

    private void presses() {
        desk.type(WORDS);
        desk.key("Enter");
    }

    private void isSaidOnceAfterAnotherStart() throws Exception {
        yoda.opensParley(valve.port()).signsIn();
        yoda.opens("luke");
        yoda.seesDelivered(WORDS);
        desk.type(MORE);
        desk.key("Enter");
        yoda.seesDelivered(MORE);
        yoda.hasReadInOrder(List.of(WORDS, MORE));

        luke.sees(yoda(), List.of(WORDS, MORE));
        assertThat(historyReadBack()).containsExactly(WORDS, MORE);
    }

    /// All that the server has of the chat.
    private List<String> historyReadBack() throws Exception {
        Request history = new Request.History("yoda", new Request.Page.Latest(), 200);
        Reply reply = luke.client().ask(history).get(30, TimeUnit.SECONDS);
        assertThat(reply).isInstanceOf(Reply.History.class);
        return ((Reply.History) reply).messages().stream().map(ChatMessage::text).toList();
    }

    private static Chat yoda() {
        return Chat.with(UserName.of("yoda"));
    }
}
