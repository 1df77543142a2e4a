package parley.desktop.kit;

import java.time.Duration;
import java.util.Locale;

/// Sizes, speeds and waits, as people say them.
public final class Amounts {
    private static final Texts TEXTS = Texts.of(Amounts.class);
    private static final String[] UNITS = {"KB", "MB", "GB", "TB", "PB"};
    private static final int SOON_SECONDS = 5;

    private Amounts() {}

    /// A size: *1 byte*, *812 bytes*, *4.2 MB*, *34 MB*. A kilobyte has 1,000 bytes.
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return TEXTS.get("amount.bytes", bytes);
        }
        double left = bytes / 1_000.0;
        int unit = 0;
        while (left >= 999.5 && unit < UNITS.length - 1) {
            left /= 1_000;
            unit++;
        }
        String digits = String.format(Locale.UK, left < 9.95 ? "%.1f" : "%.0f", left);
        return TEXTS.get("amount.size", digits, UNITS[unit]);
    }

    /// A speed: *4.2 MB/s*.
    public static String speed(long bytesPerSecond) {
        return TEXTS.get("amount.speed", size(bytesPerSecond));
    }

    /// How long something still takes: *a few seconds left*, *42 s left*, *3 min left*, *2 h 5 min
    /// left*.
    public static String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < SOON_SECONDS) {
            return TEXTS.get("amount.left.soon");
        }
        if (seconds < 90) {
            return TEXTS.get("amount.left.seconds", seconds);
        }
        long minutes = (seconds + 59) / 60;
        return minutes < 60
                ? TEXTS.get("amount.left.minutes", minutes)
                : TEXTS.get("amount.left.hours", minutes / 60, minutes % 60);
    }
}
