package parley.wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/// The lines that wait to be written to one connection, bounded in bytes.
///
/// Offering never blocks. One thread writes, all that has gathered in one go, and lives only while
/// there is something to write. Whoever is too slow fills the outbox, and the offer that finds no
/// room is refused: then the connection has to end. What is put, not offered, waits until somebody
/// says [#wake]. Any thread may offer.
public final class Outbox {
    private static final int CHUNK = 64 * 1024;

    private final OutputStream out;
    private final long capacity;
    private final Executor writers;
    private final ArrayDeque<WaitingLine> waiting = new ArrayDeque<>();
    private final ArrayDeque<WaitingLine> heldBack = new ArrayDeque<>(0);
    private final Map<Object, WaitingLine> replaceable = new HashMap<>();
    private long queued;
    private long writeBegan;
    private boolean writing;
    private boolean held;
    private boolean finished;
    private boolean broken;

    /// An outbox in front of this stream.
    ///
    /// @param capacity bytes that may wait
    /// @param writers gives the thread that writes; it may block there
    public Outbox(OutputStream out, long capacity, Executor writers) {
        this.out = out;
        this.capacity = capacity;
        this.writers = writers;
    }

    /// Adds a line to what waits; false, and nothing added, where there is no room or the outbox is
    /// finished or broken.
    public boolean offer(byte[] line) {
        boolean taken = put(line);
        wake();
        return taken;
    }

    /// Adds a line, or puts it in the place of the one of the same key that still waits.
    public boolean offer(Object key, byte[] line) {
        boolean taken = put(key, line);
        wake();
        return taken;
    }

    /// Adds a line, and wakes nobody.
    public synchronized boolean put(byte[] line) {
        return takes(line.length) && add(new WaitingLine(null, line, null));
    }

    /// Adds a line, and wakes nobody; once it is written, the thread that writes does this.
    public synchronized boolean put(byte[] line, Runnable written) {
        return takes(line.length) && add(new WaitingLine(null, line, written));
    }

    /// Adds what remains of a buffer, and wakes nobody; once it is written, the thread that writes
    /// does this, and the buffer's array, of which there has to be one, may be used again.
    public synchronized boolean put(ByteBuffer bytes, Runnable written) {
        return takes(bytes.remaining()) && add(new WaitingLine(bytes, written));
    }

    /// Adds a line, or puts it in the place of the one of the same key that still waits, and wakes
    /// nobody.
    public synchronized boolean put(Object key, byte[] line) {
        WaitingLine older = replaceable.get(key);
        if (!takes(line.length - (older == null ? 0 : older.size()))) {
            return false;
        }
        if (older == null) {
            WaitingLine added = new WaitingLine(key, line, null);
            replaceable.put(key, added);
            return add(added);
        }
        queued += line.length - older.size();
        older.replace(line);
        return true;
    }

    private boolean takes(int bytes) {
        return !finished && !broken && queued + bytes <= capacity;
    }

    private boolean add(WaitingLine line) {
        (held ? heldBack : waiting).add(line);
        queued += line.size();
        return true;
    }

    /// Lets what waits be written.
    public void wake() {
        synchronized (this) {
            if (writing || waiting.isEmpty() || broken) {
                return;
            }
            writing = true;
        }
        writers.execute(this::drain);
    }

    /// Holds back what is offered from now on until [#release], whoever wakes the outbox.
    public synchronized void hold() {
        held = true;
    }

    /// Lets what was held back be written.
    public void release() {
        synchronized (this) {
            letGo();
        }
        wake();
    }

    /// Lets what was held back be written, and before it this line, for which there is always room.
    public void releaseWith(byte[] first) {
        synchronized (this) {
            if (!finished && !broken) {
                heldBack.addFirst(new WaitingLine(null, first, null));
                queued += first.length;
            }
            letGo();
        }
        wake();
    }

    private void letGo() {
        held = false;
        waiting.addAll(heldBack);
        heldBack.clear();
    }

    /// Whether the stream has failed: nothing is taken or written any more.
    public synchronized boolean isBroken() {
        return broken;
    }

    /// Bytes that wait, those in the write that is under way included.
    public synchronized long queued() {
        return queued;
    }

    /// Since when the write that is under way has not come back, in nanoseconds of the monotonic
    /// clock; nothing is under way where it is `now`.
    public synchronized long stuckSince(long now) {
        return writeBegan == 0 ? now : writeBegan;
    }

    /// Takes no more lines; what waits is still written.
    public synchronized void finish() {
        finished = true;
    }

    /// Takes no more lines after this one, for which there is always room.
    public void finishWith(byte[] lastWords) {
        synchronized (this) {
            if (finished || broken) {
                return;
            }
            letGo();
            add(new WaitingLine(null, lastWords, null));
            finished = true;
        }
        wake();
    }

    /// Drops what waits, for a reader who will not read it, and takes no more lines after this one.
    public void dropAndFinishWith(byte[] lastWords) {
        synchronized (this) {
            letGo();
            for (WaitingLine line : waiting) {
                queued -= line.size();
            }
            waiting.clear();
            replaceable.clear();
        }
        finishWith(lastWords);
    }

    /// Waits until all that waited is written.
    ///
    /// @return false where the time ran out or the stream broke first
    public boolean awaitDrained(Duration patience) throws InterruptedException {
        return awaitAtMost(0, patience);
    }

    /// Waits until no more than so many bytes wait.
    ///
    /// @return false where the time ran out or the stream broke first
    public synchronized boolean awaitAtMost(long bytes, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (queued > bytes && !broken) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return !broken;
    }

    private void drain() {
        try {
            for (WaitingLine.Chunk chunk = nextChunk(); chunk != null; chunk = nextChunk()) {
                out.write(chunk.bytes(), chunk.from(), chunk.size());
                written(chunk.size());
                chunk.written().forEach(Runnable::run);
            }
        } catch (IOException gone) {
            breakUp();
        }
    }

    private synchronized WaitingLine.@Nullable Chunk nextChunk() {
        if (waiting.isEmpty()) {
            writing = false;
            return null;
        }
        int size = 0;
        int lines = 0;
        for (WaitingLine line : waiting) {
            if (lines > 0 && size + line.size() > CHUNK) {
                break;
            }
            size += line.size();
            lines++;
        }
        writeBegan = System.nanoTime() | 1;
        return lines == 1 ? next().alone() : WaitingLine.together(this::next, lines, size);
    }

    private WaitingLine next() {
        WaitingLine line = waiting.remove();
        if (line.key() != null) {
            replaceable.remove(line.key());
        }
        return line;
    }

    private synchronized void written(int bytes) {
        queued -= bytes;
        writeBegan = 0;
        notifyAll();
    }

    private synchronized void breakUp() {
        broken = true;
        writing = false;
        writeBegan = 0;
        waiting.clear();
        heldBack.clear();
        replaceable.clear();
        notifyAll();
    }
}
