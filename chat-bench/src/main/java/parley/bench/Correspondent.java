package parley.bench;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.Chat;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;

import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// A user who writes to a mate and to everyone as fast as a window of unanswered letters allows,
/// comes back after whatever happens, and asks again for what was not answered. One thread of its
/// own lives it, beside one that hears for each connection.
final class Correspondent {
    private static final Logger LOG = LoggerFactory.getLogger(Correspondent.class);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final String PADDING = "\u2019t is for the Jedi ".repeat(60);

    /// In this many letters one goes to everyone.
    private static final int TO_EVERYONE = 16;

    /// In this many letters there is one change of a block.
    private static final int TO_BLOCK = 25;

    private final String user;
    private final Chat mate;
    private final boolean blocks;
    private final RandomGenerator dice;
    private final Whereabouts server;
    private final Findings findings;
    private final Progress progress;
    private final Diary diary;
    private final Blockings blockings;
    private Request.Proof proof;
    private long number;
    private volatile boolean writing = true;
    private volatile boolean living = true;
    private int hearing;

    /// @param blocks whether it blocks its mate from time to time
    Correspondent(
            String user,
            Chat mate,
            boolean blocks,
            RandomGenerator dice,
            Whereabouts server,
            Findings findings,
            Progress progress) {
        this.user = user;
        this.mate = mate;
        this.blocks = blocks;
        this.dice = dice;
        this.server = server;
        this.findings = findings;
        this.progress = progress;
        this.diary = new Diary(user, findings);
        this.blockings = new Blockings(mate.toString());
        this.proof = new Request.Proof.Password(password(user));
    }

    static String password(String user) {
        return "password-of-" + user;
    }

    String user() {
        return user;
    }

    Chat mate() {
        return mate;
    }

    Diary diary() {
        return diary;
    }

    Blockings blockings() {
        return blockings;
    }

    /// Goes on until it is told to end.
    Void live() throws InterruptedException {
        while (living && findings.isEmpty()) {
            int port = server.await(GLANCE);
            if (port != 0) {
                visit(port);
            }
        }
        return null;
    }

    private void visit(int port) throws InterruptedException {
        Fate fate = writing ? Fate.drawn(dice) : new Fate.Lives();
        try {
            Line line = Line.open(port, fate);
            Talk talk = signIn(line);
            write(talk, fate.messages());
        } catch (IOException broken) {
            LOG.debug("a visit has ended user={}", user, broken);
        }
    }

    private Talk signIn(Line line) throws IOException {
        try {
            welcomed(line.signIn(user, proof));
            return heard(new Talk(line, diary, blockings, findings, progress));
        } catch (IOException broken) {
            line.close();
            throw broken;
        }
    }

    private void welcomed(Reply reply) throws IOException {
        switch (reply) {
            case Reply.Welcome welcome -> {
                diary.welcomed(welcome.log());
                proof = new Request.Proof.Token(welcome.token());
            }
            case Reply.Error(Refusal code, String _, var _) when code == Refusal.UNAVAILABLE ->
                    throw new IOException("the server ends");
            default -> {
                findings.add("%s was not let in: %s", user, reply);
                throw new IOException("not let in");
            }
        }
    }

    private Talk heard(Talk talk) {
        synchronized (this) {
            hearing++;
        }
        Thread.ofVirtual()
                .start(() -> {
                    talk.hear();
                    synchronized (this) {
                        hearing--;
                        notifyAll();
                    }
                });
        return talk;
    }

    private void write(Talk talk, int messages) throws IOException, InterruptedException {
        if (blockings.isOpen()) {
            talk.ask(blockings.toggle());
        }
        for (Letter letter : diary.unanswered()) {
            talk.send(letter);
        }
        for (int sent = 0; writing && sent < messages; sent++) {
            if (blocks && !blockings.isOpen() && dice.nextInt(TO_BLOCK) == 0) {
                talk.ask(blockings.toggle());
            }
            talk.send(letter());
        }
        if (!writing) {
            talk.awaitAnswers();
            talk.awaitEnd();
        }
    }

    private Letter letter() {
        number++;
        Chat to = dice.nextInt(TO_EVERYONE) == 0 ? Chat.EVERYONE : mate;
        return Letter.of(user, to, number, PADDING.substring(0, dice.nextInt(PADDING.length())));
    }

    /// Waits until no connection is heard any more; the server has ended before.
    synchronized void awaitSilence() throws InterruptedException {
        while (hearing > 0) {
            wait();
        }
    }

    /// Writes nothing new from now on; what is unanswered is asked for still.
    void stopWriting() {
        writing = false;
    }

    /// Does not come back when its connection ends.
    void end() {
        living = false;
    }
}
