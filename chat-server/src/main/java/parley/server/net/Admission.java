package parley.server.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How many connections there may be: in all, of strangers, and from one address. Guests from this
/// very machine are counted in all only.
///
/// Where strangers have taken all that is theirs, the one who has been there longest makes room for
/// the next: whoever means to sign in has done so long before, and nobody can lock others out by
/// holding connections. Any thread may use it; memory work, but for showing somebody out.
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Bounds bounds;
    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private final Set<Place> strangers = new LinkedHashSet<>();
    private int guests;
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

    /// Lets a connection in, or not. The first of a row that meets a full house is logged.
    Optional<Place> enter(InetAddress from) {
        Optional<Place> place = Optional.empty();
        Optional<Place> leaving = Optional.empty();
        Optional<Crowd> crowd = Optional.empty();
        synchronized (this) {
            if (isFull()) {
                crowd = full ? crowd : Optional.of(new Crowd(guests, strangers.size()));
                full = true;
                leaving = isWithinShare(from) ? strangers.stream().findFirst() : leaving;
                leaving.ifPresent(Place::leave);
            } else {
                full = false;
            }
            if (isWithinShare(from) && !isFull()) {
                place = Optional.of(new Place(from));
            }
        }
        crowd.ifPresent(these ->
                LOG.warn(
                        "the house is full guests={} strangers={} from={}",
                        these.guests(),
                        these.strangers(),
                        from.getHostAddress()));
        leaving.ifPresent(Place::showOut);
        return place;
    }

    private record Crowd(int guests, int strangers) {}

    private boolean isFull() {
        return guests >= bounds.inAll() || strangers.size() >= bounds.strangers();
    }

    private boolean isWithinShare(InetAddress from) {
        return from.isLoopbackAddress()
                || byAddress.getOrDefault(from, 0) < bounds.fromOneAddress();
    }

    /// What one connection takes up.
    final class Place implements AutoCloseable {
        private final InetAddress from;
        private volatile Runnable showingOut = () -> {};
        private boolean left;

        private Place(InetAddress from) {
            this.from = from;
            guests++;
            strangers.add(this);
            byAddress.merge(from, 1, Integer::sum);
        }

        /// Does this where the guest has to make room; the place is free already then.
        void onShowingOut(Runnable action) {
            showingOut = action;
        }

        private void showOut() {
            showingOut.run();
        }

        /// The guest is no stranger any more.
        void signedIn() {
            synchronized (Admission.this) {
                strangers.remove(this);
            }
        }

        /// The guest leaves. Doing it again does nothing.
        @Override
        public void close() {
            synchronized (Admission.this) {
                leave();
            }
        }

        private void leave() {
            if (!left) {
                left = true;
                strangers.remove(this);
                guests--;
                byAddress.computeIfPresent(from, (a, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
