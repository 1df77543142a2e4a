package parley.desktop.state;

import parley.desktop.HandClock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A clock that a test turns by hand, and timers that go by it.
public final class HandTimers extends HandClock implements Timers {
    private final List<Alarm> alarms = new ArrayList<>();

    /// A deed and its moment.
    private record Alarm(Instant at, Runnable deed) {}

    public HandTimers(Instant now) {
        super(now);
    }

    @Override
    public Running after(Duration wait, Runnable deed) {
        Alarm alarm = new Alarm(instant().plus(wait), deed);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /// Lets time pass, and does what falls due meanwhile, in order.
    public void pass(Duration time) {
        Instant end = instant().plus(time);
        for (Optional<Alarm> due = due(end); due.isPresent(); due = due(end)) {
            alarms.remove(due.get());
            set(due.get().at());
            due.get().deed().run();
        }
        set(end);
    }

    private Optional<Alarm> due(Instant end) {
        return alarms.stream()
                .filter(alarm -> !alarm.at().isAfter(end))
                .min(Comparator.comparing(Alarm::at));
    }
}
