package parley.server.net;

import parley.protocol.Envelope;
import parley.protocol.Reply;
import parley.protocol.Request;

/// What is to be done about a line.
public sealed interface Effect {
    /// Nothing.
    record None() implements Effect {}

    /// Say this, once everything before it is answered.
    record Answer(Envelope<Reply> reply) implements Effect {}

    /// Say this, once everything before it is answered; then the connection ends.
    record LastAnswer(Envelope<Reply> reply) implements Effect {}

    /// Let somebody in, or not.
    record SignIn(Envelope<Request.Login> login) implements Effect {}

    /// Let them go.
    record SignOut(Envelope<Request.Logout> logout) implements Effect {}

    /// Take this connection to the relay, or refuse.
    record Relay(Envelope<Request.Relay> request) implements Effect {}

    /// Append this, without waiting for its answer.
    record PostToOne(Envelope<Request.Message> message) implements Effect {}

    /// Append this for everyone, without waiting for its answer.
    record PostToAll(Envelope<Request.Broadcast> broadcast) implements Effect {}

    /// Ask a feature, once everything before it is answered, and say what it answers.
    record Ask(Envelope<Request> request) implements Effect {}

    /// Take note of this; nothing is answered.
    record Note(Request notice) implements Effect {}

    /// Whether it need not wait for the posts before it.
    default boolean runsAhead() {
        return switch (this) {
            case None _, PostToOne _, PostToAll _, Note _ -> true;
            case Answer _, LastAnswer _, SignIn _, SignOut _, Ask _, Relay _ -> false;
        };
    }

    /// Whether something is said because of it.
    default boolean answers() {
        return switch (this) {
            case None _, Note _ -> false;
            case Answer _,
                    LastAnswer _,
                    SignIn _,
                    SignOut _,
                    Ask _,
                    Relay _,
                    PostToOne _,
                    PostToAll _ ->
                    true;
        };
    }
}
