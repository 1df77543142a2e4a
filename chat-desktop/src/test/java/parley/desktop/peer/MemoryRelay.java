package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.Role;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A server's relay in memory: two who come with the tickets of one session get the ends of a line.
/// What is told of it comes over the world's server.
final class MemoryRelay {
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Duration WAY = Duration.ofMillis(20);

    private final World world;
    private final Map<String, Guest> waiting = new HashMap<>();
    private int visits;
    private boolean shut;

    MemoryRelay(World world) {
        this.world = world;
    }

    /// The relay, as the desktop with this key sees it.
    Relay of(Fingerprint own) {
        return (String ticket, Fingerprint key, Role role, Relay.Outcomes outcomes) -> {
            Guest guest = new Guest(own, key, ticket, outcomes);
            visits++;
            world.strand.after(WAY, guest::come);
            return guest;
        };
    }

    /// No ticket is good any more.
    void shut() {
        shut = true;
    }

    /// How often somebody came.
    int visits() {
        return visits;
    }

    private final class Guest implements Relay.Visit {
        private final Fingerprint own;
        private final Fingerprint wanted;
        private final String ticket;
        private final Relay.Outcomes outcomes;
        private boolean left;

        private Guest(Fingerprint own, Fingerprint wanted, String ticket, Relay.Outcomes outcomes) {
            this.own = own;
            this.wanted = wanted;
            this.ticket = ticket;
            this.outcomes = outcomes;
        }

        private String session() {
            return ticket.substring(0, ticket.indexOf('/'));
        }

        private void come() {
            if (left) {
                return;
            }
            if (shut) {
                outcomes.missed(Detour.EXPIRED);
                return;
            }
            Guest other = waiting.remove(session());
            if (other == null || other.ticket.equals(ticket)) {
                waiting.put(session(), this);
                world.strand.after(WAIT, this::outOfTime);
                world.server.waitsAtRelay(ticket);
            } else {
                meet(other);
            }
        }

        private void meet(Guest other) {
            List<Line> ends = world.net.relayed(own, other.own);
            end(ends.getFirst());
            other.end(ends.getLast());
        }

        private void end(Line line) {
            if (line.key().equals(wanted)) {
                outcomes.reached(line);
            } else {
                line.close();
                outcomes.missed(Detour.BROKEN);
            }
        }

        private void outOfTime() {
            if (waiting.remove(session(), this)) {
                outcomes.missed(Detour.NO_ANSWER);
            }
        }

        @Override
        public void leave() {
            left = true;
            waiting.remove(session(), this);
        }
    }
}
