package parley.desktop.simulation;

import parley.desktop.client.SteppedDesktop;
import parley.desktop.local.DiskFailure;
import parley.desktop.local.SteppedDisk;
import parley.desktop.net.Loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The loop of one life of a desktop, whose turns are as those of the loop that ships: tasks, then
/// the commit, then what leaves. At each of these borders it may die, and the commit may fail.
final class TurnLoop implements Loop {
    private final World world;
    private final Process process;
    private final Machine machine;
    private List<Runnable> waiting = new ArrayList<>();
    private final List<Runnable> effects = new ArrayList<>();
    private boolean thinking;

    private record Attempt(Runnable deed, Runnable unkept) implements Runnable {
        @Override
        public void run() {
            deed.run();
        }
    }

    TurnLoop(World world, Process process, Machine machine) {
        this.world = world;
        this.process = process;
        this.machine = machine;
    }

    @Override
    public void execute(Runnable task) {
        if (waiting.isEmpty()) {
            process.soon(this::turn);
        }
        waiting.add(task);
    }

    /// Does something; where it could not be kept and its turn was undone, does the other thing.
    void attempt(Runnable deed, Runnable unkept) {
        execute(new Attempt(deed, unkept));
    }

    @Override
    public void leave(Runnable effect) {
        effects.add(effect);
    }

    @Override
    public void after(Duration time, Runnable task) {
        process.after(time, () -> execute(task));
    }

    @Override
    public long nanoTime() {
        return world.nanos();
    }

    /// Whether what is thought now is not on disk yet.
    boolean isThinking() {
        return thinking;
    }

    private void turn() {
        List<Runnable> tasks = waiting;
        waiting = new ArrayList<>();
        turn(tasks);
    }

    private void turn(List<Runnable> tasks) {
        if (process.isDead()) {
            return;
        }
        if (succeeds(tasks)) {
            return;
        }
        if (tasks.size() > 1) {
            tasks.forEach(task -> turn(List.of(task)));
        } else if (tasks.getFirst() instanceof Attempt(var deed, Runnable unkept)) {
            unkept.run();
        }
    }

    private boolean succeeds(List<Runnable> tasks) {
        SteppedDesktop desktop = machine.desktop();
        boolean safe = true;
        thinking = true;
        try {
            tasks.forEach(Runnable::run);
            if (world.chance(machine.odds().deskDies())) {
                machine.crash();
                return true;
            }
            if (world.chance(machine.odds().diskFails())) {
                throw SteppedDisk.failure();
            }
            desktop.commit();
        } catch (DiskFailure failure) {
            safe = false;
            effects.clear();
            desktop.undo(failure);
        }
        thinking = false;
        leaveAll();
        return safe;
    }

    private void leaveAll() {
        List<Runnable> leaving = List.copyOf(effects);
        effects.clear();
        for (Runnable effect : leaving) {
            if (world.chance(machine.odds().deskDies() / 4)) {
                machine.crash();
            }
            if (process.isDead()) {
                return;
            }
            effect.run();
        }
    }
}
