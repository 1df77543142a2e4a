package parley.desktop.peer;

import parley.wire.Heartbeat;

import java.time.Duration;

/// Listens for the life of the open line: pings after 10 s of silence, and says after 20 s that it
/// is dead. On the strand only.
final class Pulse {
    private final Strand strand;
    private final Line line;
    private final Runnable dead;
    private final Heartbeat heartbeat;
    private Strand.Alarm next;
    private boolean probing;

    Pulse(Strand strand, Line line, Runnable dead) {
        this.strand = strand;
        this.line = line;
        this.dead = dead;
        this.heartbeat =
                new Heartbeat(PeerLimits.PING_AFTER, PeerLimits.DEAD_AFTER, strand.nanos());
        this.next = strand.after(PeerLimits.PING_AFTER, this::look);
    }

    /// Something came.
    void heard() {
        heartbeat.heard(strand.nanos());
        if (probing) {
            probing = false;
            waitForNextLook();
        }
    }

    /// The other side behaves as if it had lost this line: it has 3 s to answer.
    void probe() {
        if (!probing) {
            probing = true;
            line.say(new PeerFrame.Ping());
            next.cancel();
            next = strand.after(PeerLimits.PROBE, dead);
        }
    }

    /// Listens no more.
    void stop() {
        next.cancel();
    }

    private void look() {
        switch (heartbeat.judge(strand.nanos())) {
            case DEAD -> dead.run();
            case ASK -> {
                line.say(new PeerFrame.Ping());
                waitForNextLook();
            }
            case FINE -> waitForNextLook();
        }
    }

    private void waitForNextLook() {
        next.cancel();
        long wait = Math.max(0, heartbeat.nextLook() - strand.nanos());
        next = strand.after(Duration.ofNanos(wait), this::look);
    }
}
