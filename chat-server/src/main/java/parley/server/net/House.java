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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Where sessions live: what they share, and the rounds that look after them. Any thread may use
/// it.
public final class House implements Arrivals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration ROUNDS = Duration.ofMillis(250);
    private static final Duration GOODBYES = Duration.ofMillis(2_500);

    private final Features features;
    private final SessionTable table;
    private final IdleRule idle;
    private final Entrance entrance;
    private final RequestRouter router;
    private final Executor threads = task -> Thread.ofVirtual().name("session").start(task);
    private final Set<Session> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rounds").factory());
    private volatile boolean closing;

    public House(Features features, SessionTable table, IdleRule idle) {
        this.features = features;
        this.table = table;
        this.idle = idle;
        this.entrance = new Entrance(features, table, Clock.systemUTC(), new SecureRandom());
        this.router = new RequestRouter(features);
    }

    /// Looks after the sessions from now on.
    public void start() {
        features.accounts().onRemoved(this::remove);
        rounds.scheduleAtFixedRate(
                this::look, ROUNDS.toMillis(), ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void remove(UserName user) {
        table.end(user, ByeReason.REMOVED);
    }

    private void look() {
        long now = System.nanoTime();
        for (Session session : table.sessions()) {
            try {
                session.look(now);
            } catch (RuntimeException ours) {
                LOG.error("a session could not be looked after", ours);
            }
        }
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
        rounds.shutdownNow();
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
        LOG.info("sessions ended count={}", leaving.size());
    }
}
