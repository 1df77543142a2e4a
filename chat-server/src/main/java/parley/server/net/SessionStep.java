package parley.server.net;

import parley.protocol.Envelope;
import parley.protocol.Limits;
import parley.protocol.Refusal;
import parley.protocol.Reply;
import parley.protocol.Request;
import parley.wire.Decoded;
import parley.wire.FrameCodec;
import parley.wire.RawFrame;

import java.util.Set;

/// What a session makes of one line: state and line in, state and effect out. It knows no thread,
/// socket or clock.
///
/// @param state the state behind the line
/// @param effect what is to be done about it
public record SessionStep(SessionState state, Effect effect) {
    /// `join` is not offered yet, and so is answered as unknown.
    private static final Set<String> FOR_STRANGERS =
            Set.of("login", "join", "ping", "pong", "relay");

    /// Takes a line, without its LF.
    public static SessionStep take(SessionState state, byte[] buffer, int from, int length) {
        return switch (FrameCodec.parse(buffer, from, length)) {
            case Decoded.Broken<RawFrame> broken -> broke(state, broken);
            case Decoded.Frame<RawFrame>(RawFrame frame) -> take(state, frame);
        };
    }

    /// Takes a line that is longer than any may be.
    public static SessionStep tooLong() {
        Reply refusal =
                new Reply.Error(
                        Refusal.TOO_LONG,
                        "A line has at most " + Limits.LINE_BYTES + " bytes.",
                        new Reply.Detail.Limit(Limits.LINE_BYTES));
        return new SessionStep(
                new SessionState.Over(), new Effect.LastAnswer(Envelope.untagged(refusal)));
    }

    private static SessionStep take(SessionState state, RawFrame frame) {
        return switch (state) {
            case SessionState.Over over -> new SessionStep(over, new Effect.None());
            case SessionState.Stranger stranger ->
                    FOR_STRANGERS.contains(frame.type())
                            ? request(stranger, frame)
                            : broke(stranger, notSignedIn(), frame.tag());
            case SessionState.SignedIn signedIn -> request(signedIn, frame);
        };
    }

    private static SessionStep request(SessionState state, RawFrame frame) {
        return switch (FrameCodec.request(frame)) {
            case Decoded.Broken<Envelope<Request>>(var code, var message, var tag, var severity) ->
                    broke(state, new Reply.Error(code, message), tag);
            case Decoded.Frame<Envelope<Request>>(Envelope<Request> request) ->
                    request(state, request);
        };
    }

    private static SessionStep request(SessionState state, Envelope<Request> request) {
        String tag = request.tag();
        return switch (request.frame()) {
            case Request.Login login ->
                    state instanceof SessionState.Stranger
                            ? new SessionStep(state, new Effect.SignIn(new Envelope<>(tag, login)))
                            : broke(state, signedInAlready(), tag);
            case Request.Relay relay ->
                    state instanceof SessionState.Stranger
                            ? new SessionStep(state, new Effect.Relay(new Envelope<>(tag, relay)))
                            : broke(state, signedInAlready(), tag);
            case Request.Logout logout ->
                    new SessionStep(state, new Effect.SignOut(new Envelope<>(tag, logout)));
            case Request.Ping() ->
                    new SessionStep(
                            state.taken(),
                            new Effect.Answer(new Envelope<>(tag, new Reply.Pong())));
            case Request.Message message ->
                    new SessionStep(state, new Effect.PostToOne(new Envelope<>(tag, message)));
            case Request.Broadcast broadcast ->
                    new SessionStep(state, new Effect.PostToAll(new Envelope<>(tag, broadcast)));
            case Request.Pong _,
                    Request.Active _,
                    Request.Delivered _,
                    Request.Read _,
                    Request.Typing _ ->
                    new SessionStep(state.taken(), new Effect.Note(request.frame()));
            case Request.SetStatus _,
                    Request.Who _,
                    Request.Block _,
                    Request.Unblock _,
                    Request.Blocks _,
                    Request.Chats _,
                    Request.History _,
                    Request.Search _,
                    Request.Private _,
                    Request.PrivateAccept _,
                    Request.PrivateDecline _,
                    Request.PrivateCancel _ ->
                    new SessionStep(state, new Effect.Ask(request));
        };
    }

    private static Reply.Error notSignedIn() {
        return new Reply.Error(Refusal.NOT_SIGNED_IN, "Sign in first.");
    }

    private static Reply.Error signedInAlready() {
        return new Reply.Error(Refusal.BAD_FRAME, "Somebody is signed in on this connection.");
    }

    private static SessionStep broke(SessionState state, Decoded.Broken<RawFrame> broken) {
        Reply.Error error = new Reply.Error(broken.code(), broken.message());
        return switch (broken.severity()) {
            case LINE -> broke(state, error, broken.tag());
            case CONNECTION ->
                    new SessionStep(
                            new SessionState.Over(),
                            new Effect.LastAnswer(new Envelope<>(broken.tag(), error)));
        };
    }

    private static SessionStep broke(SessionState state, Reply.Error error, String tag) {
        Envelope<Reply> answer = new Envelope<>(tag, error);
        SessionState after = state.broke();
        return after.isHopeless()
                ? new SessionStep(new SessionState.Over(), new Effect.LastAnswer(answer))
                : new SessionStep(after, new Effect.Answer(answer));
    }
}
