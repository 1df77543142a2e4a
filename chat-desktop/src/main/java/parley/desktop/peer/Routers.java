package parley.desktop.peer;

/// What the owner wants of the router in front of this computer.
public enum Routers {
    /// Nothing.
    LEFT_ALONE,
    /// That it lets private chats in. Nothing is asked while addresses are given to nobody.
    ASKED
}
