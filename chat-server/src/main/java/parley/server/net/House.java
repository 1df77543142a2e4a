package parley.server.net;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.ByeReason;
import parley.protocol.UserName;
import parley.wire.Connection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Where sessions live: what they share, and who looks after them. Any thread may use it.
public final class House implements Arrivals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration GOODBYES = Duration.ofMillis(2_500);

    private final Features features;
    private final SessionTable table;
    private final IdleRule idle;
    private final Budget budget = Budget.ofThisProcess();
    private final Entrance entrance;
    private final RequestRouter router;
    private final Executor threads = task -> Thread.ofVirtual().name("session").start(task);
    private final Set<Session> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    public House(Features features, SessionTable table, IdleRule idle) {
        this.features = features;
        this.table = table;
        this.idle = idle;
        this.entrance = new Entrance(features, table, Clock.systemUTC(), new SecureRandom());
        this.router = new RequestRouter(features);
    }

    /// Sends away from now on whose account goes.
    public void start() {
        features.accounts().onRemoved(this::remove);
    }

    private void remove(UserName user) {
        table.end(user, ByeReason.REMOVED);
    }

    /// Looks after all sessions; to be called a few times a second.
    public void look() {
        long now = System.nanoTime();
        table.sessions().forEach(session -> session.look(now));
        budget.tooMany(table.sessions(), Occupant::queued)
                .forEach(session -> session.end(ByeReason.SLOW));
    }

    @Override
    public void serve(Connection connection, Visit visit) {
        Session session = new Session(connection, visit, this);
        all.add(session);
        try {
            if (closing) {
                session.end(ByeReason.SHUTDOWN);
            }
            session.run();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            all.remove(session);
            connection.close();
        }
    }

    Features features() {
        return features;
    }

    Entrance entrance() {
        return entrance;
    }

    RequestRouter router() {
        return router;
    }

    IdleRule idle() {
        return idle;
    }

    /// For what may wait, each on a virtual thread of its own.
    Executor threads() {
        return threads;
    }

    /// How many users are signed in.
    public int signedIn() {
        return table.online().size();
    }

    /// Tells everybody `bye` `shutdown`, and waits a little until they are gone.
    @Override
    public void close() {
        closing = true;
        features.presences().nobodyHears();
        List<Session> leaving = List.copyOf(all);
        leaving.forEach(session -> session.end(ByeReason.SHUTDOWN));
        long deadline = System.nanoTime() + GOODBYES.toNanos();
        try {
            for (Session session : leaving) {
                session.awaitClosed(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        if (!leaving.isEmpty()) {
            LOG.info("sessions ended count={}", leaving.size());
        }
    }
}
