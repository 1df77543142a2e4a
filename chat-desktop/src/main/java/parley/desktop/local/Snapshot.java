package parley.desktop.local;

import parley.protocol.UserName;

import java.util.List;

/// What a window shows before the server has said a word.
///
/// @param people everybody once heard of, but oneself, in the order of their names
/// @param chats every chat with an entry or a draft
public record Snapshot(UserName me, List<Person> people, List<ChatSummary> chats) {
    public Snapshot {
        people = List.copyOf(people);
        chats = List.copyOf(chats);
    }
}
