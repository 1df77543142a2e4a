package parley.desktop.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A clock that a test turns by hand, and timers that go by it.
public final class HandTimers extends Clock implements Timers {
    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now;

    /// A deed and its moment.
    private record Alarm(Instant at, Runnable deed) {}

    public HandTimers(Instant now) {
        this.now = now;
    }

    @Override
    public Running after(Duration wait, Runnable deed) {
        Alarm alarm = new Alarm(now.plus(wait), deed);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /// Lets time pass, and does what falls due meanwhile, in order.
    public void pass(Duration time) {
        Instant end = now.plus(time);
        for (Optional<Alarm> due = due(end); due.isPresent(); due = due(end)) {
            alarms.remove(due.get());
            now = due.get().at();
            due.get().deed().run();
        }
        now = end;
    }

    private Optional<Alarm> due(Instant end) {
        return alarms.stream()
                .filter(alarm -> !alarm.at().isAfter(end))
                .min(Comparator.comparing(Alarm::at));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
