package parley.server.introduction;

import org.jspecify.annotations.Nullable;

import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.UserName;
import parley.server.delivery.Delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Brings the two ends of a private chat together at the server, where they have found no direct
/// way to each other. Whoever comes with one of the two tickets of a session waits for the other;
/// what they then say passes through as bytes, inside the TLS of the two.
///
/// A ticket is good while both are signed in and for ten minutes after. Used again it takes the
/// earlier connection's place; where both were there already both end, and both come again.
///
/// Any thread may use it; its lock is held for memory work only. [#expire] is to be called a few
/// times a second, [#forgetOld] now and then.
public final class RelayHub {
    /// Sessions of one user whose tickets are good at a time; the oldest make room.
    static final int MOST = 64;

    private static final Duration GOOD_AFTER = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Predicate<UserName> isOnline;
    private final Delivery delivery;
    private final Supplier<String> names;
    private final LongSupplier nanos;
    private final RelayQuota quota;
    private final Object lock = new Object();
    private final Map<String, Side> byTicket = new HashMap<>();
    private final Map<RelayEnd, Side> byEnd = new HashMap<>();
    private final Map<UserName, Deque<Meeting>> byUser = new HashMap<>();

    /// The tickets of one session.
    ///
    /// @param one for the one who was named first
    record Tickets(String one, String other) {}

    /// A session that may be relayed.
    private static final class Meeting {
        private final String session;
        private final Side one;
        private final Side other;
        private long oneWent;

        private Meeting(String session, Side one, Side other, long now) {
            this.session = session;
            this.one = one;
            this.other = other;
            this.oneWent = now;
        }

        private Side of(UserName user) {
            return one.user.equals(user) ? one : other;
        }

        private Side beside(Side side) {
            return side == one ? other : one;
        }
    }

    /// One of its two users, and their connection where there is one.
    private static final class Side {
        private final UserName user;
        private final String ticket;
        private @Nullable Meeting meeting;
        private @Nullable RelayEnd end;
        private long came;

        private Side(UserName user, String ticket) {
            this.user = user;
            this.ticket = ticket;
        }

        private Meeting meeting() {
            return Objects.requireNonNull(meeting, "a side is part of a meeting from the start");
        }

        private boolean isAlone() {
            return meeting().beside(this).end == null;
        }
    }

    /// @param isOnline whether somebody is signed in
    /// @param names for tickets, which nobody can guess
    /// @param nanos a monotonic clock
    /// @param quota how many connections it takes
    public RelayHub(
            Predicate<UserName> isOnline,
            Delivery delivery,
            Supplier<String> names,
            LongSupplier nanos,
            RelayQuota quota) {
        this.isOnline = isOnline;
        this.delivery = delivery;
        this.names = names;
        this.nanos = nanos;
        this.quota = quota;
    }

    /// Makes the tickets of a session.
    Tickets issue(String session, UserName one, UserName other) {
        synchronized (lock) {
            Side first = new Side(one, names.get());
            Side second = new Side(other, names.get());
            Meeting meeting = new Meeting(session, first, second, nanos.getAsLong());
            for (Side side : List.of(first, second)) {
                side.meeting = meeting;
                byTicket.put(side.ticket, side);
                Deque<Meeting> all = byUser.computeIfAbsent(side.user, _ -> new ArrayDeque<>());
                all.add(meeting);
                if (all.size() > MOST) {
                    forget(all.element());
                }
            }
            return new Tickets(first.ticket, second.ticket);
        }
    }

    /// What is under way goes on; nobody comes to it any more.
    private void forget(Meeting meeting) {
        for (Side side : List.of(meeting.one, meeting.other)) {
            byTicket.remove(side.ticket);
            byUser.computeIfPresent(
                    side.user,
                    (_, all) -> {
                        all.remove(meeting);
                        return all.isEmpty() ? null : all;
                    });
        }
    }

    /// Somebody comes with a ticket.
    ///
    /// A connection that takes the place of an earlier one of the same ticket is none more.
    public Coming come(String ticket, RelayEnd end) {
        List<Runnable> then = new ArrayList<>();
        Coming coming;
        synchronized (lock) {
            Side side = byTicket.get(ticket);
            if (side == null || !isGood(side.meeting())) {
                return Coming.badTicket();
            }
            if (side.end == null && isFull(side.user)) {
                return Coming.full();
            }
            coming = new Coming.Taken(side.user);
            come(side, end, then);
        }
        then.forEach(Runnable::run);
        return coming;
    }

