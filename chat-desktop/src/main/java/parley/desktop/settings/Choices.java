package parley.desktop.settings;

import parley.desktop.kit.Scheme;
import parley.desktop.peer.Consent;

/// All choices at one moment. A value.
public record Choices(Scheme scheme, Consent consent) {
    /// Before anything was chosen.
    public static final Choices FIRST = new Choices(Scheme.SYSTEM, Consent.ASK_FIRST_TIME);
}
