package parley.protocol;

/// What a desktop does first in a private chat that has been agreed on.
public enum Role implements WireName {
    DIAL("dial"),
    LISTEN("listen");

    private final String wire;

    Role(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