    private boolean isFull(UserName user) {
        long own = byEnd.values().stream().filter(side -> side.user.equals(user)).count();
        return byEnd.size() >= quota.inAll() || own >= quota.ofAUser();
    }

    private void come(Side side, RelayEnd end, List<Runnable> then) {
        Meeting meeting = side.meeting();
        Side beside = meeting.beside(side);
        if (side.end != null && beside.end != null) {
            leave(beside, then);
        }
        leave(side, then);
        side.end = end;
        side.came = nanos.getAsLong();
        byEnd.put(end, side);
        RelayEnd other = beside.end;
        if (other == null) {
            then.add(() -> delivery.tell(beside.user, new Event.RelayWanted(meeting.session)));
        } else {
            // The one who comes meets first: nothing can be passed to it before it has said so.
            then.add(() -> end.meet(other));
            then.add(() -> other.meet(end));
        }
    }

    private void leave(Side side, List<Runnable> then) {
        RelayEnd end = side.end;
        if (end != null) {
            byEnd.remove(end);
            side.end = null;
            then.add(end::end);
        }
    }

    /// Somebody does not want to come to where the other side waits: that is told, and its wait is
    /// over.
    ///
    /// @return false where nobody waits there alone, and nothing has happened
    boolean declined(UserName user, String session) {
        List<Runnable> then = new ArrayList<>();
        synchronized (lock) {
            for (Meeting meeting : meetingsOf(user)) {
                Side beside = meeting.beside(meeting.of(user));
                if (meeting.session.equals(session) && beside.end != null && beside.isAlone()) {
                    then.add(() ->
                            delivery.tell(
                                    beside.user,
                                    new Event.PrivateDeclined(session, DeclineReason.DECLINED)));
                    leave(beside, then);
                }
            }
        }
        then.forEach(Runnable::run);
        return !then.isEmpty();
    }

    /// A connection is over, and with it the other end's.
    public void gone(RelayEnd end) {
        List<Runnable> then = new ArrayList<>();
        synchronized (lock) {
            Side side = byEnd.get(end);
            if (side != null) {
                leave(side, then);
                leave(side.meeting().beside(side), then);
            }
        }
        then.forEach(Runnable::run);
    }

    /// Somebody has signed in: tells who waits for them here.
    public void signedIn(UserName user) {
        List<Runnable> then = new ArrayList<>();
        synchronized (lock) {
            for (Meeting meeting : meetingsOf(user)) {
                Side mine = meeting.of(user);
                if (mine.end == null && meeting.beside(mine).end != null) {
                    then.add(() -> delivery.tell(user, new Event.RelayWanted(meeting.session)));
                }
            }
        }
        then.forEach(Runnable::run);
    }

    /// Somebody has signed out.
    public void signedOut(UserName user) {
        synchronized (lock) {
            for (Meeting meeting : meetingsOf(user)) {
                if (isOnline.test(meeting.beside(meeting.of(user)).user)) {
                    meeting.oneWent = nanos.getAsLong();
                }
            }
        }
    }

    private Collection<Meeting> meetingsOf(UserName user) {
        return byUser.getOrDefault(user, new ArrayDeque<>());
    }

    /// Ends what has waited for a minute.
    public void expire() {
        List<Runnable> then = new ArrayList<>();
        synchronized (lock) {
            for (Side side : List.copyOf(byEnd.values())) {
                if (side.isAlone() && hasPassed(side.came, PATIENCE)) {
                    leave(side, then);
                }
            }
        }
        then.forEach(Runnable::run);
    }

    /// Forgets tickets that are good no more.
    public void forgetOld() {
        synchronized (lock) {
            for (Side side : List.copyOf(byTicket.values())) {
                if (!isGood(side.meeting())) {
                    forget(side.meeting());
                }
            }
        }
    }

    private boolean isGood(Meeting meeting) {
        return isOnline.test(meeting.one.user) && isOnline.test(meeting.other.user)
                || !hasPassed(meeting.oneWent, GOOD_AFTER);
    }

    private boolean hasPassed(long since, Duration time) {
        return nanos.getAsLong() - since >= time.toNanos();
    }
}
