package parley.desktop.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.net.Dialer.Cover;
import parley.desktop.net.LinkState.Stop;
import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// The desktop's line to its server. Once somebody has signed in it keeps the line: it comes back
/// for ever, but where the server or its owner has ended the session for a reason that a return
/// would ignore. [LinkState] draws the machine.
///
/// Lives on the loop; nothing here waits.
public final class ServerLink {
    /// A session shorter than this does not count as a success: a server that lets everybody in and
    /// drops them at once shall not see them twice a second.
    static final Duration STEADY = Duration.ofSeconds(10);

    /// As how many failures a short session counts at most: the server was there, after all.
    private static final int SHORT_LIFE = 2;

    private static final Logger LOG = LoggerFactory.getLogger(ServerLink.class);

    private final Loop loop;
    private final Dialer dialer;
    private final Backoff backoff;
    private final InstantSource clock;
    private final String program;
    private final Ears ears;
    private LinkState state = new LinkState.SignedOut();
    private @Nullable Wish wish;
    private @Nullable Stay fallback;
    private @Nullable Approach approach;
    private @Nullable Line line;
    private Cover cover = Cover.USUAL;
    private Instant downSince;
    private int failures;
    private long waits;

    /// Who hears what comes of the line, on the loop.
    public interface Ears {
        void stands(LinkState state);

        /// The server has let somebody in; the first thing that is heard of a session.
        void welcomed(Reply.Welcome welcome, SignIn how);

        void told(Event event);

        /// A session is over, its unanswered requests have been told so.
        void parted();
    }

    /// Who shall be signed in.
    ///
    /// @param outcome hears what becomes of it, where a person waits for that; then it is tried
    ///   once
    private record Wish(SignIn how, @Nullable Consumer<SignInOutcome> outcome) {}

    /// Where a stopped link stands again when somebody tries another way in and fails.
    private record Stay(LinkState.Stopped state, @Nullable Wish wish) {}

    /// A link that wants nobody signed in yet.
    ///
    /// @param program what the server is told of this program, for its operator's eyes
    public ServerLink(
            Loop loop,
            Dialer dialer,
            Backoff backoff,
            InstantSource clock,
            String program,
            Ears ears) {
        this.loop = loop;
        this.dialer = dialer;
        this.backoff = backoff;
        this.clock = clock;
        this.program = program;
        this.ears = ears;
        this.downSince = clock.instant();
    }

    public LinkState state() {
        return state;
    }

    public boolean online() {
        return state instanceof LinkState.Online;
    }

    /// Whether the server is on this machine; false where nobody is signed in.
    public boolean loopback() {
        Line present = line;
        return present != null && present.loopback();
    }

    /// The way to the server that somebody is, or is to be, signed in at; nothing where nobody is.
    ///
    /// @param keys the servers' keys that their user has accepted
    public Optional<Passage> passage(ServerKeys keys) {
        return Optional.ofNullable(wish)
                .map(wanted -> wanted.how.server())
                .map(server -> new Passage(server, cover, keys.accepted(server)));
    }

    /// The key that the server has shown on the present line; nothing where that is not encrypted,
    /// or there is none.
    public Optional<Fingerprint> key() {
        return Optional.ofNullable(line).flatMap(Line::key);
    }

    /// Tries once to sign somebody in, and keeps the line where that succeeds.
    public void signIn(SignIn how, Consumer<SignInOutcome> outcome) {
        Stay stay = state instanceof LinkState.Stopped stopped ? new Stay(stopped, wish) : null;
        drop();
        fallback = stay;
        wish = new Wish(how, outcome);
        beginAnew();
    }

    /// Signs somebody in for as long as it takes.
    public void resume(SignIn how) {
        drop();
        wish = new Wish(how, null);
        beginAnew();
    }

    /// Says goodbye and wants nobody signed in any more.
    ///
    /// @param then called when the server has answered, or soon
    public void signOut(Request.Logout words, Runnable then) {
        Line leaving = line;
        line = null;
        drop();
        stand(new LinkState.SignedOut());
        if (leaving == null) {
            then.run();
        } else {
            Farewell.say(words, leaving, loop, then);
        }
    }

    /// Drops a line that is there or in the making, and comes back as after any loss.
    public void reconnect() {
        if (state instanceof LinkState.Online) {
            hangUp();
            partAndComeBack(Trouble.BROKEN, Duration.ZERO);
        } else if (state instanceof LinkState.Connecting) {
            hangUp();
            failed(Trouble.BROKEN);
        }
    }

    /// Tries at once, where nobody is connected; also where the link has stopped. A session
    /// elsewhere ends for that.
    public void tryNow() {
        Wish wanted = wish;
        if (wanted == null) {
            return;
        }
        switch (state) {
            case LinkState.Waiting waiting -> connect();
            case LinkState.Stopped(Stop.TakenOver()) -> takeBack(wanted);
            case LinkState.Stopped(Stop.Refused(SignInOutcome.AlreadyOnline elsewhere)) ->
                    takeBack(wanted);
            case LinkState.Stopped stopped -> beginAnew();
            case LinkState.SignedOut out -> {}
            case LinkState.Connecting connecting -> {}
            case LinkState.Online online -> {}
        }
    }

    private void takeBack(Wish wanted) {
        wish = new Wish(wanted.how.takingOver(), wanted.outcome);
        beginAnew();
    }

    /// The owner is there: a link that stopped because they were not comes back.
    public void touched() {
        if (state instanceof LinkState.Stopped(Stop.Idle())) {
            beginAnew();
        }
    }

    /// The computer has slept or has another network: a line is made to prove itself, and one that
    /// is waited for is tried at once, unless the server asked to wait.
    public void moved() {
        Line present = line;
        if (present != null && online()) {
            present.prove();
        } else if (state instanceof LinkState.Waiting waiting && waiting.why() != Trouble.BUSY) {
            connect();
        }
    }

