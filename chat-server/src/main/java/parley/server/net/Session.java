package parley.server.net;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import parley.protocol.ByeReason;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.server.account.LoginOutcome;
import parley.server.conversation.Joining;
import parley.server.conversation.PostRefusals;
import parley.server.delivery.Line;
import parley.server.storage.StoreUnavailable;
import parley.wire.Connection;
import parley.wire.FrameCodec;
import parley.wire.LineReader;
import parley.wire.Outbox;

import java.io.IOException;
import java.time.Duration;

/// One connection from its first line to its last.
///
/// Its own virtual thread reads, takes a [SessionStep] a line and does what that says. It waits for
/// no commit of its own before it reads on, but for the answers of all its posts before it answers
/// anything else. Other threads put lines into its outbox and may end it: see [Departure].
final class Session implements Occupant {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /// So much may wait for a client before its own requests wait too.
    private static final long ROOM = 256 * 1024;

    /// A write that does not come back for so long is not slow, but stuck.
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final Connection connection;
    private final Outbox outbox;
    private final Visit visit;
    private final House house;
    private final Pulse pulse;
    private final Posts posts;
    private final Departure departure;
    private volatile SessionState state = SessionState.START;
    private volatile @Nullable Seat seat;
    private volatile boolean acknowledges;

    Session(Connection connection, Visit visit, House house) {
        this.connection = connection;
        this.outbox = connection.outbox();
        this.visit = visit;
        this.house = house;
        this.pulse = new Pulse(System.nanoTime());
        this.posts = new Posts(this, pulse);
        this.departure = new Departure(connection, house.threads(), this::leave);
    }

    /// Serves the connection until it is closed. On its own thread.
    void run() throws InterruptedException {
        try {
            readAll();
            endAs(new Ending.Quiet());
        } catch (IOException gone) {
            LOG.debug("the line broke", gone);
            endAs(new Ending.Gone());
        } catch (RuntimeException ours) {
            LOG.error("a session failed", ours);
            endAs(new Ending.Gone());
        }
        departure.awaitClosed();
    }

    private void readAll() throws IOException, InterruptedException {
        LineReader reader = connection.reader();
        while (!departure.hasBegun()) {
            switch (reader.next()) {
                case LINE -> {
                    pulse.heard(System.nanoTime());
                    perform(step(reader));
                }
                case TOO_LONG -> {
                    posts.awaitAnswers();
                    perform(SessionStep.tooLong());
                }
                case END -> {
                    posts.awaitAnswers();
                    return;
                }
            }
        }
        reader.dropRest();
    }

    /// What to do about the line that was read. A step that answers waits for the answers of the
    /// posts, whose outcome it also depends on.
    private SessionStep step(LineReader reader) throws InterruptedException {
        SessionStep step = take(reader);
        if (!step.effect().runsAhead()) {
            posts.awaitAnswers();
            if (posts.wereTaken()) {
                state = state.taken();
                step = take(reader);
            }
        }
        return step;
    }

    private SessionStep take(LineReader reader) {
        return SessionStep.take(state, reader.buffer(), reader.from(), reader.length());
    }

    private void perform(SessionStep step) throws IOException, InterruptedException {
        state = step.state();
        if (step.effect().answers() && !outbox.awaitAtMost(ROOM, STUCK)) {
            end(ByeReason.SLOW);
            return;
        }
        switch (step.effect()) {
            case Effect.None() -> {}
            case Effect.Answer(var reply) -> say(reply);
            case Effect.LastAnswer(var reply) -> {
                say(reply);
                endAs(seat == null ? new Ending.Quiet() : new Ending.Bye(ByeReason.PROTOCOL));
            }
            case Effect.SignIn(var login) -> signIn(login);
            case Effect.SignOut(var logout) -> signOut(logout);
            case Effect.Relay(var request) -> relay(request);
            case Effect.PostToOne(var message) ->
                    post(message, house.features().conversations()::post);
            case Effect.PostToAll(var broadcast) ->
                    post(broadcast, house.features().conversations()::post);
            case Effect.Ask(var request) -> ask(request);
            case Effect.Note(var notice) -> note(notice);
        }
    }

