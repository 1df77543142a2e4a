package parley.desktop.client;

import java.security.SecureRandom;
import java.util.UUID;

/// Names for what is sent: UUIDs of version 7 (RFC 9562), which begin with the time.
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String fresh() {
        long time = System.currentTimeMillis();
        long random = RANDOM.nextLong();
        long high = (time << 16) | 0x7000 | (random & 0xfff);
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
