package parley.server.net;

import io.github.bucket4j.TimeMeter;

import parley.protocol.UserName;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How often something may be done: every rate limit in one table. Any thread may use it.
public final class RateLimits {
    /// A person pastes a few lines, a program a few hundred: 50 a second, 200 at once, are
    /// promised.
    private static final Rate MESSAGES = new Rate(100, 400);

    /// An office behind one address comes back after a break of the line: 20 a second are promised.
    private static final Rate SIGN_INS = new Rate(40, 80);

    /// Bytes: ten million a second are a fast household's line, and no server's.
    private static final Rate RELAYED = new Rate(8 * 1024 * 1024, 16 * 1024 * 1024);

    private final Buckets<UserName> messages;
    private final Buckets<InetAddress> signIns;
    private final Buckets<UserName> relayed;

    /// A rate that may be exceeded for a moment.
    record Rate(int aSecond, int atOnce) {
        /// No limit that anybody could meet.
        private static final Rate FREE = new Rate(1_000_000_000, 1_000_000_000);
    }

    private RateLimits(Rate messages, Rate signIns, Rate relayed, TimeMeter time) {
        this.messages = new Buckets<>(messages, time);
        this.signIns = new Buckets<>(signIns, time);
        this.relayed = new Buckets<>(relayed, time);
    }

    /// The limits that hold where nobody has lifted them.
    public static RateLimits on() {
        return on(TimeMeter.SYSTEM_NANOTIME);
    }

    static RateLimits on(TimeMeter time) {
        return new RateLimits(MESSAGES, SIGN_INS, RELAYED, time);
    }

    /// Those that hold, but for what is relayed.
    static RateLimits relaying(Rate relayed) {
        return new RateLimits(MESSAGES, SIGN_INS, relayed, TimeMeter.SYSTEM_NANOTIME);
    }

    /// No limits, for load tests.
    public static RateLimits off() {
        return new RateLimits(Rate.FREE, Rate.FREE, Rate.FREE, TimeMeter.SYSTEM_NANOTIME);
    }

    /// Counts a sign-in from this address; how long to wait where there were too many. All of an
    /// IPv6 network of 64 bits counts as one address.
    public Optional<Duration> signIn(InetAddress from) {
        return signIns.take(network(from));
    }

    /// Counts a message or broadcast of this user; how long to wait where there were too many.
    public Optional<Duration> message(UserName user) {
        return messages.take(user);
    }

    /// Waits until this user may have so many more bytes relayed, by all of their connections
    /// together.
    ///
    /// @param bytes 1 to 16 MiB
    void awaitRelayed(UserName user, int bytes) throws InterruptedException {
        relayed.await(user, bytes);
    }

    private static InetAddress network(InetAddress from) {
        if (!(from instanceof Inet6Address)) {
            return from;
        }
        try {
            byte[] bytes = from.getAddress();
            Arrays.fill(bytes, 8, 16, (byte) 0);
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("16 bytes are an address", impossible);
        }
    }
}
