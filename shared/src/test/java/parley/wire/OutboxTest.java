package parley.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// An outbox whose reader reads when the test says so.
class OutboxTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ArrayDeque<Runnable> writing = new ArrayDeque<>();
    private final Outbox outbox = new Outbox(out, 20, writing::add);

    private boolean offers(String line) {
        return outbox.offer(bytes(line));
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    private String read() {
        while (!writing.isEmpty()) {
            writing.remove().run();
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void noMoreWaitsThanThereIsRoomFor() {
        assertThat(offers("ten bytes.")).isTrue();
        assertThat(offers("ten bytes.")).isTrue();

        assertThat(offers("!")).isFalse();
        assertThat(outbox.queued()).isEqualTo(20);
        assertThat(read()).isEqualTo("ten bytes.ten bytes.");
    }

    @Test
    void whatRemainsOfABufferIsWrittenAloneAndWithOthers() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes("-alone.-"), 1, 6);
        StringBuilder done = new StringBuilder();

        outbox.put(buffer, () -> done.append(1));
        assertThat(outbox.queued()).isEqualTo(6);
        outbox.wake();
        read();
        outbox.put(buffer.rewind().position(1), () -> done.append(2));
        offers("more.");

        assertThat(read()).isEqualTo("alone.alone.more.");
        assertThat(done.toString()).isEqualTo("12");
    }

    @Test
    void whatIsHeldBackCountsToo() {
        outbox.hold();
        offers("ten bytes.");
        offers("ten bytes.");

        assertThat(offers("!")).isFalse();
    }

    @Test
    void whatWasReadMakesRoom() {
        offers("ten bytes.");
        offers("ten bytes.");
        read();

        assertThat(offers("ten bytes.")).isTrue();
    }

    @Test
    void aNewerLineOfTheSameKeyTakesThePlaceAndTheRoomOfTheOlder() {
        assertThat(outbox.offer("luke", bytes("luke: here"))).isTrue();
        assertThat(outbox.offer("luke", bytes("luke: gone"))).isTrue();
        assertThat(outbox.offer("leia", bytes("leia: here"))).isTrue();
        assertThat(outbox.offer("han", bytes("han: here"))).isFalse();

        assertThat(read()).isEqualTo("luke: goneleia: here");
    }

    @Test
    void forLastWordsThereIsAlwaysRoomAndNoneBehindThem() {
        offers("ten bytes.");
        offers("ten bytes.");

        outbox.dropAndFinishWith(bytes("bye"));

        assertThat(offers("!")).isFalse();
        assertThat(read()).endsWith("bye");
    }
}
