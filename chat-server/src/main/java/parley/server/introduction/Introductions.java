package parley.server.introduction;

import parley.protocol.DeclineReason;
import parley.protocol.Event;
import parley.protocol.Event.PrivateDeclined;
import parley.protocol.Event.PrivateReady;
import parley.protocol.Event.PrivateRequest;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Role;
import parley.protocol.UserName;
import parley.server.block.BlockListener;
import parley.server.block.Blocks;
import parley.server.delivery.Delivery;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Introduces two desktops that want to talk in private: passes addresses and keys on, and sees
/// nothing of what is said.
///
/// Memory work and offers only, each in one step under [Blocks#steadily]. Any thread may use it. It
/// is to be added to the blocks' listeners, and [#expire] is to be called a few times a second.
public final class Introductions implements BlockListener {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final People people;
    private final Blocks blocks;
    private final Delivery delivery;
    private final Supplier<String> sessions;
    private final LongSupplier nanos;
    private final RelayHub relays;
    private final Askings waiting = new Askings();

    /// Whom there is.
    ///
    /// @param find the account that is spelled so
    /// @param isOnline whether somebody is online, blocks aside
    public record People(Function<String, Optional<UserName>> find, Predicate<UserName> isOnline) {}

    /// @param sessions names for sessions that nobody can guess
    /// @param nanos a monotonic clock
    /// @param relays where those go who find no direct way
    public Introductions(
            People people,
            Blocks blocks,
            Delivery delivery,
            Supplier<String> sessions,
            LongSupplier nanos,
            RelayHub relays) {
        this.people = people;
        this.blocks = blocks;
        this.delivery = delivery;
        this.sessions = sessions;
        this.nanos = nanos;
        this.relays = relays;
    }

    /// Somebody asks for a private chat.
    ///
    /// @param seenAt the address that the server sees the asker at
    public Introduced ask(UserName asker, InetAddress seenAt, Request.Private question) {
        Offer offer = new Offer(seenAt, question.addresses(), question.key());
        return blocks.steadily(() -> {
            Optional<UserName> asked = people.find().apply(question.to());
            Optional<Reply.Error> refusal = refusal(asker, asked);
            return refusal.isPresent() || asked.isEmpty()
                    ? Introduced.of(refusal.orElseThrow())
                    : ask(asker, asked.get(), offer);
        });
    }

    private Optional<Reply.Error> refusal(UserName asker, Optional<UserName> asked) {
        if (asked.isEmpty()) {
            return refused(Refusal.UNKNOWN_USER, "Nobody here has that name.");
        }
        if (asked.get().equals(asker)) {
            return refused(Refusal.SELF, "A private chat needs somebody else.");
        }
        if (blocks.hides(asker, asked.get())) {
            return refused(Refusal.YOU_BLOCKED, "You have blocked them; unblock them first.");
        }
        if (blocks.hides(asked.get(), asker)) {
            return refused(Refusal.BLOCKED, "They do not want to hear from you.");
        }
        return people.isOnline().test(asked.get())
                ? Optional.empty()
                : refused(Refusal.OFFLINE, "They are not online.");
    }

    private static Optional<Reply.Error> refused(Refusal code, String message) {
        return Optional.of(new Reply.Error(code, message));
    }

    private Introduced ask(UserName asker, UserName asked, Offer offer) {
        Optional<Asking> crossing = waiting.of(asked, asker);
        if (crossing.isPresent()) {
            return cross(crossing.get(), asker, offer);
        }
        Optional<Asking> earlier = waiting.of(asker, asked);
        Asking asking = earlier.map(e -> e.with(offer)).orElseGet(() -> fresh(asker, asked, offer));
        waiting.put(asking);
        boolean isNews = earlier.isEmpty() || !earlier.get().offer().key().equals(offer.key());
        if (isNews) {
            delivery.tell(asked, new PrivateRequest(asking.session(), asker, offer.key()));
        }
        return Introduced.of(new Reply.Introduced(asking.session()));
    }

    private Asking fresh(UserName asker, UserName asked, Offer offer) {
        long deadline = nanos.getAsLong() + PATIENCE.toNanos();
        return new Asking(sessions.get(), asker, asked, offer, deadline);
    }

