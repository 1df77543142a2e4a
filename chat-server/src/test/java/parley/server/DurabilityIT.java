package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.server.transcript.ServerProcess;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A server process that is killed in the middle of its work.
@Timeout(180)
class DurabilityIT {
    private static final int BEFORE_THE_KILL = 400;

    @TempDir private Path folder;

    @Test
    void everyAcknowledgedMessageIsThereOnceAfterAKill() throws Exception {
        Path credentials = folder.resolve("credentials.txt");
        Files.writeString(credentials, "yoda pw-yoda\nluke pw-luke\n");
        Map<Long, String> acknowledged = new TreeMap<>();

        try (ServerProcess first = ServerProcess.start(credentials, folder, "--limits", "off");
                Client yoda = Client.signIn("yoda", first.port())) {
            for (int n = 0; n < BEFORE_THE_KILL + 60; n++) {
                yoda.sends("m" + n, new Request.Message("luke", "text " + n));
            }
            for (int n = 0; n < BEFORE_THE_KILL; n++) {
                note(acknowledged, yoda.answerTo("m" + n), n);
            }
            first.kill();
        }

        try (ServerProcess second = ServerProcess.start(credentials, folder, "--limits", "off");
                Client yoda = Client.signIn("yoda", second.port());
                Client luke = Client.signIn("luke", second.port())) {
            for (int n = 0; n < BEFORE_THE_KILL + 60; n++) {
                yoda.sends("m" + n, new Request.Message("luke", "text " + n));
            }
            for (int n = 0; n < BEFORE_THE_KILL + 60; n++) {
                note(acknowledged, yoda.answerTo("m" + n), n);
            }
            assertThat(heard(luke)).isEqualTo(acknowledged);
        }
    }

    private static void note(Map<Long, String> acknowledged, Reply reply, int n) {
        Reply.Sent sent = (Reply.Sent) reply;
        String before = acknowledged.put(sent.seq(), "text " + n);
        assertThat(before).isIn(null, "text " + n);
    }

    private static Map<Long, String> heard(Client luke) throws IOException {
        Map<Long, String> heard = new TreeMap<>();
        while (heard.size() < BEFORE_THE_KILL + 60) {
            ChatMessage message = luke.hears();
            assertThat(heard.put(message.seq(), message.text())).isNull();
        }
        assertThat(luke.asks(new Request.Ping())).isInstanceOf(Reply.Pong.class);
        assertThat(luke.messagesHeard()).isEmpty();
        return heard;
    }
}
