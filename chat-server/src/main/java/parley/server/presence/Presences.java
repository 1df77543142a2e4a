package parley.server.presence;

import parley.protocol.Event.Presence;
import parley.protocol.PresenceMode;
import parley.protocol.Status;
import parley.protocol.UserName;
import parley.server.block.BlockListener;
import parley.server.block.Blocks;
import parley.server.delivery.Delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who is online, in which status and since when; and the telling of it to those who may see it.
///
/// Memory work and offers only, each in one step under [Blocks#steadily]. Any thread may use it. It
/// is to be added to the blocks' listeners, and [#flush] is to be called once a second.
public final class Presences implements BlockListener {
    private final Blocks blocks;
    private final Delivery delivery;
    private final SignIns signIns;
    private final Clock clock;
    private final Map<UserName, Here> here = new ConcurrentHashMap<>();
    private final Set<UserName> hearingEach = new LinkedHashSet<>();
    private final Batches batches;

    public Presences(Blocks blocks, Delivery delivery, SignIns signIns, Clock clock) {
        this.blocks = blocks;
        this.delivery = delivery;
        this.signIns = signIns;
        this.clock = clock;
        this.batches = new Batches(blocks);
    }

    /// A session of this user stands. Who was away comes online, and others are told; in a takeover
    /// the new session inherits status and begin, and nobody is told.
    ///
    /// @param mode how this session wants to hear of others
    /// @return the begin of the session, for `already-online`
    public Instant enter(UserName user, PresenceMode mode) {
        return blocks.steadily(() -> {
            Here before = here.get(user);
            Here now = before == null ? new Here(Status.ONLINE, now(), mode) : before.hearing(mode);
            here.put(user, now);
            hear(user, mode);
            if (before == null) {
                signIns.came(user, now.since());
                tellOthers(new Presence(user, now.status(), now.since()));
            }
            return now.since();
        });
    }

    private void hear(UserName user, PresenceMode mode) {
        hearingEach.remove(user);
        batches.leave(user);
        switch (mode) {
            case EACH -> hearingEach.add(user);
            case BATCH -> batches.join(user);
            case NONE -> {}
        }
    }

    /// The user's last session has ended, and no other took it over.
    public void leave(UserName user) {
        blocks.steadily(() -> {
            if (here.remove(user) != null) {
                hear(user, PresenceMode.NONE);
                Instant now = now();
                signIns.went(user, now);
                tellOthers(new Presence(user, Status.OFFLINE, now));
            }
        });
    }

    /// The server ends, and with it every session: from now on nobody is told of anybody, which
    /// would be as many frames as there are pairs of users.
    public void nobodyHears() {
        blocks.steadily(() -> List.copyOf(here.keySet()).forEach(u -> hear(u, PresenceMode.NONE)));
    }

    /// Sets a status; to what it already is tells nobody.
    public void set(UserName user, Status status) {
        blocks.steadily(() -> {
            Here before = here.get(user);
            if (before != null && before.status() != status) {
                here.put(user, before.as(status));
                tellOthers(new Presence(user, status, now()));
            }
        });
    }

    /// Says to those who hear in batches what has gathered.
    public void flush() {
        blocks.steadily(() -> batches.flush(delivery));
    }

    /// Whether somebody is online, blocks aside.
    public boolean isOnline(UserName user) {
        return here.containsKey(user);
    }

    /// Since when somebody is online, blocks aside.
    public Optional<Instant> since(UserName user) {
        return here(user).map(Here::since);
    }

    /// All who are online, blocks aside.
    public Set<UserName> online() {
        return Collections.unmodifiableSet(here.keySet());
    }

    Optional<Here> here(UserName user) {
        return Optional.ofNullable(here.get(user));
    }

    /// The blocked sees the blocker go.
    @Override
    public void blocked(UserName blocker, UserName blocked) {
        if (isOnline(blocker)) {
            tellOne(blocked, new Presence(blocker, Status.OFFLINE, now()));
        }
    }

    /// The blocked sees the blocker as they are.
    @Override
    public void unblocked(UserName blocker, UserName blocked) {
        here(blocker).ifPresent(b -> tellOne(blocked, new Presence(blocker, b.status(), now())));
    }

    private void tellOne(UserName hearer, Presence presence) {
        if (hearingEach.contains(hearer)) {
            delivery.tell(hearer, presence);
        } else {
            batches.changedFor(hearer, presence);
        }
    }

    private void tellOthers(Presence presence) {
        List<UserName> others = new ArrayList<>(hearingEach);
        others.remove(presence.user());
        others.removeAll(Set.copyOf(blocks.of(presence.user())));
        delivery.tellAll(others, presence);
        batches.changed(presence);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
