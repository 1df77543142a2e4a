package parley.desktop.peer;

/// What one line may bring: so many frames and bytes at once, and so many more each second. Serves
/// the one thread that reads the line.
final class FrameBudget {
    private static final double SECOND = 1_000_000_000;

    private double frames = PeerLimits.BURST_FRAMES;
    private double bytes = PeerLimits.BURST_BYTES;
    private long last;

    /// A full budget at this moment, in nanoseconds of a monotonic clock.
    FrameBudget(long now) {
        last = now;
    }

    /// Takes a frame of so many bytes; false where that is too much.
    boolean takes(int length, long now) {
        double seconds = (now - last) / SECOND;
        last = now;
        frames = Math.min(PeerLimits.BURST_FRAMES, frames + seconds * PeerLimits.FRAMES_A_SECOND);
        bytes = Math.min(PeerLimits.BURST_BYTES, bytes + seconds * PeerLimits.BYTES_A_SECOND);
        frames -= 1;
        bytes -= length;
        return frames >= 0 && bytes >= 0;
    }
}
