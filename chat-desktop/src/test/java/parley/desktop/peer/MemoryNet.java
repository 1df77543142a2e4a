package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.PeerAddress;
import parley.wire.Decoded;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A network in memory: lobbies at addresses, and lines between them whose frames take a while. All
/// on one strand.
final class MemoryNet {
    private static final Duration REDIAL = Duration.ofSeconds(1);

    private final TestStrand strand;
    private final Map<PeerAddress, Host> hosts = new HashMap<>();
    private final List<MemoryLine> lines = new ArrayList<>();
    private final Set<PeerAddress> unreachable = new HashSet<>();
    private int dials;
    private int unwritten;
    private int mostUnwritten;
    private int largestLoad;
    private Duration delay = Duration.ofMillis(20);

    private record Host(Fingerprint key, Lobby lobby) {}

    MemoryNet(TestStrand strand) {
        this.strand = strand;
    }

    /// How long a frame takes from now on.
    void delay(Duration newDelay) {
        delay = newDelay;
    }

    void listen(PeerAddress address, Fingerprint key, Lobby lobby) {
        hosts.put(address, new Host(key, lobby));
    }

    /// Nobody gets to this address any more, but lines that are open stay.
    void shut(PeerAddress address) {
        unreachable.add(address);
    }

    void openAgain(PeerAddress address) {
        unreachable.remove(address);
    }

    /// Breaks every line; frames under way are lost, and both ends hear of it.
    void cut() {
        for (MemoryLine line : List.copyOf(lines)) {
            line.breakOff(Line.Break.GONE);
        }
    }

    /// Breaks every line without a word: both ends believe that it is there.
    void silence() {
        lines.forEach(line -> line.mute = true);
    }

    /// Lines that are open now, each counted once.
    int open() {
        return lines.size() / 2;
    }

    /// How often somebody was dialled.
    int dials() {
        return dials;
    }

    /// The most pieces of a file that were handed over in one go.
    int largestLoad() {
        return largestLoad;
    }

    /// The most loads that waited to be written at once.
    int mostUnwritten() {
        return mostUnwritten;
    }

    /// Dials as the desktop with this key.
    Dialler dialler(Fingerprint own) {
        return (addresses, key, outcomes) -> new MemoryDial(own, key, outcomes, addresses);
    }

    /// Two lines that are the ends of one, through a relay.
    ///
    /// @param one the key of the desktop at the first end
    /// @return what each of the two holds
    List<Line> relayed(Fingerprint one, Fingerprint other) {
        MemoryLine here = new MemoryLine(other, Optional.empty(), Way.RELAY);
        MemoryLine there = new MemoryLine(one, Optional.empty(), Way.RELAY);
        join(here, there);
        return List.of(here, there);
    }

    private void join(MemoryLine here, MemoryLine there) {
        here.other = Optional.of(there);
        there.other = Optional.of(here);
        lines.add(here);
        lines.add(there);
    }

    private final class MemoryDial implements Dialler.Dial {
        private final Fingerprint own;
        private final Fingerprint wanted;
        private final Dialler.Outcomes outcomes;
        private boolean stopped;

        private MemoryDial(
                Fingerprint own,
                Fingerprint wanted,
                Dialler.Outcomes outcomes,
                List<PeerAddress> addresses) {
            this.own = own;
            this.wanted = wanted;
            this.outcomes = outcomes;
            addresses.forEach(address -> strand.after(delay, () -> attempt(address)));
        }

        private void attempt(PeerAddress address) {
            dials++;
            Host host = hosts.get(address);
            if (stopped) {
                return;
            }
            if (host == null || unreachable.contains(address)) {
                fail(address, PathFailure.REFUSED);
            } else if (!host.key.equals(wanted)) {
                fail(address, PathFailure.OTHER_KEY);
            } else {
                connect(address, host);
            }
        }

        private void fail(PeerAddress address, PathFailure why) {
            outcomes.failed(address, why);
            lost(address);
        }

        private void connect(PeerAddress address, Host host) {
            MemoryLine here = new MemoryLine(host.key, Optional.of(address), Way.DIRECT);
            MemoryLine there = new MemoryLine(own, Optional.empty(), Way.DIRECT);
            join(here, there);
            strand.execute(() -> host.lobby.enter(there, strand.nanos(), () -> {}));
            strand.execute(() -> {
                if (stopped) {
                    here.close();
                } else {
                    outcomes.reached(here);
                }
            });
        }

        @Override
        public void lost(PeerAddress address) {
            strand.after(REDIAL, () -> attempt(address));
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }

    private final class MemoryLine implements Line {
        private final Fingerprint key;
        private final Optional<PeerAddress> dialled;
        private final Way way;
        private Optional<MemoryLine> other = Optional.empty();
        private Optional<Owner> owner = Optional.empty();
        private boolean over;
        private boolean mute;
        private long lastArrival;

        private MemoryLine(Fingerprint key, Optional<PeerAddress> dialled, Way way) {
            this.key = key;
            this.dialled = dialled;
            this.way = way;
        }

        @Override
        public Fingerprint key() {
            return key;
        }

        @Override
        public Optional<PeerAddress> dialled() {
            return dialled;
        }

        @Override
        public Optional<InetAddress> from() {
            return Optional.empty();
        }

        @Override
        public Way way() {
            return way;
        }

        @Override
        public void belongTo(Owner newOwner) {
            owner = Optional.of(newOwner);
        }

        @Override
        public void say(PeerFrame frame) {
            if (!over && !mute) {
                PeerFrame said = copied(frame);
                other.ifPresent(there -> there.arrives(() -> there.hear(said)));
            }
        }

        /// What has been said is no more its speaker's.
        private static PeerFrame copied(PeerFrame frame) {
            byte[] line = PeerCodec.encode(frame);
            return ((Decoded.Frame<PeerFrame>) OneFrame.decode(line)).frame();
        }

        @Override
        public void carry(List<PeerFrame.FileData> load, Runnable written) {
            load.forEach(this::say);
            largestLoad = Math.max(largestLoad, load.size());
            if (!over && !mute) {
                mostUnwritten = Math.max(mostUnwritten, ++unwritten);
                strand.after(
                        delay.dividedBy(4).multipliedBy(load.size()),
                        () -> {
                            unwritten--;
                            load.forEach(piece -> piece.bytes().release());
                            written.run();
                        });
            }
        }

        /// Something comes out here after a while, and after all that went in before.
        private void arrives(Runnable step) {
            lastArrival = Math.max(lastArrival, strand.nanos() + delay.toNanos());
            strand.after(Duration.ofNanos(lastArrival - strand.nanos()), step);
        }

        private void hear(PeerFrame frame) {
            if (!over && !mute) {
                owner.ifPresent(holder -> holder.heard(this, frame));
            }
        }

        @Override
        public void leave(String reason) {
            say(new PeerFrame.Bye(reason));
            close();
        }

        @Override
        public void close() {
            if (!over) {
                over = true;
                lines.remove(this);
                other.ifPresent(there -> there.arrives(() -> there.breakOff(Line.Break.GONE)));
            }
        }

        private void breakOff(Line.Break why) {
            if (!over && !mute) {
                close();
                owner.ifPresent(holder -> holder.broke(this, why));
            }
        }
    }
}
