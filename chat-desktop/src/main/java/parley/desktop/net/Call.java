package parley.desktop.net;

import org.jspecify.annotations.Nullable;

import parley.desktop.net.Dialer.Dialed;
import parley.wire.Connection;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Consumer;

/// One attempt to connect. Runs on a thread of its own; cancelled from the loop, which closes the
/// socket under it.
final class Call implements Runnable, Dialer.Attempt {
    private static final int OUTBOX = 1 << 20;

    private final Passage passage;
    private final Loop loop;
    private final Consumer<Dialed> done;
    private @Nullable Socket socket;
    private boolean cancelled;

    Call(Passage passage, Loop loop, Consumer<Dialed> done) {
        this.passage = passage;
        this.loop = loop;
        this.done = done;
    }

    @Override
    public void run() {
        Dialed dialed = dialed(passage.go(this::use));
        loop.execute(() -> report(dialed));
    }

    private Dialed dialed(Passage.End end) {
        return switch (end) {
            case Passage.Arrived arrived -> connected(arrived);
            case Passage.Failed(Trouble why) -> new Dialed.Failed(why);
            case Passage.KeyUnknown(var shown) -> new Dialed.KeyUnknown(shown);
            case Passage.KeyChanged(var known, var shown) -> new Dialed.KeyChanged(known, shown);
        };
    }

    private Dialed connected(Passage.Arrived there) {
        try {
            Connection connection =
                    new Connection(there.raw(), there.talk(), OUTBOX, Thread::startVirtualThread);
            return new Dialed.Connected(new SocketWire(connection, there.key(), loop));
        } catch (IOException closed) {
            Passage.close(there.raw());
            return new Dialed.Failed(Trouble.BROKEN);
        }
    }

    private void report(Dialed dialed) {
        if (!isCancelled()) {
            done.accept(dialed);
        } else if (dialed instanceof Dialed.Connected(Wire wire)) {
            wire.close();
        }
    }

    private synchronized boolean use(Socket raw) {
        socket = raw;
        return !cancelled;
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        Socket open;
        synchronized (this) {
            cancelled = true;
            open = socket;
        }
        if (open != null) {
            Passage.close(open);
        }
    }
}
