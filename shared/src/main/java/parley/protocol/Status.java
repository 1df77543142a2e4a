package parley.protocol;

/// How present a user is.
public enum Status implements WireName {
    ONLINE("online"),
    AWAY("away"),
    BUSY("busy"),
    OFFLINE("offline");

    private final String wire;

    Status(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
