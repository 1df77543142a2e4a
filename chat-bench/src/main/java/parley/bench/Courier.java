package parley.bench;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import parley.desktop.local.Entry;
import parley.desktop.peer.FileState;
import parley.desktop.peer.FileTransfer;
import parley.desktop.peer.PeerChange;
import parley.desktop.peer.PeerMessage;
import parley.desktop.peer.PeerState;
import parley.protocol.UserName;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Who sends files to a desktop that takes them, and talks to it meanwhile.
final class Courier implements Desktop.Owner, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(20);

    private final UserName mate;
    private final Desktop desktop;
    private final Map<String, Long> said = new HashMap<>();
    private final Histogram echoes = new Histogram(3);
    private PeerState state = new PeerState.Inviting();
    private FileState file = new FileState.Preparing();
    private long begun;
    private long ended;

    private Courier(String user, String password, Path profile, int port, String mate)
            throws IOException, InterruptedException {
        this.mate = Desktop.name(mate);
        this.desktop = Desktop.signedIn(user, password, profile, port, this);
    }

    /// Somebody who has just signed in and has a private chat with the other.
    static Courier signedIn(String user, String password, Path profile, int port, String mate)
            throws IOException, InterruptedException {
        Courier courier = new Courier(user, password, profile, port, mate);
        courier.desktop.peers().open(courier.mate);
        courier.await(() -> courier.state instanceof PeerState.Direct);
        return courier;
    }

    /// What came of one file.
    ///
    /// @param time from the other side's yes to its word that it lies there
    /// @param echoes nanoseconds from each word, said meanwhile, to its echo
    record Delivery(Duration time, Histogram echoes) {}

    /// Sends it, saying something each 20 ms while it runs.
    ///
    /// @throws IllegalStateException where it did not arrive
    Delivery send(Path path) throws InterruptedException {
        synchronized (this) {
            begun = 0;
            ended = 0;
            file = new FileState.Preparing();
            echoes.reset();
        }
        desktop.peers().offerFile(mate, path);
        await(() -> begun != 0 || ended != 0);
        for (int word = 1; !isOver(); word++) {
            say("word " + word);
            LockSupport.parkNanos(BETWEEN_WORDS.toNanos());
        }
        await(said::isEmpty);
        if (!(file instanceof FileState.Done)) {
            throw new IllegalStateException("the file did not arrive: " + file);
        }
        return new Delivery(Duration.ofNanos(ended - begun), echoes.copy());
    }

    private synchronized boolean isOver() {
        return ended != 0;
    }

    private synchronized void say(String word) {
        said.put(word, System.nanoTime());
        desktop.peers().send(mate, word);
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
                    echoed(said.remove(message.text()));
            case PeerChange.FileMoved(UserName _, FileTransfer transfer) -> moved(transfer.state());
            case PeerChange.KeysKnown _,
                    PeerChange.MessageMoved _,
                    PeerChange.KeptThere _,
                    PeerChange.Typing _ -> {}
        }
        notifyAll();
    }

    private void echoed(@Nullable Long since) {
        if (since != null) {
            echoes.recordValue(System.nanoTime() - since);
        }
    }

    private void moved(FileState now) {
        file = now;
        if (now instanceof FileState.Running && begun == 0) {
            begun = System.nanoTime();
        }
        if (now.isOver()) {
            ended = System.nanoTime();
        }
    }

    private synchronized void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException("nothing comes: " + state + ", " + file);
            }
            wait(left);
        }
    }

    @Override
    public void close() {
        desktop.close();
    }
}