    private void say(Envelope<Reply> reply) {
        offer(FrameCodec.encodeReply(reply));
        outbox.wake();
    }

    /// Puts a line that answers, and wakes nobody.
    void offer(byte[] line) {
        if (!outbox.put(line)) {
            end(ByeReason.SLOW);
        }
    }

    private void ask(Envelope<Request> request) {
        Seat mine = seat;
        if (mine == null) {
            return;
        }
        Answer answer = house.router().answer(caller(mine), request.frame());
        if (!answer.isRefusal()) {
            state = state.taken();
            worked(request.frame());
        }
        offer(FrameCodec.encodeReply(new Envelope<>(request.tag(), answer.reply())));
        answer.then().forEach(event -> put(Line.of(event)));
        outbox.wake();
    }

    private void note(Request notice) {
        Seat mine = seat;
        if (mine != null) {
            house.router().note(caller(mine), notice);
            worked(notice);
        }
    }

    private Caller caller(Seat mine) {
        return new Caller(mine.user(), visit.from());
    }

    private void worked(Request request) {
        if (IdleRule.isWork(request)) {
            pulse.worked(System.nanoTime());
        }
    }

    private void relay(Envelope<Request.Relay> request) throws IOException, InterruptedException {
        RelayedLine line =
                new RelayedLine(
                        connection,
                        request.tag(),
                        house.features().rates(),
                        () -> endAs(new Ending.Quiet()));
        line.carryBy(house.features().relays(), request.frame().ticket(), visit)
                .ifPresent(refusal -> say(new Envelope<>(request.tag(), refusal)));
    }

    private <R> void post(Envelope<R> request, Posts.Posting<R> posting)
            throws InterruptedException {
        Seat mine = seat;
        if (mine != null) {
            posts.post(mine.user(), request, posting);
        }
    }

    /// Whoever ends the session meanwhile waits until the login has its answer.
    private void signIn(Envelope<Request.Login> login) throws InterruptedException {
        departure.hold();
        outbox.hold();
        acknowledges = login.frame().acks();
        answer(login.tag(), house.entrance().enter(this, login.frame(), visit.from()));
        departure.release();
    }

    private void answer(String tag, Entrance.Outcome outcome) {
        switch (outcome) {
            case Entrance.Outcome.Welcomed(Seat mine, Reply.Welcome welcome, Joining joining) -> {
                sayWelcome(tag, welcome);
                sit(mine);
                house.threads().execute(() -> join(joining));
            }
            case Entrance.Outcome.Replaced(Reply.Welcome welcome) -> {
                sayWelcome(tag, welcome);
                end(ByeReason.TAKEOVER);
            }
            case Entrance.Outcome.Refused(Reply.Error error, LoginOutcome.Ending then) -> {
                say(new Envelope<>(tag, error));
                outbox.release();
                if (then == LoginOutcome.Ending.CLOSES) {
                    endAs(new Ending.Quiet());
                }
            }
        }
    }

    private void sayWelcome(String tag, Reply.Welcome welcome) {
        state = state.welcomed();
        visit.mayStay();
        pulse.worked(System.nanoTime());
        outbox.releaseWith(FrameCodec.encodeReply(new Envelope<>(tag, welcome)));
    }

    /// Either an ending that came first finds the seat, or the seat finds the ending.
    private void sit(Seat mine) {
        seat = mine;
        if (departure.hasBegun()) {
            house.entrance().leave(mine);
        }
    }

