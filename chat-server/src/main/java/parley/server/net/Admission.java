package parley.server.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How many connections there may be: in all, of strangers, and from one address. Guests from this
/// very machine are counted in all only. Any thread may use it; memory work.
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Bounds bounds;
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private int guests;
    private int strangers;
    private boolean full;

    /// The most that is let in.
    ///
    /// @param inAll connections, whoever holds them
    /// @param strangers of those, how many may not have signed in
    /// @param fromOneAddress connections from one address
    public record Bounds(int inAll, int strangers, int fromOneAddress) {
        /// What a machine with so many file descriptors can bear: three quarters of them, of which
        /// half may belong to strangers; from one address as many as a large office has people.
        public static Bounds of(long descriptors) {
            int inAll = Math.clamp(descriptors * 3 / 4, 64, 32_768);
            return new Bounds(inAll, inAll / 2, 1_024);
        }

        /// The same without a limit per address.
        public Bounds fromAnywhere() {
            return new Bounds(inAll, inAll, inAll);
        }
    }

    public Admission(Bounds bounds) {
        this.bounds = bounds;
    }

    /// Lets a connection in, or not. The first of a row that is not is logged.
    Optional<Place> enter(InetAddress from) {
        Crowd crowd;
        synchronized (this) {
            if (hasRoomFor(from)) {
                full = false;
                return Optional.of(take(from));
            }
            crowd = new Crowd(guests, strangers, full);
            full = true;
        }
        if (!crowd.known()) {
            LOG.warn(
                    "connections refused guests={} strangers={} from={}",
                    crowd.guests(),
                    crowd.strangers(),
                    from.getHostAddress());
        }
        return Optional.empty();
    }

    private record Crowd(int guests, int strangers, boolean known) {}

    private boolean hasRoomFor(InetAddress from) {
        int fromThere = byAddress.getOrDefault(from, 0);
        return guests < bounds.inAll()
                && strangers < bounds.strangers()
                && (from.isLoopbackAddress() || fromThere < bounds.fromOneAddress());
    }

    private Place take(InetAddress from) {
        guests++;
        strangers++;
        byAddress.merge(from, 1, Integer::sum);
        return new Place(from);
    }

    /// What one connection takes up.
    final class Place implements AutoCloseable {
        private final InetAddress from;
        private boolean stranger = true;
        private boolean left;

        private Place(InetAddress from) {
            this.from = from;
        }

        /// The guest is no stranger any more.
        void signedIn() {
            synchronized (Admission.this) {
                if (stranger && !left) {
                    stranger = false;
                    strangers--;
                }
            }
        }

        /// The guest leaves. Doing it again does nothing.
        @Override
        public void close() {
            synchronized (Admission.this) {
                if (left) {
                    return;
                }
                signedIn();
                left = true;
                guests--;
                byAddress.computeIfPresent(from, (a, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
