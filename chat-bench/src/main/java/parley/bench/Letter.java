package parley.bench;

import parley.protocol.Chat;
import parley.protocol.Request;

/// A message that somebody wrote. Its text begins with its id, so that it is known wherever it
/// comes up.
///
/// @param to whom it is for, one user or everyone
/// @param number its place among all that its sender wrote: 1, 2, 3 …
record Letter(String from, Chat to, long number, String text) {
    static Letter of(String from, Chat to, long number, String padding) {
        return new Letter(from, to, number, id(from, number) + " " + padding);
    }

    /// What it is sent under.
    String id() {
        return id(from, number);
    }

    private static String id(String from, long number) {
        return from + "-" + number;
    }

    Request request() {
        return saying(to, text);
    }

    /// What says this text there.
    static Request saying(Chat to, String text) {
        return switch (to) {
            case Chat.With(var user) -> new Request.Message(user.toString(), text);
            case Chat.Everyone() -> new Request.Broadcast(text);
        };
    }
}
