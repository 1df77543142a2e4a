package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.protocol.PeerAddress;
import parley.protocol.Role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks for the peer of one session, and sees to it that exactly one line stays.
///
/// Lines come from both sides: those dialled here, and those that the other side dialled. The
/// `dial` side chooses: it says `open` on one, and on another where that one breaks or stays silent
/// while another stands ready. The other side answers the last `open` with `opened`. What was not
/// chosen is closed. On the strand only.
final class Search implements Line.Owner, Dialler.Outcomes {
    private final Introduction introduction;
    private final Setting setting;
    private final Finder finder;
    private final List<PeerAddress> dialled;
    private final List<Line> candidates = new ArrayList<>();
    private final Map<PeerAddress, PathFailure> failures = new LinkedHashMap<>();
    private Strand.@Nullable Alarm alarm;
    private Strand.@Nullable Alarm patience;
    private Dialler.@Nullable Dial dial;
    private @Nullable Line chosen;

    /// Who searches.
    interface Finder {
        /// The one line; the finder's now. The search is over.
        void found(Line line);

        /// The other side is there, but does not want any more. The search is over.
        void turnedAway();
    }

    /// A search that begins at once, and dials after a delay.
    Search(Introduction introduction, Setting setting, Finder finder, Duration delay) {
        this.introduction = introduction;
        this.setting = setting;
        this.finder = finder;
        this.dialled = introduction.dialable();
        if (delay.isZero()) {
            dial();
        } else {
            alarm = setting.strand().after(delay, this::dial);
        }
    }

    private void dial() {
        if (!dialled.isEmpty()) {
            dial = setting.dialler().dial(dialled, introduction.key(), this);
        }
    }

    /// Takes a line that the other side has dialled.
    void take(Line line) {
        reached(line);
    }

    @Override
    public void reached(Line line) {
        line.belongTo(this);
        candidates.add(line);
        if (introduction.role() == Role.DIAL && chosen == null) {
            choose(line);
        }
    }

    @Override
    public void failed(PeerAddress address, PathFailure failure) {
        failures.put(address, failure);
    }

    private void choose(Line line) {
        chosen = line;
        line.say(new PeerFrame.Open(introduction.session()));
        hush(patience);
        patience = setting.strand().after(PeerLimits.OPENED_WITHIN, this::chooseAnother);
    }

    private void chooseAnother() {
        Line silent = chosen;
        if (silent != null && candidates.size() > 1) {
            forget(silent);
            silent.close();
        }
    }

    /// A line is out; where it was the chosen one, the next in turn is chosen.
    private void forget(Line line) {
        candidates.remove(line);
        line.dialled().ifPresent(this::dialAgain);
        if (line.equals(chosen)) {
            chosen = null;
            if (!candidates.isEmpty()) {
                choose(candidates.getFirst());
            }
        }
    }

    private void dialAgain(PeerAddress address) {
        failures.put(address, PathFailure.HUNG_UP);
        if (dial != null) {
            dial.lost(address);
        }
    }

    @Override
    public void broke(Line line, Line.Break why) {
        forget(line);
    }

    @Override
    public void heard(Line line, PeerFrame frame) {
        switch (frame) {
            case PeerFrame.Open(String session) when mayOpen(session) -> {
                line.say(new PeerFrame.Opened());
                found(line);
            }
            case PeerFrame.Opened() when line.equals(chosen) -> found(line);
            case PeerFrame.Bye _ -> {
                stop();
                finder.turnedAway();
            }
            case PeerFrame.Ping() -> line.say(new PeerFrame.Pong());
            case PeerFrame.Pong _, PeerFrame.Unknown _ -> {}
            case PeerFrame.Open _,
                    PeerFrame.Opened _,
                    PeerFrame.Message _,
                    PeerFrame.Delivered _,
                    PeerFrame.Read _,
                    PeerFrame.Typing _ -> {
                line.close();
                forget(line);
            }
        }
    }

    private boolean mayOpen(String session) {
        return introduction.role() == Role.LISTEN && introduction.session().equals(session);
    }

    private void found(Line line) {
        candidates.remove(line);
        stop();
        finder.found(line);
    }

    /// Ends the search and closes what it had.
    void stop() {
        quiet();
        candidates.forEach(Line::close);
        candidates.clear();
    }

    /// Ends the search and says good-bye on what it had.
    void leave(String reason) {
        quiet();
        candidates.forEach(line -> line.leave(reason));
        candidates.clear();
    }

    private void quiet() {
        hush(alarm);
        hush(patience);
        chosen = null;
        if (dial != null) {
            dial.stop();
        }
    }

    private static void hush(Strand.@Nullable Alarm alarm) {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /// Each address that was offered, and how it failed; one that gave no sign is `SILENT`.
    List<Ending.Path> paths() {
        return introduction.addresses().stream()
                .distinct()
                .map(address -> new Ending.Path(address, failure(address)))
                .toList();
    }

    private PathFailure failure(PeerAddress address) {
        return dialled.contains(address)
                ? failures.getOrDefault(address, PathFailure.SILENT)
                : PathFailure.NOT_ALLOWED;
    }
}
