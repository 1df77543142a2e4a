package parley.server.block;

import parley.protocol.UserName;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Who has blocked whom: one predicate, used by every path.
///
/// Asking is memory work and never waits; blocking waits until the store has it. What a block takes
/// effect under is one lock: whoever checks and offers inside [#steadily] cannot be overtaken by a
/// block that is answered meanwhile. Any thread may use it.
public final class Blocks {
    private final BlockStore store;
    private final Clock clock;
    private final Map<UserName, NavigableMap<UserName, Instant>> byBlocker =
            new ConcurrentHashMap<>();
    private final List<BlockListener> listeners = new CopyOnWriteArrayList<>();
    private final Object effect = new Object();

    /// The blocks that this store has kept.
    public Blocks(BlockStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        store.inForce().forEach(this::put);
    }

    /// Tells this listener of each block from now on.
    public void addListener(BlockListener listener) {
        listeners.add(listener);
    }

    /// Whether the first has blocked the second, so that nothing of the second may reach the first.
    public boolean hides(UserName blocker, UserName from) {
        NavigableMap<UserName, Instant> blocked = byBlocker.get(blocker);
        return blocked != null && blocked.containsKey(from);
    }

    /// Whether either has blocked the other.
    public boolean between(UserName one, UserName other) {
        return hides(one, other) || hides(other, one);
    }

    /// Since when the first has blocked the second, where that is so.
    public Optional<Instant> since(UserName blocker, UserName blocked) {
        NavigableMap<UserName, Instant> all = byBlocker.get(blocker);
        return all == null ? Optional.empty() : Optional.ofNullable(all.get(blocked));
    }

    /// Whom somebody has blocked, in the order of names, accounts that have gone among them.
    public List<UserName> of(UserName blocker) {
        NavigableMap<UserName, Instant> blocked = byBlocker.get(blocker);
        return blocked == null ? List.of() : List.copyOf(blocked.keySet());
    }

    /// Does this while no block takes or loses effect. Memory work and offers only.
    public <T> T steadily(Supplier<T> step) {
        synchronized (effect) {
            return step.get();
        }
    }

    /// Does this while no block takes or loses effect. Memory work and offers only.
    public void steadily(Runnable step) {
        synchronized (effect) {
            step.run();
        }
    }

    /// Blocks. Returns once it is durable and in effect; doing it again does nothing.
    public void block(UserName blocker, UserName blocked) {
        if (!hides(blocker, blocked)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Block block = new Block(blocker, blocked, now);
            store.keep(block, () -> takeEffect(block));
        }
    }

    /// Undoes a block; false where there is none. Returns once that is durable and in effect.
    public boolean unblock(UserName blocker, UserName blocked) {
        Optional<Instant> since = since(blocker, blocked);
        since.ifPresent(time -> {
            Block block = new Block(blocker, blocked, time);
            store.end(block, () -> loseEffect(block));
        });
        return since.isPresent();
    }

    private void takeEffect(Block block) {
        synchronized (effect) {
            if (put(block)) {
                listeners.forEach(l -> l.blocked(block.blocker(), block.blocked()));
            }
        }
    }

    private void loseEffect(Block block) {
        synchronized (effect) {
            NavigableMap<UserName, Instant> all = byBlocker.get(block.blocker());
            if (all != null && all.remove(block.blocked()) != null) {
                listeners.forEach(l -> l.unblocked(block.blocker(), block.blocked()));
            }
        }
    }

    private boolean put(Block block) {
        return byBlocker
                        .computeIfAbsent(block.blocker(), who -> new ConcurrentSkipListMap<>())
                        .putIfAbsent(block.blocked(), block.since())
                == null;
    }
}
