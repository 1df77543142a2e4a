package parley.bench;

import parley.desktop.local.Entry;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.protocol.Chat;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Who has private chats with a desktop that says everything back, one after the other: every
/// second one is asked for by the other side, and every second one is ended by it. One thread of
/// its own lives it.
final class Confidant implements Desktop.Owner, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WORDS = 5;

    private final String user;
    private final UserName mate;
    private final Desktop desktop;
    private final List<String> heard = new ArrayList<>();
    private PeerState state = new PeerState.Inviting();
    private int chats;

    private Confidant(String user, String password, Path profile, int port, String mate)
            throws IOException, InterruptedException {
        this.user = user;
        this.mate = Desktop.name(mate);
        this.desktop = Desktop.signedIn(user, password, profile, port, this);
    }

    /// Somebody who has just signed in.
    static Confidant signedIn(String user, String password, Path profile, int port, String mate)
            throws IOException, InterruptedException {
        return new Confidant(user, password, profile, port, mate);
    }

    @Override
    public void hears(Desktop at, Entry entry) {
        // Only what is private counts here.
    }

    @Override
    public synchronized void hears(Desktop at, PeerChange change) {
        switch (change) {
            case PeerChange.StateChanged(UserName _, PeerState now) -> state = now;
            case PeerChange.MessageArrived(UserName _, PeerMessage message) ->
                    heard.add(message.text());
            case PeerChange.KeysKnown _,
                    PeerChange.MessageMoved _,
                    PeerChange.FileMoved _,
                    PeerChange.KeptThere _,
                    PeerChange.Typing _ -> {}
        }
        notifyAll();
    }

    /// Has so many private chats, evenly over this time.
    ///
    /// @throws IllegalStateException where one did not come about, or something that was said there
    ///   did not arrive once and in order
    Void talk(int count, Duration time) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            long end = System.nanoTime() + time.toNanos() / count;
            begin();
            say(time.dividedBy(2L * WORDS * count));
            end();
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return null;
    }

    private void begin() throws InterruptedException {
        if (++chats % 2 == 0) {
            desktop.peers().open(mate);
        } else {
            desktop.client().send(new Chat.With(mate), Echo.CALL_ME);
        }
        await(() -> state instanceof PeerState.Direct, "it to come about");
    }

    private void say(Duration pause) throws InterruptedException {
        List<String> said = new ArrayList<>();
        for (int word = 1; word <= WORDS; word++) {
            said.add("word " + word + " of chat " + chats);
            desktop.peers().send(mate, said.getLast());
            LockSupport.parkNanos(pause.toNanos());
        }
        await(() -> heard.size() >= WORDS, "an echo of each word");
        expect(said);
    }

    private synchronized void expect(List<String> said) {
        if (!heard.equals(said)) {
            throw new IllegalStateException(user + " heard " + heard + " in place of " + said);
        }
        heard.clear();
    }

    private void end() throws InterruptedException {
        if (chats % 4 < 2) {
            desktop.peers().end(mate);
        } else {
            desktop.peers().send(mate, Echo.HANG_UP);
        }
        await(() -> state instanceof PeerState.Ended, "its end");
        expect(List.of());
    }

    private synchronized void await(BooleanSupplier condition, String what)
            throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(
                        "%s awaits %s in private chat %d, which is %s, having heard %s"
                                .formatted(user, what, chats, state, heard));
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        desktop.close();
    }
}
