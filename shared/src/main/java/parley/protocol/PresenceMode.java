package parley.protocol;

/// How a session wants to hear of others' coming and going.
public enum PresenceMode implements WireName {
    /// Each change as an event of its own, at once.
    EACH("each"),
    /// At most once a second, with the last state of each who changed.
    BATCH("batch"),
    /// Not at all.
    NONE("none");

    private final String wire;

    PresenceMode(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
