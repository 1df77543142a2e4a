package parley.wire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;

/// The lines that wait to be written to one connection, bounded in bytes.
///
/// Offering never blocks. One thread writes, all that has gathered in one go, and lives only while
/// there is something to write. Whoever is too slow fills the outbox, and the offer that finds no
/// room is refused: then the connection has to end. Any thread may offer.
public final class Outbox {
    private static final int CHUNK = 64 * 1024;

    private final OutputStream out;
    private final long capacity;
    private final Executor writers;
    private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
    private final Map<Object, Entry> replaceable = new HashMap<>();
    private long queued;
    private boolean writing;
    private boolean finished;
    private boolean broken;

    private static final class Entry {
        private final @Nullable Object key;
        private byte[] line;

        private Entry(@Nullable Object key, byte[] line) {
            this.key = key;
            this.line = line;
        }
    }

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
        synchronized (this) {
            if (!takes(line.length)) {
                return false;
            }
            add(new Entry(null, line));
        }
        wake();
        return true;
    }

    /// Adds a line, or puts it in the place of the one of the same key that still waits.
    public boolean offer(Object key, byte[] line) {
        synchronized (this) {
            Entry older = replaceable.get(key);
            if (!takes(line.length - (older == null ? 0 : older.line.length))) {
                return false;
            }
            if (older == null) {
                Entry entry = new Entry(key, line);
                replaceable.put(key, entry);
                add(entry);
            } else {
                queued += line.length - older.line.length;
                older.line = line;
            }
        }
        wake();
        return true;
    }

    private boolean takes(int bytes) {
        return !finished && !broken && queued + bytes <= capacity;
    }

    private void add(Entry entry) {
        waiting.add(entry);
        queued += entry.line.length;
    }

    /// Bytes that wait, those in the write that is under way included.
    public synchronized long queued() {
        return queued;
    }

    /// Takes no more lines; what waits is still written.
    public synchronized void finish() {
        finished = true;
    }

    /// Waits until all that waited is written.
    ///
    /// @return false where the time ran out or the stream broke first
    public synchronized boolean awaitDrained(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (queued > 0 && !broken) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return !broken;
    }

    private void wake() {
        synchronized (this) {
            if (writing || queued == 0) {
                return;
            }
            writing = true;
        }
        writers.execute(this::drain);
    }

    private void drain() {
        try {
            for (byte[] chunk = nextChunk(); chunk != null; chunk = nextChunk()) {
                out.write(chunk);
                written(chunk.length);
            }
        } catch (IOException gone) {
            breakUp();
        }
    }

    private synchronized byte @Nullable [] nextChunk() {
        if (waiting.isEmpty()) {
            writing = false;
            return null;
        }
        int size = 0;
        int lines = 0;
        for (Entry entry : waiting) {
            if (lines > 0 && size + entry.line.length > CHUNK) {
                break;
            }
            size += entry.line.length;
            lines++;
        }
        return take(lines, size);
    }

    private byte[] take(int lines, int size) {
        byte[] chunk = new byte[size];
        int at = 0;
        for (int i = 0; i < lines; i++) {
            Entry entry = waiting.remove();
            if (entry.key != null) {
                replaceable.remove(entry.key);
            }
            System.arraycopy(entry.line, 0, chunk, at, entry.line.length);
            at += entry.line.length;
        }
        return chunk;
    }

    private synchronized void written(int bytes) {
        queued -= bytes;
        notifyAll();
    }

    private synchronized void breakUp() {
        broken = true;
        writing = false;
        waiting.clear();
        replaceable.clear();
        notifyAll();
    }
}
