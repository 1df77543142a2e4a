package parley.desktop.peer;

import parley.identity.Fingerprint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where one session of a private chat stands. Each stage offers only what may come next:
///
/// ```text
///  the owner asks                    the other side asks
///        |                                  |
///     Asking --------.                   Invited --decline--.
///        |  ready    | ready,               | accept        |
///        |           | another key       Accepted           |
///        |           v                      |  ready        |
///        |        Doubting <----------------+               |
///        |           | accept               |               |
///        v           v                      v               |
///      Connecting <--+----------------------'               |
///        |   |   '- 20 s -> NoWay -----------.              |
///        |   |              | ^  ^ no        | the owner    |
///        |   | the other    | |  |           | takes the    |
///        |   | waits there  v |  |           v relay        |
///        |   '----------> Wanted -----yes--> Relaying       |
///        | opened            | opened        | opened       |
///        v                   v               |              |
///      Talking <-------------+---------------'              |
///        |  ^ '-broke-> Reconnecting                        |
///        |  '--opened-----'   '----- 60 s -------------.    |
///        '----- bye -----------------------------------+----+--> Over
/// ```
///
/// Where the server offers no relay, 20 s end in `Over`; `Relaying` without the other side's coming
/// is `NoWay` again.
///
/// From every stage but `Over` the owner may leave, and that is `Over`, too; so is, before
/// `Connecting`, whatever the server says against it. Values; they know no socket, no timer and no
/// server.
sealed interface Stage {
    /// What the owner sees.
    PeerState shown();

    /// Whether the owner must say yes or no before it goes on.
    default boolean asksOwner() {
        return false;
    }

    /// Whether this may be what the server calls so while it brings the two together.
    default boolean mayBe(String name) {
        return false;
    }

    /// What brought the two together, once the server and the owner have.
    default Optional<Introduction> together() {
        return Optional.empty();
    }

    /// The other side's key, as soon as it has announced one.
    default Optional<Fingerprint> key() {
        return together().map(Introduction::key);
    }

    /// What it is called where the owner leaves here.
    default Ending left() {
        return new Ending.ByMe();
    }

    /// Ends it.
    default Over over(Ending why) {
        return new Over(why);
    }

    /// The server, or the owner, has not yet brought the two together: all this ends with the
    /// connection to the server.
    sealed interface Arranging extends Stage {}

    /// The owner wants it; the server has yet to say that both do.
    sealed interface Agreeing extends Arranging {
        default Connecting ready(Introduction introduction, Instant until) {
            return new Connecting(introduction, until);
        }

        /// The other side's key is another than before.
        default Doubting doubted(Introduction introduction, Instant until) {
            return new Doubting(introduction, until);
        }
    }

    /// Two desktops that know of each other look for a line.
    sealed interface Searching extends Stage {
        Introduction introduction();

        @Override
        default Optional<Introduction> together() {
            return Optional.of(introduction());
        }

        default Talking opened(Line line, Acceptance relay) {
            return new Talking(introduction().knowing(line.from()), line.way(), relay);
        }

        /// No address led to the other side.
        default NoWay noWay(List<Ending.Path> paths, Detour relay) {
            return new NoWay(introduction(), paths, relay);
        }
    }

    /// There is no line yet, nor again: the relay may be taken.
    sealed interface Wayless extends Stage {
        Introduction introduction();

        default Wanted wanted(Instant until) {
            return new Wanted(introduction(), until);
        }

        default Relaying relaying(Instant until) {
            return new Relaying(introduction(), until);
        }
    }

    /// The other side has been asked.
    ///
    /// @param session the server's name for it; empty until it has answered
    record Asking(String session) implements Agreeing {
        Asking introduced(String name) {
            return new Asking(name);
        }

        @Override
        public boolean mayBe(String name) {
            return session.isEmpty() || session.equals(name);
        }

        @Override
        public Ending left() {
            return new Ending.Cancelled();
        }

        @Override
        public PeerState shown() {
            return new PeerState.Inviting();
        }
    }

