package parley.bench;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// What becomes of a connection, settled before it begins. Bytes are counted over all frames, so
/// that a cut falls anywhere in one of them. A value; its streams serve one connection.
sealed interface Fate {
    /// Nothing happens to it.
    record Lives() implements Fate {}

    /// It ends when so many bytes have been sent.
    record CutWhileSaying(long bytes, Ending ending) implements Fate {}

    /// It ends when so many bytes have been received.
    record CutWhileHearing(long bytes, Ending ending) implements Fate {}

    /// Its reader stands still once, when so many bytes have been received.
    record Stalls(long bytes, Duration pause) implements Fate {}

    /// Another connection takes over when it has sent so many messages. It is read to its end.
    record TakenOver(int messages) implements Fate {}

    /// How a connection is cut.
    enum Ending {
        CLOSED,
        RESET
    }

    /// Some fate; three connections of eight live on.
    static Fate drawn(RandomGenerator dice) {
        Ending ending = dice.nextBoolean() ? Ending.CLOSED : Ending.RESET;
        return switch (dice.nextInt(8)) {
            case 0 -> new CutWhileSaying(dice.nextLong(4_000), ending);
            case 1 -> new CutWhileHearing(dice.nextLong(4_000), ending);
            case 2 -> new Stalls(dice.nextLong(2_000), Duration.ofMillis(dice.nextLong(500)));
            case 3, 4 -> new TakenOver(1 + dice.nextInt(60));
            default -> new Lives();
        };
    }

    /// How many messages it is given to send.
    default int messages() {
        return switch (this) {
            case TakenOver(int messages) -> messages;
            case Lives _, CutWhileSaying _, CutWhileHearing _, Stalls _ -> Integer.MAX_VALUE;
        };
    }

    default InputStream hearing(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        return switch (this) {
            case CutWhileHearing(long bytes, Ending ending) ->
                    new Counted(in, bytes, () -> cut(socket, ending));
            case Stalls(long bytes, Duration pause) ->
                    new Counted(in, bytes, () -> LockSupport.parkNanos(pause.toNanos()));
            case Lives _, CutWhileSaying _, TakenOver _ -> in;
        };
    }

    default OutputStream saying(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        return switch (this) {
            case CutWhileSaying(long bytes, Ending ending) ->
                    new CutShort(out, bytes, () -> cut(socket, ending));
            case Lives _, CutWhileHearing _, Stalls _, TakenOver _ -> out;
        };
    }

    private static void cut(Socket socket, Ending ending) throws IOException {
        switch (ending) {
            case CLOSED -> {}
            case RESET -> socket.setSoLinger(true, 0);
        }
        socket.close();
        throw new IOException("cut");
    }

    /// What happens to a stream.
    @FunctionalInterface
    interface Blow {
        void fall() throws IOException;
    }

    /// Is struck once, behind so many bytes.
    final class Counted extends FilterInputStream {
        private final Blow blow;
        private long left;
        private boolean struck;

        private Counted(InputStream in, long left, Blow blow) {
            super(in);
            this.left = left;
            this.blow = blow;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && !struck) {
                struck = true;
                blow.fall();
            }
            int got = super.read(into, offset, (int) (struck ? length : Math.min(length, left)));
            left -= struck ? 0 : Math.max(0, got);
            return got;
        }
    }

    /// Takes so many bytes, and is struck by the next.
    final class CutShort extends FilterOutputStream {
        private final Blow blow;
        private long left;

        private CutShort(OutputStream out, long left, Blow blow) {
            super(out);
            this.left = left;
            this.blow = blow;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            int some = (int) Math.min(length, left);
            out.write(from, offset, some);
            left -= some;
            if (some < length) {
                blow.fall();
            }
        }
    }
}
