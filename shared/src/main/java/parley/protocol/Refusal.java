package parley.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The `code` of an error: why a request was refused.
public enum Refusal implements WireName {
    BAD_FRAME("bad-frame"),
    TOO_LONG("too-long"),
    UNKNOWN_TYPE("unknown-type"),
    TLS_REQUIRED("tls-required"),
    NOT_SIGNED_IN("not-signed-in"),
    PROTOCOL_VERSION("protocol-version"),
    RATE_LIMITED("rate-limited"),
    BUSY("busy"),
    UNKNOWN_USER("unknown-user"),
    LOCKED("locked"),
    WRONG_PASSWORD("wrong-password"),
    BAD_TOKEN("bad-token"),
    ALREADY_ONLINE("already-online"),
    EMPTY("empty"),
    SELF("self"),
    BLOCKED("blocked"),
    YOU_BLOCKED("you-blocked"),
    NOT_BLOCKED("not-blocked"),
    ID_REUSED("id-reused"),
    OFFLINE("offline"),
    UNKNOWN_SESSION("unknown-session"),
    BAD_TICKET("bad-ticket"),
    UNAVAILABLE("unavailable"),
    /// A code that this version does not know; only ever heard, never said.
    OTHER("");

    private static final Map<String, Refusal> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toMap(Refusal::wire, Function.identity()));

    private final String wire;

    Refusal(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }

    /// The refusal of this code, `OTHER` where this version does not know it.
    public static Refusal of(String code) {
        return BY_WIRE.getOrDefault(code, OTHER);
    }

    /// Whether the line itself broke the protocol: twenty such in a row end the connection.
    public boolean breaksProtocol() {
        return this == BAD_FRAME || this == UNKNOWN_TYPE || this == NOT_SIGNED_IN;
    }
}
