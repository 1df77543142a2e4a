package parley.wire;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// A line that waits in an [Outbox], in an array that nobody else writes to. The outbox's lock
/// guards it.
final class WaitingLine {
    private final @Nullable Object key;
    private final @Nullable Runnable written;
    private final int from;
    private byte[] bytes;
    private int size;

    /// What remains of a buffer.
    ///
    /// @param written is done once it is written
    WaitingLine(ByteBuffer buffer, Runnable written) {
        this.key = null;
        this.bytes = buffer.array();
        this.from = buffer.arrayOffset() + buffer.position();
        this.size = buffer.remaining();
        this.written = written;
    }

    /// A whole array.
    ///
    /// @param key of what may take its place; nothing where nothing may
    /// @param written is done once it is written
    WaitingLine(@Nullable Object key, byte[] line, @Nullable Runnable written) {
        this.key = key;
        this.bytes = line;
        this.from = 0;
        this.size = line.length;
        this.written = written;
    }

    @Nullable Object key() {
        return key;
    }

    int size() {
        return size;
    }

    /// Puts another in the place of one that was a whole array.
    void replace(byte[] line) {
        bytes = line;
        size = line.length;
    }

    /// What is written in one go, and what is done then.
    record Chunk(byte[] bytes, int from, int size, List<Runnable> written) {}

    /// Goes alone, and is not copied.
    Chunk alone() {
        return new Chunk(bytes, from, size, written == null ? List.of() : List.of(written));
    }

    /// So many of them in one go, with so many bytes.
    static Chunk together(Supplier<WaitingLine> next, int lines, int size) {
        byte[] bytes = new byte[size];
        List<Runnable> written = List.of();
        int at = 0;
        for (int i = 0; i < lines; i++) {
            WaitingLine line = next.get();
            if (line.written != null) {
                written = written.isEmpty() ? new ArrayList<>(lines) : written;
                written.add(line.written);
            }
            System.arraycopy(line.bytes, line.from, bytes, at, line.size);
            at += line.size;
        }
        return new Chunk(bytes, 0, size, written);
    }
}
