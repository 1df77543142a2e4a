package parley.protocol;

import java.time.Instant;
import java.util.List;

/// What the server says unasked.
public sealed interface Event {
    record Message(ChatMessage message) implements Event {}

    /// Somebody came, went or changed.
    record Presence(UserName user, Status status, Instant time) implements Event {}

    /// The last state of each who came, went or changed.
    record Presences(List<Presence> users) implements Event {
        public Presences {
            users = List.copyOf(users);
        }
    }

    /// How far the other member of a chat has got.
    record Receipt(UserName chat, long delivered, long read) implements Event {}

    record Typing(UserName chat) implements Event {}

    /// All that was waiting has been said.
    record CaughtUp() implements Event {}

    record Ping() implements Event {}

    /// The last words of a session.
    ///
    /// @param retryAfter seconds; 0 where the server does not say
    record Bye(ByeReason reason, long retryAfter) implements Event {}

    /// Somebody asks for a private chat.
    record PrivateRequest(String session, UserName from, String key) implements Event {}

    /// Both have agreed: where the other listens.
    ///
    /// @param relay the ticket for a relay through the server; empty where it offers none
    record PrivateReady(
            String session,
            UserName with,
            Role role,
            List<PeerAddress> addresses,
            String key,
            String relay)
            implements Event {
        public PrivateReady {
            addresses = List.copyOf(addresses);
        }

        /// Never the ticket.
        @Override
        public String toString() {
            return "PrivateReady[session=" + session + ", with=" + with + ", role=" + role + "]";
        }
    }

    /// The other of a private chat waits at the server's relay.
    record RelayWanted(String session) implements Event {}

    record PrivateDeclined(String session, DeclineReason reason) implements Event {}
}
