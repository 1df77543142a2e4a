package parley.desktop.peer;

import parley.identity.Fingerprint;
import parley.protocol.Role;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where those wait who have dialled this desktop, have shown a key, and have not yet been claimed
/// by a session. Whoever is not claimed in time is shut out without a word. On the strand only.
final class Lobby {
    private final Strand strand;
    private final List<Guest> guests = new ArrayList<>();
    private final List<Farewell> farewells = new ArrayList<>();
    private Host host = new Nobody();

    /// Who knows the sessions.
    interface Host {
        /// The session that looks for this key and chooses the line itself.
        Optional<Session> choosing(Fingerprint key);

        /// The session of this name with this key, of which the other side chooses the line.
        Optional<Session> chosenBy(Fingerprint key, String session);

        /// This key's owner is here though its chat seems to have a line already.
        void knocked(Fingerprint key);

        /// This key's owner is here to say good-bye.
        void turnedAway(Fingerprint key);
    }

    private record Nobody() implements Host {
        @Override
        public Optional<Session> choosing(Fingerprint key) {
            return Optional.empty();
        }

        @Override
        public Optional<Session> chosenBy(Fingerprint key, String session) {
            return Optional.empty();
        }

        @Override
        public void knocked(Fingerprint key) {}

        @Override
        public void turnedAway(Fingerprint key) {}
    }

    /// A session that has ended here while its other side may still look for a line.
    private record Farewell(Introduction introduction, long until) {}

    Lobby(Strand strand) {
        this.strand = strand;
    }

    /// Who is asked for sessions from now on.
    void servedBy(Host newHost) {
        host = newHost;
    }

    /// Somebody is here.
    ///
    /// @param since nanoseconds of the strand at which they knocked
    /// @param left run once, when they are claimed or gone
    void enter(Line line, long since, Runnable left) {
        Guest guest = new Guest(line, left);
        guests.add(guest);
        line.belongTo(guest);
        Duration spent = Duration.ofNanos(strand.nanos() - since);
        guest.alarm = strand.after(PeerLimits.STRANGER_TIME.minus(spent), guest::outOfTime);
        if (!guest.claimed()) {
            host.knocked(line.key());
        }
    }

    /// A session has begun to look for its peer, who may be here already.
    void look() {
        List.copyOf(guests).forEach(Guest::claimed);
    }

    /// Remembers, for as long as the other side may look for it, that a session is over: whoever
    /// comes for it is told so.
    void farewell(Introduction ended) {
        forgetOldFarewells();
        long until = strand.nanos() + PeerLimits.RECONNECT_FOR.toNanos();
        if (farewells.size() == PeerLimits.FAREWELLS) {
            farewells.removeFirst();
        }
        farewells.add(new Farewell(ended, until));
        look();
    }

    private void forgetOldFarewells() {
        long now = strand.nanos();
        farewells.removeIf(farewell -> farewell.until - now < 0);
    }

    /// Shuts everybody out.
    void close() {
        List.copyOf(guests).forEach(Guest::shutOut);
    }

    /// Somebody who waits.
    private final class Guest implements Line.Owner {
        private final Line line;
        private final Runnable left;
        private Optional<String> wanted = Optional.empty();
        private Strand.Alarm alarm = () -> {};

        private Guest(Line line, Runnable left) {
            this.line = line;
            this.left = left;
        }

        /// Whether somebody has claimed the line, or had it told that all is over.
        private boolean claimed() {
            if (!guests.contains(this)) {
                return true;
            }
            return wanted.isEmpty() ? claimedByKey() : claimedByName(wanted.get());
        }

        private boolean claimedByKey() {
            Optional<Session> session = host.choosing(line.key());
            session.ifPresent(found -> {
                go();
                found.take(line);
            });
            return session.isPresent();
        }

        private boolean claimedByName(String name) {
            Optional<Session> session = host.chosenBy(line.key(), name);
            if (session.isPresent()) {
                go();
                session.get().takeOpened(line);
                return true;
            }
            return toldFarewell(ended -> ended.session().equals(name));
        }

        private boolean toldFarewell(Predicate<Introduction> meant) {
            forgetOldFarewells();
            boolean over =
                    farewells.stream()
                            .map(Farewell::introduction)
                            .filter(ended -> ended.key().equals(line.key()))
                            .anyMatch(meant);
            if (over) {
                go();
                line.leave("ended");
            }
            return over;
        }

        @Override
        public void heard(Line from, PeerFrame frame) {
            switch (frame) {
                case PeerFrame.Open(String session) when wanted.isEmpty() -> want(session);
                case PeerFrame.Bye _ -> {
                    shutOut();
                    host.turnedAway(line.key());
                }
                case PeerFrame.Unknown _ -> {}
                case PeerFrame.Open _,
                        PeerFrame.Opened _,
                        PeerFrame.Talk _,
                        PeerFrame.Ping _,
                        PeerFrame.Pong _ ->
                        shutOut();
            }
        }

        /// The server's word about this session may come a little later than the peer.
        private void want(String session) {
            wanted = Optional.of(session);
            alarm.cancel();
            if (!claimed()) {
                alarm = strand.after(PeerLimits.STRANGER_TIME, this::shutOut);
            }
        }

        @Override
        public void broke(Line gone, Line.Break why) {
            go();
        }

        /// Who waits for our choice may wait for a session that has ended here; that is told only
        /// now, lest a new session's peer be taken for it.
        private void outOfTime() {
            if (!toldFarewell(ended -> ended.role() == Role.DIAL)) {
                shutOut();
            }
        }

        private void shutOut() {
            go();
            line.close();
        }

        private void go() {
            alarm.cancel();
            if (guests.remove(this)) {
                left.run();
            }
        }
    }
}
