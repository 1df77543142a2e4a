package parley.desktop.peer;

import org.jspecify.annotations.Nullable;

import parley.protocol.PeerAddress;
import parley.protocol.Role;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Looks for the peer of one session, and sees to it that exactly one line stays.
///
/// Lines come from both sides: those dialled here, and those that the other side dialled. The
/// `dial` side chooses: it says `open` on one, and on another where that one breaks or stays silent
/// while another stands ready. The other side answers the last `open` with `opened`. What was not
/// chosen is closed, and so is what stays silent for some seconds, so that its address is dialled
/// again. On the strand only.
final class Search implements Line.Owner, Dialler.Outcomes {
    private final Introduction introduction;
    private final Setting setting;
    private final Finder finder;
    private final List<PeerAddress> dialled;
    private final Map<Line, Strand.Alarm> candidates = new LinkedHashMap<>();
    private final Map<PeerAddress, PathFailure> failures = new LinkedHashMap<>();
    private Strand.@Nullable Alarm alarm;
    private Dialler.@Nullable Dial dial;
    private @Nullable Line chosen;
    private @Nullable RelayRounds byRelay;

    /// Who searches.
    interface Finder {
        /// The one line; the finder's now. The search is over.
        void found(Line line);

        /// The other side is there, but does not want any more. The search is over.
        void turnedAway();

        /// The relay is not to be had; the search goes on without it.
        void relayRefused(Detour why);
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

    /// Comes to the server's relay, too, from now on: the owner has agreed to that.
    void alsoByRelay() {
        if (byRelay == null) {
            byRelay = new RelayRounds(introduction, setting, this::reached, finder::relayRefused);
            byRelay.begin();
        }
    }

    /// What is to be said of the relay, to which this search has come.
    Detour detour() {
        return byRelay == null ? Detour.OFFERED : byRelay.last();
    }

    /// Takes a line that the other side has dialled.
    void take(Line line) {
        reached(line);
    }

    @Override
    public void reached(Line line) {
        line.belongTo(this);
        candidates.put(line, () -> {});
        switch (introduction.role()) {
            case LISTEN -> expectMore(line, PeerLimits.OPEN_WITHIN);
            case DIAL -> {
                if (chosen == null) {
                    choose(line);
                }
            }
        }
    }

    @Override
    public void failed(PeerAddress address, PathFailure failure) {
        failures.put(address, failure);
    }

    private void choose(Line line) {
        chosen = line;
        line.say(new PeerFrame.Open(introduction.session()));
        expectMore(line, PeerLimits.OPENED_WITHIN);
    }

    private void expectMore(Line line, Duration within) {
        candidates.put(line, setting.strand().after(within, () -> drop(line)));
    }

    private void drop(Line line) {
        line.close();
        forget(line);
    }

    /// A line is out; where it was the chosen one, the next in turn is chosen.
    private void forget(Line line) {
        release(line);
        line.dialled().ifPresent(this::dialAgain);
        if (byRelay != null && line.way() == Way.RELAY) {
            byRelay.lost();
        }
        if (line.equals(chosen)) {
            chosen = null;
            if (!candidates.isEmpty()) {
                choose(candidates.keySet().iterator().next());
            }
        }
    }

    private void release(Line line) {
        hush(candidates.remove(line));
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
            case PeerFrame.Open _, PeerFrame.Opened _, PeerFrame.Talk _ -> drop(line);
        }
    }

    private boolean mayOpen(String session) {
        return introduction.role() == Role.LISTEN && introduction.session().equals(session);
    }

    private void found(Line line) {
        release(line);
        stop();
        finder.found(line);
    }

    /// Ends the search and closes what it had.
    void stop() {
        quiet();
        candidates.keySet().forEach(Line::close);
        candidates.clear();
    }

    /// Ends the search and says good-bye on what it had.
    void leave(String reason) {
        quiet();
        candidates.keySet().forEach(line -> line.leave(reason));
        candidates.clear();
    }

    private void quiet() {
        hush(alarm);
        candidates.values().forEach(Strand.Alarm::cancel);
        chosen = null;
        if (dial != null) {
            dial.stop();
        }
        if (byRelay != null) {
            byRelay.stop();
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
