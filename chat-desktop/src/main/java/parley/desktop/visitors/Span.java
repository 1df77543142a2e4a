package parley.desktop.visitors;

import java.time.Duration;
import java.util.Locale;

/// How far back one looks.
enum Span {
    QUARTER(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Span(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /// Its key in the bundle of words.
    String key() {
        return "span." + name().toLowerCase(Locale.ROOT);
    }
}
