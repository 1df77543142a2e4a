package parley.protocol;

/// A choice that has a fixed name on the wire.
public interface WireName {
    /// The name, exactly as it stands in a frame.
    String wire();
}
