package parley.protocol;

import java.util.Optional;

/// A chat as one of its readers names it: the other member, or everyone.
public sealed interface Chat extends Comparable<Chat> {
    /// The broadcast lane, `*`.
    Chat EVERYONE = new Everyone();

    /// The chat with one other user.
    record With(UserName user) implements Chat {
        @Override
        public String toString() {
            return user.toString();
        }
    }

    /// The lane that everyone hears.
    record Everyone() implements Chat {
        @Override
        public String toString() {
            return "*";
        }
    }

    /// The chat with this user.
    static Chat with(UserName user) {
        return new With(user);
    }

    /// The chat that the wire names so, or nothing where that names none.
    static Optional<Chat> parse(String name) {
        return name.equals("*") ? Optional.of(EVERYONE) : UserName.parse(name).<Chat>map(With::new);
    }

    /// What chats are ordered by: `*` first, then the names' keys by their code points.
    default String key() {
        return switch (this) {
            case Everyone() -> "*";
            case With(UserName user) -> user.key();
        };
    }

    @Override
    default int compareTo(Chat other) {
        boolean everyone = this instanceof Everyone;
        return everyone || other instanceof Everyone
                ? Boolean.compare(other instanceof Everyone, everyone)
                : UserName.compareKeys(key(), other.key());
    }
}
