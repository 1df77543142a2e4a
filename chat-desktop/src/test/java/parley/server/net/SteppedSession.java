package parley.server.net;

import org.jspecify.annotations.Nullable;

import parley.protocol.ByeReason;
import parley.protocol.Envelope;
import parley.protocol.Event;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.protocol.UserName;
import parley.server.conversation.Conversations;
import parley.server.conversation.Joining;
import parley.server.conversation.PostRefusals;
import parley.server.delivery.Hearer;
import parley.server.delivery.Line;
import parley.server.storage.StoreUnavailable;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.Heard;
import parley.wire.Outbox;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;

/// A session without threads, in the place of [Session]: where that waits, this leaves its lines in
/// the inbox and goes on when it may. Everything that it asks is what ships.
public final class SteppedSession implements Occupant {
    private static final long CAPACITY = 4L << 20;

    private final SteppedServer server;
    private final Outbox outbox;
    private final Ends ends;
    private final ArrayDeque<byte[]> inbox = new ArrayDeque<>();
    private SessionState state = SessionState.START;
    private @Nullable Seat seat;
    private int underway;
    private boolean taken;
    private boolean entering;
    private boolean over;

    /// The server's end of a connection.
    public interface Ends {
        /// Whether the client would answer a `ping`.
        boolean answers();

        /// Ends the connection behind what was written.
        void close();
    }

    SteppedSession(SteppedServer server, OutputStream out, Ends ends) {
        this.server = server;
        this.outbox = new Outbox(out, CAPACITY, server.threads());
        this.ends = ends;
    }

    /// A line has come, without its LF.
    public void hear(byte[] line) {
        inbox.add(line);
        goOn();
    }

    /// The other end has gone.
    public void gone() {
        depart();
    }

    private void goOn() {
        while (!over && !entering && !inbox.isEmpty()) {
            byte[] line = inbox.element();
            SessionStep step = SessionStep.take(state, line, 0, line.length);
            if (!step.effect().runsAhead()) {
                if (underway > 0) {
                    return;
                }
                if (taken) {
                    taken = false;
                    state = state.taken();
                    step = SessionStep.take(state, line, 0, line.length);
                }
            }
            inbox.remove();
            state = step.state();
            perform(step.effect());
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.None() -> {}
            case Effect.Answer(var reply) -> say(reply);
            case Effect.LastAnswer(var reply) -> {
                say(reply);
                depart();
            }
            case Effect.SignIn(var login) -> signIn(login);
            case Effect.SignOut(var logout) -> {
                say(new Envelope<>(logout.tag(), new Reply.Goodbye()));
                depart();
            }
            case Effect.PostToOne(var message) -> post(message, server.conversations()::post);
            case Effect.PostToAll(var broadcast) -> post(broadcast, server.conversations()::post);
            case Effect.Relay(var request) ->
                    throw new IllegalStateException("nobody asks for a relay here: " + request);
            case Effect.Ask(var request) -> ask(request);
            case Effect.Note(var notice) -> server.note(user(), notice);
        }
    }

    private UserName user() {
        return Objects.requireNonNull(seat).user();
    }

    private void say(Envelope<Reply> reply) {
        outbox.offer(FrameCodec.encodeReply(reply));
    }

    private void ask(Envelope<Request> request) {
        Reply reply;
        try {
            reply = server.answer(user(), request.frame());
        } catch (StoreUnavailable failed) {
            reply = PostRefusals.unavailable();
        }
        say(new Envelope<>(request.tag(), reply));
    }

    private <R> void post(Envelope<R> request, Posts.Posting<R> posting) {
        underway++;
        posting.post(new Poster(user(), request.tag()), request.tag(), request.frame());
    }

    private final class Poster implements Conversations.Speaker {
        private final UserName user;
        private final String tag;

        private Poster(UserName user, String tag) {
            this.user = user;
            this.tag = tag;
        }

        @Override
        public UserName user() {
            return user;
        }

        @Override
        public Hearer hearer() {
            return SteppedSession.this;
        }

        @Override
        public void answered(Reply reply) {
            server.watch().answers(user, tag, reply);
            outbox.put(FrameCodec.encodeReply(new Envelope<>(tag, reply)));
            taken |= !(reply instanceof Reply.Error);
            underway--;
            server.threads().execute(SteppedSession.this::goOn);
        }
    }

    /// The password takes its time; whoever is let in is told nothing before the `welcome`.
    private void signIn(Envelope<Request.Login> login) {
        entering = true;
        outbox.hold();
        server.threads().execute(() -> enter(login));
    }

    private void enter(Envelope<Request.Login> login) {
        if (over) {
            return;
        }
        switch (server.enter(this, login.frame())) {
            case SteppedServer.Entered.Refused(Reply.Error error) -> {
                say(new Envelope<>(login.tag(), error));
                outbox.release();
                entering = false;
                goOn();
            }
            case SteppedServer.Entered.Welcomed(Seat mine, Reply.Welcome welcome, Joining join) -> {
                seat = mine;
                server.threads().execute(() -> welcome(login.tag(), welcome, join));
            }
        }
    }

    private void welcome(String tag, Reply.Welcome welcome, Joining joining) {
        state = state.welcomed();
        entering = false;
        outbox.releaseWith(FrameCodec.encodeReply(new Envelope<>(tag, welcome)));
        server.threads().execute(() -> join(joining));
        goOn();
    }

    private void join(Joining joining) {
        if (!over && joining.step()) {
            server.threads().execute(() -> join(joining));
        }
    }

    /// Leaves and ends the connection, on a thread of its own.
    private void depart() {
        if (!over) {
            over = true;
            server.threads().execute(this::leave);
        }
    }

    private void leave() {
        Seat mine = seat;
        if (mine != null) {
            server.leave(mine);
        }
        outbox.finish();
        ends.close();
    }

    @Override
    public void end(ByeReason reason) {
        outbox.finishWith(FrameCodec.encode(new Event.Bye(reason, 0)));
        depart();
    }

    @Override
    public boolean answersWithin(Duration patience) {
        return !over && ends.answers();
    }

    @Override
    public void look(long now) {}

    @Override
    public long queued() {
        return outbox.queued();
    }

    @Override
    public boolean acknowledges() {
        return true;
    }

    @Override
    public void put(Line line) {
        byte[] bytes = line.bytes();
        boolean taken = line.topic() == null ? outbox.put(bytes) : outbox.put(line.topic(), bytes);
        Decoded<Heard> heard = FrameCodec.heard(bytes, 0, bytes.length - 1);
        if (taken && heard instanceof Decoded.Frame<Heard>(Heard.Told(Event event))) {
            server.watch().tells(this, user(), event);
        }
    }

    @Override
    public void put(Line line, Runnable written) {
        throw new IllegalStateException("this client acknowledges");
    }

    @Override
    public void wake() {
        outbox.wake();
    }

    @Override
    public boolean awaitRoom(Duration patience) {
        return !over;
    }
}
