package parley.wire;

import java.time.Duration;

/// Judges a line by its silence: after a while the other side is asked, later it is taken for dead.
///
/// Times are nanoseconds of a monotonic clock. A value of one connection; guarded by its owner.
public final class Heartbeat {
    private final long askAfter;
    private final long deadAfter;
    private long heard;
    private boolean asked;

    /// What is to be done now.
    public enum Verdict {
        /// Nothing: something was heard lately, or the question is under way.
        FINE,
        /// Say `ping`.
        ASK,
        /// Close: nobody is there.
        DEAD
    }

    /// A heartbeat that begins now.
    ///
    /// @param askAfter silence after which the other side is asked, once
    /// @param deadAfter silence after which it is dead
    public Heartbeat(Duration askAfter, Duration deadAfter, long now) {
        this.askAfter = askAfter.toNanos();
        this.deadAfter = deadAfter.toNanos();
        this.heard = now;
    }

    /// Something came.
    public void heard(long now) {
        heard = now;
        asked = false;
    }

    /// What is to be done at this moment; `ASK` is said once for a silence.
    public Verdict judge(long now) {
        long silence = now - heard;
        if (silence >= deadAfter) {
            return Verdict.DEAD;
        }
        if (silence < askAfter || asked) {
            return Verdict.FINE;
        }
        asked = true;
        return Verdict.ASK;
    }

    /// The moment at which to judge next.
    public long nextLook() {
        return heard + (asked ? deadAfter : askAfter);
    }
}
