package parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import parley.protocol.ChatMessage;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.server.Cable.Harm;
import parley.server.Cable.Way;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// The connection is cut at each byte of a message on its way, and at each byte of its answer.
@Timeout(300)
class CutsIT {
    /// How many stand in the chat before, so that each `seq` has three digits, and each answer the
    /// same length.
    private static final int BEFORE = 100;

    @TempDir private Path folder;
    private ChatServer server;
    private Cable cable;
    private int said;

    @BeforeEach
    void start() throws Exception {
        server = Houses.open(folder);
        cable = new Cable(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        cable.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void whateverByteIsTheLastEachMessageIsThereOnceAndInOrder(Cover cover) throws Exception {
        Line line = new Line("yoda", cover.dialling(folder), cable.port());
        try (line) {
            sayAtOnce(BEFORE, line.client());
            for (Way way : Way.values()) {
                long bytes = bytesOfOneMessage(line, way);
                for (long after = 0; after <= bytes; after++) {
                    cutAfter(after, way, line);
                }
            }
        }

        try (Client luke = Client.signIn("luke", server.port())) {
            List<ChatMessage> heard = luke.hearsAllThatWaited();

            assertThat(heard).extracting(ChatMessage::text).isEqualTo(texts());
            assertThat(heard)
                    .extracting(ChatMessage::seq)
                    .isEqualTo(IntStream.rangeClosed(1, said).mapToObj(Long::valueOf).toList());
        }
    }

    private void sayAtOnce(int count, Client yoda) throws IOException {
        for (said = 0; said < count; said++) {
            yoda.sends(id(), message());
        }
        assertThat(yoda.answerTo("%04d".formatted(said - 1))).isInstanceOf(Reply.Sent.class);
    }

    private long bytesOfOneMessage(Line line, Way way) throws IOException {
        cable.harm(new Harm.None());
        askAgain(line);
        return cable.passed(way);
    }

    private void cutAfter(long bytes, Way way, Line line) throws IOException {
        cable.harm(new Harm.Cut(way, bytes));
        line.sendsAndHearsNoMore(id(), message());
        assertThat(cable.hasHarmed()).as("%s %s", way, bytes).isTrue();
        line.comesBack();
        askAgain(line);
    }

    /// Until it is known to be said, which it is at the next place of the chat.
    private void askAgain(Line line) throws IOException {
        Reply reply = line.asks(id(), message());
        said++;
        assertThat(reply).isInstanceOf(Reply.Sent.class);
        assertThat(((Reply.Sent) reply).seq()).isEqualTo(said);
    }

    private String id() {
        return "%04d".formatted(said);
    }

    private Request.Message message() {
        return new Request.Message("luke", text(said));
    }

    private static String text(int number) {
        return "text %04d".formatted(number);
    }

    private List<String> texts() {
        return IntStream.range(0, said).mapToObj(CutsIT::text).toList();
    }
}
