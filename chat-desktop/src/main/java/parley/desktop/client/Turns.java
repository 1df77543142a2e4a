package parley.desktop.client;

/// What makes the loop's turns whole.
interface Turns {
    /// Makes safe what the turn has written.
    void commit();

    /// The turn failed: what it has written is undone, what it had to say is not said.
    void undo(RuntimeException failure);
}
