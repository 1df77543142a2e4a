package parley.protocol;

/// Why the server ends a signed-in connection.
public enum ByeReason implements WireName {
    LOGOUT("logout"),
    SHUTDOWN("shutdown"),
    IDLE("idle"),
    TAKEOVER("takeover"),
    SLOW("slow"),
    REMOVED("removed"),
    PROTOCOL("protocol"),
    /// A reason that this version does not know; only ever heard, never said.
    OTHER("");

    private final String wire;

    ByeReason(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
