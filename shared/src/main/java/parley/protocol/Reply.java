package parley.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the server answers: exactly one reply a request.
public sealed interface Reply {
    /// The sign-in is done.
    ///
    /// @param server the program and its version
    /// @param session names this session, for the operator's eyes
    /// @param token replaces the password at the next sign-in
    /// @param log names the store that every `seq` belongs to
    record Welcome(
            UserName user,
            String server,
            int protocol,
            String session,
            String token,
            String log,
            Instant time,
            int lineLimit,
            int textLimit)
            implements Reply {
        /// Never the token.
        @Override
        public String toString() {
            return "Welcome[user=" + user + ", session=" + session + "]";
        }
    }

    /// The request is refused.
    ///
    /// @param code for programs
    /// @param message one plain English sentence for people
    record Error(Refusal code, String message, Detail detail) implements Reply {
        /// A refusal that its code says everything about.
        public Error(Refusal code, String message) {
            this(code, message, new Detail.None());
        }
    }

    /// What a refusal says beyond its code.
    sealed interface Detail {
        record None() implements Detail {}

        record AttemptsLeft(long count) implements Detail {}

        /// Seconds after which asking again has a chance.
        record RetryAfter(long seconds) implements Detail {}

        /// The most that would have been taken.
        record Limit(long most) implements Detail {}

        /// Since when the other session is signed in.
        record Since(Instant time) implements Detail {}

        /// The protocol versions that the server speaks.
        record Versions(long min, long max) implements Detail {}
    }

    /// The message is durable.
    record Sent(Chat chat, long seq, Instant time) implements Reply {}

    /// The broadcast is durable.
    ///
    /// @param recipients how many users it went to
    /// @param withheld whether an online user was left out for a block
    record SentToEveryone(long seq, Instant time, long recipients, boolean withheld)
            implements Reply {}

    record Ok() implements Reply {}

    /// The request for a private chat has been passed on under this session.
    record Introduced(String session) implements Reply {}

    /// Both ends are at the relay: what follows is passed from one to the other.
    record Relayed() implements Reply {}

    record Pong() implements Reply {}

    /// The answer to `logout`.
    record Goodbye() implements Reply {}

    /// @param next the name behind which the list goes on; empty at its end
    record Users(List<Someone> users, String next) implements Reply {
        public Users {
            users = List.copyOf(users);
        }
    }

    /// A user as `who` tells of them.
    sealed interface Someone {
        UserName user();

        /// @param since the begin of their session
        record There(UserName user, Status status, Instant since) implements Someone {}

        /// Somebody who is offline, or seems so.
        ///
        /// @param seen when they were last online; nothing where never
        record Gone(UserName user, Optional<Instant> seen) implements Someone {}
    }

    record Blocks(List<UserName> users, String next) implements Reply {
        public Blocks {
            users = List.copyOf(users);
        }
    }

    record Chats(List<ChatState> chats, String next) implements Reply {
        public Chats {
            chats = List.copyOf(chats);
        }
    }

    /// How far a chat has come.
    sealed interface ChatState {
        Chat chat();

        /// The `seq` of the newest message.
        long last();

        /// @param delivered one's own cursors, then the other member's
        record OfTwo(
                UserName user,
                long last,
                long delivered,
                long read,
                long theirDelivered,
                long theirRead)
                implements ChatState {
            @Override
            public Chat chat() {
                return Chat.with(user);
            }
        }

        record OfAll(long last) implements ChatState {
            @Override
            public Chat chat() {
                return Chat.EVERYONE;
            }
        }
    }

    /// A page of a chat.
    ///
    /// @param messages in the order of `seq`
    /// @param more whether there is more in the direction that was asked for
    record History(Chat chat, List<ChatMessage> messages, boolean more) implements Reply {
        public History {
            messages = List.copyOf(messages);
        }
    }

    /// What a search has found.
    ///
    /// @param messages the newest first
    /// @param next goes on with the search; empty where there is no more
    record Results(List<ChatMessage> messages, String next) implements Reply {
        public Results {
            messages = List.copyOf(messages);
        }
    }
}
