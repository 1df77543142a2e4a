package parley.desktop.mission;

/// A desktop that tells when something happened, as [System#nanoTime], which is one clock for all
/// processes of a machine where it counts from the machine's start (Linux, macOS, Windows).
interface Timed extends Desk {
    /// Presses Enter.
    ///
    /// @return when
    long enter();

    /// Begins to look out for a bubble with these words.
    void watchFor(String words);

    /// When the pulse came that laid out the bubble that it was to look out for.
    long shown();
}
