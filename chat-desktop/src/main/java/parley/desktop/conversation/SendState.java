package parley.desktop.conversation;

/// How far one's own message has got.
public sealed interface SendState {
    /// A step on the way, each with its sign: a clock, one tick, two, two in colour.
    enum Step implements SendState {
        /// Kept on this computer until it can go out.
        WAITING,
        /// The server has it for good.
        SENT,
        /// The other side's computer has it.
        DELIVERED,
        /// The other side has looked at it.
        READ
    }

    /// Sent to everyone.
    ///
    /// @param recipients how many were online to get it
    /// @param withheld whether somebody was left out because they have blocked its sender
    record Broadcast(long recipients, boolean withheld) implements SendState {}

    /// It will not arrive unless its owner tries again.
    record Failed(Reason reason) implements SendState {}

    /// Why a message failed; each has its words.
    enum Reason {
        BLOCKED,
        NO_SUCH_PERSON,
        TOO_LONG,
        /// The private chat ended before the other side had it.
        CHAT_ENDED,
        REFUSED
    }
}
