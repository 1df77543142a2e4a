package parley.desktop.peer;

import java.time.Duration;

/// A clock, a server and a network in memory, on one thread.
final class World {
    final TestStrand strand = new TestStrand();
    final Introductions server = new Introductions();
    final MemoryNet net = new MemoryNet(strand);
    final MemoryRelay relay = new MemoryRelay(this);
    private int players;

    Player player(String name) {
        return new Player(name, ++players, this);
    }

    void passSeconds(int seconds) {
        strand.pass(Duration.ofSeconds(seconds));
    }

    /// Lets pass what a few steps to and fro take.
    void passAMoment() {
        strand.pass(Duration.ofMillis(500));
    }

    /// Brings the two into a private chat.
    void join(Player asker, Player other) {
        asker.with(other).open();
        passAMoment();
        other.with(asker).accept(Acceptance.FROM_NOW_ON);
        passAMoment();
    }
}
