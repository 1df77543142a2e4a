package parley.server.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.ByeReason;
import parley.protocol.UserName;
import parley.server.account.TokenId;
import parley.server.delivery.Hearer;
import parley.server.delivery.Hearers;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who is signed in: one session a user. A silent old session is asked before a new one is refused.
///
/// Looking up is memory work and never waits. Coming and going take its lock, which is the
/// outermost of all, so that presence hears of both in the order in which they happened. Any thread
/// may use it.
public final class SessionTable implements Hearers {
    private static final Duration GHOST_ANSWERS_WITHIN = Duration.ofSeconds(1);

    private final Map<UserName, Seat> seats = new ConcurrentHashMap<>();
    private final Object door = new Object();

    /// What came of asking for a seat.
    sealed interface Entry {
        /// It is theirs.
        ///
        /// @param replaced the session that had it before, which has to end; null where none had
        record Seated(Seat seat, @Nullable Occupant replaced) implements Entry {}

        /// Another session has it, and is alive.
        record Taken() implements Entry {}
    }

    /// Takes a user's seat. May wait a second for the answer of an old session.
    Entry enter(Seat wanted, Claim claim) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            Seat present = seats.get(wanted.user());
            if (present != null && !wins(claim, present) && isAlive(present, began)) {
                return new Entry.Taken();
            }
            Optional<Entry> entry = replace(present, wanted);
            if (entry.isPresent()) {
                return entry.get();
            }
        }
    }

    /// Who sat down after this sign-in began has just shown to be alive, and wins the race.
    private static boolean isAlive(Seat present, long began) throws InterruptedException {
        return present.takenAt() - began > 0
                || present.session().answersWithin(GHOST_ANSWERS_WITHIN);
    }

    private static boolean wins(Claim claim, Seat present) {
        return switch (claim) {
            case Claim.IfDead() -> false;
            case Claim.Takeover() -> true;
            case Claim.OwnGhost(TokenId token) -> token.equals(present.token());
        };
    }

    /// Puts the one in the place of the other; nothing where that is no more there.
    private Optional<Entry> replace(@Nullable Seat old, Seat wanted) {
        synchronized (door) {
            if (seats.get(wanted.user()) != old) {
                return Optional.empty();
            }
            if (old != null && old.isSeen()) {
                wanted.setSeen();
            }
            wanted.taken(System.nanoTime());
            seats.put(wanted.user(), wanted);
            return Optional.of(new Entry.Seated(wanted, old == null ? null : old.session()));
        }
    }

    /// Does this while the seat is held, and while nobody comes or goes; false, and nothing done,
    /// where the seat is lost.
    boolean appear(Seat seat, Runnable presence) {
        synchronized (door) {
            if (seats.get(seat.user()) != seat) {
                return false;
            }
            seat.setSeen();
            presence.run();
            return true;
        }
    }

    /// Gives a seat free, and does this where the user was present by it; nothing where the seat is
    /// lost already.
    void leave(Seat seat, Runnable absence) {
        synchronized (door) {
            if (seats.remove(seat.user(), seat) && seat.isSeen()) {
                absence.run();
            }
        }
    }

    /// Ends the session of this user, where one is signed in.
    public void end(UserName user, ByeReason reason) {
        Seat seat = seats.get(user);
        if (seat != null) {
            seat.session().end(reason);
        }
    }

    /// Whether a living session holds this token.
    public boolean holds(TokenId token) {
        return seats.values().stream().anyMatch(seat -> token.equals(seat.token()));
    }

    /// All sessions that are signed in at this moment.
    List<Occupant> sessions() {
        return seats.values().stream().map(Seat::session).toList();
    }

    @Override
    public Optional<Hearer> of(UserName user) {
        Seat seat = seats.get(user);
        return seat == null ? Optional.empty() : Optional.of(seat.session());
    }

    @Override
    public Collection<UserName> online() {
        return seats.keySet();
    }
}
