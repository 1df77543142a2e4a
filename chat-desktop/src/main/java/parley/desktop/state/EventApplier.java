package parley.desktop.state;

import parley.desktop.client.Change;
import parley.desktop.peer.PeerChange;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/// The only door from background threads to the JavaFX thread.
///
/// What comes in is queued, never done inline, and done in the order it came: the first at once,
/// whatever else comes before the next frame together at that frame. No more is done for one frame
/// than leaves time to draw it. Any thread may knock, the JavaFX one too.
public final class EventApplier implements Executor {
    private static final int MOST_A_FRAME = 2_000;

    private final ClientState state;
    private final Pulse pulse;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    /// The door to this state.
    public EventApplier(ClientState state) {
        this(state, new FxPulse());
    }

    EventApplier(ClientState state, Pulse pulse) {
        this.state = state;
        this.pulse = pulse;
    }

    /// Something has changed at the server, or in what is kept of it.
    public void hear(Change change) {
        execute(() -> ServerChanges.apply(change, state));
    }

    /// Something has changed in the private chats.
    public void hear(PeerChange change) {
        execute(() -> PeerChanges.apply(change, state));
    }

    /// Anything else, behind what has come before it: for futures, whose answers must not overtake
    /// the changes that led to them.
    @Override
    public void execute(Runnable deed) {
        waiting.add(deed);
        wake();
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            pulse.soon(this::work);
        }
    }

    private void work() {
        pulse.nextFrame(this::rest);
        doWaiting(MOST_A_FRAME);
        state.settle();
    }

    /// Where a deed fails, the rest goes on with the next frame.
    private void doWaiting(int most) {
        for (int done = 0; done < most; done++) {
            Runnable next = waiting.poll();
            if (next == null) {
                return;
            }
            next.run();
        }
    }

    private void rest() {
        if (!waiting.isEmpty()) {
            work();
            return;
        }
        awake.set(false);
        if (!waiting.isEmpty()) {
            wake();
        }
    }
}
