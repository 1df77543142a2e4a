package parley.desktop.peer.mapping;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.peer.mapping.Gateway.Lease;
import parley.protocol.Limits;
import parley.protocol.PeerAddress;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/// A port of the router that leads to this desktop: taken at the beginning, renewed before it runs
/// out, taken anew after a change of network, given back at the end.
///
/// ```
/// asking ── granted, public ──▶ mapped ── half the lifetime ──▶ renewed, or asking again
///    ├───── granted, not public ──▶ given back, asked again later
///    └───── no answer ──▶ asked again later
/// ```
///
/// It has a thread of its own, on which routers are spoken to and the listener is told. Any thread
/// may call it, and none waits but in [#close].
public final class PortMapping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PortMapping.class);

    private final Gateway gateway;
    private final IntSupplier port;
    private final Predicate<InetAddress> isPublic;
    private final Consumer<MappingState> listener;
    private final Pace pace;
    private final Thread thread;
    private final Semaphore changes = new Semaphore(0);
    private volatile boolean over;
    private volatile Optional<PeerAddress> address = Optional.empty();
    private @Nullable Lease lease;
    private @Nullable MappingState logged;

    /// Begins.
    ///
    /// @param port where this desktop listens now
    /// @param isPublic whether an address can be reached from anywhere
    /// @param listener hears how it stands, on the mapping's thread
    public PortMapping(
            Gateway gateway,
            IntSupplier port,
            Predicate<InetAddress> isPublic,
            Consumer<MappingState> listener) {
        this(gateway, port, isPublic, listener, Pace.USUAL);
    }

    PortMapping(
            Gateway gateway,
            IntSupplier port,
            Predicate<InetAddress> isPublic,
            Consumer<MappingState> listener,
            Pace pace) {
        this.gateway = gateway;
        this.port = port;
        this.isPublic = isPublic;
        this.listener = listener;
        this.pace = pace;
        thread = Thread.ofPlatform().daemon().name("private-port").start(this::run);
    }

    /// Where this desktop is reached from outside, while the router lets it be.
    public Optional<PeerAddress> address() {
        return address;
    }

    /// The network, or the port here, is another one.
    public void moved() {
        address = Optional.empty();
        changes.release();
    }

    /// Ends, and gives the port back soon, without waiting for it.
    public void leave() {
        address = Optional.empty();
        over = true;
        thread.interrupt();
    }

    /// Ends, and waits two seconds at most until the port is given back.
    @Override
    public void close() {
        leave();
        try {
            thread.join(pace.farewell());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!over) {
                listener.accept(new MappingState.Asking());
                changes.drainPermits();
                listener.accept(taken());
                hold();
                giveBack();
            }
        } catch (InterruptedException left) {
            over = true;
        } finally {
            address = Optional.empty();
            giveBackAtLast();
        }
    }

    /// Asks for a port.
    private MappingState taken() throws InterruptedException {
        lease = gateway.lease(port.getAsInt(), pace.lifetime()).orElse(null);
        MappingState state = lease == null ? new MappingState.NoAnswer() : judged(lease.outside());
        if (!state.equals(logged)) {
            logged = state;
            LOG.info("router asked to let private chats in state={}", state);
        }
        return state;
    }

    /// What a router claims is offered to others only where it makes sense.
    private MappingState judged(Outside outside) throws InterruptedException {
        if (!isPublic.test(outside.address())
                || outside.port() < Limits.LOWEST_PEER_PORT
                || outside.port() > 65_535) {
            giveBack();
            return new MappingState.NotPublic(outside);
        }
        PeerAddress found = new PeerAddress(outside.address(), outside.port());
        address = Optional.of(found);
        return new MappingState.Mapped(found);
    }

    /// Renews until something changes.
    private void hold() throws InterruptedException {
        while (lease != null) {
            if (changed(pace.beforeRenewal(lease.lifetime()))) {
                return;
            }
            Outside before = lease.outside();
            Optional<Lease> renewed = lease.renewed(pace.lifetime());
            if (renewed.filter(next -> next.outside().equals(before)).isEmpty()) {
                address = Optional.empty();
                lease = renewed.orElse(lease);
                return;
            }
            lease = renewed.get();
        }
        var _ = changed(pace.again());
    }

    private boolean changed(Duration within) throws InterruptedException {
        return changes.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void giveBack() throws InterruptedException {
        address = Optional.empty();
        if (lease != null) {
            lease.end();
            lease = null;
        }
    }

    private void giveBackAtLast() {
        try {
            giveBack();
        } catch (InterruptedException hurried) {
            LOG.info("port mapping left to run out");
        }
    }
}
