package parley.desktop.peer;

/// How the line of a private chat runs. What is said on it is encrypted from desktop to desktop,
/// either way.
public enum Way {
    /// From one computer to the other; nobody is between the two.
    DIRECT,
    /// Through the server's relay, which sees who talks with whom, when and how much.
    RELAY
}
