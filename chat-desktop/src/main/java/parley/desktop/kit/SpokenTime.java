package parley.desktop.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as people say them: 18:53, yesterday, 3 May. A value; any thread may use it.
///
/// What lies in the future (another computer's clock) is said like what is: 18:53 on this day, else
/// its date.
///
/// @param clock tells what day it is
/// @param zone whose days these are
public record SpokenTime(Clock clock, ZoneId zone) {
    private static final Texts TEXTS = Texts.of(SpokenTime.class);
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DAY = format("d MMMM");
    private static final DateTimeFormatter DAY_OF_WEEK = format("EEEE, d MMMM");
    private static final DateTimeFormatter DAY_OF_YEAR = format("d MMMM yyyy");

    /// By the clock and in the zone of this computer.
    public static SpokenTime here() {
        return new SpokenTime(Clock.systemUTC(), ZoneId.systemDefault());
    }

    /// The time of day: 18:53.
    public String time(Instant when) {
        return TIME.format(when.atZone(zone));
    }

    /// The shortest that tells when: 18:53, yesterday, 3 May, 3 May 2024. For lists, and after
    /// "since" or "last seen".
    public String brief(Instant when) {
        return switch (daysAgo(when)) {
            case 0 -> time(when);
            case 1 -> TEXTS.get("time.yesterday");
            default -> date(when.atZone(zone).toLocalDate());
        };
    }

    /// A day as a heading: Today, Yesterday, Sunday, 3 May, 3 May 2024.
    public String day(Instant when) {
        LocalDate day = dayOf(when);
        return switch (daysAgo(when)) {
            case 0 -> TEXTS.get("time.today.heading");
            case 1 -> TEXTS.get("time.yesterday.heading");
            default -> (day.getYear() == today().getYear() ? DAY_OF_WEEK : DAY_OF_YEAR).format(day);
        };
    }

    /// Day and time, for a tooltip: Sunday, 3 May, 18:53.
    public String exact(Instant when) {
        return TEXTS.get("time.exact", day(when), time(when));
    }

    /// The day that a moment lies in.
    public LocalDate dayOf(Instant when) {
        return when.atZone(zone).toLocalDate();
    }

    /// Today, by the clock.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// The moment at which "today" becomes "yesterday".
    public Instant midnight() {
        ZonedDateTime next = today().plusDays(1).atStartOfDay(zone);
        return next.toInstant();
    }

    private int daysAgo(Instant when) {
        LocalDate day = dayOf(when);
        return day.equals(today()) ? 0 : day.equals(today().minusDays(1)) ? 1 : 2;
    }

    private String date(LocalDate day) {
        return (day.getYear() == today().getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.UK);
    }
}
