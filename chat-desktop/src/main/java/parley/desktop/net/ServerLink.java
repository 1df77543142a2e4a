package parley.desktop.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.desktop.net.Dialer.Cover;
import parley.desktop.net.Dialer.Dialed;
import parley.desktop.net.LinkState.Stop;
import parley.identity.Fingerprint;
import parley.protocol.Event;
import parley.protocol.Limits;
import parley.protocol.PresenceMode;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.Request.Proof;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/// The desktop's line to its server. Once somebody has signed in it keeps the line: it comes back
/// for ever, but where the server or its owner has ended the session for a reason that a return
/// would ignore. [LinkState] draws the machine.
///
/// Lives on the loop; nothing here waits.
public final class ServerLink {
    /// How long a sign-in may take from the first packet to the answer.
    static final Duration SIGN_IN_WITHIN = Duration.ofSeconds(20);

    /// A session shorter than this does not count as a success: the next waits grow on.
    static final Duration STEADY = Duration.ofSeconds(10);

    private static final Duration FAREWELL = Duration.ofSeconds(2);
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
    private Dialer.@Nullable Attempt dialling;
    private @Nullable Line line;
    private Cover cover = Cover.USUAL;
    private Instant downSince;
    private int failures;
    private long turn;

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
    public void signOut(Request.Logout how, Runnable then) {
        Line leaving = line;
        boolean signedIn = state instanceof LinkState.Online;
        line = signedIn ? null : leaving;
        drop();
        stand(new LinkState.SignedOut());
        if (leaving == null || !signedIn) {
            then.run();
            return;
        }
        Farewell farewell = new Farewell(leaving, then);
        leaving.ask(how, farewell);
        loop.after(FAREWELL, farewell::lost);
    }

    /// Ends the line at once, without a word and without coming back by itself.
    public void close() {
        drop();
        stand(new LinkState.SignedOut());
    }

