package parley.desktop.hosts;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A long cable between two namespaces: each packet takes its time, in order, and some are lost,
/// the same ones in each run. It ends with the namespaces that its ends are in.
final class SlowWire {
    private final Duration delay;
    private final double loss;

    /// @param delay of each packet, one way
    /// @param loss the part of the packets that is lost, 0 to 1
    SlowWire(Duration delay, double loss) {
        this.delay = delay;
        this.loss = loss;
    }

    /// Lays it, each end as a device of this name.
    void lay(Namespace here, String nameHere, Namespace there, String nameThere) {
        Tunnel near = Tunnel.open();
        Tunnel far = Tunnel.open();
        near.moveTo(here, nameHere);
        far.moveTo(there, nameThere);
        pass(near, far, 1);
        pass(far, near, 2);
    }

    private void pass(Tunnel from, Tunnel to, long seed) {
        Thread.ofPlatform().daemon().name("slow-wire").start(() -> carry(from, to, seed));
    }

    private void carry(Tunnel from, Tunnel to, long seed) {
        Random random = new Random(seed);
        try (from;
                ScheduledExecutorService road = Executors.newSingleThreadScheduledExecutor()) {
            for (byte[] packet = from.read(); packet.length > 0; packet = from.read()) {
                byte[] one = packet;
                if (random.nextDouble() >= loss) {
                    var _ =
                            road.schedule(
                                    () -> to.write(one), delay.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
            road.shutdownNow();
        }
    }
}
