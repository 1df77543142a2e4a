package parley.desktop.client;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Names for what is sent: UUIDs of version 7 (RFC 9562), which begin with the time.
///
/// @param random safe for any thread, as this is
record Ids(InstantSource clock, RandomGenerator random) {
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    String fresh() {
        long high = (clock.millis() << 16) | VERSION | (random.nextLong() & 0xfff);
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | VARIANT;
        return new UUID(high, low).toString();
    }
}