    /// Drops a line that is there or in the making, and comes back as after any loss.
    public void reconnect() {
        if (state instanceof LinkState.Online) {
            hangUp();
            partAndComeBack(Trouble.BROKEN, Duration.ZERO);
        } else if (state instanceof LinkState.Connecting) {
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

    /// Asks the server.
    public void ask(Request request, Answer answer) {
        Line present = line;
        if (present != null && state instanceof LinkState.Online) {
            present.ask(request, answer);
        } else {
            answer.lost();
        }
    }

    /// Asks the server under an id of one's own.
    public void ask(String id, Request request, Answer answer) {
        Line present = line;
        if (present != null && state instanceof LinkState.Online) {
            present.ask(id, request, answer);
        } else {
            answer.lost();
        }
    }

    /// Tells the server something that it does not answer; nothing happens where nobody is there.
    public void say(Request notice) {
        Line present = line;
        if (present != null && state instanceof LinkState.Online) {
            present.say(notice);
        }
    }

    public LinkState state() {
        return state;
    }

    public boolean online() {
        return state instanceof LinkState.Online;
    }

    /// Whether the server is on this machine; false where nobody is connected.
    public boolean loopback() {
        Line present = line;
        return present != null && online() && present.loopback();
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
        long mine = ++turn;
        stand(new LinkState.Connecting(downSince, failures + 1));
        dialling =
                dialer.dial(
                        wanted.how.server(),
                        cover,
                        dialed -> {
                            if (mine == turn) {
                                dialed(wanted, dialed);
                            }
                        });
        loop.after(
                SIGN_IN_WITHIN,
                () -> {
                    if (mine == turn) {
                        failed(Trouble.NO_ANSWER);
                    }
                });
    }

    private void dialed(Wish wanted, Dialed dialed) {
        dialling = null;
        switch (dialed) {
            case Dialed.Connected(Wire wire) -> speak(wanted, wire);
            case Dialed.Failed(Trouble why) -> failed(why);
            case Dialed.KeyUnknown(Fingerprint shown) ->
                    refused(new SignInOutcome.KeyUnknown(shown));
            case Dialed.KeyChanged(Fingerprint known, Fingerprint shown) ->
                    refused(new SignInOutcome.KeyChanged(known, shown));
        }
    }

    private void speak(Wish wanted, Wire wire) {
        Session session = new Session();
        Line fresh = new Line(wire, loop, clock, session);
        session.line = fresh;
        line = fresh;
        fresh.start();
        SignIn how = wanted.how;
        Request.Login login =
                new Request.Login(
                        how.user(),
                        how.proof(),
                        program,
                        true,
                        PresenceMode.BATCH,
                        how.takeover(),
                        Limits.PROTOCOL);
        fresh.ask(login, session);
    }

    /// What is heard on one connection. A connection that has been given up is not listened to.
    private final class Session implements Line.Ears, Answer {
        private @Nullable Line line;

        private boolean isOver() {
            return line == null || line != ServerLink.this.line;
        }

        @Override
        public void came(Reply reply) {
            if (!isOver()) {
                answered(reply);
            }
        }

        @Override
        public void lost() {}

        @Override
        public void told(Event event) {
            if (isOver()) {
                return;
            }
            if (event instanceof Event.Bye bye) {
                farewell(bye);
            } else if (online()) {
                ears.told(event);
            }
        }

        @Override
        public void ended(Trouble why) {
            if (!isOver()) {
                if (online()) {
                    partAndComeBack(why, Duration.ZERO);
                } else {
                    failed(why);
                }
            }
        }
    }

    private void answered(Reply reply) {
        Wish wanted = wish;
        Line present = line;
        if (wanted == null || present == null) {
            return;
        }
        switch (reply) {
            case Reply.Welcome welcome -> welcomed(wanted, welcome);
            case Reply.Error error when wantsTls(error) && !present.encrypted() -> {
                cover = Cover.ALWAYS;
                hangUp();
                connect();
            }
            case Reply.Error error -> refused(Refused.outcome(error, clock.instant()));
            case Reply nonsense -> failed(Trouble.NOT_PARLEY);
        }
    }

    private static boolean wantsTls(Reply.Error error) {
        return error.code() == Refusal.TLS_REQUIRED;
    }

    private void welcomed(Wish wanted, Reply.Welcome welcome) {
        turn++;
        Proof token = new Proof.Token(welcome.token());
        SignIn how = wanted.how;
        SignIn again =
                new SignIn(how.server(), welcome.user().toString(), token, how.keep(), false);
        wish = new Wish(again, null);
        Instant now = clock.instant();
        ears.welcomed(welcome, how);
        stand(new LinkState.Online(now));
        tell(wanted, new SignInOutcome.Welcome(welcome.user()));
    }

    private void farewell(Event.Bye bye) {
        Line present = line;
        boolean alive =
                present != null
                        && Duration.between(present.heardBefore(), clock.instant())
                                        .compareTo(Limits.SERVER_DROPS_AFTER)
                                < 0;
        LOG.debug("server said bye reason={}", bye.reason());
        hangUp();
        if (!online()) {
            failed(Trouble.BROKEN);
            return;
        }
        Duration after = Duration.ofSeconds(Math.min(bye.retryAfter(), 86_400));
        switch (bye.reason()) {
            case TAKEOVER -> partAndStop(new Stop.TakenOver());
            case REMOVED -> partAndStop(new Stop.Removed());
            case IDLE -> {
                if (alive) {
                    partAndStop(new Stop.Idle());
                } else {
                    partAndComeBack(Trouble.DROPPED, after);
                }
            }
            case SHUTDOWN -> partAndComeBack(Trouble.SHUTDOWN, after);
            case SLOW -> partAndComeBack(Trouble.DROPPED, after);
            case LOGOUT, PROTOCOL, OTHER -> partAndComeBack(Trouble.BROKEN, after);
        }
    }

    private void partAndStop(Stop why) {
        ears.parted();
        stand(new LinkState.Stopped(why));
    }

    private void partAndComeBack(Trouble why, Duration after) {
        line = null;
        Instant now = clock.instant();
        boolean steady =
                state instanceof LinkState.Online(Instant since)
                        && Duration.between(since, now).compareTo(STEADY) >= 0;
        failures = steady ? 0 : failures;
        downSince = now;
        ears.parted();
        comeBack(why, after);
    }

    private void failed(Trouble why) {
        Wish wanted = wish;
        hangUp();
        if (wanted != null && wanted.outcome != null) {
            giveUp(wanted, new SignInOutcome.Unreachable(why));
        } else {
            comeBack(why, Duration.ZERO);
        }
    }

    private void refused(SignInOutcome outcome) {
        Wish wanted = wish;
        hangUp();
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
        long mine = ++turn;
        stand(new LinkState.Waiting(downSince, failures, clock.instant().plus(pause), why));
        loop.after(
                pause,
                () -> {
                    if (mine == turn) {
                        connect();
                    }
                });
    }

    private void hangUp() {
        turn++;
        Dialer.Attempt attempt = dialling;
        Line present = line;
        dialling = null;
        line = null;
        if (attempt != null) {
            attempt.cancel();
        }
        if (present != null) {
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

    /// The last words on a line: whatever comes first, the answer or the end of patience.
    private static final class Farewell implements Answer {
        private final Line line;
        private final Runnable then;
        private boolean said;

        private Farewell(Line line, Runnable then) {
            this.line = line;
            this.then = then;
        }

        @Override
        public void came(Reply reply) {
            lost();
        }

        @Override
        public void lost() {
            if (!said) {
                said = true;
                line.close();
                then.run();
            }
        }
    }
}
