package parley.desktop.peer;

/// What is to be said of the server's relay where there is no direct way.
public enum Detour {
    /// It can be chosen.
    OFFERED,
    /// This server has none.
    NOT_OFFERED,
    /// The other side does not want to talk by way of the relay.
    DECLINED,
    /// The other side did not come there within a minute.
    NO_ANSWER,
    /// The ticket is good no more: a new request brings a new one.
    EXPIRED,
    /// The server carries as many relays as it is willing to.
    FULL,
    /// The server was not to be reached.
    NO_SERVER,
    /// Somebody came, but what came through was not in order, or had another key.
    BROKEN;

    /// Whether it makes sense to choose the relay.
    public boolean mayBeTried() {
        return this != NOT_OFFERED && this != EXPIRED;
    }

    /// Whether trying again is of no use.
    boolean isFinal() {
        return this == NOT_OFFERED || this == EXPIRED || this == FULL || this == DECLINED;
    }
}
