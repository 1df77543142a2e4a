package parley.desktop.net;

import parley.desktop.net.LinkState.Stop;
import parley.protocol.Event;
import parley.protocol.Limits;

import java.time.Duration;

/// What follows from a server's last words.
sealed interface Aftermath {
    /// Longer than any server asks for: what is beyond it is no wish but a fault.
    Duration LONGEST = Duration.ofDays(1);

    /// The desktop comes back by itself.
    ///
    /// @param after no sooner than this
    record ComeBack(Trouble why, Duration after) implements Aftermath {}

    /// It does not.
    record StayAway(Stop why) implements Aftermath {}

    /// What follows from this goodbye.
    ///
    /// @param silence for how long nothing had been heard before, by the wall clock, which goes on
    ///   while the machine sleeps: a server that finds a sleeper idle means the line, one that
    ///   finds a living line idle means its user
    static Aftermath of(Event.Bye bye, Duration silence) {
        Duration asked = Duration.ofSeconds(Math.min(bye.retryAfter(), LONGEST.toSeconds()));
        return switch (bye.reason()) {
            case TAKEOVER -> new StayAway(new Stop.TakenOver());
            case REMOVED -> new StayAway(new Stop.Removed());
            case IDLE ->
                    silence.compareTo(Limits.SERVER_DROPS_AFTER) < 0
                            ? new StayAway(new Stop.Idle())
                            : new ComeBack(Trouble.DROPPED, asked);
            case SHUTDOWN -> new ComeBack(Trouble.SHUTDOWN, asked);
            case SLOW -> new ComeBack(Trouble.DROPPED, asked);
            case LOGOUT, PROTOCOL, OTHER -> new ComeBack(Trouble.BROKEN, asked);
        };
    }
}
