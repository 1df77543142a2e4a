package parley.protocol;

import java.util.List;
import java.util.Optional;

/// What a client may say to the server. Names stand as the client wrote them: whether somebody is
/// called so is the server's answer, not the parser's.
public sealed interface Request {
    /// Signs in.
    ///
    /// @param client what program speaks, for the operator's eyes; empty where it does not say
    /// @param acks whether the client promises `delivered` for what it has safely got
    /// @param protocol the version that the client wants to speak
    record Login(
            String user,
            Proof proof,
            String client,
            boolean acks,
            PresenceMode presence,
            boolean takeover,
            long protocol)
            implements Request {}

    /// What shows that somebody is who they say.
    sealed interface Proof {
        record Password(String text) implements Proof {
            /// Never the password.
            @Override
            public String toString() {
                return "Password[…]";
            }
        }

        record Token(String text) implements Proof {
            /// Never the token.
            @Override
            public String toString() {
                return "Token[…]";
            }
        }
    }

    /// Signs out.
    ///
    /// @param forget whether the session's token becomes void
    record Logout(boolean forget) implements Request {}

    record Ping() implements Request {}

    record Pong() implements Request {}

    /// Says that the user is at work, though not in talk with the server.
    record Active() implements Request {}

    /// Posts to one user. The request's id makes it idempotent.
    record Message(String to, String text) implements Request {
        /// Never the text.
        @Override
        public String toString() {
            return "Message[to=" + to + "]";
        }
    }

    /// Posts to everyone online. The request's id makes it idempotent.
    record Broadcast(String text) implements Request {
        /// Never the text.
        @Override
        public String toString() {
            return "Broadcast[…]";
        }
    }

    /// Moves the cursor of what is safely got.
    record Delivered(String chat, long seq) implements Request {}

    /// Moves the cursor of what has been read, and with it the one of what is got.
    record Read(String chat, long seq) implements Request {}

    record Typing(String to) implements Request {}

    /// Sets one's own status; never `OFFLINE`.
    record SetStatus(Status status) implements Request {}

    /// Asks who is there.
    ///
    /// @param after the name behind which the list goes on; empty from its beginning
    record Who(Span span, String after) implements Request {}

    /// Of whom `who` asks.
    sealed interface Span {
        /// Who is online now.
        record Now() implements Span {}

        /// Who was online at any time in the last seconds.
        record Since(long seconds) implements Span {}

        /// Every account.
        record All() implements Span {}
    }

    record Block(String user) implements Request {}

    record Unblock(String user) implements Request {}

    record Blocks(String after) implements Request {}

    record Chats(String after) implements Request {}

    /// Asks for a page of a chat.
    ///
    /// @param limit 1 to 200
    record History(String chat, Page page, int limit) implements Request {}

    /// Where a page of history stands.
    sealed interface Page {
        /// The newest.
        record Latest() implements Page {}

        /// What stands before this `seq`, the newest of it.
        record Before(long seq) implements Page {}

        /// What stands behind this `seq`, the oldest of it.
        record After(long seq) implements Page {}
    }

    /// Looks for messages that hold all the words of a text.
    ///
    /// @param chat the one chat to look in; nothing for all that the asker may read
    /// @param before the `next` of the page before; empty for the newest
    /// @param limit 1 to 200
    record Search(String text, Optional<String> chat, String before, int limit) implements Request {
        /// Never the text.
        @Override
        public String toString() {
            return "Search[chat=" + chat.orElse("any") + ", limit=" + limit + "]";
        }
    }

    /// Asks to be introduced for a private chat.
    ///
    /// @param addresses 1 to 16; none from who gives their address to nobody, which is said as
    ///   `hidden` on the wire
    /// @param key base64url of the SHA-256 of the asker's public key
    record Private(String to, List<PeerAddress> addresses, String key) implements Request {
        public Private {
            addresses = List.copyOf(addresses);
        }
    }

    /// Agrees to be introduced.
    ///
    /// @param addresses as for `Private`
    record PrivateAccept(String session, List<PeerAddress> addresses, String key)
            implements Request {
        public PrivateAccept {
            addresses = List.copyOf(addresses);
        }
    }

    record PrivateDecline(String session) implements Request {}

    record PrivateCancel(String session) implements Request {}

    /// Asks, on a connection of its own, for the relay of a private chat.
    record Relay(String ticket) implements Request {
        /// Never the ticket.
        @Override
        public String toString() {
            return "Relay[…]";
        }
    }
}
