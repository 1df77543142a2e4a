package parley.desktop.conversation;

/// The kinds of chat that look different.
public enum ConversationKind {
    /// With one person, through the server.
    PERSON,
    /// What all who are online hear.
    EVERYONE,
    /// With one person, from desktop to desktop. All of it is violet.
    PRIVATE
}
