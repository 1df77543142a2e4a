package parley.desktop.state;

import parley.protocol.Chat;
import parley.protocol.UserName;

/// What the middle of the window shows.
public sealed interface Place {
    /// Nothing is chosen yet.
    record Nowhere() implements Place {}

    /// A chat through the server.
    record Talk(Chat chat) implements Place {}

    /// The private chat with somebody.
    record Privately(UserName person) implements Place {}

    /// What was said, by its words.
    record Search() implements Place {}

    /// Who was online lately.
    record Visitors() implements Place {}
}
