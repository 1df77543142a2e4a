package parley.server.storage;

import java.util.ArrayDeque;

/// When each 4,096th message arrived: enough to know from where in the log on messages are younger
/// than some time. On the writer.
final class ArrivalTimes {
    private static final int EVERY = 4_096;

    private final ArrayDeque<Mark> marks = new ArrayDeque<>();
    private long horizon;

    private record Mark(long pos, long time) {}

    /// A message has arrived.
    ///
    /// @param since milliseconds since 1970
    /// @return a position before which all messages are older than that
    long note(long pos, long time, long since) {
        if (pos % EVERY == 0) {
            marks.add(new Mark(pos, time));
        }
        while (!marks.isEmpty() && marks.element().time < since) {
            horizon = marks.remove().pos;
        }
        return horizon;
    }

    /// The position before which all messages were too old when last asked.
    long horizon() {
        return horizon;
    }
}
