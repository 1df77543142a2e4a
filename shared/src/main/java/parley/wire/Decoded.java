package parley.wire;

import parley.protocol.Refusal;

/// What a line turned out to be.
public sealed interface Decoded<T> {
    /// A sentence.
    record Frame<T>(T frame) implements Decoded<T> {}

    /// None.
    ///
    /// @param tag the id that the line carried; empty where there was none that could be trusted
    /// @param message one plain English sentence for people
    record Broken<T>(Refusal code, String message, String tag, Severity severity)
            implements Decoded<T> {}

    /// What becomes of the connection.
    enum Severity {
        /// It goes on: where the next line begins is known.
        LINE,
        /// It ends: what follows may be anything.
        CONNECTION
    }
}
