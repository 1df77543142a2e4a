package parley.desktop.simulation;

import java.time.Duration;
import java.util.concurrent.Executor;

/// Something that can be killed: what it still wanted to do is never done.
final class Process implements Executor {
    private final World world;
    private boolean dead;

    Process(World world) {
        this.world = world;
    }

    void soon(Runnable task) {
        world.soon(() -> ifAlive(task));
    }

    void after(Duration time, Runnable task) {
        world.after(time, () -> ifAlive(task));
    }

    private void ifAlive(Runnable task) {
        if (!dead) {
            task.run();
        }
    }

    /// As a thread of its own.
    @Override
    public void execute(Runnable task) {
        soon(task);
    }

    boolean isDead() {
        return dead;
    }

    void kill() {
        dead = true;
    }
}