    /// Asks the server.
    public void ask(Request request, Answer answer) {
        Line present = line;
        if (present != null) {
            present.ask(request, answer);
        } else {
            answer.lost();
        }
    }

    /// Asks the server under an id of one's own.
    public void ask(String id, Request request, Answer answer) {
        Line present = line;
        if (present != null) {
            present.ask(id, request, answer);
        } else {
            answer.lost();
        }
    }

    /// Tells the server something that it does not answer; nothing happens where nobody is there.
    public void say(Request notice) {
        Line present = line;
        if (present != null) {
            present.say(notice);
        }
    }

    private void beginAnew() {
        failures = 0;
        downSince = clock.instant();
        connect();
    }

    private void connect() {
        Wish wanted = wish;
        if (wanted == null) {
            return;
        }
        waits++;
        stand(new LinkState.Connecting(downSince, failures + 1));
        Approach next =
                new Approach(loop, dialer, clock, program, wanted.how, cover, new Arrival());
        approach = next;
        next.begin();
    }

    /// What comes of an approach.
    private final class Arrival implements Approach.Outcome {
        @Override
        public void entered(Line entered, Reply.Welcome welcome, Cover wanted) {
            approach = null;
            cover = wanted;
            line = entered;
            entered.listen(new Session(entered));
            welcomed(welcome);
        }

        @Override
        public void failed(Trouble why) {
            approach = null;
            ServerLink.this.failed(why);
        }

        @Override
        public void refused(SignInOutcome why) {
            approach = null;
            ServerLink.this.refused(why);
        }
    }

    private void welcomed(Reply.Welcome welcome) {
        Wish wanted = wish;
        if (wanted == null) {
            return;
        }
        SignIn how = wanted.how;
        Proof token = new Proof.Token(welcome.token());
        String me = welcome.user().toString();
        wish = new Wish(new SignIn(how.server(), me, token, how.keep(), false), null);
        fallback = null;
        ears.welcomed(welcome, how);
        stand(new LinkState.Online(clock.instant()));
        tell(wanted, new SignInOutcome.Welcome(welcome.user()));
    }

    /// What is heard while somebody is signed in.
    private final class Session implements Line.Ears {
        private final Line line;

        private Session(Line line) {
            this.line = line;
        }

        @Override
        public void told(Event event) {
            if (event instanceof Event.Bye bye) {
                farewell(bye, line);
            } else {
                ears.told(event);
            }
        }

        @Override
        public void ended(Trouble why) {
            hangUp();
            partAndComeBack(why, Duration.ZERO);
        }
    }

    private void farewell(Event.Bye bye, Line from) {
        LOG.debug("server said bye reason={}", bye.reason());
        Duration silence = Duration.between(from.heardBefore(), clock.instant());
        hangUp();
        switch (Aftermath.of(bye, silence)) {
            case Aftermath.ComeBack(Trouble why, Duration after) -> partAndComeBack(why, after);
            case Aftermath.StayAway(Stop why) -> {
                ears.parted();
                stand(new LinkState.Stopped(why));
            }
        }
    }

    private void partAndComeBack(Trouble why, Duration after) {
        Instant now = clock.instant();
        boolean steady =
                state instanceof LinkState.Online(Instant since)
                        && Duration.between(since, now).compareTo(STEADY) >= 0;
        failures = steady ? 0 : Math.min(failures, SHORT_LIFE);
        downSince = now;
        ears.parted();
        comeBack(why, after);
    }

    private void failed(Trouble why) {
        Wish wanted = wish;
        if (wanted != null && wanted.outcome != null) {
            giveUp(wanted, new SignInOutcome.Unreachable(why));
        } else {
            comeBack(why, Duration.ZERO);
        }
    }

    private void refused(SignInOutcome outcome) {
        Wish wanted = wish;
        if (wanted != null && wanted.outcome != null) {
            giveUp(wanted, outcome);
        } else if (outcome instanceof SignInOutcome.TryLater(Duration after)) {
            comeBack(Trouble.BUSY, after);
        } else {
            stand(new LinkState.Stopped(new Stop.Refused(outcome)));
        }
    }

    private void giveUp(Wish wanted, SignInOutcome outcome) {
        Stay stay = fallback;
        wish = stay == null ? null : stay.wish;
        stand(stay == null ? new LinkState.SignedOut() : stay.state);
        tell(wanted, outcome);
    }

    private void comeBack(Trouble why, Duration asked) {
        failures++;
        Duration pause = backoff.after(failures, asked);
        long mine = ++waits;
        stand(new LinkState.Waiting(downSince, failures, clock.instant().plus(pause), why));
        loop.after(
                pause,
                () -> {
                    if (mine == waits) {
                        connect();
                    }
                });
    }

    private void hangUp() {
        waits++;
        Approach trying = approach;
        Line present = line;
        approach = null;
        line = null;
        if (trying != null) {
            trying.cancel();
        }
        if (present != null) {
            present.listen(new Deaf());
            present.close();
        }
    }

    private void drop() {
        Wish given = wish;
        boolean parted = online();
        wish = null;
        fallback = null;
        cover = Cover.USUAL;
        hangUp();
        if (parted) {
            ears.parted();
        }
        if (given != null) {
            tell(given, new SignInOutcome.Cancelled());
        }
    }

    private void tell(Wish wanted, SignInOutcome outcome) {
        Consumer<SignInOutcome> waiting = wanted.outcome;
        if (waiting != null) {
            loop.leave(() -> waiting.accept(outcome));
        }
    }

    private void stand(LinkState next) {
        if (!state.equals(next)) {
            state = next;
            ears.stands(next);
        }
    }
}
