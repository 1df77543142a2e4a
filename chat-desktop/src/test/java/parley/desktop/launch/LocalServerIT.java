package parley.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

class LocalServerIT {
    private static LocalServer.Answer whereSomebodySays(String line) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering =
                    Thread.ofVirtual()
                            .start(() -> {
                                try (Socket socket = listening.accept()) {
                                    socket.getOutputStream()
                                            .write(line.getBytes(StandardCharsets.UTF_8));
                                    socket.shutdownOutput();
                                    socket.getInputStream().readAllBytes();
                                } catch (IOException gone) {
                                    throw new IllegalStateException(gone);
                                }
                            });
            LocalServer.Answer answer = LocalServer.whoAnswersAt(listening.getLocalPort());
            answering.join();
            return answer;
        }
    }

    @Test
    void whoeverAnswersAPingIsParley() throws Exception {
        assertThat(whereSomebodySays("{\"type\":\"pong\"}\n")).isEqualTo(LocalServer.Answer.PARLEY);
    }

    @Test
    void whoeverSaysAnythingElseIsNot() throws Exception {
        assertThat(whereSomebodySays("SSH-2.0-OpenSSH\r\n"))
                .isEqualTo(LocalServer.Answer.SOMETHING_ELSE);
        assertThat(whereSomebodySays("")).isEqualTo(LocalServer.Answer.SOMETHING_ELSE);
    }

    @Test
    void aPortWhereNobodyListensIsFree() throws Exception {
        int free;
        try (ServerSocket brief = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = brief.getLocalPort();
        }

        assertThat(LocalServer.whoAnswersAt(free)).isEqualTo(LocalServer.Answer.NOBODY);
    }
}
