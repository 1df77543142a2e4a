package parley.bench;

import parley.protocol.Envelope;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Heard;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Users who sign in and go, one after the other: mostly with the token of their last visit, at
/// times with their password; most with a good-bye, some without. Serves one thread.
final class Visitors {
    /// In so many visits of a user one is by password, as the first.
    private static final int BY_PASSWORD = 5;

    /// Of so many visits one ends without a good-bye.
    private static final int RUDE = 3;

    private final int port;
    private final int first;
    private final String[] tokens;
    private int visits;

    /// @param first the number of the first of these users
    Visitors(int port, int first, int users) {
        this.port = port;
        this.first = first;
        this.tokens = new String[users];
    }

    /// So many visits, evenly over this time.
    ///
    /// @throws IOException where somebody is not let in
    Void come(int count, Duration time) throws IOException {
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            visit();
            LockSupport.parkNanos(begin + time.toNanos() * (i + 1) / count - System.nanoTime());
        }
        return null;
    }

    private void visit() throws IOException {
        int who = visits % tokens.length;
        int times = visits / tokens.length;
        Request.Proof proof =
                times % BY_PASSWORD == 0
                        ? new Request.Proof.Password(Load.password(first + who))
                        : new Request.Proof.Token(tokens[who]);
        try (Line line = Line.open(port)) {
            tokens[who] = signIn(line, Load.user(first + who), proof);
            if (++visits % RUDE != 0) {
                leave(line);
            }
        }
    }

    private static String signIn(Line line, String user, Request.Proof proof) throws IOException {
        if (line.signIn(user, proof) instanceof Reply.Welcome welcome) {
            return welcome.token();
        }
        throw new IOException(user + " was not let in");
    }

    private static void leave(Line line) throws IOException {
        line.say(new Envelope<>("logout", new Request.Logout(false)));
        while (!(line.hear() instanceof Heard.Answer(String _, Reply.Goodbye _))) {
            // What is said to everyone comes still.
        }
    }
}