    /// Both have asked: the second request accepts the first, and the lower name dials.
    private Introduced cross(Asking first, UserName second, Offer offer) {
        boolean secondDials = second.compareTo(first.asker()) < 0;
        Role role = secondDials ? Role.DIAL : Role.LISTEN;
        List<Event> ready = bringTogether(first, offer, role);
        return new Introduced(new Reply.Introduced(first.session()), ready);
    }

    /// Tells the asker where to find who has accepted.
    ///
    /// @param role of who has accepted
    /// @return what these are to be told themselves
    private List<Event> bringTogether(Asking asking, Offer accepted, Role role) {
        waiting.take(asking.session(), a -> true);
        Offer asked = asking.offer();
        RelayHub.Tickets tickets = relays.issue(asking.session(), asking.asker(), asking.asked());
        delivery.tell(
                asking.asker(),
                new PrivateReady(
                        asking.session(),
                        asking.asked(),
                        role == Role.DIAL ? Role.LISTEN : Role.DIAL,
                        accepted.as(asked),
                        accepted.key(),
                        tickets.one()));
        return List.of(
                new PrivateReady(
                        asking.session(),
                        asking.asker(),
                        role,
                        asked.as(accepted),
                        asked.key(),
                        tickets.other()));
    }

    /// Somebody accepts a request. No block can stand between the two by now, for a block ends what
    /// waits.
    public Introduced accept(UserName user, InetAddress seenAt, Request.PrivateAccept answer) {
        Offer offer = new Offer(seenAt, answer.addresses(), answer.key());
        return blocks.steadily(() ->
                waiting.take(answer.session(), a -> a.asked().equals(user))
                        .map(asking -> bringTogether(asking, offer, Role.LISTEN))
                        .map(ready -> new Introduced(new Reply.Ok(), ready))
                        .orElseGet(Introductions::unknownSession));
    }

    /// Somebody declines a request, or to come to the relay where the other waits.
    public Introduced decline(UserName user, Request.PrivateDecline answer) {
        if (relays.declined(user, answer.session())) {
            return Introduced.of(new Reply.Ok());
        }
        return blocks.steadily(() ->
                end(
                        waiting.take(answer.session(), a -> a.asked().equals(user)),
                        user,
                        DeclineReason.DECLINED));
    }

    /// Somebody takes a request back.
    public Introduced cancel(UserName user, Request.PrivateCancel request) {
        return blocks.steadily(() ->
                end(
                        waiting.take(request.session(), a -> a.asker().equals(user)),
                        user,
                        DeclineReason.CANCELLED));
    }

    private Introduced end(Optional<Asking> asking, UserName by, DeclineReason reason) {
        if (asking.isEmpty()) {
            return unknownSession();
        }
        tell(asking.get().other(by), asking.get(), reason);
        return Introduced.of(new Reply.Ok());
    }

    private static Introduced unknownSession() {
        return Introduced.of(
                new Reply.Error(Refusal.UNKNOWN_SESSION, "No such request waits for you."));
    }

    /// A session of this user has ended, by takeover too: what waited of it or for it ends. To be
    /// called when the user's presence has ended, or the old session was replaced.
    public void sessionEnded(UserName user) {
        blocks.steadily(() -> {
            for (Asking asking : waiting.takeAll(a -> a.isOf(user))) {
                tell(asking.other(user), asking, DeclineReason.OFFLINE);
            }
        });
    }

    /// Ends what has waited for a minute.
    public void expire() {
        blocks.steadily(() -> {
            long now = nanos.getAsLong();
            endBetween(waiting.takeAll(a -> now - a.deadline() >= 0), DeclineReason.NO_ANSWER);
        });
    }

    @Override
    public void blocked(UserName blocker, UserName blocked) {
        endBetween(waiting.takeAll(a -> a.isBetween(blocker, blocked)), DeclineReason.DECLINED);
    }

    @Override
    public void unblocked(UserName blocker, UserName blocked) {}

    private void endBetween(List<Asking> ended, DeclineReason reason) {
        for (Asking asking : ended) {
            tell(asking.asker(), asking, reason);
            tell(asking.asked(), asking, reason);
        }
    }

    private void tell(UserName user, Asking asking, DeclineReason reason) {
        delivery.tell(user, new PrivateDeclined(asking.session(), reason));
    }
}
