package parley.bench;

import parley.protocol.Chat;
import parley.protocol.ChatMessage;

import java.util.List;

/// A chat as its history was read back by one user.
///
/// @param messages in the order that they were read in
record Copy(String reader, Chat chat, List<ChatMessage> messages) {
    Copy {
        messages = List.copyOf(messages);
    }

    @Override
    public String toString() {
        return reader + "'s history with " + chat;
    }
}
