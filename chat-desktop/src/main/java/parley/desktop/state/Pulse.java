package parley.desktop.state;

/// The JavaFX thread, as far as [EventApplier] needs it.
interface Pulse {
    /// Runs the deed on the JavaFX thread, soon. Any thread may ask.
    void soon(Runnable deed);

    /// Runs the deed at the beginning of the next frame. Asked on the JavaFX thread.
    void nextFrame(Runnable deed);
}
