package parley.server.transcript;

/// One line of a transcript that is played.
///
/// @param at where it stands in its page, counted from 1
/// @param who whose connection it is about; empty for the server itself
record Turn(int at, String who, Act act) {
    /// What happens.
    sealed interface Act {
        /// A new connection is opened.
        record Connects() implements Act {}

        /// The client closes its connection.
        record HangsUp() implements Act {}

        /// The server closes it.
        record IsHungUpOn() implements Act {}

        /// The client sends this.
        record Types(String line) implements Act {}

        /// The next that the client hears is like this.
        record Hears(String line) implements Act {}

        /// The server is asked to end, and does.
        record ServerEnds() implements Act {}

        /// The server ends as by a power cut.
        record ServerIsKilled() implements Act {}

        /// The server starts again on what it had kept.
        record ServerStarts() implements Act {}
    }

    @Override
    public String toString() {
        return "line " + at + ", " + who + " " + act;
    }
}
