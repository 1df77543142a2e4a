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
    record PrivateReady(
            String session, UserName with, Role role, List<PeerAddress> addresses, String key)
            implements Event {
        public PrivateReady {
            addresses = List.copyOf(addresses);
        }
    }

    record PrivateDeclined(String session, DeclineReason reason) implements Event {}
}
