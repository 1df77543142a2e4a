package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Consumer;

/// Comes to the relay for one search, and again where that came to nothing that a further try could
/// not mend. On the strand only.
final class RelayRounds implements Relay.Outcomes {
    private final Introduction introduction;
    private final Setting setting;
    private final Consumer<Line> reached;
    private final Consumer<Detour> refused;
    private Relay.@Nullable Visit visit;
    private Strand.Alarm alarm = () -> {};
    private Duration pause = PeerLimits.FIRST_PAUSE;
    private Detour last = Detour.NO_ANSWER;
    private boolean stopped;

    /// @param reached takes a line to the peer
    /// @param refused hears that the relay is not to be had; then nothing more is tried
    RelayRounds(
            Introduction introduction,
            Setting setting,
            Consumer<Line> reached,
            Consumer<Detour> refused) {
        this.introduction = introduction;
        this.setting = setting;
        this.reached = reached;
        this.refused = refused;
    }

    /// Comes to the relay.
    void begin() {
        if (!stopped) {
            visit =
                    setting.relay()
                            .come(
                                    introduction.ticket(),
                                    introduction.key(),
                                    introduction.role(),
                                    this);
        }
    }

    /// A line that was reached has broken.
    void lost() {
        last = Detour.BROKEN;
        later();
    }

    private void later() {
        alarm.cancel();
        alarm = setting.strand().after(pause, this::begin);
        Duration doubled = pause.multipliedBy(2);
        pause =
                doubled.compareTo(PeerLimits.LONGEST_PAUSE) < 0
                        ? doubled
                        : PeerLimits.LONGEST_PAUSE;
    }

    /// What was wrong last.
    Detour last() {
        return last;
    }

    /// Goes, and comes no more.
    void stop() {
        stopped = true;
        alarm.cancel();
        if (visit != null) {
            visit.leave();
            visit = null;
        }
    }

    @Override
    public void reached(Line line) {
        visit = null;
        if (stopped) {
            line.close();
        } else {
            reached.accept(line);
        }
    }

    @Override
    public void missed(Detour why) {
        visit = null;
        if (stopped) {
            return;
        }
        last = why;
        if (why.isFinal()) {
            stop();
            refused.accept(why);
        } else {
            later();
        }
    }
}
