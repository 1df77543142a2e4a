package parley.wire;

import parley.protocol.Refusal;

/// A line that is no sentence of the protocol. It never leaves the codecs: their callers get a
/// [Decoded.Broken].
public final class BadFrame extends Exception {
    /// Characters of a type that are shown to whoever said it.
    private static final int SHOWN = 40;

    private final transient Refusal code;

    private BadFrame(Refusal code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /// A frame that breaks a rule.
    ///
    /// @param message one plain English sentence for people
    public static BadFrame because(String message) {
        return new BadFrame(Refusal.BAD_FRAME, message);
    }

    /// A frame of a type that nobody here knows.
    public static BadFrame unknownType(String type) {
        String shown =
                type.codePointCount(0, type.length()) <= SHOWN
                        ? type
                        : type.substring(0, type.offsetByCodePoints(0, SHOWN)) + "…";
        return new BadFrame(Refusal.UNKNOWN_TYPE, "No frame is of type \"" + shown + "\".");
    }

    /// `BAD_FRAME` or `UNKNOWN_TYPE`.
    public Refusal code() {
        return code;
    }

    /// The sentence that was given; there always is one.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
