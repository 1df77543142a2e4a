package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Dials over TCP in the manner of RFC 8305: the next address 250 ms after the one before, or at
/// once where that has failed; all of them again after a pause. Each attempt waits on a virtual
/// thread of its own.
final class TlsDialler implements Dialler {
    private final Lines lines;
    private final Strand strand;

    TlsDialler(Lines lines, Strand strand) {
        this.lines = lines;
        this.strand = strand;
    }

    @Override
    public Dial dial(List<PeerAddress> addresses, Fingerprint key, Outcomes outcomes) {
        Rounds rounds = new Rounds(addresses, key, outcomes);
        rounds.next();
        return rounds;
    }

    /// One search; on the strand but for the attempts themselves.
    private final class Rounds implements Dial {
        private final Fingerprint key;
        private final Outcomes outcomes;
        private final Deque<PeerAddress> due = new ArrayDeque<>();
        private final Set<PeerAddress> failed = new HashSet<>();
        private final Set<Socket> underWay = new HashSet<>();
        private Duration pause = PeerLimits.FIRST_PAUSE;
        private Strand.Alarm alarm = () -> {};
        private boolean stopped;

        private Rounds(List<PeerAddress> addresses, Fingerprint key, Outcomes outcomes) {
            this.key = key;
            this.outcomes = outcomes;
            due.addAll(addresses);
        }

        private void next() {
            alarm.cancel();
            if (stopped || due.isEmpty()) {
                return;
            }
            attempt(due.remove());
            if (!due.isEmpty()) {
                alarm = strand.after(PeerLimits.STAGGER, this::next);
            }
        }

        private void attempt(PeerAddress address) {
            Socket raw = new Socket();
            underWay.add(raw);
            Attempt attempt = new Attempt(lines, raw, address, key);
            Thread.ofVirtual()
                    .name("private-dial")
                    .start(() -> {
                        Attempt.Result result = attempt.run();
                        strand.execute(() -> take(raw, address, result));
                    });
        }

        private void take(Socket raw, PeerAddress address, Attempt.Result result) {
            underWay.remove(raw);
            switch (result) {
                case Attempt.Reached(TlsLine line) when stopped -> line.close();
                case Attempt.Reached(TlsLine line) -> outcomes.reached(line);
                case Attempt.Failed _ when stopped -> {}
                case Attempt.Failed(PathFailure why) -> {
                    outcomes.failed(address, why);
                    lost(address);
                }
            }
        }

        @Override
        public void lost(PeerAddress address) {
            failed.add(address);
            if (!due.isEmpty()) {
                next();
            } else if (underWay.isEmpty()) {
                alarm.cancel();
                alarm = strand.after(pause, this::again);
            }
        }

        private void again() {
            Duration doubled = pause.multipliedBy(2);
            pause =
                    doubled.compareTo(PeerLimits.LONGEST_PAUSE) < 0
                            ? doubled
                            : PeerLimits.LONGEST_PAUSE;
            due.addAll(failed);
            failed.clear();
            next();
        }

        @Override
        public void stop() {
            stopped = true;
            alarm.cancel();
            underWay.forEach(Lines::closeQuietly);
        }
    }
}
