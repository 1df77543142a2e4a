package parley.desktop.net;

import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Notices that the computer has slept or has another network, after which a line that looks well
/// is mostly dead: nobody says goodbye then, and the usual silence would take fifteen seconds.
///
/// Looks every two seconds. A computer that sleeps stops the monotonic clock and not the other; a
/// person who sets the clock forward looks the same, and costs one question to the server. Lives on
/// the loop; addresses are looked up elsewhere, because some systems take their time.
public final class Whereabouts {
    static final Duration EVERY = Duration.ofSeconds(2);

    /// How far the clocks part before the computer has slept.
    static final Duration SLEPT = Duration.ofSeconds(5);

    private final Loop loop;
    private final InstantSource clock;
    private final Executor elsewhere;
    private final Supplier<Set<InetAddress>> addresses;
    private final Runnable moved;
    private Set<InetAddress> here = Set.of();
    private Instant lookedAt;
    private long lookedNanos;

    /// @param elsewhere where addresses are looked up
    /// @param moved told on the loop
    Whereabouts(
            Loop loop,
            InstantSource clock,
            Executor elsewhere,
            Supplier<Set<InetAddress>> addresses,
            Runnable moved) {
        this.loop = loop;
        this.clock = clock;
        this.elsewhere = elsewhere;
        this.addresses = addresses;
        this.moved = moved;
        this.lookedAt = clock.instant();
        this.lookedNanos = loop.nanoTime();
    }

    /// Looks after this computer for as long as the loop runs.
    ///
    /// @param moved told on the loop
    public static void watch(Loop loop, InstantSource clock, Runnable moved) {
        new Whereabouts(
                        loop,
                        clock,
                        task -> Thread.ofVirtual().name("whereabouts").start(task),
                        Whereabouts::addressesOfThisComputer,
                        moved)
                .begin();
    }

    void begin() {
        askForAddresses();
        loop.after(EVERY, this::look);
    }

    private void look() {
        Instant now = clock.instant();
        long nanos = loop.nanoTime();
        Duration asleep = Duration.between(lookedAt, now).minusNanos(nanos - lookedNanos);
        lookedAt = now;
        lookedNanos = nanos;
        if (asleep.compareTo(SLEPT) > 0) {
            moved.run();
        }
        askForAddresses();
        loop.after(EVERY, this::look);
    }

    private void askForAddresses() {
        elsewhere.execute(() -> {
            Set<InetAddress> found = addresses.get();
            loop.execute(() -> compare(found));
        });
    }

    private void compare(Set<InetAddress> found) {
        boolean other = !here.isEmpty() && !found.isEmpty() && !here.equals(found);
        if (!found.isEmpty()) {
            here = found;
        }
        if (other) {
            moved.run();
        }
    }

    /// All but loopback's; none where the system does not tell.
    private static Set<InetAddress> addressesOfThisComputer() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(each -> each.getInterfaceAddresses().stream())
                    .map(InterfaceAddress::getAddress)
                    .filter(address -> !address.isLoopbackAddress())
                    .collect(Collectors.toSet());
        } catch (SocketException unknown) {
            return Set.of();
        }
    }
}
