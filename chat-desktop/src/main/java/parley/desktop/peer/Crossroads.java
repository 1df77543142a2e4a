package parley.desktop.peer;

import parley.protocol.UserName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a session does where no direct way is found: whether it comes to the server's relay, by
/// whose consent, and what its owner is told when that comes to nothing. On the strand only.
final class Crossroads {
    private final UserName person;
    private final Setting setting;
    private final Petition petition;
    private final Traveller traveller;
    private boolean agreed;

    /// The session that stands there.
    interface Traveller {
        Stage stage();

        void become(Stage next);

        /// Sets when the stage that begins now runs out of time.
        Instant limit(Duration time);

        /// Enters a stage in which the search goes on, or begins; nothing where a line was found
        /// with that.
        Optional<Search> goOnSearching(Stage.Searching next);

        /// Ends the search, and the time that it had.
        void stopSearching();

        /// Each address that was offered, and how it failed so far.
        List<Ending.Path> paths();

        void over(Ending why);
    }

    Crossroads(UserName person, Setting setting, Petition petition, Traveller traveller) {
        this.person = person;
        this.setting = setting;
        this.petition = petition;
        this.traveller = traveller;
    }

    /// Whether the owner has agreed to the relay in this session.
    boolean isAgreed() {
        return agreed;
    }

    /// Now, for this person, or for everybody by giving no address away.
    private boolean mayRelay() {
        return agreed
                || petition.isHidden()
                || setting.known().relays(person) == Acceptance.FROM_NOW_ON;
    }

    /// The first search is over.
    void foundNoWay(Stage.Connecting connecting) {
        if (!connecting.introduction().hasRelay()) {
            traveller.over(new Ending.NoWay(traveller.paths()));
        } else if (mayRelay()) {
            relay();
        } else {
            stand(connecting, Detour.OFFERED);
        }
    }

    /// Stands where the owner decides.
    void stand(Stage.Searching searching, Detour relay) {
        List<Ending.Path> paths = traveller.paths();
        traveller.stopSearching();
        traveller.become(searching.noWay(paths, relay));
    }

    /// The owner takes the relay, or has agreed to it before.
    void relay() {
        if (traveller.stage() instanceof Stage.Wayless wayless
                && wayless.introduction().hasRelay()) {
            agreed = true;
            traveller
                    .goOnSearching(wayless.relaying(traveller.limit(PeerLimits.RELAY_WAIT)))
                    .ifPresent(Search::alsoByRelay);
        }
    }

    /// The other side waits at the relay.
    void wanted() {
        if (!(traveller.stage() instanceof Stage.Wayless wayless)) {
            return;
        }
        if (mayRelay()) {
            relay();
        } else {
            traveller.goOnSearching(wayless.wanted(traveller.limit(PeerLimits.RELAY_WAIT)));
        }
    }

    /// The owner does not want the relay.
    void decline() {
        if (traveller.stage() instanceof Stage.Wanted wanted) {
            petition.decline(wanted.introduction().session());
            stand(wanted, Detour.OFFERED);
        }
    }

    /// The relay is not to be had, or the other side's owner does not want it.
    void refused(Detour why) {
        if (traveller.stage() instanceof Stage.Relaying relaying) {
            stand(relaying, why);
        }
    }
}
