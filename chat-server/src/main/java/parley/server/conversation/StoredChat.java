package parley.server.conversation;

/// A chat with a message in it, as the store has it when the server starts.
///
/// @param last the `seq` of its newest message
/// @param low how the member with the lower name stands
public record StoredChat(Conversation.OfTwo chat, long last, Member low, Member high) {
    /// How a member stands.
    ///
    /// @param newest the `seq` of the newest message that they have said; 0 where they said none
    public record Member(long newest, Cursor cursor) {}
}
