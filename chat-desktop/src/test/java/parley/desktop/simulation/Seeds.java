package parley.desktop.simulation;

import parley.desktop.local.SteppedDisk;

import java.util.List;
import java.util.stream.Stream;

/// Plays many seeds, one after the other, on the same disks.
final class Seeds implements AutoCloseable {
    private final List<SteppedDisk> disks =
            Stream.generate(SteppedDisk::new).limit(Simulation.DISKS).toList();

    /// Plays one.
    ///
    /// @return how many messages were told to somebody
    long play(long seed) {
        return new Simulation(seed, disks).run();
    }

    @Override
    public void close() {
        disks.forEach(SteppedDisk::close);
    }
}