    /// The other side asks.
    record Invited(String session, Fingerprint announced, Acquaintance acquaintance)
            implements Arranging {
        /// They have asked again, with a newer key.
        Invited with(Fingerprint newer, Acquaintance known) {
            return new Invited(session, newer, known);
        }

        Accepted accepted() {
            return new Accepted(session, announced, acquaintance);
        }

        @Override
        public boolean asksOwner() {
            return true;
        }

        @Override
        public boolean mayBe(String name) {
            return session.equals(name);
        }

        @Override
        public Optional<Fingerprint> key() {
            return Optional.of(announced);
        }

        @Override
        public Ending left() {
            return new Ending.DeclinedByMe();
        }

        @Override
        public PeerState shown() {
            return new PeerState.Invited(acquaintance);
        }
    }

    /// The other side's wish has been accepted; the server has yet to say `private-ready`.
    ///
    /// @param agreed the key that the owner has accepted
    /// @param acquaintance what was known of it before
    record Accepted(String session, Fingerprint agreed, Acquaintance acquaintance)
            implements Agreeing {
        /// Whether the owner has seen this key and said yes.
        boolean holds(Fingerprint announced) {
            return agreed.equals(announced);
        }

        @Override
        public Optional<Fingerprint> key() {
            return Optional.of(agreed);
        }

        @Override
        public boolean mayBe(String name) {
            return session.equals(name);
        }

        @Override
        public PeerState shown() {
            return new PeerState.Connecting();
        }
    }

    /// The other side turned out to have another key than ever before; its owner decides.
    ///
    /// @param until when the other side gives up its search
    record Doubting(Introduction introduction, Instant until) implements Stage {
        Connecting goOn() {
            return new Connecting(introduction, until);
        }

        /// The other side has given up meanwhile: it is asked anew.
        Asking askAnew() {
            return new Asking("");
        }

        @Override
        public boolean asksOwner() {
            return true;
        }

        @Override
        public Ending left() {
            return new Ending.OtherKey();
        }

        @Override
        public PeerState shown() {
            return new PeerState.KeyChanged(introduction.key());
        }
    }

    /// The desktops look for each other for the first time.
    record Connecting(Introduction introduction, Instant until) implements Searching, Wayless {
        @Override
        public PeerState shown() {
            return new PeerState.Connecting();
        }
    }

    /// No direct way was found; the owner decides what next.
    record NoWay(Introduction introduction, List<Ending.Path> paths, Detour relay)
            implements Wayless {
        public NoWay {
            paths = List.copyOf(paths);
        }

        @Override
        public Optional<Introduction> together() {
            return Optional.of(introduction);
        }

        @Override
        public PeerState shown() {
            return new PeerState.NoWay(paths, relay);
        }
    }

    /// The other side waits at the relay; the owner decides, and the search goes on meanwhile.
    ///
    /// @param until when the other side goes from there
    record Wanted(Introduction introduction, Instant until) implements Searching, Wayless {
        @Override
        public boolean asksOwner() {
            return true;
        }

        @Override
        public PeerState shown() {
            return new PeerState.RelayWanted(until);
        }
    }

    /// This side has come to the relay, and goes on looking for a direct way.
    record Relaying(Introduction introduction, Instant until) implements Searching {
        @Override
        public PeerState shown() {
            return new PeerState.Relaying(until);
        }
    }

    /// There is a line, and the other side has spoken on it.
    ///
    /// @param relay whether the relay is taken without asking the next time
    record Talking(Introduction introduction, Way way, Acceptance relay) implements Stage {
        Reconnecting broke(Instant until) {
            return new Reconnecting(introduction, until);
        }

        /// Another line has taken the place of the one before.
        Talking over(Line line) {
            return new Talking(introduction.knowing(line.from()), line.way(), relay);
        }

        /// The owner thinks otherwise about the relay from now on.
        Talking with(Acceptance newRelay) {
            return new Talking(introduction, way, newRelay);
        }

        @Override
        public Optional<Introduction> together() {
            return Optional.of(introduction);
        }

        @Override
        public PeerState shown() {
            return switch (way) {
                case DIRECT -> new PeerState.Direct(introduction.acquaintance());
                case RELAY -> new PeerState.Relayed(introduction.acquaintance(), relay);
            };
        }
    }

    /// The line broke, and both dial again.
    record Reconnecting(Introduction introduction, Instant until) implements Searching, Wayless {
        @Override
        public PeerState shown() {
            return new PeerState.Reconnecting(until);
        }
    }

    /// The end.
    record Over(Ending why) implements Stage {
        @Override
        public PeerState shown() {
            return new PeerState.Ended(why);
        }
    }
}
