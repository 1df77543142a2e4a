package parley.desktop;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import parley.desktop.kit.SpokenTime;
import parley.desktop.state.Timers;

import java.time.Duration;
import java.time.LocalDate;

/// What day it is, for all that says "today". Looked at once a minute, since a computer that slept
/// over midnight wakes up without having been told.
final class DayWatch {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SpokenTime times;
    private final Timers timers;
    private final ReadOnlyObjectWrapper<LocalDate> day;

    DayWatch(SpokenTime times, Timers timers) {
        this.times = times;
        this.timers = timers;
        day = new ReadOnlyObjectWrapper<>(this, "day", times.today());
        timers.after(MINUTE, this::look);
    }

    ReadOnlyObjectProperty<LocalDate> dayProperty() {
        return day.getReadOnlyProperty();
    }

    private void look() {
        day.set(times.today());
        timers.after(MINUTE, this::look);
    }
}
