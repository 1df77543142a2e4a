package parley.protocol;

/// Why an introduction came to nothing.
public enum DeclineReason implements WireName {
    DECLINED("declined"),
    NO_ANSWER("no-answer"),
    OFFLINE("offline"),
    CANCELLED("cancelled"),
    /// A reason that this version does not know; only ever heard, never said.
    OTHER("");

    private final String wire;

    DeclineReason(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