    private void join(Joining joining) {
        try {
            joining.run();
        } catch (StoreUnavailable failed) {
            LOG.warn("a session could not get what it missed, and is ended", failed);
            endAs(new Ending.Quiet());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void signOut(Envelope<Request.Logout> logout) {
        Seat mine = seat;
        if (mine != null && logout.frame().forget() && !house.entrance().forget(mine)) {
            say(new Envelope<>(logout.tag(), PostRefusals.unavailable()));
            return;
        }
        Envelope<Reply> goodbye = new Envelope<>(logout.tag(), new Reply.Goodbye());
        endAs(new Ending.Answered(FrameCodec.encodeReply(goodbye)));
    }

    /// Looks whether the client is still there, its user still at work, and the line still moving;
    /// asks or ends it where not.
    @Override
    public void look(long now) {
        if (acknowledges) {
            switch (pulse.judge(now)) {
                case FINE -> {}
                case ASK -> sayPing();
                case DEAD -> end(ByeReason.IDLE);
            }
        }
        if (house.idle().isOver(pulse.lastWork(), now)) {
            end(ByeReason.IDLE);
        }
        if (now - outbox.stuckSince(now) > STUCK.toNanos()) {
            end(ByeReason.SLOW);
        }
    }

    /// Bytes that wait for its reader.
    @Override
    public long queued() {
        return outbox.queued();
    }

    /// Asks the client by a `ping`, and waits for any line of it.
    @Override
    public boolean answersWithin(Duration patience) throws InterruptedException {
        return pulse.answersWithin(patience, this::sayPing);
    }

    private void sayPing() {
        put(Line.of(new Event.Ping()));
        wake();
    }

    /// Ends the session and says why, unless it is ending already. Does not wait.
    @Override
    public void end(ByeReason reason) {
        endAs(new Ending.Bye(reason));
    }

    private void endAs(Ending how) {
        departure.begin(how);
    }

    /// Whether it is closed.
    boolean awaitClosed(Duration patience) throws InterruptedException {
        return departure.awaitClosed(patience);
    }

    private void leave(Ending how) {
        pulse.end();
        Seat mine = seat;
        if (mine != null) {
            house.entrance().leave(mine);
        }
        sayLast(how);
    }

    private void sayLast(Ending how) {
        switch (how) {
            case Ending.Bye(ByeReason reason) -> {
                byte[] bye = FrameCodec.encode(new Event.Bye(reason, retryAfter(reason)));
                if (state instanceof SessionState.Stranger) {
                    outbox.finish();
                } else if (reason == ByeReason.SLOW) {
                    logSlow();
                    outbox.dropAndFinishWith(bye);
                } else {
                    outbox.finishWith(bye);
                }
            }
            case Ending.Answered(byte[] goodbye) -> outbox.finishWith(goodbye);
            case Ending.Quiet _, Ending.Gone _ -> outbox.finish();
        }
    }

    /// A line that broke takes nothing, either; that is nobody's slowness.
    private void logSlow() {
        if (!outbox.isBroken()) {
            LOG.info("slow reader dropped user={} queued={}", name(), outbox.queued());
        }
    }

    private String name() {
        Seat mine = seat;
        return mine == null ? "?" : mine.user().toString();
    }

    private static long retryAfter(ByeReason reason) {
        return reason == ByeReason.SHUTDOWN ? 2 : 0;
    }

    @Override
    public boolean acknowledges() {
        return acknowledges;
    }

    @Override
    public void put(Line line) {
        Object topic = line.topic();
        boolean taken = topic == null ? outbox.put(line.bytes()) : outbox.put(topic, line.bytes());
        if (!taken) {
            end(ByeReason.SLOW);
        }
    }

    @Override
    public void put(Line line, Runnable written) {
        if (!outbox.put(line.bytes(), written)) {
            end(ByeReason.SLOW);
        }
    }

    @Override
    public void wake() {
        outbox.wake();
    }

    @Override
    public boolean awaitRoom(Duration patience) throws InterruptedException {
        return outbox.awaitAtMost(ROOM, patience) && !departure.hasBegun();
    }
}
