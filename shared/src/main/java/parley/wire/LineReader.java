package parley.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Cuts a stream into lines that end with LF or CR LF, none longer than a limit. Empty lines are
/// passed over. The line found stands in the reader's own buffer until the next one is asked for.
///
/// An idle connection costs 512 bytes; the buffer grows when a read fills it and shrinks when reads
/// leave it empty. Serves one thread, which waits where there is nothing to read.
public final class LineReader {
    private static final int LEAST = 512;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[LEAST];
    private int start;
    private int end;
    private int scanned;
    private int from;
    private int length;

    /// What came.
    public enum Outcome {
        /// A line: see [#buffer], [#from] and [#length].
        LINE,
        /// The stream has ended; what stood behind the last LF is dropped.
        END,
        /// A line longer than the limit; nothing sensible can be read any more.
        TOO_LONG
    }

    /// A reader of lines of at most so many bytes, their LF included.
    public LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// Waits for the next line that is not empty.
    ///
    /// @throws IOException where the stream fails
    public Outcome next() throws IOException {
        while (true) {
            while (scanned < end) {
                if (buffer[scanned++] == '\n') {
                    if (scanned - start > limit) {
                        return Outcome.TOO_LONG;
                    }
                    if (take()) {
                        return Outcome.LINE;
                    }
                }
            }
            if (end - start >= limit) {
                return Outcome.TOO_LONG;
            }
            if (!fill()) {
                return Outcome.END;
            }
        }
    }

    /// Whether a further line, or the begin of one, has come already, so that [#next] will probably
    /// not wait.
    public boolean hasBuffered() {
        return start < end;
    }

    /// Reads and drops whatever still comes, until the stream ends.
    ///
    /// @throws IOException where it fails
    public void dropRest() throws IOException {
        start = 0;
        end = 0;
        scanned = 0;
        in.transferTo(OutputStream.nullOutputStream());
    }

    /// Where the line stands; valid until the next call of [#next] or [#readFully].
    public byte[] buffer() {
        return buffer;
    }

    /// Where in the buffer the line begins.
    public int from() {
        return from;
    }

    /// Bytes of the line, without its end.
    public int length() {
        return length;
    }

    /// Waits for exactly so many raw bytes behind the last line.
    ///
    /// @throws EOFException where the stream ends before
    public void readFully(byte[] into, int offset, int count) throws IOException {
        int had = Math.min(count, end - start);
        System.arraycopy(buffer, start, into, offset, had);
        start += had;
        scanned = start;
        if (in.readNBytes(into, offset + had, count - had) < count - had) {
            throw new EOFException();
        }
    }

    /// Waits for raw bytes behind the last line.
    ///
    /// @return how many; -1 at the end of the stream
    public int readRaw(byte[] into) throws IOException {
        if (start == end) {
            return in.read(into);
        }
        int had = Math.min(into.length, end - start);
        System.arraycopy(buffer, start, into, 0, had);
        start += had;
        scanned = start;
        return had;
    }

    private boolean take() {
        from = start;
        length = scanned - 1 - start;
        if (length > 0 && buffer[scanned - 2] == '\r') {
            length--;
        }
        start = scanned;
        return length > 0;
    }

    private boolean fill() throws IOException {
        makeRoom();
        int got = in.read(buffer, end, buffer.length - end);
        if (got < 0) {
            return false;
        }
        end += got;
        return true;
    }

    private void makeRoom() {
        int kept = end - start;
        int size = buffer.length;
        if (kept == size) {
            size = Math.min(2 * size, limit + 1);
        } else if (kept == 0 && end < size / 8 && size > LEAST) {
            size = size / 2;
        }
        if (size != buffer.length || start > 0) {
            buffer =
                    size == buffer.length
                            ? moved(kept)
                            : Arrays.copyOf(Arrays.copyOfRange(buffer, start, end), size);
            scanned -= start;
            start = 0;
            end = kept;
        }
    }

    private byte[] moved(int kept) {
        System.arraycopy(buffer, start, buffer, 0, kept);
        return buffer;
    }
}
