package parley.desktop.simulation;

import parley.desktop.local.SteppedDisk;
import parley.protocol.Chat;
import parley.protocol.UserName;
import parley.server.conversation.Conversation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One seed's play: people talk for some seconds while things go wrong, then all is healed, and
/// everything has to come to rest and be right.
final class Simulation {
    private static final List<UserName> USERS =
            List.of(UserName.of("yoda"), UserName.of("luke"), UserName.of("leia"));
    private static final Duration PLAY = Duration.ofSeconds(25);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int LOOKS = 600;
    private static final Odds CALM = new Odds(0, 0, 0, 0, 0, 0, 0.4);

    /// As many desktops as a play can need.
    static final int DISKS = 4;

    private final World world;
    private final Log log = new Log();
    private final Witness witness = new Witness(log);
    private final Host host;
    private final List<Machine> machines = new ArrayList<>();
    private final double deaths;

    Simulation(long seed, List<SteppedDisk> disks) {
        world = new World(seed);
        Odds odds = Odds.drawn(world);
        deaths = world.chance(0.3) ? 0 : world.fraction();
        host = new Host(world, log, USERS, odds, witness);
        int people = 2 + world.below(2);
        for (int i = 0; i < people; i++) {
            add(USERS.get(i).toString(), USERS.get(i), odds, disks.get(i));
        }
        if (world.chance(0.2)) {
            add("yoda elsewhere", USERS.getFirst(), odds, disks.get(people));
        }
    }

    private void add(String name, UserName user, Odds odds, SteppedDisk disk) {
        disk.empty();
        machines.add(new Machine(name, user, world, host, odds, disk, witness));
    }

    /// Plays it to its end.
    ///
    /// @return how many messages were told to somebody
    long run() {
        host.start();
        for (Machine machine : machines) {
            boolean second = machine.name().contains(" ");
            world.after(
                    second ? world.upTo(PLAY) : world.moment(),
                    () -> machine.start(Machine.Sitting.ELSEWHERE_TOO));
        }
        int deeds = 10 + world.below(16);
        for (int i = 0; i < deeds; i++) {
            world.after(world.upTo(PLAY), this::deed);
        }
        world.pass(PLAY);
        heal();
        machines.forEach(this::settle);
        machines.forEach(this::refresh);
        machines.forEach(this::refresh);
        new Verdict(log, witness, machines).check();
        return witness.told();
    }

    private void deed() {
        Machine machine = machines.get(world.below(machines.size()));
        UserName other = other(machine);
        int what = world.below(100);
        if (what < 64) {
            int burst = 1 + world.below(3);
            Chat chat = world.chance(0.2) ? Chat.EVERYONE : Chat.with(other);
            for (int i = 0; i < burst; i++) {
                machine.types(chat);
            }
        } else if (what < 72) {
            machine.reads(Chat.with(other), lastOf(machine, other));
        } else if (what < 78) {
            machine.blocks(other);
        } else if (what < 83) {
            machine.unblocks(other);
        } else if (what < 86) {
            machine.types(other);
        } else if (what < 89) {
            machine.triesNow();
        } else if (world.chance(deaths)) {
            goesWrong(machine);
        }
    }

    private void goesWrong(Machine machine) {
        switch (world.below(4)) {
            case 0 -> host.crash();
            case 1 -> machine.crash();
            case 2 -> machine.cutLines();
            default -> machine.reconnects();
        }
    }

    private UserName other(Machine machine) {
        List<UserName> others =
                machines.stream()
                        .map(Machine::user)
                        .filter(user -> !user.equals(machine.user()))
                        .distinct()
                        .toList();
        return others.get(world.below(others.size()));
    }

    /// The newest of a chat that this computer has.
    private long lastOf(Machine machine, UserName other) {
        long last = log.in(Conversation.between(machine.user(), other)).size();
        while (last > 0 && !machine.has(Chat.with(other), last)) {
            last--;
        }
        return last;
    }

    private void heal() {
        machines.forEach(machine -> machine.heal(CALM));
        host.heal(CALM);
        host.crash();
        world.pass(Duration.ofSeconds(10));
        host.start();
        machines.forEach(machine -> machine.start(Machine.Sitting.HERE_ALONE));
    }

    /// Lets this computer sign in and catch up once more.
    private void refresh(Machine machine) {
        if (machine.desktop().isTakenOver()) {
            machine.triesNow();
            awaitTrue(machine, () -> !machine.desktop().isTakenOver());
        } else {
            machine.reconnects();
            world.pass(LOOK);
        }
        settle(machine);
    }

    private void settle(Machine machine) {
        awaitTrue(machine, () -> isSettled(machine));
        world.pass(Duration.ofSeconds(5));
    }

    private void awaitTrue(Machine machine, BooleanSupplier condition) {
        for (int i = 0; i < LOOKS; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            world.pass(LOOK);
        }
        throw new Violation(
                "never comes to rest: "
                        + machine.name()
                        + " "
                        + machine.desktop().link()
                        + machine.rows());
    }

    private static boolean isSettled(Machine machine) {
        return machine.isOn()
                && (machine.desktop().isTakenOver()
                        || machine.desktop().isCaughtUp()
                                && machine.rows().stream()
                                        .allMatch(row -> row.seq() > 0 || row.failed()));
    }
}
